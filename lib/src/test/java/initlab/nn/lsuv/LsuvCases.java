package initlab.nn.lsuv;

import static initlab.init.Activation.RELU;

import initlab.init.Distribution;
import initlab.init.Init;
import initlab.math.RandomStreams;
import initlab.nn.Network;
import initlab.nn.Plan;
import initlab.nn.layer.Mlp;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/** Nets and batches that tests of LSUV share. */
final class LsuvCases {
  static final Plan PLAN = Mlp.deep(RELU, 40, 12);

  private LsuvCases() {}

  /** A batch (64 x 40) of mean 3 and standard deviation 7: nothing that a network likes. */
  static DMatrixRMaj batch(int number) {
    DMatrixRMaj x = normal(64, 40, number);
    CommonOps_DDRM.scale(7, x);
    CommonOps_DDRM.add(x, 3);
    return x;
  }

  static DMatrixRMaj normal(int rows, int cols, int seed) {
    DMatrixRMaj x = new DMatrixRMaj(rows, cols);
    Distribution.NORMAL.fill(1, RandomStreams.data(seed), x.data, x.getNumElements());
    return x;
  }

  static Network net(Plan plan) {
    return plan.init(Init.orthogonal(), 1);
  }
}
