package initlab.study.doctor;

import initlab.init.Activation;
import initlab.nn.Node;
import initlab.study.probe.Measure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All that the doctor looks at, from the input on. */
final class Symptoms {
  private static final double INFINITY = Double.POSITIVE_INFINITY;

  /** Samples more alike than this, after an input that was not, tell the net little apart. */
  private static final double ALIKE = 0.98;

  private final Repair redraw;
  private final int depth;
  private final Map<Activation, double[]> signal = new HashMap<>();
  private final Map<Activation, double[]> flat = new HashMap<>();

  private Symptoms(Examination exam) {
    redraw = Repair.redraw(exam);
    depth = exam.net().depth();
  }

  static List<Symptom> of(Examination exam) {
    Symptoms signs = new Symptoms(exam);
    List<Symptom> all = new ArrayList<>(signs.weights());
    all.addAll(signs.forward());
    all.addAll(signs.backward());
    return all;
  }

  private static Symptom.Range always(double low, double high) {
    return (exam, layer) -> new double[] {low, high};
  }

  private static Node layer(Examination exam, int layer) {
    return exam.net().layer(layer);
  }

  private List<Symptom> weights() {
    Symptom.Reading column = (exam, l) -> HealthyRange.largestColumn(exam.x());
    Symptom.Reading twins = (exam, l) -> WeightSymptoms.twins(layer(exam, l));
    Symptom.Reading fans = (exam, l) -> WeightSymptoms.swapped(layer(exam, l));
    Repair scale = Repair.standardize();
    return List.of(
        new Symptom(
            Diagnosis.UNSCALED_INPUT,
            "largest E x^2 of a column",
            0,
            0,
            column,
            always(0.1, 10),
            scale),
        new Symptom(Diagnosis.SYMMETRY, "share of twins", 1, depth, twins, always(0, 0), redraw),
        new Symptom(
            Diagnosis.FANS_SWAPPED,
            "fan_in Var W / due",
            1,
            depth,
            fans,
            always(0.8, 1.25),
            redraw));
  }

  private List<Symptom> forward() {
    Symptom.Reading a = (exam, l) -> exam.measured(Measure.ACTIVATION, l);
    Symptom.Reading share = (exam, l) -> exam.measured(Measure.SATURATED, l);
    Symptom.Reading dead = (exam, l) -> exam.measured(Measure.DEAD, l);
    Symptom.Reading alike = (exam, l) -> exam.measured(Measure.CORRELATION, l);
    Symptom.Range least = (exam, l) -> new double[] {signal(exam, l)[0], INFINITY};
    Symptom.Range most = (exam, l) -> new double[] {0, signal(exam, l)[1]};
    Symptom.Range few = (exam, l) -> flat.computeIfAbsent(f(exam, l), HealthyRange::saturated);
    Symptom.Range living = (exam, l) -> HealthyRange.dead(exam.x().numRows);
    Symptom.Range apart =
        (exam, l) -> new double[] {-1, exam.measured(Measure.CORRELATION, 0) < 0.9 ? ALIKE : 2};
    return List.of(
        new Symptom(Diagnosis.VANISHING, "E a^2", 1, depth, a, least, redraw),
        new Symptom(Diagnosis.EXPLODING, "E a^2", 1, depth, a, most, redraw),
        new Symptom(Diagnosis.SATURATED, "share where f is flat", 1, depth, share, few, redraw),
        new Symptom(Diagnosis.DEAD, "share of dead neurons", 1, depth, dead, living, redraw),
        new Symptom(
            Diagnosis.COLLAPSE,
            "cosine of samples",
            1,
            depth,
            alike,
            apart,
            Repair.tanhOrthogonal()));
  }

  private static Activation f(Examination exam, int layer) {
    return layer(exam, layer).activation();
  }

  private double[] signal(Examination exam, int layer) {
    return signal.computeIfAbsent(f(exam, layer), HealthyRange::signal);
  }

  private List<Symptom> backward() {
    Symptom.Reading ratio = Symptoms::gradientRatio;
    Symptom.Reading masked = (exam, l) -> levelWeights(exam) ? gradientRatio(exam, l) : Double.NaN;
    return List.of(
        new Symptom(
            Diagnosis.GRADIENT_VANISHING,
            "E (dL/da)^2 / last layer's",
            depth,
            1,
            ratio,
            always(1e-4, INFINITY),
            redraw),
        new Symptom(
            Diagnosis.GRADIENT_EXPLODING,
            "E (dL/da)^2 / last layer's",
            depth,
            1,
            ratio,
            always(0, 1e4),
            redraw),
        new Symptom(
            Diagnosis.MASKED_GRADIENT,
            "E (dL/da)^2 / last layer's",
            1,
            1,
            masked,
            always(1e-4, 1e4),
            redraw));
  }

  private static double gradientRatio(Examination exam, int layer) {
    return exam.measured(Measure.GRADIENT, layer) / exam.measured(Measure.GRADIENT, exam.depth());
  }

  /** Whether dL/dW has one size in all layers, to a factor of 10 (100 for the second moment). */
  private static boolean levelWeights(Examination exam) {
    double least = INFINITY;
    double most = 0;
    for (int l = 1; l <= exam.depth(); l++) {
      double moment = exam.measured(Measure.WEIGHT_GRADIENT, l);
      least = Math.min(least, moment);
      most = Math.max(most, moment);
    }
    return least > 0 && most <= 100 * least;
  }
}
