package initlab.view.sketch;

import java.util.stream.IntStream;

/**
 * One layer's neurons.
 *
 * @param layer 0 for the input
 * @param width how many neurons there are
 */
record Column(int layer, int width) {
  private static final int MOST = 6;

  /** How many places the column has, one above the other. */
  int places() {
    return Math.min(MOST, width);
  }

  /** Whether neurons are left out: three dots then stand in the place before the last. */
  boolean isCut() {
    return width > MOST;
  }

  /** The places that hold a neuron. */
  int[] circles() {
    return IntStream.range(0, places()).filter(i -> !isDots(i)).toArray();
  }

  boolean isDots(int place) {
    return isCut() && place == MOST - 2;
  }
}
