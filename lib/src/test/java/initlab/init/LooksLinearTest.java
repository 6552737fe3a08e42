package initlab.init;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import initlab.math.RandomStreams;
import initlab.nn.Network;
import initlab.nn.Pass;
import initlab.nn.Plan;
import initlab.nn.Signal;
import initlab.nn.layer.Dense;
import initlab.nn.layer.Mlp;
import initlab.train.data.Data;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.NormOps_DDRM;
import org.junit.jupiter.api.Test;

/** Mirrored weights: what they look like, and that a ReLU net of them loses nothing. */
class LooksLinearTest {

  @Test
  void threeQuartersAreTheFirstOneAgain() {
    for (WeightShape shape :
        new WeightShape[] {WeightShape.dense(6, 6), WeightShape.dense(4, 10)}) {
      DMatrixRMaj w = Init.looksLinear().draw(shape, RandomStreams.layer(1, 0));
      int rows = shape.rows() / 2;
      int cols = shape.cols() / 2;
      DMatrixRMaj first = CommonOps_DDRM.extract(w, 0, rows, 0, cols);
      assertThat(HaarLaws.defect(first, 1)).isLessThan(1e-12);
      for (int i = 0; i < rows; i++) {
        for (int j = 0; j < cols; j++) {
          double due = first.get(i, j);
          assertThat(w.get(i + rows, j)).isEqualTo(-due);
          assertThat(w.get(i, j + cols)).isEqualTo(-due);
          assertThat(w.get(i + rows, j + cols)).isEqualTo(due);
        }
      }
    }
  }

  /** From the first layer's output on every length is kept to rounding, forward and backward. */
  @Test
  void aReluNetOfThemKeepsEveryLength() {
    Network net = Mlp.deep(Activation.RELU, 16, 40).onPlainJava().init(Init.looksLinear(), 3);
    Pass pass = net.forward(Data.normal(1, 16, 3));
    double length = NormOps_DDRM.normF(pass.a(1));
    assertThat(length).isGreaterThan(0.1);
    assertThat(NormOps_DDRM.normF(pass.a(40))).isCloseTo(length, within(1e-12));
    pass.backward(Data.normal(1, 16, 4));
    double late = NormOps_DDRM.normF(pass.da(39));
    assertThat(late).isGreaterThan(0.1);
    assertThat(NormOps_DDRM.normF(pass.da(1))).isCloseTo(late, within(1e-12));
  }

  /** From 5 to 10, on to 10, and back to 5: every input's length comes out, negative parts too. */
  @Test
  void aFirstLayerMakesPairsAndTheLastEndsThem() {
    var relu = Dense.of(10, Activation.RELU);
    Network net =
        Plan.of(Signal.vector(5), relu, relu, Dense.of(5, Activation.LINEAR))
            .withoutBiases()
            .onPlainJava()
            .init(Init.looksLinear(), 2);
    for (int seed = 1; seed <= 20; seed++) {
      DMatrixRMaj x = Data.normal(1, 5, seed);
      double length = NormOps_DDRM.normF(x);
      assertThat(NormOps_DDRM.normF(net.forward(x).output())).isCloseTo(length, within(1e-12));
    }
    DMatrixRMaj first = net.layer(1).weights();
    for (int i = 0; i < 5; i++) {
      assertThat(first.get(i, 7)).isEqualTo(-first.get(i, 2));
      assertThat(net.layer(3).weights().get(i + 5, 3)).isEqualTo(-net.layer(3).weights().get(i, 3));
    }
  }

  @Test
  void oddSidesAndKernelsAreRefused() {
    var rng = RandomStreams.layer(1, 0);
    assertThatThrownBy(() -> Init.looksLinear().draw(WeightShape.dense(3, 4), rng))
        .hasMessageContaining("even sides");
    assertThatThrownBy(() -> Init.looksLinear().draw(WeightShape.dense(4, 3), rng))
        .hasMessageContaining("looks-linear");
    assertThatThrownBy(() -> Init.looksLinear().draw(WeightShape.conv(1, 1, 4, 4), rng))
        .hasMessageContaining("even sides");
    assertThat(Init.looksLinear().name()).isEqualTo("looks-linear");
    assertThat(Init.looksLinear()).hasToString("looks-linear");
  }
}
