package initlab.study.race;

import initlab.base.Numbers;
import initlab.math.Interval;
import initlab.train.Histories;
import initlab.train.History;
import initlab.train.Training;
import initlab.train.data.Dataset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One start with one learning rate.
 *
 * @param rate the learning rate; NaN where the training's own was taken
 * @param runs one history for each seed
 */
record Entry(double rate, Histories runs) {
  /** What has learned something has a loss below this part of that of an output of 0. */
  private static final double BELOW = 0.95;

  /**
   * Those of a race.
   *
   * @param all its runs: start by start, rate by rate, seed by seed
   * @param rates those tried; none for the training's own
   */
  static List<Entry> of(List<History> all, List<Double> rates, int seeds) {
    List<Entry> entries = new ArrayList<>();
    for (int at = 0; at < all.size(); at += seeds) {
      double rate = rates.isEmpty() ? Double.NaN : rates.get(entries.size() % rates.size());
      List<History> own = all.subList(at, at + seeds);
      entries.add(new Entry(rate, new Histories(own.get(0).start(), own)));
    }
    return entries;
  }

  String start() {
    return runs.start();
  }

  /** On the training data at the end, over the seeds; infinite for a run that diverged. */
  Interval loss() {
    return runs.end("loss");
  }

  /** What a figure calls it: the start, and its rate where rates were tried. */
  String label() {
    return Double.isNaN(rate) ? start() : start() + ", rate " + Numbers.brief(rate);
  }

  /** The accuracy that a reader wants to see: on held-out data, else on the training data. */
  static Optional<String> accuracy(List<Entry> entries) {
    return Stream.of("held-out accuracy", "accuracy")
        .filter(name -> entries.stream().anyMatch(entry -> entry.runs().has(name)))
        .findFirst();
  }

  /** The loss of an output of 0 on the data of a training, by its loss. */
  static double lossOfZero(Training training) {
    Dataset data = training.data();
    return new Dataset(data.name(), data.x(), data.y(), training.loss()).lossOfZero();
  }

  /** The share of runs whose loss at the end is not below 95 % of that of an output of 0. */
  double shareAtChance() {
    double[] last = runs.last("loss");
    long stuck =
        IntStream.range(0, last.length)
            .filter(i -> !(last[i] < BELOW * lossOfZero(runs.runs().get(i).training())))
            .count();
    return (double) stuck / last.length;
  }

  /** The names of the starts, in the order asked. */
  static List<String> names(List<Entry> entries) {
    return entries.stream().map(Entry::start).distinct().toList();
  }
}
