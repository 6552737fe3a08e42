package initlab.math;

import initlab.base.Args;
import initlab.base.Progress;
import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.decomposition.qr.QRDecompositionHouseholderColumn_DDRM;

/** QR by EJML, products, mirrors and windows by hand, all in plain Java. */
enum PlainProduct implements MatrixProduct {
  INSTANCE;

  @Override
  public void times(DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj out) {
    Tiles.multiply(Lines.rows(a), Lines.columns(b), out);
  }

  @Override
  public void timesTransposed(DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj out) {
    Tiles.multiply(Lines.rows(a), Lines.rows(b), out);
  }

  @Override
  public void transposedTimes(DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj out) {
    Tiles.multiply(Lines.columns(a), Lines.columns(b), out);
  }

  /**
   * One mirror after the other, the last first: it finds only the identity below and left of it.
   */
  @Override
  public void reflectIdentity(DMatrixRMaj v) {
    double[] mirror = new double[v.numCols];
    for (int k = v.numRows - 1; k >= 0; k--) {
      Progress.checkInterrupted();
      int row = k * v.numCols;
      System.arraycopy(v.data, row, mirror, 0, v.numCols);
      Arrays.fill(v.data, row, row + v.numCols, 0);
      v.data[row + k] = 1;
      for (int i = k; i < v.numRows; i++) {
        reflect(v.data, i * v.numCols, mirror, k);
      }
    }
  }

  /** r = r - (r v) v^T from column k on, for the row r of a that begins there. */
  private static void reflect(double[] a, int row, double[] v, int k) {
    double dot = 0;
    for (int j = k; j < v.length; j++) {
      dot += a[row + j] * v[j];
    }
    for (int j = k; j < v.length; j++) {
      a[row + j] -= dot * v[j];
    }
  }

  /** What {@link Reflections} is measured against. */
  @Override
  public double[] orthonormalizeRows(DMatrixRMaj a) {
    Args.atLeast(a.numRows, a.numCols, "the number of columns", "Transpose the matrix.");
    var qr = new QRDecompositionHouseholderColumn_DDRM();
    qr.decompose(CommonOps_DDRM.transpose(a, null));
    DMatrixRMaj r = qr.getR(null, true);
    CommonOps_DDRM.transpose(qr.getQ(null, true), a);
    double[] diagonal = new double[r.numRows];
    Arrays.setAll(diagonal, i -> r.get(i, i));
    return diagonal;
  }

  @Override
  public void gather(SlidingWindow window, DMatrixRMaj x, DMatrixRMaj w, DMatrixRMaj y) {
    PlainWindow.gather(window, x, w, y);
  }

  @Override
  public void spread(SlidingWindow window, DMatrixRMaj y, DMatrixRMaj w, DMatrixRMaj x) {
    PlainWindow.spread(window, y, w, x);
  }

  @Override
  public void addWeights(SlidingWindow window, DMatrixRMaj x, DMatrixRMaj y, DMatrixRMaj w) {
    PlainWindow.addWeights(window, x, y, w);
  }

  @Override
  public String toString() {
    return "plain Java";
  }
}
