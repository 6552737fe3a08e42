package initlab.study;

import static initlab.init.Activation.TANH;
import static org.assertj.core.api.Assertions.assertThat;

import initlab.init.Init;
import initlab.nn.Plan;
import initlab.nn.layer.Dense;
import initlab.nn.layer.Mlp;
import initlab.nn.layer.Recurrent;
import initlab.study.probe.Measure;
import org.junit.jupiter.api.Test;

/** A loop is followed over steps in time, every other net over layers. */
class AcrossTest {
  private static Results of(Plan plan) {
    return Study.of(plan.onPlainJava()).seeds(2).batch(2).compare(Init.orthogonal()).measure();
  }

  @Test
  void aLoopHasStepsAndANetHasLayers() {
    Results loop = of(Recurrent.over(TANH, 3, 4));
    assertThat(loop.plot().text()).contains("orthogonal, step 4").doesNotContain("layer");
    assertThat(loop.plot(Measure.GRADIENT).text()).contains("step 0").doesNotContain("layer");
    Results deep = of(Mlp.deep(TANH, 3, 4));
    assertThat(deep.plot().text()).contains("orthogonal, layer 4");
    assertThat(deep.plot(Measure.GRADIENT).text()).contains("layer 0");
  }

  @Test
  void aReadoutOrAPairThatIsTiedMakesItANetOfLayers() {
    assertThat(Across.of(Recurrent.over(TANH, 3, 4).then(1, Dense.of(2, TANH)))).isEqualTo("layer");
    assertThat(Across.of(Recurrent.over(TANH, 3, 1))).isEqualTo("layer");
    assertThat(Across.of(Recurrent.over(TANH, 3, 2))).isEqualTo("step");
  }
}
