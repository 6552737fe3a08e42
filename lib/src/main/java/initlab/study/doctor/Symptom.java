package initlab.study.doctor;

import initlab.nn.Node;
import java.util.List;
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
 * @param repairs what may help, the likeliest first
 */
record Symptom(
    Diagnosis fault,
    String what,
    int from,
    int to,
    Reading number,
    Range healthy,
    List<Repair> repairs) {

  /** A number that one layer of an examined network has. */
  interface Reading {
    double of(Examination exam, int layer);
  }

  /** A range {low, high} that is healthy in one layer. */
  interface Range {
    double[] of(Examination exam, int layer);
  }

  /** The first layer whose number leaves its range, with the repairs tried; empty if none does. */
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

  /** With the first repair that brings the number into its range, or, if none does, the first. */
  private Finding finding(Examination exam, int layer) {
    List<Finding> tried = repairs.stream().map(repair -> after(repair, exam, layer)).toList();
    return tried.stream().filter(Finding::repaired).findFirst().orElse(tried.get(0));
  }

  private Finding after(Repair repair, Examination exam, int layer) {
    double[] range = healthy.of(exam, layer);
    double after = repair.on(exam).map(mended -> number.of(mended, layer)).orElse(Double.NaN);
    double value = number.of(exam, layer);
    return new Finding(
        fault, layer, what, value, range[0], range[1], cause(exam, layer), repair.code(), after);
  }

  /** A layer without weights cannot be the cause of what it shows. */
  private String cause(Examination exam, int layer) {
    boolean weightless =
        layer > 0 && exam.net().layer(layer).all().map(Node::drawn).allMatch(List::isEmpty);
    return weightless
        ? "this layer has no weights: it is what it does, or what came before it"
        : fault.cause();
  }
}
