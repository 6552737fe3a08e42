package initlab.study.race;

import initlab.math.Interval;
import initlab.train.Histories;
import java.util.List;

/**
 * One start with one learning rate.
 *
 * @param rate the learning rate; NaN where the training's own was taken
 * @param runs one history for each seed
 */
record Entry(double rate, Histories runs) {
  String start() {
    return runs.start();
  }

  /** At the end, over the seeds; 0 where there are no classes to be right about. */
  Interval accuracy() {
    return runs.has("accuracy") ? runs.end("accuracy") : Interval.of(0);
  }

  /** At the end, the median over the seeds. */
  double loss() {
    return runs.end("loss").median();
  }

  /** The names of the starts, in the order asked. */
  static List<String> names(List<Entry> entries) {
    return entries.stream().map(Entry::start).distinct().toList();
  }
}
