package initlab.study.race;

import initlab.base.Args;
import java.util.Comparator;
import java.util.List;

/**
 * Which of the learning rates tried suited a start best: the fewest steps to the loss asked for;
 * then the highest accuracy at the end, by the median over seeds and then by the 5 % quantile; then
 * the lowest median loss; then the smallest rate. What is not a number is worse than any number.
 */
final class BestRate {
  private static final Comparator<Entry> BEST_FIRST =
      Comparator.comparingDouble((Entry e) -> e.runs().stepsToAim().median())
          .thenComparingDouble(e -> -e.accuracy().median())
          .thenComparingDouble(e -> -e.accuracy().low())
          .thenComparingDouble(Entry::loss)
          .thenComparingDouble(Entry::rate);

  private BestRate() {}

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
}
