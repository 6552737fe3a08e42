package initlab.train.data;

import initlab.base.Args;
import initlab.base.FreeMemory;
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
 * @param y targets (samples x outputs): numbers, or 0 and 1 for classes; of tokens ids (samples x
 *     places)
 * @param loss what training makes small unless told otherwise; softmax cross-entropy wants a column
 *     for each of two classes or more
 */
public record Dataset(String name, DMatrixRMaj x, DMatrixRMaj y, Loss loss) {

  public Dataset {
    Args.notBlank(name, "the name of the data");
    Matrices.finite(x, "x");
    Matrices.finite(y, "y");
    Args.given(loss, "the loss", "Loss.squared() suits numbers.");
    Args.atLeast(1, x.numRows, "the number of samples", "Training needs at least one.");
    count(y.numRows, x.numRows);
    if (y.numCols == 1 && loss == Loss.crossEntropy()) {
      throw Args.bad(
          "the number of target columns",
          1,
          "at least 2 for " + loss,
          "One column is one class, of which nothing can be learned: for 0 and 1 in one column use"
              + " Loss.logistic(); for several classes use Dataset.labelled(...).");
    }
  }

  private static void count(int targets, int samples) {
    if (targets != samples) {
      throw Args.bad("the number of targets", targets, samples + "", "Give one to every sample.");
    }
  }

  /** Numbers to be matched: squared error. */
  public static Dataset of(DMatrixRMaj x, DMatrixRMaj y) {
    return new Dataset("data", x, y, Loss.squared());
  }

  /**
   * Classes 0 ... classes - 1 as rows with a 1 at the class: softmax cross-entropy.
   *
   * @throws IllegalArgumentException if classes is below 2, a label is outside 0 ... classes - 1,
   *     or there are not as many labels as rows of x
   */
  public static Dataset labelled(String name, DMatrixRMaj x, int[] labels, int classes) {
    Args.atLeast(2, classes, "the number of classes", "One class is always right.");
    count(labels.length, Args.given(x, "x", "Pass a matrix (samples x features).").numRows);
    FreeMemory.forMatrix("the targets", labels.length, classes, "Count classes from 0, no gaps.");
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

  /**
   * Texts: at every place an id comes in, and an id is due, such as the next one of the text.
   *
   * @param x ids 0 ... vocabulary - 1 (samples x places), for {@code Signal.tokens(places, 1)}
   * @param y ids 0 ... vocabulary - 1 (samples x places of the output), -1 where nothing is asked
   * @throws IllegalArgumentException if vocabulary is below 2, an id is none of these, or no target
   *     counts
   */
  public static Dataset tokens(String name, DMatrixRMaj x, DMatrixRMaj y, int vocabulary) {
    Loss loss = Loss.tokens(vocabulary);
    Args.given(x, "x", "Pass ids (samples x places).");
    for (int i = 0; i < x.getNumElements(); i++) {
      double id = x.data[i];
      if (!(id >= 0 && id < vocabulary && id == (int) id)) {
        throw Args.bad(
            "the id of sample " + i / x.numCols + ", place " + i % x.numCols + " (from 0)",
            id,
            "a whole number from 0 to " + (vocabulary - 1),
            "Count words from 0.");
      }
    }
    loss.ofZero(Args.given(y, "y", "Pass ids (samples x places).")); // looks at every target
    return new Dataset(name, x, y, loss);
  }

  /** How many samples. */
  public int samples() {
    return x.numRows;
  }

  /**
   * The first n samples.
   *
   * @throws IllegalArgumentException unless 1 &lt;= n &lt;= samples
   */
  public Dataset take(int n) {
    between(1, n, samples(), "the number of samples to take");
    return rows(0, n);
  }

  /**
   * All samples but the first n.
   *
   * @throws IllegalArgumentException unless 0 &lt;= n &lt; samples
   */
  public Dataset drop(int n) {
    between(0, n, samples() - 1, "the number of samples to drop");
    return rows(n, samples());
  }

  private static void between(int low, int n, int high, String name) {
    if (n < low || n > high) {
      throw Args.bad(name, n, low + " to at most " + high, "At least one has to be left.");
    }
  }

  private Dataset rows(int from, int to) {
    return new Dataset(
        name,
        CommonOps_DDRM.extract(x, from, to, 0, x.numCols),
        CommonOps_DDRM.extract(y, from, to, 0, y.numCols),
        loss);
  }

  /** The loss of a network on all samples; none is modified. */
  public double loss(Network net) {
    Pass pass = given(net).evaluate(x);
    return loss.value(pass.output(), pass.targets(y));
  }

  /**
   * The loss of a network whose output is always 0: of classes that of a guess by chance, log k for
   * k classes; of numbers the mean square of the targets.
   */
  public double lossOfZero() {
    return loss.ofZero(y);
  }

  /**
   * How often each class, or each word, is due, from the first on: what {@code Init.prior(counts)}
   * makes biases of. Of a single column of 0 and 1 it is how often 1 is.
   */
  public double[] counts() {
    return loss.counts(y);
  }

  /** The share of samples that a network puts in the right class; NaN where there are none. */
  public double accuracy(Network net) {
    Pass pass = given(net).evaluate(x);
    return loss.accuracy(pass.output(), pass.targets(y));
  }

  private static Network given(Network net) {
    return Args.given(net, "the network", "Such as plan.init(Init.heNormal(), 1).");
  }

  /** The accuracy of always naming the largest class; NaN where there are none. */
  public double largestClass() {
    return loss.largestClass(y);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "%s, %d samples, %d -> %d", name, samples(), x.numCols, y.numCols);
  }
}
