package initlab.study.race;

import initlab.base.Args;
import initlab.init.Initializer;
import initlab.nn.Start;
import initlab.train.Training;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * The same training from several starts, each over several learning rates, each with several seeds;
 * every start is shown with the rate that suited it best, by the median accuracy and then loss.
 *
 * <pre>{@code
 * Race.of(rate -> Training.of(plan, data).sgd(rate).steps(200)).rates(0.01, 0.1).seeds(10)
 *     .compare(Init.xavierNormal(), Init.heNormal()).run().table()
 * }</pre>
 *
 * @param training what is run with a learning rate
 * @param rates the learning rates to try
 * @param seedCount how many seeds each
 * @param starts what is compared
 */
public record Race(
    DoubleFunction<Training> training, List<Double> rates, int seedCount, List<Start> starts) {

  public Race {
    rates = List.copyOf(rates);
    starts = List.copyOf(starts);
    Args.atLeast(1, seedCount, "the number of seeds", "An interval wants 10.");
  }

  /** A race of this training with 10 seeds; say which rates and starts. */
  public static Race of(DoubleFunction<Training> training) {
    return new Race(training, List.of(), 10, List.of());
  }

  /** The same race with these learning rates. */
  public Race rates(double... tried) {
    return new Race(training, DoubleStream.of(tried).boxed().toList(), seedCount, starts);
  }

  /** The same race over so many seeds. */
  public Race seeds(int count) {
    return new Race(training, rates, count, starts);
  }

  /** The same race with these initializers too. */
  public Race compare(Initializer... initializers) {
    return and(Stream.of(initializers).map(Start::drawn).toArray(Start[]::new));
  }

  /** The same race with these starts too. */
  public Race and(Start... more) {
    return new Race(
        training, rates, seedCount, Stream.concat(starts.stream(), Stream.of(more)).toList());
  }

  /** Trains everything, once. */
  public Raced run() {
    Args.atLeast(1, rates.size(), "the number of rates", "Try factors of 3: rates(0.01, 0.03).");
    Args.atLeast(1, starts.size(), "the number of starts", "Add some: compare(Init.heNormal()).");
    List<Raced.Entry> entries = new ArrayList<>();
    for (Start start : starts) {
      for (double rate : rates) {
        var runs = training.apply(rate).over(seedCount, start);
        entries.add(new Raced.Entry(start.name(), rate, runs));
      }
    }
    return new Raced(this, entries);
  }
}
