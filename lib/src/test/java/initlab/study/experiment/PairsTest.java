package initlab.study.experiment;

import static initlab.init.Activation.LINEAR;
import static initlab.init.Activation.RELU;
import static initlab.init.Activation.TANH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import initlab.init.Init;
import initlab.nn.Start;
import initlab.nn.layer.Mlp;
import initlab.theory.MeanField;
import org.junit.jupiter.api.Test;

/** Two inputs and their cosine, layer by layer. */
class PairsTest {
  private static final MeanField TANH_FIELD = MeanField.of(TANH).bias(0.05);

  @Test
  void orthogonalLinearLayersKeepTheCosineExactly() {
    Pairs pairs =
        Pairs.of(16, 5).from(0.3).and(Mlp.deep(LINEAR, 16, 5), Start.drawn(Init.orthogonal()));
    for (int layer = 0; layer <= 5; layer++) {
      assertThat(pairs.cosine("orthogonal", layer).low()).isCloseTo(0.3, within(1e-12));
      assertThat(pairs.cosine("orthogonal", layer).high()).isCloseTo(0.3, within(1e-12));
    }
  }

  /** (sin t + (pi - t) cos t) / pi at a right angle is 1 / pi. Fixed seeds; 30 x 8 pairs. */
  @Test
  void aReluLayerTurnsARightAngleIntoOneOverPi() {
    Pairs pairs = Pairs.of(256, 2).from(0).and("He", MeanField.of(RELU).weights(2));
    assertThat(pairs.cosine("He", 1).median()).isCloseTo(0, within(0.03));
    assertThat(pairs.cosine("He", 2).median()).isCloseTo(1 / Math.PI, within(0.03));
  }

  /** Wide nets do what the maps say, on both sides of the edge. Fixed seeds. */
  @Test
  void measurementFollowsTheory() {
    String words = Pairs.of(256, 6).compare(TANH_FIELD.gain(0.9), TANH_FIELD.gain(3)).plot().text();
    assertThat(words).contains("sigma_w 0.9, layer 6", "sigma_w 3, layer 6", "theory mean");
    double q = 0.81 + 0.05;
    double c = (0.81 * 0.5 + 0.05) / q;
    for (int layer = 2; layer <= 6; layer++) {
      c = TANH_FIELD.gain(0.9).correlation(q, c);
      q = TANH_FIELD.gain(0.9).variance(q);
    }
    Pairs pairs = Pairs.of(256, 6).compare(TANH_FIELD.gain(0.9));
    assertThat(pairs.cosine("sigma_w 0.9", 6).median()).isCloseTo(c, within(0.02));
  }

  @Test
  void refusalsSayWhatIsDue() {
    Pairs pairs = Pairs.of(8, 2).compare(TANH_FIELD);
    assertThatThrownBy(() -> pairs.from(0)).hasMessageContaining("before what is compared");
    assertThatThrownBy(() -> Pairs.of(8, 2).from(1.5)).hasMessageContaining("-1 to 1");
    assertThatThrownBy(() -> Pairs.of(1, 2)).hasMessageContaining("width is 1");
    assertThatThrownBy(() -> pairs.cosine("He", 1)).hasMessageContaining("[sigma_w 1]");
    assertThatThrownBy(() -> pairs.cosine("sigma_w 1", 3)).hasMessageContaining("0 to 2");
    assertThatThrownBy(() -> Pairs.of(8, 2).plot()).hasMessageContaining("number of nets");
    assertThat(pairs).hasToString("pairs of cosine 0.5; [sigma_w 1]");
  }
}
