package initlab.study.doctor;

import initlab.init.Activation;
import initlab.study.probe.Measure;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All that the doctor looks at in one examination: causes, then the signal there and back. */
final class Symptoms {
  private static final double INFINITY = Double.POSITIVE_INFINITY;

  private final List<Repair> redraw;
  private final Repair standardize;
  private final Repair withTanh;
  private final int depth;
  private final Map<Activation, double[]> signal = new HashMap<>();

  Symptoms(Examination exam) {
    redraw = Repair.redraw(exam);
    standardize = Repair.standardize(exam);
    withTanh = Repair.tanhOrthogonal(exam);
    depth = exam.depth();
  }

  private static Symptom.Range always(double low, double high) {
    return (exam, layer) -> new double[] {low, high};
  }

  private static Activation f(Examination exam, int layer) {
    return exam.net().layer(layer).activation();
  }

  /** What is wrong with the input. */
  List<Symptom> input() {
    return List.of(
        new Symptom(
            Diagnosis.UNSCALED_INPUT,
            (vitals, l) -> "largest E x^2 of a column",
            0,
            0,
            (vitals, l) -> vitals.input(),
            (exam, l) -> HealthyRange.input(),
            List.of(standardize)));
  }

  /** What is wrong with the weights themselves. */
  List<Symptom> weights() {
    Symptom.Range due = (exam, l) -> HealthyRange.due();
    return List.of(
        forward(Diagnosis.SYMMETRY, "share of twins", Vitals::twins, always(0, 0)),
        forward(Diagnosis.FANS_SWAPPED, "fan_in Var W / due", Vitals::fans, due));
  }

  private Symptom forward(
      Diagnosis fault, String what, Symptom.Reading number, Symptom.Range healthy) {
    return new Symptom(fault, (vitals, l) -> what, 1, depth, number, healthy, redraw);
  }

  /** What is wrong with the signal on its way to the output. */
  List<Symptom> forward() {
    Symptom.Reading a = Vitals::signal;
    Symptom.Range least = (exam, l) -> new double[] {signal(exam, l)[0], INFINITY};
    Symptom.Range most = (exam, l) -> new double[] {0, signal(exam, l)[1]};
    return List.of(
        forward(Diagnosis.VANISHING, "E a^2", a, least),
        forward(Diagnosis.EXPLODING, "E a^2", a, most),
        neurons(Diagnosis.SATURATED, "share where f is flat", UnitWatch::flat),
        neurons(Diagnosis.DEAD, "share of dead neurons", UnitWatch::dead),
        collapse());
  }

  /** The share of neurons of a layer, or of one inside it. */
  private interface Units {
    UnitWatch.Share of(UnitWatch units, int layer);
  }

  private Symptom neurons(Diagnosis fault, String what, Units units) {
    return new Symptom(
        fault,
        (vitals, l) -> what + inside(units.of(vitals.units(), l).path()),
        1,
        depth,
        (vitals, l) -> units.of(vitals.units(), l).share(),
        (exam, l) -> new double[] {0, units.of(exam.vitals().units(), l).most()},
        redraw);
  }

  private static String inside(String path) {
    return path.contains(".") ? " of " + path : "";
  }

  private Symptom collapse() {
    return new Symptom(
        Diagnosis.COLLAPSE,
        (vitals, l) -> "cosine of samples",
        1,
        depth,
        Vitals::cosine,
        (exam, l) -> HealthyRange.cosine(exam.vitals().of(Measure.CORRELATION, 0)),
        List.of(withTanh));
  }

  private double[] signal(Examination exam, int layer) {
    return signal.computeIfAbsent(f(exam, layer), HealthyRange::signal);
  }

  /** What is wrong with the gradients on their way back. */
  List<Symptom> backward() {
    double[] level = HealthyRange.level();
    Symptom.Reading masked =
        (vitals, l) -> vitals.levelWeightGradients() ? vitals.gradientRatio(l) : Double.NaN;
    Symptom.Reading ratio = Vitals::gradientRatio;
    int last = Math.max(1, depth - 1);
    return List.of(
        backward(Diagnosis.GRADIENT_VANISHING, last, ratio, always(level[0], INFINITY)),
        backward(Diagnosis.GRADIENT_EXPLODING, last, ratio, always(0, level[1])),
        backward(Diagnosis.MASKED_GRADIENT, 1, masked, always(level[0], level[1])));
  }

  private Symptom backward(
      Diagnosis fault, int from, Symptom.Reading number, Symptom.Range healthy) {
    return new Symptom(
        fault,
        (vitals, l) -> "E (dL/da)^2 / layer " + vitals.reference() + "'s",
        from,
        1,
        number,
        healthy,
        redraw);
  }
}
