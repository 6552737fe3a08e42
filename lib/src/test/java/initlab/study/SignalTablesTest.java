package initlab.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import initlab.init.Activation;
import initlab.init.Init;
import initlab.nn.layer.Mlp;
import initlab.study.experiment.FormatDepth;
import initlab.study.experiment.RepeatedDraws;
import initlab.theory.NumberFormat;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

/** The tables of how signals end: FormatDepth, RepeatedDraws. */
class SignalTablesTest {

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
