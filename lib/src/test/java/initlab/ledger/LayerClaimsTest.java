package initlab.ledger;

import static initlab.ledger.MadeUp.verdict;
import static initlab.ledger.Verdict.FAILS;
import static initlab.ledger.Verdict.HOLDS;
import static initlab.ledger.Verdict.RESTATED;
import static initlab.ledger.Verdict.UNSETTLED;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What other measurements would have said. */
class LayerClaimsTest {

  @Test
  void theFanCouldHaveBeenAnother() {
    assertThat(fan(576, 0.99)).isEqualTo(HOLDS);
    assertThat(fan(64, 0.99)).isEqualTo(FAILS);
    assertThat(fan(576, 3)).isEqualTo(UNSETTLED);
  }

  private static Verdict fan(double products, double moment) {
    return verdict(
        "C18",
        "products into one output",
        products,
        "2 / products",
        2 / products,
        "E z^2 for Var(W) = 1 / 576",
        moment);
  }

  @Test
  void fanOutCouldHaveKeptTheSignalToo() {
    assertThat(mode(0.8, 0.1, 6.5, 0.8)).isEqualTo(RESTATED);
    assertThat(mode(1, 0.9, 1, 1)).isEqualTo(HOLDS);
    assertThat(mode(0.8, 0.1, 6.5, 0.24)).isEqualTo(UNSETTLED);
  }

  private static Verdict mode(double in, double out, double inBack, double outBack) {
    return verdict(
        "C19",
        "fan_in: forward",
        in,
        "fan_out: forward",
        out,
        "fan_in: backward",
        inBack,
        "fan_out: backward",
        outBack);
  }

  @Test
  void orthogonalKernelsCouldHaveKeptMore() {
    assertThat(kernels(0.2, 0.25, 1, 0.3)).isEqualTo(RESTATED);
    assertThat(kernels(0.9, 0.25, 1, 0.9)).isEqualTo(HOLDS);
    assertThat(kernels(0.2, 0.25, 0.5, 0.3)).isEqualTo(UNSETTLED);
  }

  private static Verdict kernels(double orthogonal, double normal, double delta, double level) {
    return verdict(
        "C67",
        "linear: orthogonal",
        orthogonal,
        "linear: Gaussian, 1 / fan_in",
        normal,
        "30 layers of one size: delta-orthogonal",
        delta,
        "and orthogonal",
        level);
  }

  @Test
  void oneCouldHaveRememberedForLong() {
    assertThat(recipe(0.03, 1e-31)).isEqualTo(RESTATED);
    assertThat(recipe(0.03, 0.1)).isEqualTo(HOLDS);
    assertThat(recipe(1e-4, 1e-31)).isEqualTo(UNSETTLED);
  }

  private static Verdict recipe(double ten, double all) {
    return verdict(
        "C21",
        "kept after 10 steps: bias 1",
        ten,
        "bias 0",
        6e-4,
        "after 200: bias 1",
        all,
        "chrono",
        0.09);
  }

  @Test
  void theListingCouldHaveFitted() {
    assertThat(listing(2, 0.5)).isEqualTo(FAILS);
    assertThat(listing(1, 0)).isEqualTo(HOLDS);
    assertThat(listing(2, 0)).isEqualTo(UNSETTLED);
  }

  private static Verdict listing(double forget, double reset) {
    return verdict(
        "C71",
        "LSTM, forget gate: sum of biases",
        forget,
        "GRU, mean over reset gates",
        reset,
        "over update gates",
        1);
  }

  @Test
  void gammaCouldHaveMadeNoDifference() {
    String one = "E a^2 of the last layer, gamma 1";
    String small = "gamma N(0, 0.02^2), as one source's template draws it";
    assertThat(verdict("C23", one, 0.5, small, 1e-4)).isEqualTo(HOLDS);
    assertThat(verdict("C23", one, 0.5, small, 0.5)).isEqualTo(FAILS);
    assertThat(verdict("C23", one, 0.1, small, 1e-4)).isEqualTo(UNSETTLED);
  }

  @Test
  void aStreamThatGrowsCouldHaveFailedToLearn() {
    assertThat(growing(36, 1)).isEqualTo(RESTATED);
    assertThat(growing(36, 0.5)).isEqualTo(HOLDS);
    assertThat(growing(1, 1)).isEqualTo(UNSETTLED);
  }

  private static Verdict growing(double end, double accuracy) {
    return verdict(
        "C66",
        "residual: E a^2 after 20 blocks",
        end,
        "its accuracy once trained",
        accuracy,
        "plain, Xavier: E a^2 after 20 layers",
        5e-7);
  }

  @Test
  void heCouldHaveBeenTheDefault() {
    assertThat(defaults(1.0 / 3, 1)).isEqualTo(RESTATED);
    assertThat(defaults(2, 1)).isEqualTo(HOLDS);
    assertThat(defaults(1, 1)).isEqualTo(UNSETTLED);
  }

  private static Verdict defaults(double torch, double flax) {
    return verdict("C62", "fan_in Var(W): PyTorch's Conv2d", torch, "Flax' Conv", flax, "He", 2);
  }
}
