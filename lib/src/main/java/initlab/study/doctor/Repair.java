package initlab.study.doctor;

import initlab.init.Activation;
import initlab.init.Init;
import initlab.init.WeightShape;
import initlab.nn.LayerPlan;
import initlab.nn.Network;
import initlab.nn.Plan;
import initlab.nn.Start;
import initlab.nn.layer.Dense;
import initlab.nn.layer.Mlp;
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

  /** The start that fits the activation; where no formula does, the one that looks at data. */
  static Repair redraw(Examination exam) {
    Activation f = exam.net().layer(1).activation();
    if (f.name().contains("ReLU")) {
      return redraw("net = plan.init(Init.heNormal(), 1)", Start.drawn(Init.heNormal()));
    }
    return f.name().equals("tanh") || f.name().equals("linear")
        ? redraw("net = plan.init(Init.xavierNormal(), 1)", Start.drawn(Init.xavierNormal()))
        : redraw("net = plan.init(Lsuv.on(x), 1)", Lsuv.on(exam.x()));
  }

  private static Repair redraw(String code, Start start) {
    return new Repair(code, exam -> again(exam, start.start(plan(exam.net(), f -> f), 1)));
  }

  /** Another activation, at the edge of chaos: what no weights can do for this one. */
  static Repair tanhOrthogonal() {
    return new Repair(
        "net = Mlp.deep(TANH, width, depth).init(Init.orthogonal(), 1)",
        exam ->
            again(
                exam,
                plan(exam.net(), f -> f.name().equals("linear") ? f : Activation.TANH)
                    .init(Init.orthogonal(), 1)));
  }

  private static Examination again(Examination exam, Network net) {
    return Examination.of(net, exam.x(), exam.y(), exam.loss());
  }

  private static Plan plan(Network net, UnaryOperator<Activation> activation) {
    List<LayerPlan> layers = net.layers().stream().map(layer -> plan(layer, activation)).toList();
    return new Mlp(layers, net.product() == initlab.math.MatrixProduct.plain());
  }

  private static LayerPlan plan(Dense layer, UnaryOperator<Activation> activation) {
    WeightShape shape = WeightShape.dense(layer.weights().numRows, layer.weights().numCols);
    return new LayerPlan(shape, activation.apply(layer.activation()), layer.bias().length > 0);
  }
}
