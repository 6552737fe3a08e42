package initlab.study;

import initlab.init.Activation;
import initlab.nn.Dense;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All that the doctor looks at, from the input on. */
final class Signs {
  private static final double INFINITY = Double.POSITIVE_INFINITY;

  /** Samples more alike than this, after an input that was not, tell the net little apart. */
  private static final double ALIKE = 0.98;

  private final Repair redraw;
  private final int depth;
  private final Map<Activation, double[]> signal = new HashMap<>();
  private final Map<Activation, double[]> flat = new HashMap<>();

  private Signs(Exam exam) {
    redraw = Repair.redraw(exam);
    depth = exam.net().depth();
  }

  static List<Sign> of(Exam exam) {
    Signs signs = new Signs(exam);
    List<Sign> all = new ArrayList<>(signs.weights());
    all.addAll(signs.forward());
    all.addAll(signs.backward());
    return all;
  }

  private static Sign.Range always(double low, double high) {
    return (exam, layer) -> new double[] {low, high};
  }

  private static Dense layer(Exam exam, int layer) {
    return exam.net().layer(layer);
  }

  private List<Sign> weights() {
    Sign.Reading column = (exam, l) -> Healthy.largestColumn(exam.x());
    Sign.Reading twins = (exam, l) -> Weights.twins(layer(exam, l));
    Sign.Reading fans = (exam, l) -> Weights.swapped(layer(exam, l));
    Repair scale = Repair.standardize();
    return List.of(
        new Sign(
            Fault.UNSCALED_INPUT,
            "largest E x^2 of a column",
            0,
            0,
            column,
            always(0.1, 10),
            scale),
        new Sign(Fault.SYMMETRY, "share of twins", 1, depth, twins, always(0, 0), redraw),
        new Sign(
            Fault.FANS_SWAPPED, "fan_in Var W / due", 1, depth, fans, always(0.8, 1.25), redraw));
  }

  private List<Sign> forward() {
    Sign.Reading a = (exam, l) -> exam.measured(Measure.ACTIVATION, l);
    Sign.Reading share = (exam, l) -> exam.measured(Measure.SATURATED, l);
    Sign.Reading dead = (exam, l) -> exam.measured(Measure.DEAD, l);
    Sign.Reading alike = (exam, l) -> exam.measured(Measure.CORRELATION, l);
    Sign.Range least = (exam, l) -> new double[] {signal(exam, l)[0], INFINITY};
    Sign.Range most = (exam, l) -> new double[] {0, signal(exam, l)[1]};
    Sign.Range few = (exam, l) -> flat.computeIfAbsent(f(exam, l), Healthy::saturated);
    Sign.Range living = (exam, l) -> Healthy.dead(exam.x().numRows);
    Sign.Range apart =
        (exam, l) -> new double[] {-1, exam.measured(Measure.CORRELATION, 0) < 0.9 ? ALIKE : 2};
    return List.of(
        new Sign(Fault.VANISHING, "E a^2", 1, depth, a, least, redraw),
        new Sign(Fault.EXPLODING, "E a^2", 1, depth, a, most, redraw),
        new Sign(Fault.SATURATED, "share where f is flat", 1, depth, share, few, redraw),
        new Sign(Fault.DEAD, "share of dead neurons", 1, depth, dead, living, redraw),
        new Sign(
            Fault.COLLAPSE, "cosine of samples", 1, depth, alike, apart, Repair.tanhOrthogonal()));
  }

  private static Activation f(Exam exam, int layer) {
    return layer(exam, layer).activation();
  }

  private double[] signal(Exam exam, int layer) {
    return signal.computeIfAbsent(f(exam, layer), Healthy::signal);
  }

  private List<Sign> backward() {
    Sign.Reading ratio = Signs::gradientRatio;
    Sign.Reading masked = (exam, l) -> levelWeights(exam) ? gradientRatio(exam, l) : Double.NaN;
    return List.of(
        new Sign(
            Fault.GRADIENT_VANISHING,
            "E (dL/da)^2 / last layer's",
            depth,
            1,
            ratio,
            always(1e-4, INFINITY),
            redraw),
        new Sign(
            Fault.GRADIENT_EXPLODING,
            "E (dL/da)^2 / last layer's",
            depth,
            1,
            ratio,
            always(0, 1e4),
            redraw),
        new Sign(
            Fault.MASKED_GRADIENT,
            "E (dL/da)^2 / last layer's",
            1,
            1,
            masked,
            always(1e-4, 1e4),
            redraw));
  }

  private static double gradientRatio(Exam exam, int layer) {
    return exam.measured(Measure.GRADIENT, layer) / exam.measured(Measure.GRADIENT, exam.depth());
  }

  /** Whether dL/dW has one size in all layers, to a factor of 10 (100 for the second moment). */
  private static boolean levelWeights(Exam exam) {
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
