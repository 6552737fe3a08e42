package initlab.nn.layer;

import initlab.base.Args;
import initlab.init.Init;
import initlab.nn.Layer;
import initlab.nn.Memory;
import initlab.nn.Role;
import initlab.nn.Signal;
import initlab.nn.Slot;
import java.util.ArrayList;
import java.util.List;
import org.ejml.data.DMatrixRMaj;

/**
 * Batch normalization: z = scale (x - mean) / sqrt(variance + epsilon) + shift, for each channel by
 * itself. In training, mean and variance are those of the batch, over all samples and places; in
 * evaluation they are the running ones. Ioffe and Szegedy (2015).
 *
 * <p>All slots are (1 x channels). Scale and running variance begin at 1, shift and running mean at
 * 0. After each batch of training, running += momentum (batch - running), where the batch's
 * variance is divided by n - 1 of n numbers, and by n where it normalizes: both as PyTorch does it.
 *
 * @param epsilon what keeps a channel that is the same everywhere from a division by 0
 * @param momentum the share of the batch in the running mean and variance, above 0, at most 1
 * @param bias whether there is a shift
 */
public record BatchNorm(double epsilon, double momentum, boolean bias) implements Layer {

  public BatchNorm {
    Args.positive(epsilon, "epsilon", Norms.EPSILON_CURE);
    if (!(momentum > 0 && momentum <= 1)) {
      throw Args.bad("the momentum", momentum, "above 0, at most 1", "0.1 is PyTorch's.");
    }
  }

  /** Batch normalization with epsilon 1e-5 and momentum 0.1, as in PyTorch. */
  public static BatchNorm of() {
    return new BatchNorm(Norms.EPSILON, 0.1, true);
  }

  @Override
  public BatchNorm withoutBias() {
    return new BatchNorm(epsilon, momentum, false);
  }

  @Override
  public BatchNorm withBias() {
    return new BatchNorm(epsilon, momentum, true);
  }

  @Override
  public Signal out(Signal in) {
    return in;
  }

  @Override
  public List<Slot> slots(Signal in) {
    List<Slot> all = new ArrayList<>(Norms.slots(in, bias));
    all.add(Slot.vector("mean", in.channels(), Role.STATISTIC));
    all.add(Slot.vector("variance", in.channels(), Role.STATISTIC).begins(Init.ones()));
    return all;
  }

  private int mean() {
    return bias ? 2 : 1;
  }

  private int variance() {
    return mean() + 1;
  }

  @Override
  public boolean forgetsScale() {
    return true;
  }

  @Override
  public void forward(Memory m) {
    if (m.training() && m.x().numRows == 1) {
      throw Args.bad(
          "the number of rows that layer " + m.node().path() + " (batchnorm) normalizes over",
          1,
          "at least 2 in training",
          "Pass two samples at least, or net.evaluate(x) for one.");
    }
    if (m.training()) {
      of(m).forward(epsilon);
    } else {
      of(m).forward(m.value(mean()), m.value(variance()), epsilon);
    }
  }

  @Override
  public void backward(Memory m) {
    Standardizing batch = of(m);
    batch.backward();
    if (!m.wantsGradients()) {
      return;
    }
    m.gradient(mean()).zero();
    m.gradient(variance()).zero();
    if (m.training()) {
      double n = m.x().numRows;
      towards(m, mean(), batch.means());
      towards(m, variance(), batch.variances(epsilon, n / (n - 1)));
    }
  }

  /** What training takes from a running number: momentum (running - batch). */
  private void towards(Memory m, int slot, DMatrixRMaj batch) {
    double[] running = m.value(slot).data;
    double[] taken = m.gradient(slot).data;
    for (int c = 0; c < m.in().channels(); c++) {
      taken[c] = momentum * (running[c] - batch.data[c]);
    }
  }

  private Standardizing of(Memory m) {
    return new Standardizing(m, m.x().numRows, m.in().channels(), !m.training(), bias);
  }

  @Override
  public boolean differsInTraining() {
    return true;
  }
}
