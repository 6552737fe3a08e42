package initlab.nn.lsuv;

import initlab.base.Args;
import initlab.base.Numbers;
import initlab.init.Init;
import initlab.init.Initializer;
import java.util.Locale;

/**
 * How LSUV goes about it.
 *
 * @param base what draws the weights first
 * @param fresh whether each rescaling is judged by a new batch
 * @param afterActivation whether activations, instead of pre-activations, are brought to variance 1
 * @param centred whether the mean is brought to 0 too, through the biases
 * @param tolerance how far from 1 the variance may stay, and the mean from 0
 * @param attempts how often a layer may be rescaled
 * @param goOn whether a layer that does not converge is left as it is
 * @param skipFirst whether the first layer is left as it was drawn
 */
record LsuvOptions(
    Initializer base,
    boolean fresh,
    boolean afterActivation,
    boolean centred,
    double tolerance,
    int attempts,
    boolean goOn,
    boolean skipFirst) {

  LsuvOptions {
    Args.given(base, "the base", "Use Init.orthogonal(), as the paper does.");
    Args.positive(tolerance, "tolerance", "The paper uses 0.1.");
    Args.atLeast(1, attempts, "attempts", "The paper uses 10.");
  }

  /** As published: orthonormal weights, pre-activations, tolerance 0.1, ten attempts. */
  static LsuvOptions published(boolean fresh) {
    return new LsuvOptions(Init.orthogonal(), fresh, false, false, 0.1, 10, false, false);
  }

  LsuvOptions from(Initializer other) {
    return new LsuvOptions(
        other, fresh, afterActivation, centred, tolerance, attempts, goOn, skipFirst);
  }

  LsuvOptions judgingActivations() {
    return new LsuvOptions(base, fresh, true, centred, tolerance, attempts, goOn, skipFirst);
  }

  LsuvOptions centring() {
    return new LsuvOptions(
        base, fresh, afterActivation, true, tolerance, attempts, goOn, skipFirst);
  }

  LsuvOptions goingOn() {
    return new LsuvOptions(
        base, fresh, afterActivation, centred, tolerance, attempts, true, skipFirst);
  }

  LsuvOptions skipping() {
    return new LsuvOptions(base, fresh, afterActivation, centred, tolerance, attempts, goOn, true);
  }

  LsuvOptions until(double close, int most) {
    return new LsuvOptions(base, fresh, afterActivation, centred, close, most, goOn, skipFirst);
  }

  String what() {
    return afterActivation ? "activations" : "pre-activations";
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "LSUV of %s from %s%s%s, tolerance %s, at most %d attempts%s%s",
        what(),
        base.name(),
        centred ? ", centred" : "",
        fresh ? ", fresh batches" : "",
        Numbers.brief(tolerance),
        attempts,
        goOn ? ", then goes on" : "",
        skipFirst ? ", first layer skipped" : "");
  }
}
