package initlab.math;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.decomposition.qr.QRDecompositionHouseholderColumn_DDRM;

/** Products by EJML in plain Java. */
enum PlainProduct implements MatrixProduct {
  INSTANCE;

  @Override
  public void times(DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj out) {
    CommonOps_DDRM.mult(a, b, out);
  }

  @Override
  public void timesTransposed(DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj out) {
    CommonOps_DDRM.multTransB(a, b, out);
  }

  @Override
  public void transposedTimes(DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj out) {
    CommonOps_DDRM.multTransA(a, b, out);
  }

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
  public String toString() {
    return "plain Java";
  }
}
