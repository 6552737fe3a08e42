package initlab.study.experiment;

import static initlab.init.Activation.RELU;
import static initlab.init.Activation.TANH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import initlab.theory.MeanField;
import org.junit.jupiter.api.Test;

/** The map from one layer's correlation to the next layer's. */
class CorrelationWebTest {
  private static final MeanField HE = MeanField.of(RELU).weights(2);
  private static final MeanField TANH_FIELD = MeanField.of(TANH).bias(0.05);

  /** Cho and Saul (2009): c' = (sin t + (pi - t) cos t) / pi for c = cos t. */
  @Test
  void reluIsThatOfTheFormula() {
    for (double c : new double[] {-0.5, 0, 0.5, 0.9}) {
      double t = Math.acos(c);
      double due = (Math.sin(t) + (Math.PI - t) * c) / Math.PI;
      assertThat(CorrelationWeb.after(HE, c, 1)).isCloseTo(due, within(1e-6));
    }
  }

  @Test
  void orderMergesChaosParts() {
    assertThat(CorrelationWeb.after(TANH_FIELD.gain(0.9), 0.1, 30)).isGreaterThan(0.9999);
    double apart = TANH_FIELD.gain(3).fixedPoint().c();
    assertThat(CorrelationWeb.after(TANH_FIELD.gain(3), 0.9, 40)).isCloseTo(apart, within(1e-3));
    assertThat(CorrelationWeb.after(HE, 1, 5)).isCloseTo(1, within(1e-9));
    assertThat(CorrelationWeb.after(HE, 0.4, 0)).isEqualTo(0.4);
  }

  @Test
  void thePictureHasAPanelForEach() {
    assertThat(CorrelationWeb.of(TANH_FIELD.gain(0.9), HE).plot().text())
        .contains("tanh 0.9", "ReLU 1.41", "from 0.1", "line of 24 points");
  }

  @Test
  void whatDiesOrExplodesHasNoCorrelation() {
    assertThatThrownBy(() -> CorrelationWeb.of(MeanField.of(TANH).gain(0.5)))
        .hasMessageContaining("runs into is 0");
    assertThatThrownBy(() -> CorrelationWeb.of(MeanField.of(RELU).weights(4)))
        .hasMessageContaining("infinity");
    assertThatThrownBy(CorrelationWeb::of).hasMessageContaining("number of nets");
    assertThatThrownBy(() -> CorrelationWeb.after(HE, 2, 1)).hasMessageContaining("-1 to 1");
  }
}
