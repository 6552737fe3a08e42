package initlab.train;

import initlab.base.Args;
import initlab.base.Numbers;
import initlab.nn.Network;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * One training, from its start to its end: what was asked, what was seen on the way, and the
 * trained network.
 */
public final class History {
  /** The series of the loss on data that training never saw. */
  static final String HELD_OUT_LOSS = "held-out loss";

  /** The series of the share of such samples in the right class. */
  static final String HELD_OUT_ACCURACY = "held-out accuracy";

  private static final String RATIO = "update:data of ";

  private final Training training;
  private final String start;
  private final long seed;
  private final Network net;
  private final double[] loss;
  private final int[] steps;
  private final Map<String, double[]> series;
  private final Ending ending;

  /** Keeps the arrays as they are: nobody else may hold them. */
  History(
      Training training,
      String start,
      long seed,
      Network net,
      double[] loss,
      int[] steps,
      Map<String, double[]> series,
      Ending ending) {
    this.training = training;
    this.start = start;
    this.seed = seed;
    this.net = net;
    this.loss = loss;
    this.steps = steps;
    this.series = new LinkedHashMap<>(series);
    this.ending = ending;
  }

  /** The name of the series of a weight's update:data ratio. */
  static String updateRatioOf(String weight) {
    return RATIO + weight;
  }

  /** Whether every history has, or may have, a series of this name. */
  static boolean isTaken(String name) {
    return name.equals("loss") || name.equals("accuracy") || name.startsWith(RATIO);
  }

  /** What was asked. */
  public Training training() {
    return training;
  }

  /** The name of the start. */
  public String start() {
    return start;
  }

  /** The seed of the start and of the order of the samples. */
  public long seed() {
    return seed;
  }

  /** The network as training left it; it is not copied. */
  public Network net() {
    return net;
  }

  /** The loss of each step's samples before the step, all finite; the array is the caller's own. */
  public double[] loss() {
    return loss.clone();
  }

  /**
   * The steps at which the network was looked at, from 0 (untrained) to the last; the array is the
   * caller's own.
   */
  public int[] steps() {
    return steps.clone();
  }

  /**
   * The names of what was seen: "loss" and "accuracy" on all data, "held-out loss" and "held-out
   * accuracy" where there are held-out data, "update:data of W1" and so on, and every watch.
   */
  public Set<String> names() {
    return new LinkedHashSet<>(series.keySet());
  }

  /**
   * The series of this name, one finite or NaN number for each entry of steps; the array is the
   * caller's own.
   *
   * @throws IllegalArgumentException if there is none
   */
  public double[] series(String name) {
    double[] found = series.get(name);
    if (found == null) {
      throw Args.bad("the series", name, "one of " + series.keySet(), "Add it with watch(...).");
    }
    return found.clone();
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
   * std of the update / std of the weights, for layer 1 ... L: of the update right after each look;
   * the last entry repeats the final update. About 0.001 is a rule of thumb. Weights that are all
   * equal have no spread: the ratio is then infinite, or NaN if the update has none either.
   */
  public double[] updateRatio(int layer) {
    return series(updateRatioOf("W" + layer));
  }

  /** How it ended. */
  public Ending ending() {
    return ending;
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
