package initlab.study.experiment;

import initlab.base.Args;
import initlab.base.Parallel;
import initlab.init.Init;
import initlab.init.Initializer;
import initlab.math.Interval;
import initlab.nn.Network;
import initlab.nn.Parameter;
import initlab.nn.Pass;
import initlab.nn.Plan;
import initlab.nn.Rules;
import initlab.nn.Signal;
import initlab.nn.layer.Lora;
import initlab.study.probe.Inputs;
import initlab.train.data.Data;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.NormOps_DDRM;

/**
 * How far one step of gradient descent moves the output of a LoRA layer: for x and g = dL/dz of
 * N(0, 1), the change of z for a rate of 1, in units of g. One of A and B is drawn with Var = 1 /
 * fan_in, the other begins at zeros. Hayou et al. (2024).
 *
 * <p>For n inputs, n outputs, rank r and scale s theory says: A drawn, s^2 |x A|^2, whose mean is
 * s^2 r, all of it along g; B drawn, s^2 n sqrt(n / r) in length, of which s^2 n lie along g.
 *
 * <pre>{@code
 * LoraStep.of(1024, Lora.of(Dense.of(1024, LINEAR).withoutBias(), 8)).drawingB().length()
 * }</pre>
 */
public final class LoraStep {
  private static final int DRAWS = 30;

  private final Plan plan;
  private final String drawn;
  private final List<Change> found;

  /** What the step did to z: its length, and its part along g. */
  private record Change(double length, double along) {}

  private LoraStep(Plan plan, String drawn) {
    this.plan = plan;
    this.drawn = drawn;
    found = Parallel.seeds(DRAWS, this::change);
  }

  /** Of this layer with so many inputs, A drawn; 30 draws, measured now. */
  public static LoraStep of(int inputs, Lora layer) {
    Args.given(layer, "the layer", "Such as Lora.of(Dense.of(1024, LINEAR), 8).");
    return new LoraStep(Plan.of(Signal.vector(inputs), layer), "A");
  }

  /** The same with B drawn, and A at zeros. */
  public LoraStep drawingB() {
    return new LoraStep(plan, "B");
  }

  private Change change(long seed) {
    Initializer rule = Init.lecunNormal();
    Network net = plan.init(Rules.of(Init.zeros()).on("*." + drawn, rule).named(rule.name()), seed);
    DMatrixRMaj x = Data.normal(1, plan.inputs(), seed);
    DMatrixRMaj g = Inputs.gradient(1, plan.outputs(), seed);
    Pass pass = net.pass().forward(x);
    DMatrixRMaj change = pass.output().copy();
    pass.backward(g);
    for (String name : List.of("1.A", "1.B")) {
      Parameter moved = net.parameter(name);
      CommonOps_DDRM.subtractEquals(moved.value(), pass.gradient(moved));
    }
    CommonOps_DDRM.subtractEquals(change, pass.forward(x).output());
    double size = NormOps_DDRM.normF(g);
    double along = CommonOps_DDRM.dot(change, g) / (size * size);
    return new Change(NormOps_DDRM.normF(change) / size, along);
  }

  /** The length of the change of z over the length of g: median, 5 % and 95 %. */
  public Interval length() {
    return Interval.of(found.stream().mapToDouble(Change::length).toArray());
  }

  /** The part of that change that goes down along g: median, 5 % and 95 %. */
  public Interval along() {
    return Interval.of(found.stream().mapToDouble(Change::along).toArray());
  }

  @Override
  public String toString() {
    return drawn + " drawn, " + plan.layers().get(0);
  }
}
