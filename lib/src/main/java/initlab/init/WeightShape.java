package initlab.init;

import initlab.math.Args;

/**
 * The shape of a layer's weights as a matrix (rows x cols), and its two fans.
 *
 * <p>fan_in counts the products that enter one output; fan_out counts the outputs that one input
 * reaches. Data are (batch x in) and z = x W, so a dense layer has rows = in and cols = out.
 *
 * @param rows rows of the weight matrix
 * @param cols columns of the weight matrix
 * @param fanIn products that enter one output
 * @param fanOut outputs that one input reaches
 */
public record WeightShape(int rows, int cols, double fanIn, double fanOut) {

  public WeightShape {
    Args.atLeast(1, rows, "rows", "A layer needs at least one input.");
    Args.atLeast(1, cols, "cols", "A layer needs at least one output.");
    Args.positive(fanIn, "fan_in", "Count the products that enter one output.");
    Args.positive(fanOut, "fan_out", "Count the outputs that one input reaches.");
  }

  /**
   * A dense layer: weights (in x out), fan_in = in, fan_out = out.
   *
   * @throws IllegalArgumentException if in or out is below 1
   */
  public static WeightShape dense(int in, int out) {
    return new WeightShape(in, out, in, out);
  }

  /** rows x cols. */
  public int size() {
    return Math.multiplyExact(rows, cols);
  }

  @Override
  public String toString() {
    return rows + " x " + cols;
  }
}
