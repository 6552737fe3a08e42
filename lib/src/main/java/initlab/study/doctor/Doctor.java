package initlab.study.doctor;

import initlab.nn.Network;
import initlab.nn.loss.Loss;
import java.util.List;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;

/**
 * Examines a network with data before it is trained: what is wrong, where it begins, by which
 * number, what is healthy for this activation, why, and what one line of code changes.
 */
public final class Doctor {
  private Doctor() {}

  /**
   * Examines with squared error as the loss. Nothing is modified; repairs are tried on copies.
   *
   * @param x (batch x in), finite
   * @param y targets (batch x out), finite
   */
  public static Findings examine(Network net, DMatrixRMaj x, DMatrixRMaj y) {
    return examine(net, x, y, Loss.squared());
  }

  /** The same with another loss. */
  public static Findings examine(Network net, DMatrixRMaj x, DMatrixRMaj y, Loss loss) {
    Examination exam = Examination.of(net, x, y, loss);
    List<Finding> found =
        Symptoms.of(exam).stream().map(sign -> sign.look(exam)).flatMap(Optional::stream).toList();
    return new Findings(net.toString(), found);
  }
}
