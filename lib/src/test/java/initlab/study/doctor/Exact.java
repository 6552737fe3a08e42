package initlab.study.doctor;

import initlab.init.Activation;
import initlab.init.Init;
import initlab.nn.Layer;
import initlab.nn.Network;
import initlab.nn.Plan;
import initlab.nn.layer.Dense;
import initlab.nn.layer.Mlp;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/** Networks and inputs whose every number can be told without measuring. */
final class Exact {
  static final int WIDTH = 8;

  private Exact() {}

  /** Eight samples of 1 and -1, each orthogonal to all others: E x^2 = 1, every cosine 0. */
  static DMatrixRMaj input() {
    DMatrixRMaj x = new DMatrixRMaj(WIDTH, WIDTH);
    for (int i = 0; i < WIDTH; i++) {
      for (int j = 0; j < WIDTH; j++) {
        x.set(i, j, Integer.bitCount(i & j) % 2 == 0 ? 1 : -1);
      }
    }
    return x;
  }

  /** Layers W = sqrt(factor) I of this activation: a linear one multiplies E a^2 by its factor. */
  static Network diagonal(Activation f, double... factors) {
    Network net = Mlp.deep(f, WIDTH, factors.length).init(Init.zeros(), 1);
    for (int l = 1; l <= factors.length; l++) {
      DMatrixRMaj w = net.layer(l).weights();
      CommonOps_DDRM.setIdentity(w);
      CommonOps_DDRM.scale(Math.sqrt(factors[l - 1]), w);
    }
    return net;
  }

  /** A linear dense layer. */
  static Layer layer(int width) {
    return Dense.of(width, Activation.LINEAR);
  }

  /** The findings on {@link #input}, with targets 0: the gradient sent back is the output. */
  static Findings examine(Network net) {
    return Doctor.examine(net, input(), new DMatrixRMaj(WIDTH, net.plan().outputs()));
  }

  /** The findings on another input, with targets 0. */
  static Findings examine(Network net, DMatrixRMaj x) {
    return Doctor.examine(net, x, new DMatrixRMaj(x.numRows, net.plan().outputs()));
  }

  /** A plan of one dense layer with biases, W = I, and these biases. */
  static Network shifted(Activation f, double... biases) {
    Plan plan = Mlp.of(f, biases.length, biases.length, biases.length);
    Network net = plan.init(Init.identity(), 1);
    System.arraycopy(biases, 0, net.parameter("1.b").value().data, 0, biases.length);
    return net;
  }
}
