package initlab.study.experiment;

import static initlab.init.Activation.LINEAR;

import initlab.base.Args;
import initlab.base.Numbers;
import initlab.base.Parallel;
import initlab.init.ConvKernel;
import initlab.init.Init;
import initlab.init.WeightShape;
import initlab.math.Interval;
import initlab.nn.Layer;
import initlab.nn.Network;
import initlab.nn.Pass;
import initlab.nn.Plan;
import initlab.nn.Signal;
import initlab.nn.layer.Conv;
import initlab.nn.layer.Dense;
import initlab.study.probe.Inputs;
import initlab.view.Table;
import initlab.view.dots.Dot;
import initlab.view.dots.Dots;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * The fans of real layers, counted and tried. Counted: with every weight and every input 1, an
 * output is the number of products that entered it, and with a gradient of ones an input gets the
 * number of outputs that it reached. Tried: N(0, 1) goes through the layer, with Var(W) = 1 /
 * fan_in forward and 1 / fan_out backward; a right fan gives 1. Borders are left out, and where a
 * stride makes neighbours differ, their mean is taken.
 *
 * <pre>{@code
 * FanCount.of(Signal.image(16, 16, 64)).and("3 x 3", Conv2d.of(3, 128, LINEAR).same()).table()
 * }</pre>
 */
public final class FanCount {
  private static final int SEEDS = 10;
  private static final int BATCH = 2;
  private static final String COUNTED = "fans as counted";
  private static final String PYTORCH = "fans as PyTorch counts them";

  private final Signal in;
  private final Map<String, Plan> layers;

  private FanCount(Signal in, Map<String, Plan> layers) {
    this.in = in;
    this.layers = layers;
  }

  /** No layer yet; each will take this. */
  public static FanCount of(Signal in) {
    return new FanCount(Args.given(in, "what comes in", "Such as an image."), Map.of());
  }

  /**
   * The same with one more layer, without activation and biases.
   *
   * @throws IllegalArgumentException if its first parameter is no matrix of weights, or the name is
   *     taken
   */
  public FanCount and(String name, Layer layer) {
    Map<String, Plan> more = new LinkedHashMap<>(layers);
    Layer straight =
        layer instanceof Conv conv
            ? conv.activation(LINEAR)
            : layer instanceof Dense dense ? dense.activation(LINEAR) : layer;
    Plan plan = Plan.of(in, straight.withoutBias());
    if (Network.redrawing(plan).parameters().isEmpty()) {
      throw Args.bad("the layer", layer, "one with weights", "Pooling has no fans.");
    }
    if (more.put(name, plan) != null) {
      throw Args.bad("the name of a layer", name, "one of its own", "Call it something else.");
    }
    return new FanCount(in, more);
  }

  /** The products that enter one output of this layer, counted. */
  public double fanIn(String name) {
    return ones(plan(name), Pass::output, plan(name).output());
  }

  /** The outputs that one input of this layer reaches, counted. */
  public double fanOut(String name) {
    return ones(plan(name), pass -> pass.da(0), plan(name).input());
  }

  /** E z^2 over E x^2 where Var(W) = 1 / fan_in, as counted: over 10 nets. */
  public Interval forward(String name) {
    return forward(plan(name), fanIn(name));
  }

  /** E dx^2 over E dz^2 where Var(W) = 1 / fan_out, as counted: over 10 nets. */
  public Interval backward(String name) {
    return backward(plan(name), fanOut(name));
  }

  /** What {@code torch.nn.init} takes for fan_in: it looks at the shape of the weights alone. */
  public double torchFanIn(String name) {
    WeightShape shape = shape(plan(name));
    ConvKernel k = shape.kernel();
    return k == null
        ? shape.rows()
        : (double) k.taps() * (k.transposed() ? k.groupOut() : k.groupIn());
  }

  /** What {@code torch.nn.init} takes for fan_out. */
  public double torchFanOut(String name) {
    WeightShape shape = shape(plan(name));
    ConvKernel k = shape.kernel();
    return k == null ? shape.cols() : (double) k.taps() * (k.transposed() ? k.in() : k.out());
  }

  /** What was counted, a row for each layer, and beside it what {@code torch.nn.init} takes. */
  public Table table() {
    return Table.of("Fans, from " + in)
        .words("layer", List.copyOf(layers.keySet()))
        .words("products into one output", each(this::fanIn))
        .words("outputs that one input reaches", each(this::fanOut))
        .words("PyTorch's fan_in", each(this::torchFanIn))
        .words("PyTorch's fan_out", each(this::torchFanOut));
  }

  private List<String> each(ToDoubleFunction<String> count) {
    return layers.keySet().stream()
        .map(name -> Numbers.brief(count.applyAsDouble(name), 5))
        .toList();
  }

  /** What N(0, 1) becomes, forward and backward, under the fans counted and under PyTorch's. */
  public Dots plot() {
    Args.atLeast(1, layers.size(), "the number of layers", "Add some: and(\"3 x 3\", ...).");
    Dots dots =
        Dots.of(
            "N(0, 1) through one layer: is the fan right?",
            "forward, Var(W) = 1 / fan_in",
            "backward, Var(W) = 1 / fan_out");
    for (String name : layers.keySet()) {
      Plan plan = plan(name);
      dots =
          dots.dot(name, COUNTED, dot(forward(name)), dot(backward(name)))
              .dot(
                  name,
                  PYTORCH,
                  dot(forward(plan, torchFanIn(name))),
                  dot(backward(plan, torchFanOut(name))));
    }
    return dots;
  }

  private static Dot dot(Interval seen) {
    return new Dot(seen.low(), seen.median(), seen.high());
  }

  private Plan plan(String name) {
    Plan plan = layers.get(name);
    if (plan == null) {
      throw Args.bad("the name of a layer", name, "one of " + layers.keySet(), "Add it first.");
    }
    return plan;
  }

  private static WeightShape shape(Plan plan) {
    return Network.redrawing(plan).parameters().get(0).shape();
  }

  private static double ones(Plan plan, Function<Pass, DMatrixRMaj> of, Signal signal) {
    Pass pass =
        plan.init(Init.ones(), 1).forward(filled(plan.inputs())).backward(filled(plan.outputs()));
    return InnerPlaces.mean(of.apply(pass), signal);
  }

  private static DMatrixRMaj filled(int cols) {
    DMatrixRMaj m = new DMatrixRMaj(1, cols);
    CommonOps_DDRM.fill(m, 1);
    return m;
  }

  private static Interval forward(Plan plan, double fan) {
    return over(seed -> InnerPlaces.meanSquare(pass(plan, fan, seed).output(), plan.output()));
  }

  private static Interval backward(Plan plan, double fan) {
    return over(
        seed -> {
          DMatrixRMaj back = Inputs.normal().of(BATCH, plan.outputs(), seed + SEEDS);
          Pass pass = pass(plan, fan, seed).backward(back);
          return InnerPlaces.meanSquare(pass.da(0), plan.input());
        });
  }

  private static Pass pass(Plan plan, double fan, long seed) {
    DMatrixRMaj x = Inputs.normal().of(BATCH, plan.inputs(), seed);
    return plan.init(Init.normal(1 / Math.sqrt(fan)), seed).forward(x);
  }

  private static Interval over(Function<Long, Double> of) {
    List<Double> found = new ArrayList<>(Parallel.seeds(SEEDS, of::apply));
    return Interval.of(found.stream().mapToDouble(Double::doubleValue).toArray());
  }

  @Override
  public String toString() {
    return "fans of " + layers.keySet();
  }
}
