package initlab.train.data;

import initlab.base.Args;
import initlab.math.Matrices;
import initlab.nn.Network;
import initlab.nn.Pass;
import initlab.nn.loss.Loss;
import java.util.Locale;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * Inputs, the targets that belong to them, and the loss that suits the targets.
 *
 * @param name what figures and tables call it
 * @param x inputs (samples x features)
 * @param y targets (samples x outputs): numbers, or 0 and 1 for classes
 * @param loss what training makes small unless told otherwise
 */
public record Dataset(String name, DMatrixRMaj x, DMatrixRMaj y, Loss loss) {

  public Dataset {
    Args.atLeast(1, x.numRows, "the number of samples", "Training needs at least one.");
    if (x.numRows != y.numRows) {
      throw Args.bad(
          "the number of targets", y.numRows, x.numRows + "", "Give one to every sample.");
    }
    Matrices.finite(x, "x");
    Matrices.finite(y, "y");
  }

  /** Numbers to be matched: squared error. */
  public static Dataset of(DMatrixRMaj x, DMatrixRMaj y) {
    return new Dataset("data", x, y, Loss.squared());
  }

  /**
   * Classes 0 ... classes - 1 as rows with a 1 at the class: softmax cross-entropy.
   *
   * @throws IllegalArgumentException if a label is outside 0 ... classes - 1
   */
  public static Dataset labelled(String name, DMatrixRMaj x, int[] labels, int classes) {
    DMatrixRMaj y = new DMatrixRMaj(labels.length, classes);
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] < 0 || labels[i] >= classes) {
        throw Args.bad(
            "label " + i, labels[i], "0 to " + (classes - 1), "Count classes from 0, all of them.");
      }
      y.set(i, labels[i], 1);
    }
    return new Dataset(name, x, y, Loss.crossEntropy());
  }

  /** How many samples. */
  public int samples() {
    return x.numRows;
  }

  /** The first n samples. */
  public Dataset take(int n) {
    return rows(0, Args.atLeast(1, n, "the number of samples", "Take at least one."));
  }

  /** All samples but the first n. */
  public Dataset drop(int n) {
    return rows(Args.atLeast(0, n, "the number of samples", ""), samples());
  }

  private Dataset rows(int from, int to) {
    if (to > samples()) {
      throw Args.bad("the number of samples", to, "at most " + samples(), "Make more data.");
    }
    return new Dataset(
        name,
        CommonOps_DDRM.extract(x, from, to, 0, x.numCols),
        CommonOps_DDRM.extract(y, from, to, 0, y.numCols),
        loss);
  }

  /** The loss of a network on all samples; none is modified. */
  public double loss(Network net) {
    Pass pass = net.forward(x);
    return loss.value(pass.output(), pass.targets(y));
  }

  /** The share of samples that a network puts in the right class; NaN where there are none. */
  public double accuracy(Network net) {
    Pass pass = net.forward(x);
    return loss.accuracy(pass.output(), pass.targets(y));
  }

  /** The accuracy of always naming the largest class; NaN where there are none. */
  public double largestClass() {
    double best = Double.NaN;
    for (int c = 0; c < Math.max(2, y.numCols); c++) {
      DMatrixRMaj constant = new DMatrixRMaj(y.numRows, y.numCols);
      for (int row = 0; row < y.numRows; row++) {
        constant.set(row, Math.min(c, y.numCols - 1), y.numCols == 1 ? 2 * c - 1 : 1);
      }
      best = Math.max(loss.accuracy(constant, y), Double.isNaN(best) ? 0 : best);
    }
    return best;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "%s, %d samples, %d -> %d", name, samples(), x.numCols, y.numCols);
  }
}
