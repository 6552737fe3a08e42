package initlab.study.experiment;

import static initlab.init.Activation.LINEAR;
import static initlab.init.Activation.RELU;
import static initlab.init.Activation.SELU;
import static initlab.init.Activation.SILU;
import static initlab.init.Activation.TANH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import initlab.init.Gain;
import initlab.init.Init;
import initlab.init.WeightShape;
import initlab.math.RandomStreams;
import initlab.train.data.Data;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;

/** Gated layers, and tables of gains. */
class GatedTest {

  @Test
  void theGradientIsThatOfFiniteDifferences() {
    DMatrixRMaj x = Data.normal(2, 5, 1);
    DMatrixRMaj w = Init.lecunNormal().draw(WeightShape.dense(5, 5), RandomStreams.layer(1, 0));
    DMatrixRMaj v = Init.lecunNormal().draw(WeightShape.dense(5, 5), RandomStreams.layer(1, 1));
    DMatrixRMaj da = Data.normal(2, 5, 2);
    DMatrixRMaj dx = GatedLayer.forward(SILU, x, w, v).backward(SILU, da, w, v);
    for (int i = 0; i < x.getNumElements(); i++) {
      double up = loss(x, i, 1e-5, w, v, da);
      double down = loss(x, i, -1e-5, w, v, da);
      assertThat(dx.data[i]).isCloseTo((up - down) / 2e-5, within(1e-8));
    }
  }

  private static double loss(
      DMatrixRMaj x, int i, double h, DMatrixRMaj w, DMatrixRMaj v, DMatrixRMaj da) {
    DMatrixRMaj moved = x.copy();
    moved.data[i] += h;
    DMatrixRMaj output = GatedLayer.forward(SILU, moved, w, v).output();
    return CommonOps_DDRM.elementSum(CommonOps_DDRM.elementMult(output, da, null));
  }

  @Test
  void oneLayerHasTheSecondMomentAndTheGradientOfTheQuadrature() {
    var measured = Gated.of(RELU, 256, 1).measure(1);
    assertThat(measured.activation().median()[1]).isCloseTo(0.5, within(0.03));
    assertThat(measured.gradient().median()[0]).isCloseTo(1, within(0.06));
    double gain = Gain.gated(RELU).gradient();
    assertThat(gain).isCloseTo(1, within(1e-9));
  }

  @Test
  void deviationsFadeUnderTanhStayUnderReluAndLinear() {
    assertThat(GainTable.power(LINEAR)).isCloseTo(1, within(1e-6));
    assertThat(GainTable.power(RELU)).isCloseTo(1, within(1e-6));
    assertThat(GainTable.power(TANH)).isLessThan(0.5);
    assertThat(GainTable.power(SILU)).isGreaterThan(1.1);
  }

  @Test
  void aGainThatDoesNotExistIsCalledNone() {
    assertThat(GainTable.of(TANH).text()).contains("1.5925", "none", "1.6667");
    assertThat(GainTable.stability(SELU).text()).contains("0.783", "1.07");
  }
}
