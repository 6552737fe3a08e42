package initlab.study.doctor;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
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
    Words what,
    int from,
    int to,
    Reading number,
    Range healthy,
    List<Repair> repairs) {

  /** The name of the number of one layer. */
  interface Words {
    String of(Vitals vitals, int layer);
  }

  /** A number that one layer of an examined network has. */
  interface Reading {
    double of(Vitals vitals, int layer);
  }

  /** A range {low, high} that is healthy in one layer. */
  interface Range {
    double[] of(Examination exam, int layer);
  }

  /**
   * The first layer whose number leaves its range, with a repair that helps; empty if none does.
   */
  Optional<Finding> look(Examination exam) {
    return IntStream.rangeClosed(0, Math.abs(to - from))
        .map(i -> from + (to < from ? -i : i))
        .filter(layer -> sick(exam, layer))
        .mapToObj(layer -> finding(exam, layer))
        .findFirst();
  }

  private boolean sick(Examination exam, int layer) {
    double value = number.of(exam.vitals(), layer);
    double[] range = healthy.of(exam, layer);
    return value < range[0] || value > range[1];
  }

  /**
   * With the first repair that brings the number into its range, or, if none does, the first that
   * brings it half of the way there, in decades. One that does neither is not prescribed.
   */
  private Finding finding(Examination exam, int layer) {
    double before = distance(exam, number.of(exam.vitals(), layer), layer);
    for (double enough : new double[] {0, before / 2}) {
      for (Repair repair : repairs) {
        OptionalDouble after = after(repair, layer);
        if (after.isPresent() && helps(distance(exam, after.getAsDouble(), layer), enough)) {
          return with(repair.code(), after.getAsDouble(), exam, layer);
        }
      }
    }
    List<String> tried = repairs.stream().map(Repair::code).toList();
    return with("none of these helps: " + String.join("; ", tried), Double.NaN, exam, layer);
  }

  private static boolean helps(double distance, double enough) {
    return distance <= enough && distance < Double.POSITIVE_INFINITY;
  }

  private OptionalDouble after(Repair repair, int layer) {
    return repair
        .done()
        .map(mended -> OptionalDouble.of(number.of(mended, layer)))
        .orElse(OptionalDouble.empty());
  }

  /** How far a number is outside its range, as a logarithm; 0 inside, infinite for NaN. */
  private double distance(Examination exam, double value, int layer) {
    double[] range = healthy.of(exam, layer);
    if (value >= range[0] && value <= range[1]) {
      return 0;
    }
    double factor = value < range[0] ? range[0] / value : value / range[1];
    return factor > 1 ? Math.log(factor) : Double.POSITIVE_INFINITY;
  }

  private Finding with(String repair, double after, Examination exam, int layer) {
    double value = number.of(exam.vitals(), layer);
    double[] range = healthy.of(exam, layer);
    String words = what.of(exam.vitals(), layer);
    String cause = Causes.of(fault, exam, layer);
    return new Finding(fault, layer, words, value, range[0], range[1], cause, repair, after);
  }
}
