package initlab.study.race;

import initlab.math.Interval;
import initlab.train.Histories;

/**
 * The numbers of a race, start by start, over its seeds: those of the start's runs with the rate
 * that suited it best. A run that diverged counts as the worst there is.
 *
 * <pre>{@code
 * race.median("He", "held-out accuracy")
 * race.stepsTo("He", 0.1)          // median, 5 % and 95 % of the steps
 * }</pre>
 */
public interface RaceReadings {

  /** All runs of a start with the rate that suited it best. */
  Histories best(String start);

  /** Median and 5-95 % over the seeds of the last number of a series: "accuracy", "loss". */
  default Interval interval(String start, String series) {
    return best(start).end(series);
  }

  /** The median over the seeds of the last number of a series. */
  default double median(String start, String series) {
    return interval(start, series).median();
  }

  /** In how many seeds the last number of this series is at least this large. */
  default int count(String start, String series, double atLeast) {
    return best(start).count(series, atLeast);
  }

  /** The largest number of a series, in any seed at any look; NaN if one is. */
  default double largest(String start, String series) {
    return best(start).largest(series);
  }

  /**
   * The step of the first look at which a series' median is at least this large; -1 for never,
   * which {@link #firstStepInWords} says in words.
   */
  default int firstStep(String start, String series, double atLeast) {
    return best(start).firstStep(series, atLeast);
  }

  /** The same for a reader: "460", or "never". */
  default String firstStepInWords(String start, String series, double atLeast) {
    int step = firstStep(start, series, atLeast);
    return step < 0 ? "never" : "" + step;
  }

  /**
   * The steps to the first look at which the loss on the training data is at most this, over the
   * seeds: median and 5-95 %. A run in which it never is counts as infinite.
   */
  default Interval stepsTo(String start, double loss) {
    return best(start).stepsTo("loss", loss);
  }
}
