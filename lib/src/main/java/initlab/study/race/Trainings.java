package initlab.study.race;

import initlab.base.Args;
import initlab.base.Parallel;
import initlab.init.Initializer;
import initlab.nn.Start;
import initlab.train.Histories;
import initlab.train.History;
import initlab.train.Training;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.LongFunction;
import java.util.stream.Stream;

/**
 * One training from several starts, each over many seeds, where a seed stands for its own weights
 * and, if the training wants it, its own data.
 *
 * <pre>{@code
 * Trainings.of(seed -> Training.of(plan, Data.xor(500, seed)).steps(1000).watch(Watch.rank(1)))
 *     .compare(Init.constant(0.5), Init.xavierNormal()).run().table("accuracy", "rank of W1")
 * }</pre>
 *
 * @param training what is run with a seed
 * @param starts what is compared
 * @param seedCount how many seeds, from seed 1 on
 */
public record Trainings(LongFunction<Training> training, List<Start> starts, int seedCount) {

  public Trainings {
    Args.atLeast(1, seedCount, "the number of seeds", "An interval wants 10.");
    starts = List.copyOf(starts);
  }

  /** This training with 10 seeds; say which starts. */
  public static Trainings of(LongFunction<Training> training) {
    return new Trainings(training, List.of(), 10);
  }

  /** The same over so many seeds. */
  public Trainings seeds(int count) {
    return new Trainings(training, starts, count);
  }

  /** The same with these initializers too. */
  public Trainings compare(Initializer... initializers) {
    return and(Stream.of(initializers).map(Start::drawn).toArray(Start[]::new));
  }

  /** The same with these starts too. */
  public Trainings and(Start... more) {
    return new Trainings(
        training, Stream.concat(starts.stream(), Stream.of(more)).toList(), seedCount);
  }

  /** Trains everything, once. */
  public Trained run() {
    Args.atLeast(1, starts.size(), "the number of starts", "Add some: compare(Init.zeros()).");
    List<Callable<History>> tasks = new ArrayList<>();
    for (Start start : starts) {
      for (long seed = 1; seed <= seedCount; seed++) {
        long s = seed;
        tasks.add(() -> training.apply(s).from(start, s));
      }
    }
    List<History> all = Parallel.all(tasks);
    List<Histories> rows = new ArrayList<>();
    for (int i = 0; i < starts.size(); i++) {
      List<History> own = all.subList(i * seedCount, (i + 1) * seedCount);
      rows.add(new Histories(starts.get(i).name(), own));
    }
    return new Trained(rows);
  }
}
