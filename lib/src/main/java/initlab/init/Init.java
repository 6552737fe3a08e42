package initlab.init;

import static initlab.init.Distribution.NORMAL;
import static initlab.init.Distribution.TRUNCATED_NORMAL;
import static initlab.init.Distribution.UNIFORM;

import initlab.base.Args;
import initlab.base.Numbers;
import java.util.stream.DoubleStream;

/**
 * Every initializer by its name in the field, each one line over a rule. What is impossible for any
 * shape is refused here, with an {@link IllegalArgumentException} that names the cure.
 */
public final class Init {
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
   * An orthogonal matrix for each gate of a recurrent layer, side by side (hidden x gates hidden).
   * {@link #orthogonal()} makes the whole orthogonal, so that each gate keeps 1 / sqrt(gates) of a
   * length.
   */
  public static Initializer orthogonalGates() {
    return new OrthogonalGates();
  }

  /**
   * An orthogonal matrix times sqrt(outputs / inputs), which is its spectral norm, as feature
   * learning wants it at any widths. Yang, Simon and Bernstein (2023).
   */
  public static Initializer spectral() {
    return new Spectral();
  }

  /**
   * The hidden layers of a net of sin(frequency z): U(-l, l), l = sqrt(6 / fan_in) / frequency. 30
   * is usual. Sitzmann et al. (2020).
   *
   * @throws IllegalArgumentException unless the frequency is positive and finite
   */
  public static VarianceScaling siren(double frequency) {
    Args.positive(frequency, "the frequency", "30 is SIREN's; it is that of Activation.sine(30).");
    return varianceScaling(2 / (frequency * frequency), FanMode.IN, UNIFORM).named("SIREN");
  }

  /** The first layer of such a net: U(-1 / fan_in, 1 / fan_in), whatever the frequency. */
  public static Initializer sirenFirst() {
    return new SirenFirst();
  }

  /**
   * The bias of the gate that remembers, for a task of so many steps: b = ln U(1, steps - 1). For
   * an LSTM's "bf", or a GRU's "bz". Tallec and Ollivier (2018).
   *
   * <pre>{@code
   * Rules.of(Init.lecunNormal()).on("*.bf", Init.chrono(200)).on("*.bi", Init.chronoInput(200))
   * }</pre>
   *
   * @throws IllegalArgumentException if steps is below 3
   */
  public static Initializer chrono(int steps) {
    return new Chrono(steps, false);
  }

  /**
   * The input gate's bias beside it, "bi": in one layer exactly the negative of the numbers that
   * {@link #chrono} draws for the forget gate.
   */
  public static Initializer chronoInput(int steps) {
    return new Chrono(steps, true);
  }

  /** N(0, std^2) with a share of zeros among the weights into each output. Martens (2010). */
  public static Sparse sparse(double sparsity, double std) {
    return new Sparse(sparsity, std);
  }

  /**
   * What the weights of torch.nn.Linear and Conv2d start with: U(-l, l), l = 1 / sqrt(fan_in).
   * Their biases are drawn from the same U(-l, l): {@code Rules.torch()} starts both.
   */
  public static VarianceScaling torchLinear() {
    return varianceScaling(1.0 / 3, FanMode.IN, UNIFORM).named("PyTorch Linear");
  }

  /**
   * What the two biases of a gate of torch.nn.RNN, LSTM and GRU start with together: the sum of two
   * U(-l, l), l = 1 / sqrt(hidden), for a bias (1 x hidden).
   */
  public static Initializer torchRecurrentBias() {
    return new TorchRecurrentBias();
  }

  /** What torch.nn.Embedding starts with: N(0, 1). */
  public static Initializer torchEmbedding() {
    return normal(1).named("PyTorch Embedding");
  }

  /** What the weights of Keras' Dense and Conv layers start with: Xavier uniform. */
  public static VarianceScaling kerasDense() {
    return xavierUniform().named("Keras Dense");
  }

  /** What Keras' Embedding starts with: U(-0.05, 0.05). */
  public static Initializer kerasEmbedding() {
    return uniform(0.05).named("Keras Embedding");
  }

  /**
   * What the weights of Flax' Dense and Conv layers start with: Var(W) = 1 / fan_in, truncated
   * normal.
   */
  public static VarianceScaling flaxDense() {
    return lecunNormal().distribution(TRUNCATED_NORMAL).named("Flax Dense");
  }

  /** What GPT-2 starts with: N(0, 0.02^2). Radford et al. (2019). */
  public static Initializer gpt2() {
    return normal(0.02).named("GPT-2");
  }

  /** What GPT-2's residual projections start with: std 0.02 / sqrt(2 blocks), two in a block. */
  public static Initializer gpt2Residual(int blocks) {
    Args.atLeast(1, blocks, "blocks", "GPT-2 small has 12.");
    return normal(0.02 / Math.sqrt(2.0 * blocks)).named("GPT-2 residual");
  }

  /** What BERT starts with: N(0, 0.02^2) before it is cut at +-0.04. Devlin et al. (2019). */
  public static Initializer bert() {
    return truncatedNormal(0, 0.02, -0.04, 0.04).named("BERT");
  }
}
