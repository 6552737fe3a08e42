package initlab.nn.layer;

import initlab.init.Activation;

/** Convolutions in one dimension, along a text or a time series; see {@link Conv}. */
public final class Conv1d {
  private Conv1d() {}

  /**
   * A convolution with W (kernel in / groups x out): stride 1, no padding, biases.
   *
   * @param kernel taps in every dimension
   * @param out output channels
   * @param f the activation
   */
  public static Conv of(int kernel, int out, Activation f) {
    return new Conv(Stencil.of(kernel), new Channels(out, 1, false), f, true);
  }

  /** A depthwise convolution: each channel by itself gives so many, so that fan_in = taps. */
  public static Conv depthwise(int kernel, int multiplier, Activation f) {
    return new Conv(Stencil.of(kernel), new Channels(multiplier, 1, true), f, true);
  }

  /** A transposed convolution, which spreads each input over its window. */
  public static Conv transposed(int kernel, int out, Activation f) {
    return new Conv(Stencil.of(kernel).spreading(), new Channels(out, 1, false), f, true);
  }
}
