package initlab.nn;

import initlab.base.Args;

/**
 * What one sample is between two layers: places, each with so many channels. A vector is one place,
 * a text has a place for each token, an image one for each pixel, a volume one for each voxel.
 *
 * <p>A batch is a matrix with a row for each place, (batch * places x channels): what treats all
 * places alike, as a dense layer does, need not know how many there are.
 *
 * @param depth images of a volume, one behind another; 1 for all else
 * @param height rows of an image; 1 for a vector or a text
 * @param width columns of an image, or the tokens of a text; 1 for a vector
 * @param channels numbers at each place
 */
public record Signal(int depth, int height, int width, int channels) {

  public Signal {
    Args.atLeast(1, depth, "the depth of a signal", "A volume has an image at least.");
    Args.atLeast(1, height, "the height of a signal", "An image has a row at least.");
    Args.atLeast(1, width, "the width of a signal", "A text has a token at least.");
    Args.atLeast(1, channels, "the channels of a signal", "Carry one number at least.");
    double numbers = (double) depth * height * width * channels;
    if (numbers > Integer.MAX_VALUE) {
      throw Args.bad("the numbers of one sample", (long) numbers, "below 2^31", "Make it smaller.");
    }
  }

  /** A signal without depth. */
  public Signal(int height, int width, int channels) {
    this(1, height, width, channels);
  }

  /** A vector of so many numbers. */
  public static Signal vector(int channels) {
    return new Signal(1, 1, channels);
  }

  /** A text or a time series: so many tokens or steps, each with so many channels. */
  public static Signal tokens(int count, int channels) {
    return new Signal(1, count, channels);
  }

  /** An image, channels last. */
  public static Signal image(int height, int width, int channels) {
    return new Signal(height, width, channels);
  }

  /** A volume, channels last. */
  public static Signal volume(int depth, int height, int width, int channels) {
    return new Signal(depth, height, width, channels);
  }

  /** How many places: depth * height * width. */
  public int places() {
    return depth * height * width;
  }

  /** How many numbers one sample has: places * channels. */
  public int size() {
    return places() * channels;
  }

  /** The same places with other channels. */
  public Signal channels(int other) {
    return new Signal(depth, height, width, other);
  }

  /** Such as "256", "16 x 32" for tokens, "28 x 28 x 3" for images and "8 x 28 x 28 x 3". */
  @Override
  public String toString() {
    String volume = depth == 1 ? "" : depth + " x ";
    String image = height == 1 && depth == 1 ? "" : height + " x ";
    return (places() == 1 ? "" : volume + image + width + " x ") + channels;
  }
}
