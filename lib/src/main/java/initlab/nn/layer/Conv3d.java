package initlab.nn.layer;

import initlab.init.Activation;

/** Convolutions in three dimensions, along a volume; see {@link Conv}. */
public final class Conv3d {
  private Conv3d() {}

  /**
   * A convolution with W (kernel kernel kernel in / groups x out): stride 1, no padding, biases.
   *
   * @param kernel taps in every dimension
   * @param out output channels
   * @param f the activation
   */
  public static Conv of(int kernel, int out, Activation f) {
    return new Conv(Stencil.of(kernel, kernel, kernel), new Channels(out, 1, false), f, true);
  }

  /** A depthwise convolution: each channel by itself gives so many, so that fan_in = taps. */
  public static Conv depthwise(int kernel, int multiplier, Activation f) {
    return new Conv(Stencil.of(kernel, kernel, kernel), new Channels(multiplier, 1, true), f, true);
  }

  /** A transposed convolution, which spreads each input over its window. */
  public static Conv transposed(int kernel, int out, Activation f) {
    return new Conv(
        Stencil.of(kernel, kernel, kernel).spreading(), new Channels(out, 1, false), f, true);
  }
}
