package initlab.study.probe;

import initlab.nn.Network;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.ejml.data.DMatrixRMaj;

/**
 * Which neurons of a layer are one neuron in disguise: columns of W (in x out) that are equal to
 * the last bit.
 *
 * @param neurons how many columns
 * @param different how many different columns
 * @param pair the first two equal columns, counted from 1; empty where all differ
 */
public record TiedNeurons(int neurons, int different, List<Integer> pair) {

  /** The ties among the neurons whose weights are the columns of w (in x out). Not modified. */
  public static TiedNeurons of(DMatrixRMaj w) {
    List<double[]> seen = new ArrayList<>();
    List<Integer> pair = List.of();
    for (int col = 0; col < w.numCols; col++) {
      double[] column = column(w, col);
      int twin = indexOf(seen, column);
      if (twin < 0) {
        seen.add(column);
      } else if (pair.isEmpty()) {
        pair = List.of(twin + 1, col + 1); // all before it differ
      }
    }
    return new TiedNeurons(w.numCols, seen.size(), pair);
  }

  /** How many different neurons layer 1 ... L of a network has: for {@code Training.watch}. */
  public static double different(Network net, int layer) {
    return of(net.layer(layer).weights()).different();
  }

  private static int indexOf(List<double[]> seen, double[] column) {
    for (int i = 0; i < seen.size(); i++) {
      if (Arrays.equals(seen.get(i), column)) {
        return i;
      }
    }
    return -1;
  }

  private static double[] column(DMatrixRMaj w, int col) {
    double[] column = new double[w.numRows];
    Arrays.setAll(column, row -> w.get(row, col) + 0.0);
    return column;
  }

  /** Whether the columns are all different. */
  public boolean none() {
    return different == neurons;
  }

  /** Whether a matrix has equal columns although its rows differ: the wrong way round. */
  public static boolean turned(DMatrixRMaj w) {
    double[] first = column(w, 0);
    boolean rowsDiffer = Arrays.stream(first).anyMatch(weight -> weight != first[0]);
    return of(w).different() == 1 && rowsDiffer;
  }

  @Override
  public String toString() {
    return none()
        ? "all " + neurons + " neurons differ"
        : String.format(
            Locale.ROOT,
            "%d neurons, %d different: neurons %d and %d are one",
            neurons,
            different,
            pair.get(0),
            pair.get(1));
  }
}
