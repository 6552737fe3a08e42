package initlab.study.experiment;

import initlab.base.Args;
import initlab.base.Numbers;
import initlab.init.Activation;
import initlab.init.Init;
import initlab.init.Initializer;
import initlab.math.Moments;
import initlab.nn.Network;
import initlab.nn.Plan;
import initlab.nn.Rules;
import initlab.nn.Signal;
import initlab.nn.layer.Dense;
import initlab.nn.layer.Residual;
import initlab.study.probe.Worksheet;
import initlab.train.Training;
import initlab.train.data.Data;
import initlab.view.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Which of the three factors of a residual block, x + alpha f(x W1) W2, may begin at zero: the size
 * of each factor's gradient at the first steps. 16 wide, without biases, a linear teacher of 64
 * samples, gradient descent with rate 0.05, one seed; what is not zero is drawn by He's rule, alpha
 * is 1.
 *
 * <pre>{@code
 * var zeros = ZeroFactors.of(TANH).zero("alpha").zero("alpha", "W2");
 * zeros.gradient("alpha, W2", "W1", 1)
 * }</pre>
 */
public final class ZeroFactors {
  private static final int WIDTH = 16;
  private static final int SAMPLES = 64;
  private static final int STEPS = 3;
  private static final long SEED = 1;
  private static final Map<String, String> PATHS = paths();

  private final Activation f;
  private final Map<String, double[][]> found;

  private ZeroFactors(Activation f, Map<String, double[][]> found) {
    this.f = f;
    this.found = found;
  }

  private static Map<String, String> paths() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("alpha", "1.alpha");
    all.put("W1", "1.dense.W");
    all.put("W2", "1.dense2.W");
    return all;
  }

  /** Of a block with this f; say what is zero. */
  public static ZeroFactors of(Activation f) {
    Args.given(f, "the activation", "Use TANH, RELU, or a lambda.");
    return new ZeroFactors(f, Map.of());
  }

  /**
   * The same with a start where these factors are zero too, measured now. Its name is theirs:
   * "alpha, W2".
   *
   * @param factors of alpha, W1 and W2; none for a start without zeros, named "none"
   * @throws IllegalArgumentException if there is no such factor
   */
  public ZeroFactors zero(String... factors) {
    List<String> zeros = List.of(factors);
    zeros.forEach(ZeroFactors::path);
    Map<String, double[][]> more = new LinkedHashMap<>(found);
    more.put(zeros.isEmpty() ? "none" : String.join(", ", zeros), measured(zeros));
    return new ZeroFactors(f, more);
  }

  private static String path(String factor) {
    String path = PATHS.get(factor);
    if (path == null) {
      throw Args.bad("a factor", factor, "one of " + PATHS.keySet(), "The block has three.");
    }
    return path;
  }

  /** The gradients' sizes, one row a step, one column a factor. */
  private double[][] measured(List<String> zeros) {
    Dense in = Dense.of(WIDTH, f).withoutBias();
    Dense out = Dense.of(WIDTH, Activation.LINEAR).withoutBias();
    Plan plan = Plan.of(Signal.vector(WIDTH), Residual.of(in, out).reZero());
    Training training =
        Training.of(plan, Data.linearTeacher(SAMPLES, WIDTH, WIDTH, SEED)).sgd(0.05);
    double[][] sizes = new double[STEPS][];
    for (int step = 0; step < STEPS; step++) {
      Network net =
          step == 0
              ? plan.init(rules(zeros), SEED)
              : training.steps(step).from(rules(zeros), SEED).net();
      sizes[step] =
          PATHS.values().stream()
              .map(net::parameter)
              .mapToDouble(
                  p ->
                      Math.sqrt(
                          Moments.of(Worksheet.gradient(net, training.data(), p)).secondMoment()))
              .toArray();
    }
    return sizes;
  }

  private static Rules rules(List<String> zeros) {
    Rules rules = Rules.of(Init.heNormal());
    for (String factor : PATHS.keySet()) {
      Initializer whole = factor.equals("alpha") ? Init.ones() : Init.heNormal();
      rules = rules.on(path(factor), zeros.contains(factor) ? Init.zeros() : whole);
    }
    return rules;
  }

  /**
   * The root mean square of a factor's gradient at step 0, 1 or 2, of the start with these zeros.
   *
   * @param zeros the name of the start: "none", "alpha", "alpha, W2"
   * @throws IllegalArgumentException if there is no such start, factor or step
   */
  public double gradient(String zeros, String factor, int step) {
    double[][] sizes = found.get(zeros);
    if (sizes == null) {
      throw Args.bad("the name of a start", zeros, "one of " + found.keySet(), "Say zero(..).");
    }
    path(factor);
    if (step < 0 || step >= STEPS) {
      throw Args.bad("a step", step, "0 to " + (STEPS - 1), "0 is the start.");
    }
    return sizes[step][List.copyOf(PATHS.keySet()).indexOf(factor)];
  }

  /** Whether some factor of the start with these zeros has a gradient, at any of the steps. */
  public boolean learns(String zeros) {
    return PATHS.keySet().stream()
        .anyMatch(
            factor ->
                IntStream.range(0, STEPS).anyMatch(step -> gradient(zeros, factor, step) > 0));
  }

  /** One row a start: the gradients of each factor at steps 0, 1 and 2, exactly 0 where none is. */
  public Table table() {
    Args.atLeast(1, found.size(), "the number of starts", "Say what is zero: zero(\"alpha\").");
    Table table =
        Table.of("x + alpha f(x W1) W2, f = " + f.name() + ": gradients at steps 0, 1, 2 (RMS)")
            .words("zero at the start", List.copyOf(found.keySet()));
    for (String factor : PATHS.keySet()) {
      List<String> cells = new ArrayList<>();
      found.keySet().forEach(zeros -> cells.add(cell(zeros, factor)));
      table = table.words("dL/d" + factor, cells);
    }
    return table;
  }

  private String cell(String zeros, String factor) {
    double[] sizes =
        IntStream.range(0, STEPS).mapToDouble(s -> gradient(zeros, factor, s)).toArray();
    return Arrays.stream(sizes)
        .mapToObj(v -> Numbers.brief(v, 2))
        .collect(Collectors.joining(", "));
  }

  @Override
  public String toString() {
    return "x + alpha f(x W1) W2, f = " + f.name() + "; zero: " + found.keySet();
  }
}
