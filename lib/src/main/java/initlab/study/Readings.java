package initlab.study;

import initlab.base.Args;
import initlab.math.Interval;
import initlab.study.probe.Measure;

/**
 * The numbers of a study at one place of the net, start by start, over its seeds: asked by the name
 * of the start, and by what was measured where it is not the second moment of activations.
 *
 * <pre>{@code
 * seen.median("He")                      // E a^2 of the last layer
 * seen.at(10).median("He")               // of layer 10
 * seen.interval("He", Measure.GRADIENT)  // median, 5 % and 95 % of the gradient at the input
 * }</pre>
 */
public interface Readings {

  /**
   * Median, 5 % and 95 % quantile over the seeds.
   *
   * @throws IllegalArgumentException if there is no such start, or the measure was not taken
   */
  Interval interval(String start, Measure measure);

  /**
   * The median over the seeds and its own uncertainty, see {@link Interval#ofMedian}.
   *
   * @throws IllegalArgumentException as {@link #interval(String, Measure)}
   */
  Interval medianInterval(String start, Measure measure);

  /** Median, 5 % and 95 % quantile of the second moment of activations, E a^2. */
  default Interval interval(String start) {
    return interval(start, Measure.ACTIVATION);
  }

  /** The median of the second moment of activations, E a^2, and its own uncertainty. */
  default Interval medianInterval(String start) {
    return medianInterval(start, Measure.ACTIVATION);
  }

  /** The median over the seeds of the second moment of activations, E a^2. */
  default double median(String start) {
    return median(start, Measure.ACTIVATION);
  }

  /** The median over the seeds of what was measured. */
  default double median(String start, Measure measure) {
    return interval(start, measure).median();
  }

  /** The root mean square of activations, sqrt(E a^2): their size; the root of the median. */
  default double rms(String start) {
    return rms(start, Measure.ACTIVATION);
  }

  /**
   * The root mean square of what was measured: the root of the median of its second moment.
   *
   * @throws IllegalArgumentException if the measure is not a second moment
   */
  default double rms(String start, Measure measure) {
    if (!measure.secondMoment()) {
      throw Args.bad(
          "the measure", measure, "a second moment", "Its root alone is a size: use median(...).");
    }
    return Math.sqrt(median(start, measure));
  }
}
