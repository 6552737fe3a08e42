package initlab.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import initlab.init.Activation;
import initlab.init.Init;
import initlab.nn.layer.Mlp;
import initlab.study.experiment.FormatDepth;
import initlab.study.experiment.RepeatedDraws;
import initlab.study.probe.Saturation;
import initlab.theory.NumberFormat;
import initlab.train.data.Data;
import initlab.view.Table;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

/** The tables of how signals end: Saturation, FormatDepth, RepeatedDraws. */
class SignalTablesTest {
  @Test
  void largeWeightsFlattenTanh() {
    var plan = Mlp.deep(Activation.TANH, 64, 2);
    var x = Data.normal(64, 64, 1);
    assertThat(flat(Saturation.of(plan.init(Init.uniform(10), 1), x)))
        .hasSize(2)
        .allSatisfy(share -> assertThat(share).isGreaterThan(0.9));
    // P(|Z| > 1.82) = 0.07 in the first layer, and less behind it
    assertThat(flat(Saturation.of(plan.init(Init.xavierNormal(), 1), x)))
        .allSatisfy(share -> assertThat(share).isBetween(0.001, 0.11));
  }

  private static List<Double> flat(Table table) {
    return table.data().doubleColumn("share where f is flat").asList();
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
