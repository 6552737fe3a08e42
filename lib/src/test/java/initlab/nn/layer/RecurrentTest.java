package initlab.nn.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import initlab.init.Activation;
import initlab.init.Distribution;
import initlab.init.Init;
import initlab.math.RandomStreams;
import initlab.nn.Network;
import initlab.nn.Pass;
import java.util.List;
import org.assertj.core.data.Offset;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.NormOps_DDRM;
import org.junit.jupiter.api.Test;

class RecurrentTest {
  private static DMatrixRMaj normal(int rows, int cols) {
    DMatrixRMaj m = new DMatrixRMaj(rows, cols);
    Distribution.NORMAL.fill(1, RandomStreams.data(1), m.data, m.getNumElements());
    return m;
  }

  @Test
  void allStepsShareOneLayer() {
    Network net =
        Recurrent.over(Activation.TANH, 8, 5)
            .then(1, Dense.of(3, Activation.LINEAR))
            .init(Init.orthogonal(), 1);
    assertThat(net.depth()).isEqualTo(6);
    assertThat(net.layer(5).weights()).isSameAs(net.layer(1).weights());
    assertThat(net.layer(6).weights()).isNotSameAs(net.layer(1).weights());
    assertThat(net.layer(6).weights().numCols).isEqualTo(3);
  }

  @Test
  void linearIsAPowerOfOneMatrix() {
    Network net = Recurrent.over(Activation.LINEAR, 4, 3).onPlainJava().init(Init.heNormal(), 1);
    DMatrixRMaj w = net.layer(1).weights();
    DMatrixRMaj x = normal(2, 4);
    DMatrixRMaj expected = x;
    for (int t = 0; t < 3; t++) {
      expected = CommonOps_DDRM.mult(expected, w, null);
    }
    assertThat(net.forward(x).output().data).containsExactly(expected.data, Offset.offset(1e-12));
  }

  /** Orthogonal weights keep norms over 200 steps, both ways, to rounding. */
  @Test
  void orthogonalKeepsNormsOverTime() {
    Network net = Recurrent.over(Activation.LINEAR, 64, 200).init(Init.orthogonal(), 1);
    DMatrixRMaj x = normal(4, 64);
    Pass pass = net.forward(x);
    assertThat(NormOps_DDRM.normF(pass.output()) / NormOps_DDRM.normF(x))
        .isCloseTo(1, Offset.offset(1e-11));
    pass.backward(x);
    assertThat(NormOps_DDRM.normF(pass.da(0)) / NormOps_DDRM.normF(x))
        .isCloseTo(1, Offset.offset(1e-11));
  }

  /** The shares dL/dW of the steps add up to the difference quotient of moving the one W. */
  @Test
  void theSharesOfTheStepsAddUpToTheGradient() {
    Network net = Recurrent.over(Activation.TANH, 3, 4).init(Init.heNormal(), 2);
    DMatrixRMaj x = normal(5, 3);
    DMatrixRMaj ones = new DMatrixRMaj(5, 3);
    ones.fill(1);
    Pass pass = net.forward(x).backward(ones);
    List<DMatrixRMaj> shares = pass.shares(net.parameter("1.W"));
    DMatrixRMaj w = net.layer(1).weights();
    for (int i = 0; i < 9; i++) {
      double sum = 0;
      for (int t = 1; t <= 4; t++) {
        sum += shares.get(t - 1).data[i];
      }
      double before = w.data[i];
      w.data[i] = before + 1e-6;
      double above = CommonOps_DDRM.elementSum(net.forward(x).output());
      w.data[i] = before - 1e-6;
      double below = CommonOps_DDRM.elementSum(net.forward(x).output());
      w.data[i] = before;
      assertThat(pass.gradient(net.parameter("1.W")).data[i]).isEqualTo(sum);
      assertThat(sum).isCloseTo((above - below) / 2e-6, Offset.offset(1e-6));
    }
  }

  @Test
  void badPlansAreNamed() {
    assertThatThrownBy(() -> Recurrent.over(Activation.TANH, 0, 5)).hasMessageContaining("width");
    assertThatThrownBy(() -> Recurrent.over(Activation.TANH, 5, 0)).hasMessageContaining("steps");
  }
}
