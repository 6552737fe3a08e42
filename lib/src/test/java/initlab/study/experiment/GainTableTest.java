package initlab.study.experiment;

import static initlab.init.Activation.LINEAR;
import static initlab.init.Activation.RELU;
import static initlab.init.Activation.SELU;
import static initlab.init.Activation.SILU;
import static initlab.init.Activation.TANH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import initlab.init.Activation;
import initlab.init.Gain;
import initlab.init.Init;
import initlab.nn.layer.Gated;
import initlab.study.Result;
import initlab.study.Study;
import initlab.study.probe.Measure;
import org.junit.jupiter.api.Test;

/** Gated layers, and tables of gains. */
class GainTableTest {

  @Test
  void oneLayerHasTheSecondMomentAndTheGradientOfTheQuadrature() {
    var seen = Study.of(Gated.deep(RELU, 256, 1)).compare(Init.lecunNormal()).measure();
    Result one = seen.rows().get(0);
    assertThat(one.band(Measure.ACTIVATION).median()[1]).isCloseTo(0.5, within(0.03));
    assertThat(one.band(Measure.GRADIENT).median()[0]).isCloseTo(1, within(0.06));
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

  /**
   * Under a jump E f(z)^2 is known, the slope's moment is not: the row has a dash, the table stays.
   */
  @Test
  void aJumpLeavesTheTableOfStabilityWhole() {
    Activation step = z -> z > 0 ? 1 : 0;
    var table = GainTable.stability(step.named("step"), RELU);
    assertThat(table.text().lines().filter(l -> l.startsWith("step")).findFirst().orElseThrow())
        .matches("step +1.4142? .*\u2013 +\u2013");
    var factors = table.data().doubleColumn("gradient: factor per layer");
    assertThat(factors.isMissing(0)).isTrue();
    assertThat(factors.get(1)).isCloseTo(1, within(1e-9));
  }
}
