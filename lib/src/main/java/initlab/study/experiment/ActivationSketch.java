package initlab.study.experiment;

import initlab.base.Args;
import initlab.init.Activation;
import initlab.view.sketch.LineSketch;
import java.util.stream.IntStream;

/** The shape of an activation, from -4 to 4, as small as a word in the glossary's table. */
public final class ActivationSketch {
  private static final double REACH = 4;
  private static final int STEPS = 80;

  private ActivationSketch() {}

  /**
   * The sketch of f; values below -1.5 and above 4 are cut off.
   *
   * @throws IllegalArgumentException if f is null
   */
  public static LineSketch of(Activation f) {
    Args.given(f, "the activation", "Such as GELU, or z -> Math.max(0, z).");
    double[] z =
        IntStream.rangeClosed(0, STEPS).mapToDouble(i -> REACH * (2.0 * i / STEPS - 1)).toArray();
    double[] values = IntStream.rangeClosed(0, STEPS).mapToDouble(i -> f.apply(z[i])).toArray();
    return LineSketch.of(f.toString(), z, values, -1.5, REACH);
  }
}
