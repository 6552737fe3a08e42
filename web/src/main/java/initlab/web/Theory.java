package initlab.web;

import initlab.nn.Plan;
import initlab.nn.Start;
import initlab.study.TheoryOf;
import initlab.theory.FiniteWidth;
import initlab.theory.Propagation;
import java.util.Optional;

/**
 * What theory says of a start, from layer 0 on, for inputs and output gradients of N(0, 1).
 *
 * @param kind MEDIAN of nets of this width, MEAN over nets, or NONE
 * @param forward second moment of activations; empty if there is none
 * @param backward second moment of gradients; empty if there is none
 */
public record Theory(Kind kind, double[] forward, double[] backward) {

  /** Which number of the law of second moments it is. */
  public enum Kind {
    /** Half of all nets lie above. */
    MEDIAN,
    /** The mean over nets, of any width. */
    MEAN,
    /** Theory says nothing. */
    NONE
  }

  /**
   * A slider waits for it, in a browser and on one thread. With two hundred nets or more the line
   * is known to a tenth of the spread of single nets.
   */
  private static final double SHARE = 0.03;

  static Theory of(Plan plan, Start start) {
    TheoryOf theory = new TheoryOf(plan, start, 1);
    Optional<FiniteWidth> law = theory.law(true, SHARE);
    if (law.isPresent()) {
      FiniteWidth known = law.get();
      return new Theory(Kind.MEDIAN, known.activation().median(), known.gradient().median());
    }
    Optional<Propagation> mean = theory.mean(true);
    return mean.map(p -> new Theory(Kind.MEAN, p.activation(), p.gradient()))
        .orElseGet(() -> new Theory(Kind.NONE, new double[0], new double[0]));
  }
}
