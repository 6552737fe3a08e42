package initlab.study.doctor;

import initlab.init.Activation;
import initlab.init.Gain;
import initlab.init.Init;
import initlab.nn.Layer;
import initlab.nn.Network;
import initlab.nn.Start;
import initlab.nn.layer.Dense;
import initlab.nn.lsuv.Lsuv;
import initlab.train.data.Standardized;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.ejml.data.DMatrixRMaj;

/**
 * One line of code that helps, and what it does, tried on a copy.
 *
 * @param code as a reader types it
 * @param act gives the examination of the repaired network
 */
record Repair(String code, UnaryOperator<Examination> act) {

  /** The examination after the repair; empty where the repair is impossible. */
  Optional<Examination> on(Examination exam) {
    try {
      return Optional.of(act.apply(exam));
    } catch (IllegalArgumentException | IllegalStateException impossible) {
      return Optional.empty();
    }
  }

  /** x = (x - mean) / std, column by column. */
  static Repair standardize() {
    return new Repair(
        "x = Standardized.by(x).apply(x)",
        exam -> {
          DMatrixRMaj x = Standardized.by(exam.x()).apply(exam.x());
          return Examination.of(exam.net(), x, exam.y(), exam.loss());
        });
  }

  /** The start that fits the activation; where no formula does, the one that looks at data. */
  static Repair redraw(Examination exam) {
    Activation f = exam.net().layer(1).activation();
    if (scalesWithItsInput(f) && f.apply(-1) != -1) {
      return f.equals(Activation.RELU)
          ? redraw("Init.heNormal()", Start.drawn(Init.heNormal()))
          : redraw(
              "Init.lecunNormal().gain(Gain.secondMoment(f))",
              Start.drawn(Init.lecunNormal().gain(Gain.secondMoment(f))));
    }
    return isSteepestAtZero(f)
        ? redraw("Init.xavierNormal()", Start.drawn(Init.xavierNormal()))
        : redraw("Lsuv.on(x)", Lsuv.on(exam.x()));
  }

  /** Whether f(c z) = c f(z) for c &gt; 0, as of ReLU: one gain then fits at every depth. */
  private static boolean scalesWithItsInput(Activation f) {
    return near(f.apply(4), 4 * f.apply(1)) && near(f.apply(-4), 4 * f.apply(-1));
  }

  /** Whether f(-z) = -f(z) and f'(0) = 1, as of tanh: small signals pass it unchanged. */
  private static boolean isSteepestAtZero(Activation f) {
    return near(f.apply(-1), -f.apply(1)) && near(f.apply(1e-3), 1e-3);
  }

  private static boolean near(double x, double y) {
    return Math.abs(x - y) <= 1e-5 * Math.abs(y);
  }

  private static Repair redraw(String rule, Start start) {
    return new Repair(
        "net = plan.init(" + rule + ", 1)", exam -> again(exam, exam.net().plan().init(start, 1)));
  }

  /** Another activation, at the edge of chaos: what no weights can do for this one. */
  static Repair tanhOrthogonal() {
    return new Repair(
        "net = Mlp.deep(TANH, width, depth).init(Init.orthogonal(), 1)",
        exam -> again(exam, exam.net().plan().map(Repair::withTanh).init(Init.orthogonal(), 1)));
  }

  private static Layer withTanh(Layer layer) {
    return layer instanceof Dense dense && dense.activation() != Activation.LINEAR
        ? dense.activation(Activation.TANH)
        : layer;
  }

  private static Examination again(Examination exam, Network net) {
    return Examination.of(net, exam.x(), exam.y(), exam.loss());
  }
}
