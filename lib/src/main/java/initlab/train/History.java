package initlab.train;

import initlab.base.Args;
import initlab.base.Numbers;
import initlab.nn.Network;
import java.util.Locale;
import java.util.Map;

/**
 * One training, from its start to its end: what was asked, what was seen on the way, and the
 * trained network.
 *
 * @param training what was asked
 * @param start the name of the start
 * @param seed of the start and of the order of the samples
 * @param net the network as training left it
 * @param loss of each step's samples before the step; always finite
 * @param steps at which the network was looked at, from 0 (untrained) to the last
 * @param series what was seen, by name, one finite or NaN number for each entry of steps: "loss"
 *     and "accuracy" on all data, "update:data of W1" and so on, and every watch
 * @param ending how it ended
 */
public record History(
    Training training,
    String start,
    long seed,
    Network net,
    double[] loss,
    int[] steps,
    Map<String, double[]> series,
    Ending ending) {

  /** The name of the series of a layer's update:data ratio. */
  static String updateRatioOf(int layer) {
    return "update:data of W" + layer;
  }

  /**
   * The series of this name, one number for each entry of steps.
   *
   * @throws IllegalArgumentException if there is none
   */
  public double[] series(String name) {
    double[] found = series.get(name);
    if (found == null) {
      throw Args.bad("the series", name, "one of " + series.keySet(), "Add it with watch(...).");
    }
    return found;
  }

  /** The last number of a series; NaN if training diverged before the first look. */
  public double last(String name) {
    if (steps.length == 0) {
      return Double.NaN;
    }
    return series(name)[steps.length - 1];
  }

  /** The loss on all data at the last look. */
  public double finalLoss() {
    return last("loss");
  }

  /** The share of all samples in the right class at the last look; NaN where there are none. */
  public double accuracy() {
    return series.containsKey("accuracy") ? last("accuracy") : Double.NaN;
  }

  /**
   * std of the update / std of the weights, for layer 1 ... L: of the update that follows the look,
   * at the last look of the one before. About 0.001 is a rule of thumb. Weights that are all equal
   * have no spread: the ratio is then infinite, or NaN if the update has none either.
   */
  public double[] updateRatio(int layer) {
    return series(updateRatioOf(layer));
  }

  /** Whether the loss stopped being a finite number. */
  public boolean diverged() {
    return ending.kind() == Ending.Kind.DIVERGED;
  }

  @Override
  public String toString() {
    String accuracy =
        series.containsKey("accuracy") ? " Accuracy " + Numbers.fixed(accuracy()) + "." : "";
    return String.format(
        Locale.ROOT, "%s; start %s, seed %d. %s%s", training, start, seed, ending, accuracy);
  }
}
