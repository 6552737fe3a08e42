package initlab.nn.layer;

import initlab.base.Args;
import initlab.nn.Layer;
import initlab.nn.Memory;
import initlab.nn.Signal;
import org.apache.commons.rng.UniformRandomProvider;
import org.ejml.data.DMatrixRMaj;

/**
 * Dropout: in training each number becomes 0 with this rate, and x / (1 - rate) else, so that its
 * mean stays; in evaluation it is x. Second moments grow by 1 / (1 - rate) in training. Srivastava
 * et al. (2014).
 *
 * @param rate the share of numbers that are dropped, 0 or more and below 1
 */
public record Dropout(double rate) implements Layer {

  public Dropout {
    if (!(rate >= 0 && rate < 1)) {
      throw Args.bad("the dropout rate", rate, "0 or more, below 1", "0.1 drops every tenth.");
    }
  }

  /** Dropout at this rate. */
  public static Dropout of(double rate) {
    return new Dropout(rate);
  }

  @Override
  public Signal out(Signal in) {
    return in;
  }

  @Override
  public void forward(Memory m) {
    thin(m, m.x(), m.z());
  }

  /** The same numbers are dropped: the random numbers of a pass begin anew. */
  @Override
  public void backward(Memory m) {
    thin(m, m.dz(), m.dx());
  }

  private void thin(Memory m, DMatrixRMaj from, DMatrixRMaj to) {
    to.setTo(from);
    if (!m.training() || rate == 0) {
      return;
    }
    UniformRandomProvider random = m.random();
    double kept = 1 / (1 - rate);
    double[] numbers = to.data;
    int count = to.getNumElements();
    for (int i = 0; i < count; i++) {
      numbers[i] = random.nextDouble() < rate ? 0 : kept * numbers[i];
    }
  }

  @Override
  public boolean needsInput() {
    return false;
  }

  @Override
  public boolean differsInTraining() {
    return rate > 0;
  }
}
