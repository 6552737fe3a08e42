package initlab.study.race;

import initlab.base.Args;
import initlab.base.Numbers;
import initlab.init.Init;
import initlab.init.Initializer;
import initlab.train.Training;
import initlab.view.figure.Figure;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongFunction;

/**
 * Every scale of the weights, before training and after it: N(0, std^2) for so many values of std,
 * in one picture.
 *
 * <pre>{@code
 * ScaleSweep.of(0.02, 2, 20).rates(0.01, 0.1).seeds(10)
 *     .train("3 hidden layers", seed -> Training...)
 *     .train("10 hidden layers", seed -> Training...).plot()
 * }</pre>
 */
public final class ScaleSweep {
  private final double[] stds;
  private final double[] rates;
  private final int seeds;
  private final List<SweptScales> trained;

  private ScaleSweep(double[] stds, double[] rates, int seeds, List<SweptScales> trained) {
    this.stds = stds;
    this.rates = rates;
    this.seeds = seeds;
    this.trained = List.copyOf(trained);
  }

  /**
   * So many values of std, evenly spaced in decades and rounded to two digits; 10 seeds.
   *
   * @throws IllegalArgumentException unless 0 &lt; lowest &lt; highest, finite, and count &gt;= 2
   */
  public static ScaleSweep of(double lowest, double highest, int count) {
    Args.atLeast(2, count, "the number of scales", "20 make a smooth curve.");
    Args.positive(lowest, "the lowest std", "0.02 is small in a net 16 wide.");
    if (!(highest > lowest && highest < Double.POSITIVE_INFINITY)) {
      throw Args.bad(
          "the highest std", highest, "more than " + Numbers.exact(lowest), "Swap the two.");
    }
    double[] stds = new double[count];
    Arrays.setAll(
        stds, i -> rounded(lowest * Math.pow(highest / lowest, (double) i / (count - 1))));
    return new ScaleSweep(Arrays.stream(stds).distinct().toArray(), new double[0], 10, List.of());
  }

  private static double rounded(double std) {
    return new BigDecimal(std).round(new MathContext(2)).doubleValue();
  }

  /** The same, every scale at that of these learning rates which suits it best, as in a race. */
  public ScaleSweep rates(double... tried) {
    return new ScaleSweep(stds, tried.clone(), seeds, trained);
  }

  /** The same over the seeds 1 ... count, at least one. */
  public ScaleSweep seeds(int count) {
    Args.atLeast(1, count, "the number of seeds", "An interval wants 10.");
    return new ScaleSweep(stds, rates, count, trained);
  }

  /**
   * Measures and trains one kind of net from every scale, now; its training names held-out data, if
   * accuracy is to be that of points not trained on.
   *
   * @param name of the curve
   * @param training from the seed to what is trained; it is called on several threads
   */
  public ScaleSweep train(String name, LongFunction<Training> training) {
    Initializer[] rules = Arrays.stream(stds).mapToObj(Init::normal).toArray(Initializer[]::new);
    Race race = Race.of(training).seeds(seeds).compare(rules);
    Race tried = rates.length > 0 ? race.rates(rates) : race;
    List<SweptScales> more = new ArrayList<>(trained);
    more.add(SweptScales.of(name, stds, rules, training.apply(1), tried.run()));
    return new ScaleSweep(stds, rates, seeds, more);
  }

  /** Second moment of the last hidden layer before training beside the accuracy after it. */
  public Figure plot() {
    return SweptScales.figure(trained);
  }

  /** The loss of step 0, before anything is learned, with that of an output of 0 as a line. */
  public Figure startLoss() {
    return SweptScales.startLosses(trained);
  }

  /**
   * The smallest std from which this net learned: whose median accuracy over the seeds is at least
   * this; NaN where there is none.
   *
   * @throws IllegalArgumentException if no net has this name
   */
  public double smallest(String name, double accuracy) {
    return of(name).learned(accuracy).min().orElse(Double.NaN);
  }

  /** The largest such std. */
  public double largest(String name, double accuracy) {
    return of(name).learned(accuracy).max().orElse(Double.NaN);
  }

  /** How many of the scales this net learned from: median accuracy at least this. */
  public long count(String name, double accuracy) {
    return of(name).learned(accuracy).count();
  }

  /**
   * The median second moment of a net's last hidden layer before training.
   *
   * @param std one of the scales, such as {@link #smallest} gives
   * @throws IllegalArgumentException if no net has this name, or this scale was not tried
   */
  public double moment(String name, double std) {
    return of(name).moment(std);
  }

  /**
   * A net's median loss at step 0, as {@link #startLoss()} draws it.
   *
   * @param std one of the scales
   * @throws IllegalArgumentException if no net has this name, or this scale was not tried
   */
  public double startLoss(String name, double std) {
    return of(name).startLoss(std);
  }

  private SweptScales of(String name) {
    List<String> names = trained.stream().map(SweptScales::name).toList();
    int at = names.indexOf(name);
    if (at < 0) {
      throw Args.bad("the name of a net", name, "one of " + names, "Train it first: train(...).");
    }
    return trained.get(at);
  }
}
