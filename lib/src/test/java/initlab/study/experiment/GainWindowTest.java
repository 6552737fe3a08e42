package initlab.study.experiment;

import static initlab.init.Activation.LINEAR;
import static initlab.init.Activation.RELU;
import static initlab.init.Activation.TANH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import initlab.theory.MeanField;
import org.junit.jupiter.api.Test;

class GainWindowTest {

  /** A linear layer multiplies by gain^2, a ReLU layer by gain^2 / 2: the window is exact. */
  @Test
  void theWindowOfLinearAndReluLayersIsKnown() {
    var linear = GainWindow.of(LINEAR).within(4);
    assertThat(linear.lowest(10)).isCloseTo(Math.pow(2, -0.1), within(1e-12));
    assertThat(linear.level(10)).isCloseTo(1, within(1e-12));
    assertThat(linear.highest(10)).isCloseTo(Math.pow(2, 0.1), within(1e-12));
    assertThat(GainWindow.of(RELU).level(7)).isCloseTo(Math.sqrt(2), within(1e-9));
  }

  @Test
  void atItsEdgesGradientsHaveChangedByTheFactor() {
    var window = GainWindow.of(TANH);
    assertThat(arrived(window.lowest(20), 20)).isCloseTo(0.5, within(1e-9));
    assertThat(arrived(window.level(20), 20)).isCloseTo(1, within(1e-9));
    assertThat(arrived(window.highest(20), 20)).isCloseTo(2, within(1e-9));
    assertThat(window.holds(1.25, 20)).isTrue();
    assertThat(window.holds(1.1, 20)).isFalse();
    assertThat(window.holds(1.4, 20)).isFalse();
  }

  private static double arrived(double gain, int depth) {
    return MeanField.of(TANH).gain(gain).through(depth).gradient(0);
  }

  @Test
  void itClosesWithDepth() {
    var table = GainWindow.of(TANH).depths(5, 50).table().data();
    var low = table.doubleColumn("lowest gain");
    var high = table.doubleColumn("highest gain");
    assertThat(high.get(1) - low.get(1)).isLessThan(0.2 * (high.get(0) - low.get(0)));
    assertThat(low.get(1)).isGreaterThan(1);
  }

  @Test
  void whereNoGainCanHelpThereIsNone() {
    var flat = GainWindow.of(initlab.init.Activation.of("flat", z -> 1, z -> 0)).depths(3);
    assertThat(flat.level(3)).isNaN();
    assertThat(flat.text()).contains("\u2013");
  }

  @Test
  void thePictureSaysItsTable() {
    var window = GainWindow.of(TANH).depths(5, 10);
    assertThat(window.display()).containsKey("image/png");
    assertThat(window.plot().text()).isEqualTo(window.text()).contains("layers", "level gain");
  }

  @Test
  void mistakesAreNamed() {
    var window = GainWindow.of(TANH);
    assertThatThrownBy(() -> window.depths(10, 5)).hasMessageContaining("depths");
    assertThatThrownBy(() -> window.depths(0, 5)).hasMessageContaining("a depth");
    assertThatThrownBy(() -> window.within(1)).hasMessageContaining("the factor");
    assertThatThrownBy(() -> window.within(Double.NaN)).hasMessageContaining("the factor");
  }
}
