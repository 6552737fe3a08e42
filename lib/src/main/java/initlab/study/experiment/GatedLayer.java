package initlab.study.experiment;

import initlab.init.Activation;
import initlab.math.MatrixProduct;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * What one gated layer computed, all (batch x width).
 *
 * @param u = x W
 * @param v = x V
 * @param output f(u) v
 */
record GatedLayer(DMatrixRMaj u, DMatrixRMaj v, DMatrixRMaj output) {

  /** Passes x (batch x in) through W and V (in x out), and multiplies. */
  static GatedLayer forward(Activation f, DMatrixRMaj x, DMatrixRMaj w, DMatrixRMaj gate) {
    DMatrixRMaj u = new DMatrixRMaj(0, 0);
    DMatrixRMaj v = new DMatrixRMaj(0, 0);
    MatrixProduct.fastest().times(x, w, u);
    MatrixProduct.fastest().times(x, gate, v);
    DMatrixRMaj output = v.createLike();
    for (int i = 0; i < u.getNumElements(); i++) {
      output.data[i] = f.apply(u.data[i]) * v.data[i];
    }
    return new GatedLayer(u, v, output);
  }

  /** dL/dx = (dL/da v f'(u)) W^T + (dL/da f(u)) V^T. Nothing is modified. */
  DMatrixRMaj backward(Activation f, DMatrixRMaj da, DMatrixRMaj w, DMatrixRMaj gate) {
    DMatrixRMaj du = da.createLike();
    DMatrixRMaj dv = da.createLike();
    for (int i = 0; i < da.getNumElements(); i++) {
      du.data[i] = da.data[i] * v.data[i] * f.slope(u.data[i]);
      dv.data[i] = da.data[i] * f.apply(u.data[i]);
    }
    DMatrixRMaj dx = new DMatrixRMaj(0, 0);
    DMatrixRMaj more = new DMatrixRMaj(0, 0);
    MatrixProduct.fastest().timesTransposed(du, w, dx);
    MatrixProduct.fastest().timesTransposed(dv, gate, more);
    CommonOps_DDRM.addEquals(dx, more);
    return dx;
  }
}
