package initlab.study.doctor;

import initlab.init.Activation;
import initlab.init.Init;
import initlab.nn.Layer;
import initlab.nn.Network;
import initlab.nn.Node;
import initlab.nn.Plan;
import initlab.nn.Start;
import initlab.nn.layer.Dense;
import initlab.nn.layer.Mlp;
import initlab.nn.lsuv.Lsuv;
import initlab.train.data.Standardized;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** One line of code that may help, and what it does, tried on a copy when it is asked for. */
final class Repair {
  private final String code;
  private final Supplier<Vitals> trial;
  private Optional<Vitals> done = Optional.empty();
  private boolean tried;

  private Repair(String code, Supplier<Vitals> trial) {
    this.code = code;
    this.trial = trial;
  }

  /** As a reader types it. */
  String code() {
    return code;
  }

  /**
   * What is measured after the repair, which is tried once; empty where it is impossible.
   *
   * @throws CancellationException if the thread is interrupted
   */
  Optional<Vitals> done() {
    if (!tried) {
      done = attempt();
      tried = true;
    }
    return done;
  }

  private Optional<Vitals> attempt() {
    try {
      return Optional.of(trial.get());
    } catch (CancellationException stopped) {
      throw stopped;
    } catch (IllegalArgumentException | IllegalStateException | ArithmeticException impossible) {
      return Optional.empty();
    }
  }

  /** x = (x - mean) / std, column by column. */
  static Repair standardize(Examination exam) {
    return new Repair(
        "x = Standardized.by(x).apply(x)",
        () -> exam.on(Standardized.by(exam.x()).apply(exam.x())));
  }

  /** The start that fits the activation, where there is one, and the one that looks at data. */
  static List<Repair> redraw(Examination exam) {
    List<Repair> all = new ArrayList<>();
    FittingRule.of(activation(exam.net()))
        .ifPresent(rule -> all.add(redraw(exam, rule.code(), Start.drawn(rule.weights()))));
    all.add(redraw(exam, "Lsuv.on(x)", Lsuv.on(exam.x())));
    return all;
  }

  /** That of the first layer that has weights and bends; of the first with weights if none does. */
  private static Activation activation(Network net) {
    List<Activation> all =
        net.nodes().filter(node -> !node.drawn().isEmpty()).map(Node::activation).toList();
    return all.stream()
        .filter(f -> !FittingRule.isLinear(f))
        .findFirst()
        .orElse(all.isEmpty() ? Activation.LINEAR : all.get(0));
  }

  private static Repair redraw(Examination exam, String rule, Start start) {
    return new Repair(
        "net = plan.init(" + rule + ", 1)", () -> exam.of(exam.net().plan().init(start, 1)));
  }

  /** Another activation, at the edge of chaos: what no weights can do for this one. */
  static Repair tanhOrthogonal(Examination exam) {
    Plan bent = exam.net().plan().map(Repair::withTanh);
    return new Repair(
        "net = " + words(bent) + ".init(Init.orthogonal(), 1)",
        () -> exam.of(bent.init(Init.orthogonal(), 1)));
  }

  private static Layer withTanh(Layer layer) {
    return layer instanceof Dense dense && !FittingRule.isLinear(dense.activation())
        ? dense.activation(Activation.TANH)
        : layer;
  }

  /** A plan of an MLP by the call that makes it; any other by the change that was made. */
  private static String words(Plan bent) {
    int[] widths =
        IntStream.concat(
                IntStream.of(bent.inputs()),
                bent.layers().stream().mapToInt(l -> l instanceof Dense d ? d.width() : 1))
            .toArray();
    String all = String.join(", ", IntStream.of(widths).mapToObj(Integer::toString).toList());
    String deep = "Mlp.deep(TANH, " + widths[0] + ", " + bent.depth() + ")";
    Plan some = Mlp.of(Activation.TANH, widths);
    if (same(bent, Mlp.deep(Activation.TANH, widths[0], bent.depth()))) {
      return deep;
    }
    if (same(bent, some)) {
      return "Mlp.of(TANH, " + all + ")";
    }
    return same(bent, some.withoutBiases())
        ? "Mlp.of(TANH, " + all + ").withoutBiases()"
        : "plan.map(l -> l instanceof Dense d && d.activation() != LINEAR ? d.activation(TANH) : l)";
  }

  private static boolean same(Plan one, Plan other) {
    return one.input().equals(other.input()) && one.layers().equals(other.layers());
  }
}
