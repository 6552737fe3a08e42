package initlab.init;

import initlab.base.Args;
import initlab.base.Numbers;
import initlab.math.MatrixProduct;
import java.util.Arrays;
import java.util.Locale;
import org.apache.commons.rng.UniformRandomProvider;
import org.ejml.data.DMatrixRMaj;

/**
 * A convolution that keeps lengths: a Haar orthogonal matrix (in x out) in the middle of the
 * kernel, zeros elsewhere; each group has its own. Xiao et al. (2018).
 *
 * @param gain positive and finite
 */
public record DeltaOrthogonal(double gain) implements BuiltIn {

  public DeltaOrthogonal {
    Args.positive(gain, "gain", "Use 1 for linear layers, sqrt(2) for ReLU.");
  }

  @Override
  public void fill(WeightShape shape, UniformRandomProvider rng, double[] w) {
    ConvKernel kernel = widening(shape);
    int centre = kernel.centre();
    DMatrixRMaj q = new DMatrixRMaj(kernel.groupIn(), kernel.groupOut());
    Arrays.fill(w, 0, shape.size(), 0);
    for (int group = 0; group < kernel.groups(); group++) {
      new Orthogonal("middle", gain, gain).fill(q, rng, MatrixProduct.fastest());
      for (int i = 0; i < kernel.groupIn(); i++) {
        for (int o = 0; o < kernel.groupOut(); o++) {
          w[kernel.index(centre, i, group * kernel.groupOut() + o)] = q.get(i, o);
        }
      }
    }
  }

  private static ConvKernel widening(WeightShape shape) {
    ConvKernel kernel = shape.convolutional("a delta-orthogonal kernel");
    if (kernel.in() > kernel.out()) {
      throw Args.bad(
          "the number of input channels",
          kernel.in(),
          "at most the " + kernel.out() + " output channels",
          "No narrowing layer keeps all lengths: use Init.orthogonal().");
    }
    return kernel;
  }

  /** std is the root mean square of an entry over the whole kernel. */
  @Override
  public Law lawOf(WeightShape shape) {
    ConvKernel kernel = widening(shape);
    double std = gain / Math.sqrt((double) kernel.taps() * kernel.groupOut());
    String formula =
        String.format(
            Locale.ROOT,
            "an orthogonal middle; std over the kernel = gain / sqrt(taps * outputs) = %s / sqrt(%d * %d) = %s",
            Numbers.brief(gain, 6),
            kernel.taps(),
            kernel.groupOut(),
            Numbers.brief(std, 6));
    return Law.within(formula, std, gain);
  }

  @Override
  public String name() {
    return GainWords.name("delta-orthogonal", 1, gain);
  }

  @Override
  public String toString() {
    return name();
  }
}
