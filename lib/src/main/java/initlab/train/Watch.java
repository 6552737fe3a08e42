package initlab.train;

import initlab.base.Args;
import initlab.math.Rank;
import initlab.nn.Network;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.function.ToDoubleFunction;
import org.ejml.data.DMatrixRMaj;

/**
 * A number looked up in the network while it trains.
 *
 * @param name of the series in the history
 * @param number from the network, which it must not modify
 */
public record Watch(String name, ToDoubleFunction<Network> number) {

  public Watch {
    Args.notBlank(Args.given(name, "the watch's name", "Such as \"rank\"."), "the watch's name");
    Args.given(number, "the watch's function", "Such as net -> Rank.of(net.layer(1).weights()).");
  }

  /** The numerical rank of the weights of layer 1 ... L, see {@link Rank}. */
  public static Watch rank(int layer) {
    return new Watch("rank of W" + layer, net -> Rank.of(net.layer(layer).weights()));
  }

  /**
   * How far the neurons of layer 1 ... L differ: the largest difference between two entries of one
   * row of W (in x out), exactly 0 while all neurons are one.
   */
  public static Watch spread(int layer) {
    return new Watch("spread of W" + layer, net -> spread(net.layer(layer).weights()));
  }

  private static double spread(DMatrixRMaj w) {
    double most = 0;
    for (int row = 0; row < w.numRows; row++) {
      double low = Double.POSITIVE_INFINITY;
      double high = Double.NEGATIVE_INFINITY;
      for (int col = 0; col < w.numCols; col++) {
        low = Math.min(low, w.get(row, col));
        high = Math.max(high, w.get(row, col));
      }
      most = Math.max(most, high - low);
    }
    return most;
  }

  /**
   * The number now.
   *
   * @throws IllegalStateException naming the watch, if its function throws
   * @throws CancellationException if the function stopped because the cell was interrupted
   */
  double look(Network net, int step) {
    try {
      return number.applyAsDouble(net);
    } catch (CancellationException interrupted) {
      throw interrupted;
    } catch (RuntimeException failed) {
      throw new IllegalStateException(
          String.format(
              Locale.ROOT,
              "The watch \"%s\" failed at step %d: %s. Mend its function.",
              name,
              step,
              failed.getMessage()),
          failed);
    }
  }
}
