package initlab.nn.layer;

import initlab.nn.Memory;
import org.ejml.data.DMatrixRMaj;

/**
 * Each row normalized by itself: what {@link Standardizing} does with blocks of one row and one
 * group, written for short rows.
 */
final class RowNorm {
  private final boolean centred;
  private final boolean shifted;

  /**
   * Such a norm.
   *
   * @param centred whether the mean is taken away
   * @param shifted whether slot 1 is a shift
   */
  RowNorm(boolean centred, boolean shifted) {
    this.centred = centred;
    this.shifted = shifted;
  }

  void forward(Memory m, double epsilon) {
    int n = m.x().numCols;
    double[] x = m.x().data;
    double[] means = m.keep(0, m.x().numRows, 1).data;
    double[] inverses = m.keep(1, m.x().numRows, 1).data;
    double[] scale = m.value(0).data;
    double[] shift = shifted ? m.value(1).data : zeros(m, n);
    for (int row = 0; row < m.x().numRows; row++) {
      means[row] = centred ? sum(x, row * n, n) / n : 0;
      inverses[row] = 1 / Math.sqrt(squares(x, row * n, n, means[row]) / n + epsilon);
      write(x, m.z().data, row * n, means[row], inverses[row], scale, shift, n);
    }
  }

  private static double[] zeros(Memory m, int n) {
    DMatrixRMaj none = m.scratch(0, 1, n);
    none.zero();
    return none.data;
  }

  private static void write(
      double[] x, double[] z, int at, double mean, double inverse, double[] s, double[] b, int n) {
    for (int c = 0; c < n; c++) {
      z[at + c] = (x[at + c] - mean) * inverse * s[c] + b[c];
    }
  }

  void backward(Memory m) {
    int n = m.x().numCols;
    double[] means = m.keep(0, m.x().numRows, 1).data;
    double[] inverses = m.keep(1, m.x().numRows, 1).data;
    double[] scale = m.value(0).data;
    double[] h = m.scratch(0, 1, n).data;
    double[] g = m.scratch(1, 1, n).data;
    DMatrixRMaj ofScale = m.gradient(0);
    ofScale.zero();
    for (int row = 0; row < m.x().numRows; row++) {
      int at = row * n;
      recall(m.x().data, at, means[row], inverses[row], h, n);
      split(m.dz().data, at, h, scale, g, ofScale.data, n);
      double mean = centred ? sum(g, 0, n) / n : 0;
      double along = products(g, h, n) / n;
      send(m.dx().data, at, g, h, mean, along, inverses[row], n);
    }
    if (shifted) {
      Dense.sumRows(m.dz(), m.gradient(1));
    }
  }

  private static void recall(double[] x, int at, double mean, double inverse, double[] h, int n) {
    for (int c = 0; c < n; c++) {
      h[c] = (x[at + c] - mean) * inverse;
    }
  }

  private static void split(
      double[] dz, int at, double[] h, double[] scale, double[] g, double[] ofScale, int n) {
    for (int c = 0; c < n; c++) {
      double arriving = dz[at + c];
      ofScale[c] += arriving * h[c];
      g[c] = arriving * scale[c];
    }
  }

  private static void send(
      double[] dx, int at, double[] g, double[] h, double mean, double along, double by, int n) {
    for (int c = 0; c < n; c++) {
      dx[at + c] = (g[c] - mean - h[c] * along) * by;
    }
  }

  /** In four sums, so that no addition waits for the one before. */
  private static double sum(double[] x, int at, int n) {
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    int i = at;
    for (; i < at + n - 3; i += 4) {
      a += x[i];
      b += x[i + 1];
      c += x[i + 2];
      d += x[i + 3];
    }
    for (; i < at + n; i++) {
      a += x[i];
    }
    return a + b + (c + d);
  }

  private static double squares(double[] x, int at, int n, double mean) {
    double a = 0;
    double b = 0;
    int i = at;
    for (; i < at + n - 1; i += 2) {
      double one = x[i] - mean;
      double two = x[i + 1] - mean;
      a += one * one;
      b += two * two;
    }
    double last = i < at + n ? x[i] - mean : 0;
    return a + b + last * last;
  }

  private static double products(double[] g, double[] h, int n) {
    double a = 0;
    double b = 0;
    int i = 0;
    for (; i < n - 1; i += 2) {
      a += g[i] * h[i];
      b += g[i + 1] * h[i + 1];
    }
    return a + b + (i < n ? g[i] * h[i] : 0);
  }
}
