package initlab.study.experiment;

import initlab.base.Args;
import initlab.base.Parallel;
import initlab.base.Progress;
import initlab.init.Initializer;
import initlab.init.WeightShape;
import initlab.math.Moments;
import initlab.math.RandomStreams;
import initlab.view.density.Densities;
import java.util.ArrayList;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * The trace, the sum of the diagonal, of square matrices over 400 draws. If Q and -Q are equally
 * likely it has mean 0; of a uniformly distributed orthogonal matrix it is nearly N(0, 1), whatever
 * the size. Diaconis and Shahshahani (1994).
 *
 * <pre>{@code
 * Traces.of(64).compare(Init.orthogonal(), Init.orthogonal().withoutSignFix()).plot()
 * }</pre>
 */
public final class Traces {
  private static final int DRAWS = 400;

  private final int width;
  private final List<Initializer> rules;

  private Traces(int width, List<Initializer> rules) {
    this.width = width;
    this.rules = List.copyOf(rules);
  }

  /** Of matrices (width x width), at least 1; nothing compared yet. */
  public static Traces of(int width) {
    return new Traces(Args.atLeast(1, width, "width", "Try 64."), List.of());
  }

  /** The same with these rules too. */
  public Traces compare(Initializer... more) {
    List<Initializer> all = new ArrayList<>(rules);
    all.addAll(List.of(more));
    return new Traces(width, all);
  }

  /** Mean and variance of a rule's trace over the draws. */
  public Moments of(Initializer rule) {
    return Moments.of(traces(rule));
  }

  /** The largest entry in row 1, column 1 over the draws. */
  public double largestFirst(Initializer rule) {
    return Parallel.seeds(DRAWS, seed -> drawn(rule, seed).get(0, 0)).stream()
        .mapToDouble(entry -> entry)
        .max()
        .orElseThrow();
  }

  private double[] traces(Initializer rule) {
    return Parallel.seeds(DRAWS, seed -> CommonOps_DDRM.trace(drawn(rule, seed))).stream()
        .mapToDouble(trace -> trace)
        .toArray();
  }

  private DMatrixRMaj drawn(Initializer rule, long seed) {
    Progress.checkInterrupted();
    DMatrixRMaj w = new DMatrixRMaj(0, 0);
    rule.fill(WeightShape.dense(width, width), RandomStreams.layer(seed, 0), w);
    return w;
  }

  /** A row for each rule: where its traces lie. */
  public Densities plot() {
    Args.atLeast(1, rules.size(), "the number of rules", "Add some: compare(Init.orthogonal()).");
    String title = "Trace of W, " + width + " x " + width + ", " + DRAWS + " draws";
    Densities picture = Densities.of(title, "trace").panel("sum of the diagonal");
    for (Initializer rule : rules) {
      picture = picture.row(rule.name(), traces(rule));
    }
    return picture;
  }

  @Override
  public String toString() {
    return "traces, " + width + " wide; " + rules.stream().map(Initializer::name).toList();
  }
}
