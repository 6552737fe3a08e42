package initlab.study;

import static initlab.init.Activation.RELU;
import static initlab.init.Activation.TANH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import initlab.init.Init;
import initlab.nn.layer.Mlp;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExplorationTest {
  private static final Study SMALL = Study.of(Mlp.deep(TANH, 16, 6)).seeds(3).batch(8);

  @Test
  void everyValueIsMeasuredAsAComparisonWould() {
    var explorer = SMALL.explore("gain", 0.5, 1.5, 5, Init::orthogonal);
    var found =
        SMALL
            .compare(
                Init.orthogonal(0.5).named("gain 0.5"),
                Init.orthogonal(0.75).named("gain 0.75"),
                Init.orthogonal(1).named("gain 1"),
                Init.orthogonal(1.25).named("gain 1.25"),
                Init.orthogonal(1.5).named("gain 1.5"))
            .measure();
    assertThat(explorer.still().text()).isEqualTo(found.plot().text());
    assertThat(explorer.text()).contains("A slider moves the gain: 5 values, 0.5 to 1.5");
  }

  /** Values are evenly spaced and rounded to six digits; the study's own starts are left out. */
  @Test
  void theGridIsEvenAndItsNamesAreRead() {
    List<Double> asked = new ArrayList<>();
    var explorer =
        SMALL
            .compare(Init.zeros())
            .explore(
                "std",
                0.1,
                0.4,
                4,
                std -> {
                  asked.add(std);
                  return Init.normal(std);
                });
    assertThat(asked).containsExactly(0.1, 0.2, 0.3, 0.4);
    assertThat(explorer.text()).contains("4 values, 0.1 to 0.4").doesNotContain("zeros");
    assertThat(explorer.still().text()).contains("std 0.1", "std 0.4").doesNotContain("zeros");
    assertThat(explorer.text()).startsWith("tanh net, 6 layers, 16 -> 16");
    asked.clear();
    SMALL.explore(
        "std",
        1.0 / 3,
        2.0 / 3,
        2,
        std -> {
          asked.add(std);
          return Init.normal(std);
        });
    assertThat(asked).containsExactly(0.333333, 0.666667);
  }

  @Test
  void theoryFindsHesGainForRelu() {
    var relu = Study.of(Mlp.deep(RELU, 64, 10)).seeds(3).batch(16);
    assertThat(relu.explore("gain", 1, 2, 11, Init.lecunNormal()::gain).text())
        .containsPattern("activations: ends nearest to its start at gain 1\\.[45]")
        .containsPattern("gradients: ends nearest to its start at gain 1\\.[45]");
  }

  @Test
  void badInputIsNamedWithItsCure() {
    assertThatThrownBy(() -> SMALL.explore("gain", 1, 1, 5, Init::orthogonal))
        .hasMessageContaining("highest gain");
    assertThatThrownBy(() -> SMALL.explore("gain", 1, 2, 1, Init::orthogonal))
        .hasMessageContaining("number of steps");
    assertThatThrownBy(() -> SMALL.explore("gain", Double.NaN, 2, 5, Init::orthogonal))
        .hasMessageContaining("lowest gain");
    assertThatThrownBy(
            () -> SMALL.explore("gain", 1, Double.POSITIVE_INFINITY, 5, Init::orthogonal))
        .hasMessageContaining("the highest gain");
    assertThatThrownBy(() -> SMALL.explore("gain", 2, 1, 5, Init::orthogonal))
        .hasMessageContaining("the highest gain is 1; it must be more than 2. Swap the two.");
  }
}
