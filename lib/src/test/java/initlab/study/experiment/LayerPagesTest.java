package initlab.study.experiment;

import static initlab.init.Activation.RELU;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import initlab.init.Init;
import initlab.nn.Plan;
import initlab.nn.Rules;
import initlab.nn.Signal;
import initlab.nn.layer.Dense;
import initlab.nn.layer.LayerNorm;
import org.junit.jupiter.api.Test;

/** What borders leave, where a listing's biases land, and what parameters begin with. */
class LayerPagesTest {

  /**
   * 40 nets of 8 channels: the mean over an image has a standard deviation of about 4 % at layer 3,
   * so 25 % are six of them.
   */
  @Test
  void bordersTakeWhatTheorySays() {
    BorderFade fade = BorderFade.of(8, 8, Init.lecunNormal(), 1, 3);
    assertThat(fade.kept(3) / fade.theory().mean(3)).isCloseTo(1, within(0.25));
    assertThat(fade.corners(3)).isLessThan(fade.middle(3) / 2);
    assertThat(fade.plot().text()).contains("layer 3");
    assertThat(fade.toString()).contains("8 x 8");
    assertThatThrownBy(() -> fade.kept(2)).hasMessageContaining("[1, 3]");
  }

  @Test
  void theListingMeetsTheForgetGateTwiceAndCutsAGruInTwo() {
    assertThat(BiasListing.lstm(4).mean("f")).isEqualTo(2);
    assertThat(BiasListing.lstm(4).mean("i")).isZero();
    assertThat(BiasListing.gru(4).at("r", 3)).isEqualTo(2);
    assertThat(BiasListing.gru(4).at("r", 2)).isZero();
    assertThat(BiasListing.gru(4).mean("z")).isEqualTo(1);
    assertThat(BiasListing.table(4).text()).contains("GRU, z");
    assertThat(BiasListing.gru(4).toString()).contains("GRU");
    assertThatThrownBy(() -> BiasListing.gru(4).mean("f")).hasMessageContaining("[r, z, n]");
  }

  /** 20 draws of 64 weights: the mean square is within 4 % in one standard deviation. */
  @Test
  void everyParameterHasItsSize() {
    Plan plan = Plan.of(Signal.vector(8), Dense.of(8, RELU), LayerNorm.of());
    StartTable table = StartTable.of(plan).and(Rules.of(Init.heNormal()), Rules.torch());
    assertThat(table.rms("He", "1.W")).isCloseTo(0.5, within(0.06));
    assertThat(table.rms("He", "2.scale")).isEqualTo(1);
    assertThat(table.rms("He", "1.b")).isZero();
    assertThat(table.table().text()).contains("2.shift");
    assertThat(table.toString()).contains("He");
    assertThatThrownBy(() -> table.rms("x", "1.W")).hasMessageContaining("He");
  }
}
