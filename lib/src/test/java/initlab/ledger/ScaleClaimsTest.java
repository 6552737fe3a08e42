package initlab.ledger;

import static initlab.ledger.MadeUp.verdict;
import static initlab.ledger.Verdict.FAILS;
import static initlab.ledger.Verdict.HOLDS;
import static initlab.ledger.Verdict.RESTATED;
import static initlab.ledger.Verdict.UNSETTLED;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What other measurements would have said. */
class ScaleClaimsTest {

  @Test
  void linearLayersCouldHaveLostTheirVariance() {
    assertThat(verdict("C02", "n Var(W) = 1/2", 0.5, "1", 1, "2", 2)).isEqualTo(HOLDS);
    assertThat(verdict("C02", "n Var(W) = 1/2", 0.2, "1", 0.4, "2", 0.8)).isEqualTo(FAILS);
    assertThat(verdict("C02", "n Var(W) = 1/2", 0.5, "1", 1, "2", 3)).isEqualTo(UNSETTLED);
    assertThat(verdict("C45", "layer 1", 100, "layer 5", 1e10)).isEqualTo(HOLDS);
    assertThat(verdict("C45", "layer 1", 100, "layer 5", 1e5)).isEqualTo(FAILS);
  }

  @Test
  void aThousandthIsReadBothWays() {
    assertThat(thousandth(1e-5, 1e-20)).isEqualTo(RESTATED);
    assertThat(thousandth(1e-2, 1e-20)).isEqualTo(FAILS);
    assertThat(thousandth(1e-5, 1e-5)).isEqualTo(UNSETTLED);
  }

  private static Verdict thousandth(double variance, double deviation) {
    return verdict(
        "C46",
        "layer 5, 0.001 a variance",
        variance,
        "layer 5, 0.001 a standard deviation",
        deviation);
  }

  @Test
  void drawsByHandAreJudgedByMeanAndSecondMoment() {
    assertThat(draws(2, 1, 0.76)).isEqualTo(RESTATED);
    assertThat(draws(2, 5, 0.76)).isEqualTo(FAILS);
    assertThat(draws(1, 1, 0.76)).isEqualTo(UNSETTLED);
  }

  private static Verdict draws(double mean, double moment, double variance) {
    return verdict(
        "C61",
        "U(0,1): mean of layer 1",
        mean,
        "of layer 2",
        2 * mean,
        "He: E a^2 of layer 2",
        moment,
        "He: Var a of layer 2",
        variance);
  }

  @Test
  void narrowNetsDecideWhatGrows() {
    assertThat(growth(64, 0)).isEqualTo(RESTATED);
    assertThat(growth(64, 100)).isEqualTo(HOLDS);
    assertThat(growth(1, 0)).isEqualTo(UNSETTLED);
  }

  private static Verdict growth(double relu, double narrow) {
    return verdict(
        "C01", "factor per layer: linear", 100, "ReLU", relu, "E a^2 of layer 20, width 3", narrow);
  }

  @Test
  void theRandnVersionCouldHaveShrunk() {
    String randn = "randn: factor per layer";
    String kaiming = "Kaiming: E a^2 of layer 20";
    assertThat(verdict("C04", randn, 64, kaiming, 1)).isEqualTo(FAILS);
    assertThat(verdict("C04", randn, 0.5, kaiming, 1)).isEqualTo(HOLDS);
    assertThat(verdict("C04", randn, 64, kaiming, 1e9)).isEqualTo(UNSETTLED);
  }

  @Test
  void thePaceCouldHaveBeenFiveToTenLayers() {
    String first = "layers to die: std 0.01";
    assertThat(verdict("C05", first, 2.7, "std 0.05", 7.5, "Xavier", 20)).isEqualTo(RESTATED);
    assertThat(verdict("C05", first, 6, "std 0.05", 7.5, "Xavier", 9)).isEqualTo(HOLDS);
    assertThat(verdict("C05", first, 20, "std 0.05", 30, "Xavier", 40)).isEqualTo(UNSETTLED);
    assertThat(pace(2.7, 14.7)).isEqualTo(RESTATED);
    assertThat(pace(6, 8)).isEqualTo(HOLDS);
    assertThat(pace(2.7, 8)).isEqualTo(UNSETTLED);
  }

  private static Verdict pace(double collapse, double explosion) {
    return verdict(
        "C64",
        "layers: std 0.01, collapse",
        collapse,
        "std 0.05, collapse",
        7.5,
        "std 0.2, explosion",
        explosion);
  }

  @Test
  void bothDirectionsHaveToShrink() {
    String forward = "factor of E a^2 per layer";
    assertThat(verdict("C11", forward, 0.0064, "of the gradient's", 0.0064)).isEqualTo(HOLDS);
    assertThat(verdict("C11", forward, 1, "of the gradient's", 1)).isEqualTo(FAILS);
    assertThat(verdict("C11", forward, 0.0064, "of the gradient's", 1)).isEqualTo(UNSETTLED);
  }

  @Test
  void sizesAreJudgedByTheirDecades() {
    assertThat(verdict("C58", "layer 1", 65, "layer 3", 2.8e5, "layer 5", 1.2e9))
        .isEqualTo(RESTATED);
    assertThat(verdict("C58", "layer 1", 90, "layer 3", 7e5, "layer 5", Double.NaN))
        .isEqualTo(HOLDS);
    assertThat(verdict("C58", "layer 1", 65, "layer 3", 2.8e5, "layer 5", 1e20))
        .isEqualTo(UNSETTLED);
    assertThat(verdict("C59", "layer 1", 0.0065, "layer 4", 1.8e-9)).isEqualTo(RESTATED);
    assertThat(verdict("C59", "layer 1", 0.01, "layer 4", 1e-8)).isEqualTo(HOLDS);
  }

  @Test
  void saturationIsJudgedByWidth() {
    assertThat(saturated(2e-9, 2e8, 2e4)).isEqualTo(RESTATED);
    assertThat(saturated(2e-9, 1e-9, 1e-9)).isEqualTo(HOLDS);
    assertThat(saturated(10, 2e8, 2e4)).isEqualTo(UNSETTLED);
    assertThat(wide(2e8)).isEqualTo(RESTATED);
    assertThat(wide(1e-80)).isEqualTo(HOLDS);
    assertThat(wide(1)).isEqualTo(UNSETTLED);
  }

  /** What is measured at 256 is the same for both rows, so that they cannot contradict. */
  private static Verdict saturated(double narrow, double tanh, double sigmoid) {
    return verdict(
        "C10",
        "share saturated, 256 wide",
        0.98,
        "E (dL/da)^2 at the input: tanh, 8 wide",
        narrow,
        "tanh, 256 wide",
        tanh,
        "sigmoid, 256 wide",
        sigmoid);
  }

  private static Verdict wide(double gradient) {
    return verdict(
        "C57",
        "Var(z), layer 1",
        8533,
        "tanh'(92)",
        4.9e-80,
        "E (dL/da)^2 after five layers",
        gradient);
  }
}
