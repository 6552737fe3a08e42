package initlab.study.race;

import initlab.base.Args;
import initlab.base.Parallel;
import initlab.base.Progress;
import initlab.init.Initializer;
import initlab.nn.Start;
import initlab.train.Ending;
import initlab.train.Histories;
import initlab.train.History;
import initlab.train.Training;
import initlab.view.Table;
import initlab.view.figure.Figure;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.LongFunction;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * The same training from several starts, each over many seeds, where a seed stands for its own
 * weights and, if the training wants it, its own data; and over several learning rates, of which
 * every start is shown with the one that suited it best.
 *
 * <pre>{@code
 * Race.of(seed -> Training.of(plan, Data.xor(200, seed)).steps(400))
 *     .rates(0.03, 0.1, 0.3).seeds(10)
 *     .compare(Init.xavierNormal(), Init.heNormal()).run().plot("loss", "accuracy")
 * }</pre>
 */
public final class Race {
  private final LongFunction<Training> training;
  private final List<Double> rates;
  private final int seeds;
  private final List<Start> starts;

  private Race(LongFunction<Training> training, List<Double> rates, int seeds, List<Start> starts) {
    this.training = training;
    this.rates = rates;
    this.seeds = seeds;
    this.starts = List.copyOf(starts);
  }

  /**
   * A race of this training with 10 seeds, at its own learning rate; say which starts.
   *
   * @param training from the seed, 1, 2, ..., to what is trained; it is called on several threads
   */
  public static Race of(LongFunction<Training> training) {
    return new Race(training, List.of(), 10, List.of());
  }

  /**
   * The same race at these learning rates, in place of the one that the training names.
   *
   * @throws IllegalArgumentException if there are none, or unless each is positive and finite
   */
  public Race rates(double... tried) {
    Args.atLeast(1, tried.length, "the number of rates", "Try factors of 3: rates(0.01, 0.03).");
    for (double rate : tried) {
      Args.positive(rate, "a learning rate", "Try factors of 3: rates(0.01, 0.03).");
    }
    return new Race(training, DoubleStream.of(tried).distinct().boxed().toList(), seeds, starts);
  }

  /** The same race over the seeds 1 ... count, at least one. */
  public Race seeds(int count) {
    Args.atLeast(1, count, "the number of seeds", "An interval wants 10.");
    return new Race(training, rates, count, starts);
  }

  /** The same race with these initializers too. */
  public Race compare(Initializer... initializers) {
    return and(Stream.of(initializers).map(Start::drawn).toArray(Start[]::new));
  }

  /**
   * The same race with these starts too.
   *
   * @throws IllegalArgumentException if two starts have one name
   */
  public Race and(Start... more) {
    List<Start> all = new ArrayList<>(starts);
    for (Start start : more) {
      if (all.stream().anyMatch(known -> known.name().equals(start.name()))) {
        String cure = "Give this one a name of its own: named(\"...\").";
        throw Args.bad("the name of a start", start.name(), "one that no other start has", cure);
      }
      all.add(start);
    }
    return new Race(training, rates, seeds, all);
  }

  /**
   * Trains everything, once, several nets side by side.
   *
   * @throws IllegalArgumentException if nothing is compared
   */
  public Result run() {
    Args.atLeast(1, starts.size(), "the number of starts", "Add some: compare(Init.heNormal()).");
    List<Callable<History>> tasks = new ArrayList<>();
    int tries = Math.max(1, rates.size());
    try (var progress = Progress.of("trainings", (long) starts.size() * tries * seeds)) {
      for (Start start : starts) {
        for (int rate = 0; rate < tries; rate++) {
          for (long seed = 1; seed <= seeds; seed++) {
            tasks.add(task(start, rate, seed, progress));
          }
        }
      }
      return new Result(Entry.of(Parallel.all(tasks), rates, seeds), false);
    }
  }

  private Callable<History> task(Start start, int rate, long seed, Progress progress) {
    return () -> {
      Training plain =
          Args.given(
              training.apply(seed),
              "the training of seed " + seed,
              "Return one: Training.of(...).");
      Training own =
          rates.isEmpty() ? plain : plain.with(plain.optimizer().atRate(rates.get(rate)));
      History run = own.from(start, seed).withoutNet();
      progress.step();
      return run;
    };
  }

  /**
   * How a race ended. A start's numbers are those with the learning rate that suited it best: where
   * a loss was asked for, the one that took the fewest steps to it; where no rate got there, or
   * none was asked for, the one with the lowest loss on the training data at the end (first the
   * median over seeds, then the 95 % quantile). Of equally good rates it is the smallest. Held-out
   * data take no part in the choice. A run that diverged counts as the worst: its loss is infinite,
   * its accuracy 0.
   */
  public static final class Result implements RaceReadings {
    private final List<Entry> entries;
    private final boolean logSteps;

    private Result(List<Entry> entries, boolean logSteps) {
      this.entries = List.copyOf(entries);
      this.logSteps = logSteps;
    }

    /** The same with steps in decades in its figures; the look at step 0 has no place there. */
    public Result logSteps() {
      return new Result(entries, true);
    }

    /** Every start with every rate, as they were run. */
    List<Entry> entries() {
      return entries;
    }

    /**
     * All runs of a start with the rate that suited it best.
     *
     * @throws IllegalArgumentException if there is no such start
     */
    @Override
    public Histories best(String start) {
      return entry(start).runs();
    }

    /**
     * The learning rate that suited a start best; NaN if the race tried no rates.
     *
     * @throws IllegalArgumentException if there is no such start
     */
    public double bestRate(String start) {
      return entry(start).rate();
    }

    /** The same race at one learning rate alone; throws IllegalArgumentException if not tried. */
    public Result at(double rate) {
      return new Result(BestRate.at(entries, rate), logSteps);
    }

    private Entry entry(String start) {
      return BestRate.of(entries, start);
    }

    /**
     * The share of a start's runs that learned nothing: their loss at the end is not below 95 % of
     * that of an output of 0, which is log 2 for two classes. A run that diverged is among them.
     */
    public double shareAtChance(String start) {
      return entry(start).shareAtChance();
    }

    /** How many runs of a start, over all rates, reached the loss they were asked for. */
    public int reached(String start) {
      entry(start); // refuses an unknown name
      return entries.stream()
          .filter(e -> e.start().equals(start))
          .mapToInt(e -> e.runs().count(Ending.Kind.REACHED))
          .sum();
    }

    /** How many runs of all diverged. */
    public int diverged() {
      return entries.stream().mapToInt(e -> e.runs().count(Ending.Kind.DIVERGED)).sum();
    }

    /**
     * The last numbers of these series, one row a start: median and 5-95 % over seeds. None named
     * means the loss on the training data, and the accuracy, on held-out data where there are some.
     */
    public Table table(String... series) {
      return RacePages.table(entries, series);
    }

    /** Every start with every rate: the last number of a series, median and 5-95 % over seeds. */
    public Table rates(String series) {
      return RacePages.rates(entries, series);
    }

    /** Every start with every rate: how many seeds reached the loss they were asked for. */
    public Table reached() {
      return RacePages.reached(entries);
    }

    /**
     * Series over the steps, a panel each with its own scale: median and 5-95 % over seeds, and
     * beside every curve the start and its best rate. Accuracies are drawn from 0 to 1, all else in
     * decades. None named means those of {@link #table}.
     *
     * @throws IllegalArgumentException if a series is not known
     */
    public Figure plot(String... series) {
      return new RaceFigure(entries, logSteps, false).of(series);
    }

    /** The same with everything in plain values: median and 5-95 % over seeds. */
    public Figure plotLinear(String... series) {
      return new RaceFigure(entries, logSteps, true).of(series);
    }
  }
}
