package initlab.math;

import initlab.base.Args;
import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.decomposition.qr.QRDecompositionHouseholderColumn_DDRM;

/** The Householder QR factorization in plain Java: what {@link Reflections} is measured against. */
final class Qr {
  private Qr() {}

  static double[] orthonormalizeRows(DMatrixRMaj a) {
    Args.atLeast(a.numRows, a.numCols, "the number of columns", "Transpose the matrix.");
    var qr = new QRDecompositionHouseholderColumn_DDRM();
    qr.decompose(CommonOps_DDRM.transpose(a, null));
    DMatrixRMaj r = qr.getR(null, true);
    CommonOps_DDRM.transpose(qr.getQ(null, true), a);
    double[] diagonal = new double[r.numRows];
    Arrays.setAll(diagonal, i -> r.get(i, i));
    return diagonal;
  }
}
