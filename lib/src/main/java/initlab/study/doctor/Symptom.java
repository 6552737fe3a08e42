package initlab.study.doctor;

import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Something to look at, layer by layer: a number, and where it is healthy.
 *
 * @param fault what it shows
 * @param what the name of the number
 * @param from the layer to look at first
 * @param to the layer to look at last; below {@code from} for a look from the output back
 * @param number of one layer; NaN where it has none
 * @param healthy the range {low, high} of one layer
 * @param repair what helps
 */
record Symptom(
    Diagnosis fault, String what, int from, int to, Reading number, Range healthy, Repair repair) {

  /** A number that one layer of an examined network has. */
  interface Reading {
    double of(Examination exam, int layer);
  }

  /** A range {low, high} that is healthy in one layer. */
  interface Range {
    double[] of(Examination exam, int layer);
  }

  /** The first layer whose number leaves its range, with the repair tried; empty if none does. */
  Optional<Finding> look(Examination exam) {
    return IntStream.rangeClosed(0, Math.abs(to - from))
        .map(i -> from + (to < from ? -i : i))
        .filter(layer -> sick(exam, layer))
        .mapToObj(layer -> finding(exam, layer))
        .findFirst();
  }

  private boolean sick(Examination exam, int layer) {
    double value = number.of(exam, layer);
    double[] range = healthy.of(exam, layer);
    return value < range[0] || value > range[1];
  }

  private Finding finding(Examination exam, int layer) {
    double[] range = healthy.of(exam, layer);
    double after = repair.on(exam).map(mended -> number.of(mended, layer)).orElse(Double.NaN);
    double value = number.of(exam, layer);
    return new Finding(fault, layer, what, value, range[0], range[1], repair.code(), after);
  }
}
