package initlab.train;

import initlab.base.Args;
import initlab.base.Numbers;
import initlab.base.Parallel;
import initlab.base.Progress;
import initlab.math.Band;
import initlab.math.Interval;
import initlab.nn.Start;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

/**
 * The histories of one training from one start over many seeds.
 *
 * <p>A run that diverged takes part: from then on its loss is infinite and its accuracy 0, for it
 * puts no sample into the right class. Anything else is then NaN, and so is the median over the
 * runs.
 *
 * @param start the name of the start
 * @param runs one history for each seed
 */
public record Histories(String start, List<History> runs) {

  public Histories {
    runs = List.copyOf(runs);
    Args.atLeast(1, runs.size(), "the number of runs", "Train with one seed at least.");
  }

  /** One for each seed 1 ... seeds, trained side by side. */
  static Histories of(Training training, int seeds, Start start) {
    Args.atLeast(1, seeds, "the number of seeds", "An interval wants 10.");
    List<Callable<History>> tasks = new ArrayList<>();
    try (Progress progress = Progress.of("steps", (long) seeds * training.stepCount())) {
      for (long seed = 1; seed <= seeds; seed++) {
        Progress.checkInterrupted((int) seed);
        long s = seed;
        tasks.add(() -> new TrainingRun(training, start, s).go(progress));
      }
      return new Histories(start.name(), Parallel.all(tasks));
    }
  }

  /**
   * The steps at which the networks were looked at: those of the run that was looked at longest.
   */
  public int[] steps() {
    return longest().steps();
  }

  private History longest() {
    History most = runs.get(0);
    for (History run : runs) {
      most = run.steps().length > most.steps().length ? run : most;
    }
    return most;
  }

  /** Whether the runs were asked for this series; one that diverged at once knows no series. */
  public boolean has(String name) {
    return longest().names().contains(name);
  }

  /**
   * One profile a run, each as long as {@link #steps}: where a run had reached its aim, its last
   * number is held; where it had diverged, it is infinity for the loss, 0 for the accuracy and NaN
   * for all else.
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
    return switch (name) {
      case "loss", History.HELD_OUT_LOSS -> Double.POSITIVE_INFINITY;
      case "accuracy", History.HELD_OUT_ACCURACY -> 0;
      default -> Double.NaN;
    };
  }

  /** The last number of a series in every run, as {@link #profiles} holds it. */
  public double[] last(String name) {
    return runs.stream()
        .mapToDouble(run -> run.diverged() ? after(run, name) : run.last(name))
        .toArray();
  }

  /** Median and 5-95 % over the runs, look by look: at(0) is the first look. */
  public Band band(String name) {
    return Band.of(profiles(name));
  }

  /** Median and 5-95 % over the runs of a series' last number. */
  public Interval end(String name) {
    return Interval.of(last(name));
  }

  /** The steps to the aim over the runs; a run that did not reach it counts as infinite. */
  public Interval stepsToAim() {
    return Interval.of(
        runs.stream().map(History::ending).mapToDouble(Histories::stepsToAim).toArray());
  }

  private static double stepsToAim(Ending ending) {
    return ending.kind() == Ending.Kind.REACHED ? ending.step() : Double.POSITIVE_INFINITY;
  }

  /**
   * The step of the first look at which a series is at most this large, over the runs; a run in
   * which it never is counts as infinite.
   */
  public Interval stepsTo(String name, double atMost) {
    int[] steps = steps();
    return Interval.of(
        profiles(name).stream().mapToDouble(profile -> stepsTo(steps, profile, atMost)).toArray());
  }

  private static double stepsTo(int[] steps, double[] profile, double atMost) {
    for (int i = 0; i < profile.length; i++) {
      if (profile[i] <= atMost) {
        return steps[i];
      }
    }
    return Double.POSITIVE_INFINITY;
  }

  /** In how many runs the last number of this series is at least this large. */
  public int count(String name, double atLeast) {
    return (int) Arrays.stream(last(name)).filter(v -> v >= atLeast).count();
  }

  /** The largest number of a series, in any run at any look; NaN if one is. */
  public double largest(String name) {
    return profiles(name).stream()
        .flatMapToDouble(Arrays::stream)
        .reduce(Double.NEGATIVE_INFINITY, Math::max);
  }

  /** The step of the first look at which the median of a series is at least this large; or -1. */
  public int firstStep(String name, double atLeast) {
    double[] median = band(name).median();
    for (int i = 0; i < median.length; i++) {
      if (median[i] >= atLeast) {
        return steps()[i];
      }
    }
    return -1;
  }

  /** How many runs ended like this. */
  public int count(Ending.Kind kind) {
    return (int) runs.stream().filter(run -> run.ending().kind() == kind).count();
  }

  @Override
  public String toString() {
    String name = has("accuracy") ? "accuracy" : "loss";
    Interval end = end(name);
    return String.format(
        Locale.ROOT,
        "%s, %s, %d seeds: %s median %s (5-95 %%: %s to %s); %d diverged",
        start,
        runs.get(0).training().optimizer(),
        runs.size(),
        name,
        Numbers.brief(end.median()),
        Numbers.brief(end.low()),
        Numbers.brief(end.high()),
        count(Ending.Kind.DIVERGED));
  }
}
