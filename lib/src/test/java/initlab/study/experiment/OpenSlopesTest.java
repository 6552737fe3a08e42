package initlab.study.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import initlab.init.Activation;
import initlab.init.Init;
import initlab.theory.MeanField;
import org.junit.jupiter.api.Test;

/** Open slopes of saturated layers, against the normal law of z and by counting. */
class OpenSlopesTest {
  private static final OpenSlopes FOUND =
      OpenSlopes.of(Activation.TANH, 5, Init.uniform(10), 8, 64);

  /** P(|z| below 1.8184) for a std of 16 is 0.09; with 10,000 slopes a wider miss is rarer. */
  @Test
  void sharesFollowTheNormalLawOfZ() {
    var narrow = FOUND.of(8);
    assertThat(narrow.size()).isCloseTo(16, within(0.5));
    assertThat(narrow.open()).isCloseTo(0.092, within(0.012));
    assertThat(narrow.without()).isCloseTo(Math.pow(0.908, 8), within(0.07));
    assertThat(FOUND.of(64).open()).isCloseTo(0.0315, within(0.006));
  }

  @Test
  void theFactorIsThatOfTheory() {
    double theory = MeanField.of(Activation.TANH).weights(6400 / 3.0).chi(6400 / 3.0);
    assertThat(FOUND.of(64).factor()).isCloseTo(theory, within(0.2 * theory));
  }

  /** A linear layer has no flat slope, and multiplies by n Var(W). */
  @Test
  void linearLayersAreAllOpen() {
    var all = OpenSlopes.of(Activation.LINEAR, 2, Init.constant(0.5), 4).of(4);
    assertThat(all.open()).isEqualTo(1);
    assertThat(all.without()).isEqualTo(0);
    assertThat(all.factor()).isCloseTo(1, within(1e-12));
  }

  @Test
  void theTableHasARowAWidth() {
    assertThat(FOUND.table().data().longColumn("width").asList()).containsExactly(8L, 64L);
    assertThat(FOUND.display().get("text/plain")).contains("layers with none open");
    assertThat(FOUND).hasToString(FOUND.table().toString());
  }

  @Test
  void widthsThatAreNoneAreRefused() {
    assertThatThrownBy(() -> FOUND.of(9)).hasMessageContaining("[8, 64]");
    assertThatThrownBy(() -> OpenSlopes.of(Activation.TANH, 5, Init.uniform(10)))
        .hasMessageContaining("the number of widths");
    assertThatThrownBy(() -> OpenSlopes.of(Activation.TANH, 5, Init.uniform(10), 0))
        .hasMessageContaining("a width");
  }
}
