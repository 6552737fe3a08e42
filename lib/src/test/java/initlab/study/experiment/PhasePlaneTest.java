package initlab.study.experiment;

import static initlab.init.Activation.RELU;
import static initlab.init.Activation.TANH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import initlab.theory.MeanField;
import org.junit.jupiter.api.Test;

class PhasePlaneTest {
  private static final PhasePlane SMALL =
      PhasePlane.of(TANH, 64, 20).weights(1, 2.2, 7).biases(0.2, 0.8, 2);

  private static final double[] WEIGHTS = {1, 1.2, 1.4, 1.6, 1.8, 2, 2.2};
  private static final double[] BIASES = {0.2, 0.8};

  /** Two witnesses: the place where measured gradients are level, and the line chi = 1. */
  @Test
  void gradientsAreLevelWhereTheoryPutsTheCriticalLine() {
    double[][] decades = SMALL.measure();
    for (int j = 0; j < 2; j++) {
      double sigmaB = BIASES[j];
      double critical =
          Math.sqrt(MeanField.of(TANH).bias(sigmaB * sigmaB).critical().weightVariance());
      double level = zero(WEIGHTS, decades[j]);
      assertThat(level).isCloseTo(critical, within(0.12));
      // The other row's line is farther off than that: swapped axes would be found.
      assertThat(Math.abs(level - zero(WEIGHTS, decades[1 - j]))).isGreaterThan(0.25);
    }
  }

  private static double zero(double[] x, double[] v) {
    int i = 1;
    while (v[i] < 0) {
      i++;
    }
    return x[i - 1] - v[i - 1] / (v[i] - v[i - 1]) * (x[i] - x[i - 1]);
  }

  @Test
  void withoutWeightsGradientsAreLost() {
    double[][] decades = SMALL.weights(0, 1, 2).measure();
    assertThat(decades[0][0]).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(SMALL.weights(0, 1, 2).plot().text()).contains("-infinite");
  }

  @Test
  void wordsHoldMeasurementBesideTheory() {
    assertThat(SMALL.plot().text())
        .contains("tanh net, 20 layers, 64 wide, median of 3 seeds")
        .containsPattern("sigma_b 0\\.2: .* passes 0 at 1\\.[23].*; theory: chi = 1 at 1\\.3");
    assertThat(PhasePlane.of(RELU, 8, 4).seeds(1).plot().text()).doesNotContain("theory");
  }

  @Test
  void badInputIsNamedWithItsCure() {
    assertThatThrownBy(() -> PhasePlane.of(TANH, 64, 1)).hasMessageContaining("depth");
    assertThatThrownBy(() -> SMALL.biases(-1, 1, 3)).hasMessageContaining("lowest sigma");
    assertThatThrownBy(() -> SMALL.weights(2, 1, 3)).hasMessageContaining("highest sigma");
    assertThatThrownBy(() -> SMALL.weights(1, 2, 1)).hasMessageContaining("steps");
  }
}
