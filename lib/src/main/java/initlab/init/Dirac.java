package initlab.init;

import initlab.base.Args;
import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * The convolution that changes nothing: a 1 in the middle of the kernel, from channel i to channel
 * i, zeros elsewhere. With several groups, the outputs of each group begin again at its first
 * input.
 *
 * @param groups into which outputs are divided; 0 for the shape's own
 */
public record Dirac(int groups) implements BuiltIn {

  public Dirac {
    Args.atLeast(0, groups, "groups", "1 is one identity over all channels.");
  }

  @Override
  public void fill(WeightShape shape, UniformRandomProvider rng, double[] w) {
    ConvKernel kernel = shape.convolutional("a Dirac kernel");
    int perGroup = perGroup(kernel);
    int centre = kernel.centre();
    Arrays.fill(w, 0, shape.size(), 0);
    for (int out = 0; out < kernel.out(); out++) {
      int input = out % perGroup;
      if (input < kernel.groupIn()) {
        w[kernel.index(centre, input, out)] = 1;
      }
    }
  }

  /** Outputs that share one identity. */
  private int perGroup(ConvKernel kernel) {
    int parts = groups == 0 ? kernel.groups() : groups;
    boolean fits = kernel.groups() == 1 || kernel.groups() == parts;
    if (!fits || kernel.out() % parts != 0) {
      String allowed = "the layer's own, or a divisor of " + kernel.out() + " for a layer of one";
      throw Args.bad("groups", parts, allowed, "Use Init.dirac(), which asks the layer.");
    }
    return kernel.out() / parts;
  }

  @Override
  public Law lawOf(WeightShape shape) {
    ConvKernel kernel = shape.convolutional("a Dirac kernel");
    int perGroup = perGroup(kernel);
    double ones = (double) kernel.out() / perGroup * Math.min(perGroup, kernel.groupIn());
    return Law.pattern("W = 1 in the middle, from channel i to i", 1, ones / shape.size());
  }

  @Override
  public String name() {
    return groups == 0 ? "Dirac" : "Dirac, " + groups + " groups";
  }

  @Override
  public String toString() {
    return name();
  }
}
