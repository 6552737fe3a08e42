package initlab.study.race;

import initlab.base.Args;
import initlab.math.Interval;
import initlab.train.Histories;
import java.util.Comparator;
import java.util.List;

/**
 * One start with one learning rate.
 *
 * @param rate the learning rate; NaN where the training's own was taken
 * @param runs one history for each seed
 */
record Entry(double rate, Histories runs) {
  private static final Comparator<Entry> WORST_FIRST =
      Comparator.comparingDouble((Entry e) -> -e.runs().stepsToAim().median())
          .thenComparingDouble(e -> e.accuracy().median())
          .thenComparingDouble(e -> e.accuracy().low())
          .thenComparingDouble(e -> -e.loss())
          .thenComparingDouble(e -> -e.rate());

  String start() {
    return runs.start();
  }

  private Interval accuracy() {
    return runs.has("accuracy") ? runs.end("accuracy") : Interval.of(0);
  }

  private double loss() {
    return runs.end("loss").median();
  }

  /** A start's entry with the best rate. */
  static Entry best(List<Entry> entries, String start) {
    return entries.stream()
        .filter(entry -> entry.start().equals(start))
        .max(WORST_FIRST)
        .orElseThrow(
            () ->
                Args.bad(
                    "the name of a start", start, "one of " + names(entries), "See the table."));
  }

  /** The names of the starts, in the order asked. */
  static List<String> names(List<Entry> entries) {
    return entries.stream().map(Entry::start).distinct().toList();
  }
}
