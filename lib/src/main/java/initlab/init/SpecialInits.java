package initlab.init;

import static initlab.init.Distribution.TRUNCATED_NORMAL;
import static initlab.init.Distribution.UNIFORM;

import initlab.base.Args;

/** The names of {@link Init} that belong to one kind of layer, to one model or to one framework. */
abstract class SpecialInits {
  SpecialInits() {}

  /**
   * An orthogonal matrix for each gate of a recurrent layer, side by side (hidden x gates hidden).
   * {@link Init#orthogonal()} makes the whole orthogonal, so that each gate keeps 1 / sqrt(gates)
   * of a length.
   */
  public static Initializer orthogonalGates() {
    return new OrthogonalGates();
  }

  /**
   * The hidden layers of a net of sin(frequency z): U(-l, l), l = sqrt(6 / fan_in) / frequency. 30
   * is usual. Sitzmann et al. (2020).
   *
   * @throws IllegalArgumentException unless the frequency is positive and finite
   */
  public static VarianceScaling siren(double frequency) {
    Args.positive(frequency, "the frequency", "30 is SIREN's; it is that of Activation.sine(30).");
    return Init.varianceScaling(2 / (frequency * frequency), FanMode.IN, UNIFORM).named("SIREN");
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

  /**
   * What the weights of torch.nn.Linear and Conv2d start with: U(-l, l), l = 1 / sqrt(fan_in).
   * Their biases are drawn from the same U(-l, l): {@code Rules.torch()} starts both.
   */
  public static VarianceScaling torchLinear() {
    return Init.varianceScaling(1.0 / 3, FanMode.IN, UNIFORM).named("PyTorch Linear");
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
    return Init.normal(1).named("PyTorch Embedding");
  }

  /** What the weights of Keras' Dense and Conv layers start with: Xavier uniform. */
  public static VarianceScaling kerasDense() {
    return Init.xavierUniform().named("Keras Dense");
  }

  /** What Keras' Embedding starts with: U(-0.05, 0.05). */
  public static Initializer kerasEmbedding() {
    return Init.uniform(0.05).named("Keras Embedding");
  }

  /**
   * What the weights of Flax' Dense and Conv layers start with: Var(W) = 1 / fan_in, truncated
   * normal.
   */
  public static VarianceScaling flaxDense() {
    return Init.lecunNormal().distribution(TRUNCATED_NORMAL).named("Flax Dense");
  }

  /** What GPT-2 starts with: N(0, 0.02^2). Radford et al. (2019). */
  public static Initializer gpt2() {
    return Init.normal(0.02).named("GPT-2");
  }

  /** What GPT-2's residual projections start with: std 0.02 / sqrt(2 blocks), two in a block. */
  public static Initializer gpt2Residual(int blocks) {
    Args.atLeast(1, blocks, "blocks", "GPT-2 small has 12.");
    return Init.normal(0.02 / Math.sqrt(2.0 * blocks)).named("GPT-2 residual");
  }

  /** What BERT starts with: N(0, 0.02^2) before it is cut at +-0.04. Devlin et al. (2019). */
  public static Initializer bert() {
    return Init.truncatedNormal(0, 0.02, -0.04, 0.04).named("BERT");
  }
}
