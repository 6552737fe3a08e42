package initlab.ledger;

import initlab.math.Normals;
import initlab.math.RandomStreams;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;

/**
 * A source's two listings of an orthogonal draw, line by line: numpy's reduced QR, the transpose,
 * the signs along the last axis, the slice.
 */
final class QrListing {
  private QrListing() {}

  static Claim claim() {
    return Claim.of(
            "C51",
            "The first listing of orthogonal_init returns an orthogonal matrix of the shape asked "
                + "for, also with fewer rows than columns",
            Source.SERIES)
        .tried("both listings ported line by line and run for 3 x 5")
        .measured(QrListing::evidence)
        .fails(
            "it returns 3 x 3: numpy's q has as many columns as the smaller side; transpose before "
                + "the factorization, as the second listing of the same text does",
            seen ->
                seen.at("columns that came of 5: first listing") < 5
                    && seen.at("second listing") == 5
                    && seen.at("its rows, distance from orthonormal") < 1e-12)
        .holds(
            seen ->
                seen.at("columns that came of 5: first listing") == 5
                    && seen.at("its rows, distance from orthonormal") < 1e-12);
  }

  private static Evidence evidence() {
    DMatrixRMaj second = second(3, 5);
    return Evidence.of("columns that came of 5: first listing", first(3, 5).numCols)
        .and("second listing", second.numCols)
        .and("its rows, distance from orthonormal", distance(second));
  }

  /** a = randn(rows, cols); q, r = qr(a); q = q.T if rows &lt; cols; q *= sign(diag(r)). */
  static DMatrixRMaj first(int rows, int cols) {
    Qr qr = Qr.of(randn(rows, cols));
    DMatrixRMaj q = rows < cols ? CommonOps_DDRM.transpose(qr.q(), null) : qr.q();
    signs(q, qr.r());
    return slice(q, rows, cols);
  }

  /** a = randn of the longer side first; q, r = qr(a); q *= sign(diag(r)); q = q.T if needed. */
  static DMatrixRMaj second(int rows, int cols) {
    Qr qr = Qr.of(rows < cols ? randn(cols, rows) : randn(rows, cols));
    signs(qr.q(), qr.r());
    return slice(rows < cols ? CommonOps_DDRM.transpose(qr.q(), null) : qr.q(), rows, cols);
  }

  /** What numpy.linalg.qr gives: q (rows x k) and r (k x cols), k the smaller side. */
  private record Qr(DMatrixRMaj q, DMatrixRMaj r) {
    static Qr of(DMatrixRMaj a) {
      var qr = DecompositionFactory_DDRM.qr(a.numRows, a.numCols);
      if (!qr.decompose(a.copy())) {
        throw new IllegalStateException("No QR of " + a);
      }
      return new Qr(qr.getQ(null, true), qr.getR(null, true));
    }
  }

  private static DMatrixRMaj randn(int rows, int cols) {
    DMatrixRMaj a = new DMatrixRMaj(rows, cols);
    Normals.fill(1, RandomStreams.of(1, "qr", 0), a.data, a.getNumElements());
    return a;
  }

  /** numpy multiplies the last axis: column j by the sign of r_jj. */
  private static void signs(DMatrixRMaj q, DMatrixRMaj r) {
    for (int i = 0; i < q.numRows; i++) {
      for (int j = 0; j < q.numCols; j++) {
        q.set(i, j, q.get(i, j) * Math.signum(r.get(j, j)));
      }
    }
  }

  /** numpy's q[:rows, :cols], which takes what there is. */
  private static DMatrixRMaj slice(DMatrixRMaj q, int rows, int cols) {
    int r = Math.min(rows, q.numRows);
    int c = Math.min(cols, q.numCols);
    return CommonOps_DDRM.extract(q, 0, r, 0, c);
  }

  /** The largest entry of q q^T - I. */
  private static double distance(DMatrixRMaj q) {
    DMatrixRMaj square = CommonOps_DDRM.multTransB(q, q, null);
    CommonOps_DDRM.subtractEquals(square, CommonOps_DDRM.identity(q.numRows));
    return CommonOps_DDRM.elementMaxAbs(square);
  }
}
