package initlab.study.doctor;

import initlab.base.Args;
import initlab.base.FreeMemory;
import initlab.nn.Network;
import initlab.nn.Parameter;
import initlab.nn.loss.Loss;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;

/**
 * Examines a network with data before it is trained: what is wrong, where it begins, by which
 * number, what is healthy for this activation, why, and what one line of code changes.
 *
 * <p>Causes come first: the input, then the weights themselves. Behind an input that is not scaled
 * no signal is judged, for all of it follows from the input: mend that, and ask again.
 */
public final class Doctor {
  private Doctor() {}

  /**
   * Examines with squared error as the loss. Nothing is modified; repairs are tried on copies.
   *
   * @param x (batch x in), finite
   * @param y targets (batch x out), finite; of several places, as steps in time, out counts all
   * @throws IllegalArgumentException if a shape does not fit, a number of the data or the net is
   *     not finite, or there is not enough memory to try a repair
   * @throws IllegalStateException if the memory runs out all the same
   * @throws java.util.concurrent.CancellationException if the thread is interrupted
   */
  public static Findings examine(Network net, DMatrixRMaj x, DMatrixRMaj y) {
    return examine(net, x, y, Loss.squared());
  }

  /** The same with another loss. */
  public static Findings examine(Network net, DMatrixRMaj x, DMatrixRMaj y, Loss loss) {
    Args.given(net, "the network", "Such as plan.init(Init.heNormal(), 1).");
    ExaminationMemory.require(net, Args.given(x, "the input", "Pass (batch x in).").numRows);
    net.parameters().forEach(Doctor::finite);
    String what = "an examination of " + net.plan();
    return FreeMemory.orSay(what, ExaminationMemory.CURE, () -> findings(net, x, y, loss));
  }

  private static Findings findings(Network net, DMatrixRMaj x, DMatrixRMaj y, Loss loss) {
    Examination exam = Examination.of(net, x, y, loss);
    Symptoms symptoms = new Symptoms(exam);
    List<Finding> found = new ArrayList<>(look(symptoms.input(), exam));
    boolean scaled = found.isEmpty();
    found.addAll(look(symptoms.weights(), exam));
    if (scaled) {
      found.addAll(look(symptoms.forward(), exam));
      found.addAll(look(symptoms.backward(), exam));
    }
    return new Findings(net.toString(), found);
  }

  /**
   * Behind a weight that is no number nothing is one: no range would be left, and none is known.
   */
  private static void finite(Parameter weights) {
    DMatrixRMaj w = weights.value();
    for (int i = 0; i < w.getNumElements(); i++) {
      if (!Double.isFinite(w.data[i])) {
        String where = ", row " + i / w.numCols + ", column " + i % w.numCols + " (from 0),";
        throw Args.bad(weights.path() + where, w.data[i], "finite", "Draw the weights anew.");
      }
    }
  }

  private static List<Finding> look(List<Symptom> symptoms, Examination exam) {
    return symptoms.stream().map(one -> one.look(exam)).flatMap(Optional::stream).toList();
  }
}
