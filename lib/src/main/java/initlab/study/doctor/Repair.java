package initlab.study.doctor;

import initlab.init.Activation;
import initlab.init.Gain;
import initlab.init.Init;
import initlab.init.Initializer;
import initlab.nn.Layer;
import initlab.nn.Network;
import initlab.nn.Node;
import initlab.nn.Start;
import initlab.nn.layer.Dense;
import initlab.nn.lsuv.Lsuv;
import initlab.train.data.Standardized;
import java.util.List;
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

  /** The start that fits the activation, where there is one, and the one that looks at data. */
  static List<Repair> redraw(Examination exam) {
    Repair lsuv = redraw("Lsuv.on(x)", Lsuv.on(exam.x()));
    return formula(activation(exam.net())).map(rule -> List.of(rule, lsuv)).orElse(List.of(lsuv));
  }

  /** That of the first layer that has weights and bends; linear if none does. */
  private static Activation activation(Network net) {
    return net.nodes()
        .filter(node -> !node.drawn().isEmpty() && node.activation() != Activation.LINEAR)
        .map(Node::activation)
        .findFirst()
        .orElse(Activation.LINEAR);
  }

  /** Decided by what f does, and not by its name: a lambda may be any of these. */
  private static Optional<Repair> formula(Activation f) {
    if (f.equals(Activation.RELU)) {
      return Optional.of(redraw("Init.heNormal()", Init.heNormal()));
    }
    if (isSteepestAtZero(f)) {
      return Optional.of(redraw("Init.xavierNormal()", Init.xavierNormal()));
    }
    if (keepsUnitMoment(f)) {
      return Optional.of(redraw("Init.lecunNormal()", Init.lecunNormal()));
    }
    return scalesWithItsInput(f)
        ? Optional.of(
            redraw(
                "Init.lecunNormal().gain(Gain.secondMoment(f))",
                Init.lecunNormal().gain(Gain.secondMoment(f))))
        : Optional.empty();
  }

  /** Whether f(c z) = c f(z) for c &gt; 0, as of ReLU: one gain then fits at every depth. */
  private static boolean scalesWithItsInput(Activation f) {
    return near(f.apply(4), 4 * f.apply(1)) && near(f.apply(-4), 4 * f.apply(-1));
  }

  /** Whether f(-z) = -f(z) and f'(0) = 1, as of tanh: small signals pass it unchanged. */
  private static boolean isSteepestAtZero(Activation f) {
    return near(f.apply(-1), -f.apply(1)) && near(f.apply(1e-3), 1e-3);
  }

  /** Whether E f(Z)^2 = 1, as of SELU: its gain is 1. */
  private static boolean keepsUnitMoment(Activation f) {
    return near(HealthyRange.needed(f), 1);
  }

  private static boolean near(double x, double y) {
    return Math.abs(x - y) <= 1e-5 * Math.abs(y);
  }

  private static Repair redraw(String rule, Initializer weights) {
    return redraw(rule, Start.drawn(weights));
  }

  private static Repair redraw(String rule, Start start) {
    return new Repair(
        "net = plan.init(" + rule + ", 1)", exam -> again(exam, exam.net().plan().init(start, 1)));
  }

  /** Another activation, at the edge of chaos: what no weights can do for this one. */
  static Repair tanhOrthogonal(Network net) {
    boolean dense = net.plan().layers().stream().allMatch(Dense.class::isInstance);
    String plan = dense ? "Mlp.deep(TANH, width, depth)" : "(the same plan with TANH)";
    return new Repair(
        "net = " + plan + ".init(Init.orthogonal(), 1)",
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
