package initlab.train;

import initlab.base.Args;
import initlab.base.Numbers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The histories of one training from one start over many seeds.
 *
 * @param start the name of the start
 * @param runs one history for each seed
 */
public record Histories(String start, List<History> runs) {

  public Histories {
    runs = List.copyOf(runs);
    Args.atLeast(1, runs.size(), "the number of runs", "Train with one seed at least.");
  }

  /**
   * The steps at which the networks were looked at: those of the run that was looked at longest.
   */
  public int[] steps() {
    return longest().steps().clone();
  }

  private History longest() {
    History most = runs.get(0);
    for (History run : runs) {
      most = run.steps().length > most.steps().length ? run : most;
    }
    return most;
  }

  /**
   * One profile a run, each as long as {@link #steps}: where a run had reached its aim, its last
   * number is held; where it had diverged, it is infinity for the loss and NaN for all else.
   */
  public List<double[]> profiles(String name) {
    int length = longest().steps().length;
    List<double[]> all = new ArrayList<>();
    for (History run : runs) {
      double[] own = run.steps().length == 0 ? new double[0] : run.series(name);
      double[] profile = Arrays.copyOf(own, length);
      Arrays.fill(profile, own.length, length, after(run, name));
      all.add(profile);
    }
    return all;
  }

  private static double after(History run, String name) {
    if (!run.diverged()) {
      return run.last(name);
    }
    return name.equals("loss") ? Double.POSITIVE_INFINITY : Double.NaN;
  }

  /** The last number of a series in every run, as {@link #profiles} holds it. */
  public double[] last(String name) {
    return runs.stream()
        .mapToDouble(run -> run.diverged() ? after(run, name) : run.last(name))
        .toArray();
  }

  /** The median over the runs, look by look; NaN runs are left out. */
  public double[] median(String name) {
    return quantile(name, 0.5);
  }

  /**
   * A quantile over the runs, look by look; NaN runs are left out.
   *
   * @param p 0 (smallest) to 1 (largest)
   */
  public double[] quantile(String name, double p) {
    List<double[]> profiles = profiles(name);
    double[] out = new double[profiles.get(0).length];
    for (int i = 0; i < out.length; i++) {
      int look = i;
      out[i] = quantile(profiles.stream().mapToDouble(profile -> profile[look]).toArray(), p);
    }
    return out;
  }

  /** The median of the steps made: until the aim was reached, training diverged, or ended. */
  public double medianSteps() {
    return quantile(runs.stream().mapToDouble(run -> run.ending().step()).toArray(), 0.5);
  }

  /** The median of the steps to the aim; a run that did not reach it counts as infinite. */
  public double medianStepsToAim() {
    return quantile(
        runs.stream()
            .mapToDouble(
                run ->
                    run.ending().kind() == Ending.Kind.REACHED
                        ? run.ending().step()
                        : Double.POSITIVE_INFINITY)
            .toArray(),
        0.5);
  }

  /** The median of the last losses; a run that diverged counts as infinite. */
  public double medianLoss() {
    return quantile(last("loss"), 0.5);
  }

  /** How many runs ended like this. */
  public int count(Ending.Kind kind) {
    return (int) runs.stream().filter(run -> run.ending().kind() == kind).count();
  }

  static double quantile(double[] values, double p) {
    if (!(p >= 0 && p <= 1)) {
      throw Args.bad("p", p, "0 to 1", "The median is 0.5.");
    }
    double[] sorted = Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
    if (sorted.length == 0) {
      return Double.NaN;
    }
    double at = p * (sorted.length - 1);
    double below = sorted[(int) Math.floor(at)];
    double above = sorted[(int) Math.ceil(at)];
    return below == above ? below : below + (at - Math.floor(at)) * (above - below);
  }

  @Override
  public String toString() {
    String name = longest().series().containsKey("accuracy") ? "accuracy" : "loss";
    double[] last = last(name);
    return String.format(
        Locale.ROOT,
        "%s, %s, %d seeds: %s median %s (5-95 %%: %s to %s); %d diverged",
        start,
        runs.get(0).training().optimizer(),
        runs.size(),
        name,
        Numbers.brief(quantile(last, 0.5)),
        Numbers.brief(quantile(last, 0.05)),
        Numbers.brief(quantile(last, 0.95)),
        count(Ending.Kind.DIVERGED));
  }
}
