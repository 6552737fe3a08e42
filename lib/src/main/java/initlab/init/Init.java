package initlab.init;

import static initlab.init.Distribution.NORMAL;
import static initlab.init.Distribution.UNIFORM;

import initlab.base.Args;
import initlab.base.Numbers;
import java.util.stream.DoubleStream;

/**
 * Every initializer by its name in the field, each one line over a rule. What is impossible for any
 * shape is refused here, with an {@link IllegalArgumentException} that names the cure.
 */
public final class Init extends SpecialInits {
  private Init() {}

  /** W = 0. */
  public static Constant zeros() {
    return new Constant(0);
  }

  /** W = 1. */
  public static Constant ones() {
    return new Constant(1);
  }

  /** W = c. */
  public static Constant constant(double c) {
    return new Constant(c);
  }

  /**
   * For the bias of yes or no: b = ln(p / (1 - p)); where logits are near 0 the net begins by
   * saying yes with this probability, 0 &lt; p &lt; 1, how often yes is right. RetinaNet, Lin et
   * al. (2017).
   */
  public static Initializer prior(double p) {
    if (!(p > 0 && p < 1)) {
      String cure = "Never or always needs no net; of counts, divide by how many there are.";
      throw Args.bad("the probability p", p, "between 0 and 1", cure);
    }
    return constant(Math.log(p) - Math.log1p(-p)).named("prior " + Numbers.brief(p));
  }

  /**
   * For the biases of a softmax: b(k) = ln(count(k)), less the mean of all, so that where logits
   * are near 0 classes begin as frequent as they are. Counts or shares, all above 0, at least two.
   */
  public static Initializer prior(double... counts) {
    Args.given(counts, "the counts", "Give one for each class.");
    return new LogCounts(DoubleStream.of(counts).boxed().toList());
  }

  /** 1 on the diagonal, 0 off it; any rectangle. */
  public static Identity identity() {
    return identity(1);
  }

  /** gain on the diagonal, 0 off it. */
  public static Identity identity(double gain) {
    return new Identity(gain);
  }

  /** The convolution that passes channel i on as channel i; in the layer's own groups. */
  public static Dirac dirac() {
    return new Dirac(0);
  }

  /** The same with outputs divided into groups, each of which begins again at the first input. */
  public static Dirac dirac(int groups) {
    return new Dirac(Args.atLeast(1, groups, "groups", "1 is one identity over all channels."));
  }

  /** W ~ N(0, std^2), whatever the width. */
  public static Normal normal(double std) {
    return new Normal(std);
  }

  /** W ~ U(-limit, limit), whatever the width; its standard deviation is limit / sqrt(3). */
  public static Uniform uniform(double limit) {
    Args.positive(limit, "limit", "A std s has limit sqrt(3) s; or use Init.zeros().");
    return new Uniform(-limit, limit);
  }

  /** W ~ U(low, high), whatever the width. */
  public static Uniform uniform(double low, double high) {
    return new Uniform(low, high);
  }

  /** A normal cut at two of its standard deviations, widened so that std holds after the cut. */
  public static TruncatedNormal truncatedNormal(double std) {
    return TruncatedNormal.after(std);
  }

  /** N(mean, stdBefore^2) cut to [low, high]; its standard deviation is smaller than stdBefore. */
  public static TruncatedNormal truncatedNormal(
      double mean, double stdBefore, double low, double high) {
    return new TruncatedNormal(mean, stdBefore, low, high);
  }

  /** Var(W) = scale / fan. */
  public static VarianceScaling varianceScaling(
      double scale, FanMode mode, Distribution distribution) {
    return new VarianceScaling("variance scaling", scale, scale, mode, distribution);
  }

  /** Var(W) = 2 / (fan_in + fan_out), normal. Glorot and Bengio (2010). */
  public static VarianceScaling xavierNormal() {
    return varianceScaling(1, FanMode.AVG, NORMAL).named("Xavier");
  }

  /** U(-l, l), l = sqrt(6 / (fan_in + fan_out)). Glorot and Bengio (2010). */
  public static VarianceScaling xavierUniform() {
    return varianceScaling(1, FanMode.AVG, UNIFORM).named("Xavier uniform");
  }

  /** Var(W) = 2 / fan_in, normal. He et al. (2015). */
  public static VarianceScaling heNormal() {
    return heNormal(0);
  }

  /** Var(W) = 2 / ((1 + slope^2) fan_in), normal, for leaky ReLU. He et al. (2015). */
  public static VarianceScaling heNormal(double slope) {
    return varianceScaling(he(slope), FanMode.IN, NORMAL).named("He" + words(slope));
  }

  /** U(-l, l), l = sqrt(6 / fan_in). He et al. (2015). */
  public static VarianceScaling heUniform() {
    return heUniform(0);
  }

  /** U(-l, l), l = sqrt(6 / ((1 + slope^2) fan_in)), for leaky ReLU. He et al. (2015). */
  public static VarianceScaling heUniform(double slope) {
    return varianceScaling(he(slope), FanMode.IN, UNIFORM).named("He uniform" + words(slope));
  }

  private static double he(double slope) {
    Args.finite(slope, "the negative slope", "0 is ReLU, 0.01 is usual for leaky ReLU.");
    return 2 / (1 + slope * slope);
  }

  private static String words(double slope) {
    return slope == 0 ? "" : ", slope " + Numbers.brief(slope, 6);
  }

  /** Var(W) = 1 / fan_in, normal. LeCun et al. (1998). */
  public static VarianceScaling lecunNormal() {
    return varianceScaling(1, FanMode.IN, NORMAL).named("LeCun");
  }

  /** U(-l, l), l = sqrt(3 / fan_in). LeCun et al. (1998). */
  public static VarianceScaling lecunUniform() {
    return varianceScaling(1, FanMode.IN, UNIFORM).named("LeCun uniform");
  }

  /**
   * He's variance with a little more for narrow layers, so that the typical ReLU net, not the mean
   * over nets, keeps its size: std(W) = g / sqrt(fan_in), g = sqrt(2) exp(1.2 / (max(fan_in, 6) -
   * 2.4)). Sussillo and Abbott (2014).
   */
  public static RandomWalk randomWalk() {
    return randomWalk(Activation.RELU);
  }

  /** The same for ReLU or for linear layers. */
  public static RandomWalk randomWalk(Activation activation) {
    return new RandomWalk(activation);
  }

  /** A uniformly distributed orthogonal matrix, any rectangle. Saxe et al. (2014). */
  public static Orthogonal orthogonal() {
    return orthogonal(1);
  }

  /** gain times a uniformly distributed orthogonal matrix. */
  public static Orthogonal orthogonal(double gain) {
    return new Orthogonal("orthogonal", 1, gain);
  }

  /**
   * [W0, -W0; -W0, W0] with an orthogonal W0, for ReLU: the net keeps every length, as a linear one
   * does, if its first layer doubles the width, and its last one, without ReLU, halves it. Between,
   * widths must be even. Balduzzi et al. (2017).
   */
  public static Initializer looksLinear() {
    return new LooksLinear();
  }

  /** An orthogonal matrix in the middle of a kernel, zeros elsewhere. Xiao et al. (2018). */
  public static DeltaOrthogonal deltaOrthogonal() {
    return deltaOrthogonal(1);
  }

  /** gain times an orthogonal matrix in the middle of a kernel. */
  public static DeltaOrthogonal deltaOrthogonal(double gain) {
    return new DeltaOrthogonal(gain);
  }

  /**
   * An orthogonal matrix times sqrt(outputs / inputs), which is its spectral norm, as feature
   * learning wants it at any widths. Yang, Simon and Bernstein (2023).
   */
  public static Initializer spectral() {
    return new Spectral();
  }

  /** N(0, std^2) with a share of zeros among the weights into each output. Martens (2010). */
  public static Sparse sparse(double sparsity, double std) {
    return new Sparse(sparsity, std);
  }
}
