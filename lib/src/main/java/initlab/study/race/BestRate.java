package initlab.study.race;

import initlab.base.Args;
import java.util.Comparator;
import java.util.List;

/**
 * Which of the learning rates tried suited a start best: where a loss was asked for, the fewest
 * steps to it; else the lowest loss on the training data at the end, by the median over seeds and
 * then by the 95 % quantile; then the smallest rate. Held-out data take no part. What is not a
 * number is worse than any number.
 */
final class BestRate {
  private static final Comparator<Entry> BEST_FIRST =
      Comparator.comparingDouble((Entry e) -> e.runs().stepsToAim().median())
          .thenComparingDouble(e -> e.loss().median())
          .thenComparingDouble(e -> e.loss().high())
          .thenComparingDouble(Entry::rate);

  private BestRate() {}

  /** Every start with its best rate, in the order asked. */
  static List<Entry> each(List<Entry> entries) {
    return Entry.names(entries).stream().map(start -> of(entries, start)).toList();
  }

  /**
   * A start's entry with the best rate.
   *
   * @throws IllegalArgumentException if there is no such start
   */
  static Entry of(List<Entry> entries, String start) {
    return entries.stream()
        .filter(entry -> entry.start().equals(start))
        .sorted(BEST_FIRST)
        .findFirst()
        .orElseThrow(
            () ->
                Args.bad(
                    "the name of a start",
                    start,
                    "one of " + Entry.names(entries),
                    "See the table."));
  }

  /**
   * The entries of this rate, one a start.
   *
   * @throws IllegalArgumentException if it was not tried
   */
  static List<Entry> at(List<Entry> entries, double rate) {
    List<Entry> own = entries.stream().filter(entry -> entry.rate() == rate).toList();
    if (own.isEmpty()) {
      List<Double> tried = entries.stream().map(Entry::rate).distinct().toList();
      throw Args.bad("the learning rate", rate, "one of " + tried, "See rates(\"loss\").");
    }
    return own;
  }
}
