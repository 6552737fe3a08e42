package initlab.study.experiment;

import static initlab.init.Activation.RELU;
import static initlab.init.Activation.SIGMOID;
import static initlab.init.Activation.TANH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import initlab.init.Activation;
import initlab.nn.layer.Mlp;
import initlab.view.Shapes;
import initlab.view.draw.Sizes;
import org.junit.jupiter.api.Test;

class ActivationPlotTest {

  /** ReLU under N(0, 4): E f^2 = 2, E f'^2 = 1/2, and half of all z are flat. */
  @Test
  void theNumbersOfReluAreKnownExactly() {
    var table = ActivationPlot.of(RELU).over(4).table().data();
    assertThat(table.doubleColumn("largest slope").get(0)).isEqualTo(1);
    assertThat(table.doubleColumn("E f^2").get(0)).isCloseTo(2, within(1e-9));
    assertThat(table.doubleColumn("E f'^2").get(0)).isCloseTo(0.5, within(1e-9));
    assertThat(table.doubleColumn("share of flat z").get(0)).isCloseTo(0.5, within(1e-3));
  }

  /** tanh' = 1 - tanh^2 is under a tenth beyond |z| = 1.8184: 0.0690 of N(0, 1). */
  @Test
  void tanhIsFlatInItsTails() {
    var table = ActivationPlot.of(TANH, SIGMOID).over(1).table().data();
    assertThat(table.doubleColumn("share of flat z").get(0)).isCloseTo(0.0690, within(1e-3));
    assertThat(table.doubleColumn("largest slope").get(1)).isCloseTo(0.25, within(1e-5));
  }

  @Test
  void bothPanelsAndTheDensityAreDrawn() {
    Shapes drawn = Shapes.of(ActivationPlot.of(TANH, SIGMOID).over(2).plot());
    assertThat(drawn.words()).contains("f(z)", "its slope f'(z)", "tanh", "sigmoid");
    assertThat(drawn.areas(Sizes.GROUND)).hasSize(2);
    Shapes plain = Shapes.of(ActivationPlot.of(TANH).from(-2, 2).plot());
    assertThat(plain.areas(Sizes.GROUND)).isEmpty();
    assertThat(plain.words()).contains("-2", "2");
  }

  @Test
  void theWordsAreTheTextTwinOfThePicture() {
    ActivationPlot plot = ActivationPlot.of(TANH).over(2);
    assertThat(plot.display().get("text/plain")).isEqualTo(plot.text());
    assertThat(plot.display()).containsKey("image/png");
    assertThat(plot.text()).contains("std 1.41", "f(-5) = -1", "largest slope 1", "E f'^2");
  }

  @Test
  void mistakesAreNamed() {
    assertThatThrownBy(() -> ActivationPlot.of()).hasMessageContaining("number of activations");
    ActivationPlot plot = ActivationPlot.of(Activation.LINEAR);
    assertThatThrownBy(() -> plot.over(-1)).hasMessageContaining("the variance of z");
    assertThatThrownBy(() -> plot.from(1, 1)).hasMessageContaining("the highest z");
  }

  @Test
  void aNetIsSketchedByTheWidthsOfItsPlan() {
    assertThat(NetSketch.of(Mlp.of(TANH, 2, 4, 1)).text())
        .startsWith("tanh net, 2 layers, 2 -> 1\nneurons of a0 (the input) to a2: 2, 4, 1");
  }
}
