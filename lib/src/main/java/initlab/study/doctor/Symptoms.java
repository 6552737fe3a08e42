package initlab.study.doctor;

import initlab.init.Activation;
import initlab.nn.Node;
import initlab.study.probe.Measure;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All that the doctor looks at in one examination: causes, then the signal there and back. */
final class Symptoms {
  private static final double INFINITY = Double.POSITIVE_INFINITY;

  private final List<Repair> redraw;
  private final Repair withTanh;
  private final int depth;
  private final Map<Activation, double[]> signal = new HashMap<>();
  private final Map<Activation, double[]> flat = new HashMap<>();

  Symptoms(Examination exam) {
    redraw = Repair.redraw(exam);
    withTanh = Repair.tanhOrthogonal(exam.net());
    depth = exam.depth();
  }

  private static Symptom.Range always(double low, double high) {
    return (exam, layer) -> new double[] {low, high};
  }

  private static Node layer(Examination exam, int layer) {
    return exam.net().layer(layer);
  }

  private static Activation f(Examination exam, int layer) {
    return layer(exam, layer).activation();
  }

  /** What is wrong with the input. */
  List<Symptom> input() {
    return List.of(
        new Symptom(
            Diagnosis.UNSCALED_INPUT,
            "largest E x^2 of a column",
            0,
            0,
            (exam, l) -> HealthyRange.largestColumn(exam.x()),
            (exam, l) -> HealthyRange.input(),
            List.of(Repair.standardize())));
  }

  /** What is wrong with the weights themselves. */
  List<Symptom> weights() {
    Symptom.Reading twins = (exam, l) -> WeightSymptoms.twins(layer(exam, l), exam.pass());
    Symptom.Reading fans = (exam, l) -> WeightSymptoms.swapped(layer(exam, l));
    Symptom.Range due = (exam, l) -> HealthyRange.due();
    return List.of(
        forward(Diagnosis.SYMMETRY, "share of twins", twins, always(0, 0)),
        forward(Diagnosis.FANS_SWAPPED, "fan_in Var W / due", fans, due));
  }

  private Symptom forward(
      Diagnosis fault, String what, Symptom.Reading number, Symptom.Range healthy) {
    return new Symptom(fault, what, 1, depth, number, healthy, redraw);
  }

  /** What is wrong with the signal on its way to the output. */
  List<Symptom> forward() {
    Symptom.Reading a = (exam, l) -> exam.measured(Measure.ACTIVATION, l);
    Symptom.Reading share = (exam, l) -> exam.measured(Measure.SATURATED, l);
    Symptom.Reading dead = (exam, l) -> exam.measured(Measure.DEAD, l);
    Symptom.Range least = (exam, l) -> new double[] {signal(exam, l)[0], INFINITY};
    Symptom.Range most = (exam, l) -> new double[] {0, signal(exam, l)[1]};
    Symptom.Range few = (exam, l) -> flat.computeIfAbsent(f(exam, l), HealthyRange::saturated);
    Symptom.Range living = (exam, l) -> HealthyRange.dead(exam.x().numRows);
    return List.of(
        forward(Diagnosis.VANISHING, "E a^2", a, least),
        forward(Diagnosis.EXPLODING, "E a^2", a, most),
        forward(Diagnosis.SATURATED, "share where f is flat", share, few),
        forward(Diagnosis.DEAD, "share of dead neurons", dead, living),
        collapse());
  }

  private Symptom collapse() {
    return new Symptom(
        Diagnosis.COLLAPSE,
        "cosine of samples",
        1,
        depth,
        Symptoms::cosine,
        (exam, l) -> HealthyRange.cosine(exam.measured(Measure.CORRELATION, 0)),
        List.of(withTanh));
  }

  /** NaN where rows are places of a sample, as steps in time, which may well be alike. */
  private static double cosine(Examination exam, int layer) {
    boolean samples = layer(exam, layer).out().places() == 1;
    return samples ? exam.measured(Measure.CORRELATION, layer) : Double.NaN;
  }

  private double[] signal(Examination exam, int layer) {
    return signal.computeIfAbsent(f(exam, layer), HealthyRange::signal);
  }

  /** What is wrong with the gradients on their way back. */
  List<Symptom> backward() {
    double[] level = HealthyRange.level();
    Symptom.Reading ratio = (exam, l) -> gradientRatio(exam, l);
    Symptom.Reading masked = (exam, l) -> levelWeights(exam) ? gradientRatio(exam, l) : Double.NaN;
    return List.of(
        backward(Diagnosis.GRADIENT_VANISHING, last(), ratio, always(level[0], INFINITY)),
        backward(Diagnosis.GRADIENT_EXPLODING, last(), ratio, always(0, level[1])),
        backward(Diagnosis.MASKED_GRADIENT, 1, masked, always(level[0], level[1])));
  }

  private Symptom backward(
      Diagnosis fault, int from, Symptom.Reading number, Symptom.Range healthy) {
    String what = "E (dL/da)^2 / layer " + last() + "'s";
    return new Symptom(fault, what, from, 1, number, healthy, redraw);
  }

  /**
   * The layer that gradients are compared with: the one before the output, for the step through the
   * output layer multiplies them by its width over the others', which is no fault.
   */
  private int last() {
    return Math.max(1, depth - 1);
  }

  private double gradientRatio(Examination exam, int layer) {
    return exam.measured(Measure.GRADIENT, layer) / exam.measured(Measure.GRADIENT, last());
  }

  /** Whether dL/dW is level over all layers that have weights. */
  private static boolean levelWeights(Examination exam) {
    double least = INFINITY;
    double most = 0;
    for (int l = 1; l <= exam.depth(); l++) {
      double moment = exam.measured(Measure.WEIGHT_GRADIENT, l);
      if (!Double.isNaN(moment)) {
        least = Math.min(least, moment);
        most = Math.max(most, moment);
      }
    }
    return least > 0 && most <= HealthyRange.LEVEL * least;
  }
}
