package initlab.init;

import initlab.base.Args;
import initlab.base.Numbers;

/**
 * The two counts of connections of a layer, and where each comes from.
 *
 * @param in fan_in, the products that enter one output; a mean over outputs where they differ
 * @param out fan_out, the outputs that one input reaches; a mean over inputs where they differ
 * @param inFrom the product that gives fan_in, as "3 * 3 * 64"
 * @param outFrom the product that gives fan_out
 */
public record Fans(double in, double out, String inFrom, String outFrom) {

  public Fans {
    Args.positive(in, "fan_in", "Count the products that enter one output.");
    Args.positive(out, "fan_out", "Count the outputs that one input reaches.");
  }

  /** "fan_in 576, fan_out 1152". */
  @Override
  public String toString() {
    return "fan_in " + Numbers.brief(in, 6) + ", fan_out " + Numbers.brief(out, 6);
  }

  static Fans of(double in, double out) {
    return new Fans(in, out, Numbers.brief(in, 6), Numbers.brief(out, 6));
  }
}
