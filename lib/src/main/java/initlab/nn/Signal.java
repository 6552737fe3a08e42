package initlab.nn;

import initlab.base.Args;

/**
 * What one sample is between two layers: places, each with so many channels. A vector is one place,
 * a text has a place for each token, an image one for each pixel.
 *
 * <p>A batch is a matrix with a row for each place, (batch * places x channels): what treats all
 * places alike, as a dense layer does, need not know how many there are.
 *
 * @param height rows of an image; 1 for a vector or a text
 * @param width columns of an image, or the tokens of a text; 1 for a vector
 * @param channels numbers at each place
 */
public record Signal(int height, int width, int channels) {

  public Signal {
    Args.atLeast(1, height, "the height of a signal", "An image has a row at least.");
    Args.atLeast(1, width, "the width of a signal", "A text has a token at least.");
    Args.atLeast(1, channels, "the channels of a signal", "Carry one number at least.");
    long numbers = (long) height * width * channels;
    if (numbers > Integer.MAX_VALUE) {
      throw Args.bad("the numbers of one sample", numbers, "below 2^31", "Make it smaller.");
    }
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

  /** How many places: height * width. */
  public int places() {
    return height * width;
  }

  /** How many numbers one sample has: places * channels. */
  public int size() {
    return places() * channels;
  }

  /** The same places with other channels. */
  public Signal channels(int other) {
    return new Signal(height, width, other);
  }

  /** Such as "256", "16 x 32" for tokens and "28 x 28 x 3" for images. */
  @Override
  public String toString() {
    String ofPlace = height == 1 ? width + " x " : height + " x " + width + " x ";
    return (places() == 1 ? "" : ofPlace) + channels;
  }
}
