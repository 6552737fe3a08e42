package initlab.nn.layer;

import initlab.base.Progress;
import initlab.nn.Memory;
import java.util.function.IntConsumer;
import org.ejml.data.DMatrixRMaj;

/**
 * The way of a {@link Recurring} layer over its steps in time: in each of them one product with U,
 * slot 1, takes the whole batch along. The layer's own part is what it makes of that product.
 */
final class Loop {
  /** The scratch matrix that holds dL/dh(t) of all steps. */
  static final int STATE_GRADIENT = 1;

  private static final int BEFORE = 0;
  private static final int CARRIED = 3;
  private static final int NOW = 4;

  private Loop() {}

  /** A step forward. */
  interface Step {
    /**
     * Writes h(t) into {@code m.z()}.
     *
     * @param carried h(t - 1) U (batch x what U gives), zeros at the first step; may be overwritten
     */
    void forward(int t, DMatrixRMaj carried);
  }

  /** Step after step, from h(0) = 0. */
  static void forward(Memory m, Step step) {
    DMatrixRMaj u = m.value(1);
    DMatrixRMaj before = m.scratch(BEFORE, m.batch(), u.numRows);
    DMatrixRMaj carried = m.scratch(CARRIED, m.batch(), u.numCols);
    carried.zero();
    for (int t = 0; t < m.in().places(); t++) {
      Progress.checkInterrupted();
      if (t > 0) {
        TimeSteps.gather(m.z(), t - 1, before);
        m.product().times(before, u, carried);
      }
      step.forward(t, carried);
    }
  }

  /**
   * From the last step to the first, dh being dL/dh(t): from above at first, and then with what
   * step t + 1 sends back.
   *
   * @param dh (batch * steps x hidden); overwritten
   * @param byState dL/d(h(t - 1) U) of all steps
   * @param step writes the rows of byState of its step
   */
  static void backward(Memory m, DMatrixRMaj dh, DMatrixRMaj byState, IntConsumer step) {
    DMatrixRMaj now = m.scratch(NOW, m.batch(), byState.numCols);
    DMatrixRMaj carried = m.scratch(CARRIED, m.batch(), dh.numCols);
    dh.setTo(m.dz());
    for (int t = m.in().places() - 1; t >= 0; t--) {
      Progress.checkInterrupted();
      step.accept(t);
      if (t > 0) {
        TimeSteps.gather(byState, t, now);
        m.product().timesTransposed(now, m.value(1), carried);
        TimeSteps.add(carried, t - 1, dh);
      }
    }
  }
}
