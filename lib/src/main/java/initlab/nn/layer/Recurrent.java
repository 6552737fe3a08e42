package initlab.nn.layer;

import initlab.base.Args;
import initlab.init.Activation;
import initlab.init.WeightShape;
import initlab.math.MatrixProduct;
import initlab.nn.LayerPlan;
import initlab.nn.Plan;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * The plan of a recurrent net without new input: h(t) = f(h(t - 1) W), the same W (width x width)
 * at every step, from h(0) = x.
 *
 * <p>Layer t of the network is step t, and all are one {@link Dense}: a backward pass gives
 * dL/dh(t) for every step, and the share dL/dW that each step has; training adds the shares up.
 *
 * @param activation f
 * @param width how many values are carried from step to step
 * @param steps how often W is applied
 * @param readout outputs of a linear layer with biases after the last step; 0 for none
 * @param exact whether it computes on the plain Java product
 */
public record Recurrent(Activation activation, int width, int steps, int readout, boolean exact)
    implements Plan {

  public Recurrent {
    Args.given(activation, "the activation", "Use TANH, LINEAR, or a lambda.");
    Args.atLeast(1, width, "width", "Carry one value at least.");
    Args.atLeast(1, steps, "steps", "Give the number of steps in time.");
    Args.atLeast(0, readout, "readout", "Give the number of outputs, or 0 for none.");
  }

  /** A net of this width over so many steps in time, whose output is its last state. */
  public static Recurrent over(Activation activation, int width, int steps) {
    return new Recurrent(activation, width, steps, 0, false);
  }

  /** The same with a linear layer of so many outputs, with biases, after the last step. */
  public Recurrent readout(int outputs) {
    return new Recurrent(activation, width, steps, outputs, exact);
  }

  /** The same on the plain Java product. */
  public Recurrent onPlainJava() {
    return new Recurrent(activation, width, steps, readout, true);
  }

  @Override
  public List<LayerPlan> layers() {
    var step = new LayerPlan(WeightShape.dense(width, width), activation, false);
    List<LayerPlan> layers = new ArrayList<>(Collections.nCopies(steps, step));
    if (readout > 0) {
      layers.add(new LayerPlan(WeightShape.dense(width, readout), Activation.LINEAR, true));
    }
    return layers;
  }

  @Override
  public int weightsOf(int layer) {
    return layer <= steps ? 1 : layer;
  }

  @Override
  public MatrixProduct product() {
    return exact ? MatrixProduct.plain() : MatrixProduct.fastest();
  }

  @Override
  public String toString() {
    return String.format(
            Locale.ROOT, "recurrent %s net, width %d, %d steps", activation.name(), width, steps)
        + (readout > 0 ? ", readout " + readout : "");
  }
}
