package initlab.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import initlab.init.Activation;
import initlab.init.Init;
import initlab.nn.layer.Mlp;
import initlab.study.experiment.FormatDepth;
import initlab.study.experiment.RepeatedDraws;
import initlab.study.probe.Saturation;
import initlab.theory.NumberFormat;
import initlab.train.data.Data;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

/** The tables of how signals grow and end: LayerTable, Growth, Saturation, Reach, OneInput. */
class SignalTablesTest {
  private static Results study() {
    return Study.of(Mlp.deep(Activation.LINEAR, 50, 4))
        .seeds(5)
        .compare(Init.normal(1), Init.lecunNormal(), Init.constant(0))
        .measure();
  }

  @Test
  void aLayerStandsBesideWhatATextSays() {
    var row = study().of("normal, std 1");
    assertThat(LayerTable.moments(row, 50, 2500).text())
        .contains("the text", "theory")
        .containsPattern("2 +2500 +2\\d\\d\\d")
        .containsPattern("4 +NaN");
    assertThat(LayerTable.magnitudes(row).text()).doesNotContain("the text").contains("7.07");
    assertThatThrownBy(() -> LayerTable.moments(row, 1, 2, 3, 4, 5)).hasMessageContaining("4");
  }

  @Test
  void theFactorALayerIsTheSlope() {
    var found = study();
    assertThat(Growth.forward(found.of("normal, std 1"))).isCloseTo(50, within(10.0));
    assertThat(Growth.backward(found.of("normal, std 1"))).isCloseTo(50, within(10.0));
    assertThat(Growth.layersToThousandfold(0.1)).isEqualTo(6);
    assertThat(Growth.table(found).text()).contains("layers to 1000x", "\u221E");
  }

  @Test
  void largeWeightsFlattenTanh() {
    var plan = Mlp.deep(Activation.TANH, 64, 2);
    var x = Data.normal(64, 64, 1);
    assertThat(Saturation.flat(plan.init(Init.uniform(10), 1), x, 1)).isGreaterThan(0.9);
    assertThat(Saturation.flat(plan.init(Init.xavierNormal(), 1), x, 1)).isLessThan(0.05);
    assertThat(Saturation.of(plan.init(Init.xavierNormal(), 1), x).height()).isEqualTo(2);
  }

  @Test
  void aSignalEndsWhereItsFormatEnds() {
    // 32 neurons of variance 1: the root mean square grows by 4 a layer, and 4^8 is above 65504 / 2
    assertThat(FormatDepth.of(NumberFormat.FP16, Activation.RELU, 32, 30, Init.normal(1), 1))
        .isBetween(6, 9);
    assertThat(FormatDepth.of(NumberFormat.FP64, Activation.RELU, 32, 30, Init.normal(1), 1))
        .isEqualTo(31);
    assertThat(FormatDepth.of(NumberFormat.FP64, Activation.RELU, 32, 30, Init.zeros(), 1))
        .isEqualTo(1);
    assertThat(FormatDepth.table(Activation.RELU, 32, 30, Init.normal(1)).text()).contains("none");
  }

  @Test
  void oneInputIsFollowedThroughManyDraws() {
    var x = new DMatrixRMaj(1, 4, true, 1, 1, 1, 1);
    var plan = Mlp.of(Activation.RELU, 4, 4, 1).withoutBiases();
    // 8000 values of which each has mean 2 and variance 1/3: 6 standard errors are 0.04
    assertThat(RepeatedDraws.of(plan, x, Init.uniform(0, 1), 2000).get(0).mean())
        .isCloseTo(2, within(0.04));
    assertThat(RepeatedDraws.table(plan, x, 50, Init.zeros(), Init.heNormal()).height())
        .isEqualTo(4);
  }
}
