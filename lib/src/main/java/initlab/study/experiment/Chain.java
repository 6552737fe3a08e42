package initlab.study.experiment;

import initlab.base.Args;
import initlab.base.FreeMemory;
import initlab.init.Activation;
import initlab.init.Initializer;
import initlab.math.Moments;
import initlab.nn.Network;
import initlab.nn.Pass;
import initlab.nn.Plan;
import initlab.nn.Start;
import initlab.nn.layer.Mlp;
import initlab.theory.NumberFormat;
import initlab.train.data.Data;

/**
 * A vector multiplied by one random matrix after another, each product stored in a number format:
 * the shortest experiment on the size of weights.
 *
 * <pre>{@code
 * Chain.of(512, 100).rms(Init.normal(1))     // NaN
 * Chain.of(512, 100).rms(Init.normal(0.01))  // 0
 * }</pre>
 *
 * @param width entries of the vector; the matrices are (width x width)
 * @param length how many matrices
 * @param format in which every product is stored; sums are made in double
 */
public record Chain(int width, int length, NumberFormat format) {

  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException unless width and length are at least 1
   */
  public Chain {
    Args.atLeast(1, width, "the width", "512 is usual here.");
    Args.atLeast(1, length, "the number of matrices", "100 is usual here.");
    Args.given(format, "the number format", "NumberFormat.FP32 is usual.");
  }

  /** So many matrices of (width x width), in the single precision in which nets are trained. */
  public static Chain of(int width, int length) {
    return new Chain(width, length, NumberFormat.FP32);
  }

  /** The same in another number format. */
  public Chain in(NumberFormat other) {
    return new Chain(width, length, other);
  }

  /**
   * The root mean square of the vector after the last matrix; it begins as N(0, 1). NaN where it
   * has overflowed on the way, 0 where it was rounded away. Matrices are drawn one at a time.
   *
   * @throws IllegalArgumentException if one matrix does not fit into the memory
   */
  public double rms(Initializer rule) {
    double bytes = 2.0 * Double.BYTES * width * width;
    FreeMemory.require("the memory for one matrix", bytes, "Take a shorter vector.");
    Plan plan = Mlp.deep(format.rounded(Activation.LINEAR), width, length);
    Network net = Start.drawn(rule).start(plan, 1, Network.redrawing(plan));
    Pass pass = new Pass(net, Pass.Keep.LEAST).forward(Data.normal(1, width, 1));
    return Math.sqrt(Moments.of(pass.a(length)).secondMoment());
  }
}
