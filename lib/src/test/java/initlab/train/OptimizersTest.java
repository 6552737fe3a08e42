package initlab.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Optimizers step by step, against the sums that their recursions stand for. */
class OptimizersTest {
  private static final double[] GRADIENTS = {3, -0.5, 0.02, 7, -7, 1e-3, 0, 2};

  /** w = w0 - rate sum over steps of u, with u what one step is told to go by. */
  private interface Direction {
    double at(int step);
  }

  /**
   * Runs the rule on all gradients, twice as large for the second parameter; each step compared.
   */
  private static void follows(Optimizer rule, double rate, Direction one, Direction two) {
    double[] w = {1, -2, 100};
    var updater = rule.begin(3);
    double first = 1;
    double second = -2;
    for (int k = 0; k < GRADIENTS.length; k++) {
      double[] g = {GRADIENTS[k], 2 * GRADIENTS[k], 5};
      updater.step(w, g, 2);
      first -= rate * one.at(k);
      second -= rate * two.at(k);
      assertThat(w[0]).as("step %d", k + 1).isCloseTo(first, within(1e-12));
      assertThat(w[1]).as("step %d", k + 1).isCloseTo(second, within(1e-12));
      assertThat(g).containsExactly(GRADIENTS[k], 2 * GRADIENTS[k], 5);
    }
    assertThat(w[2]).isEqualTo(100); // beyond n nothing is touched
  }

  /** sum over j <= k of decay^(k - j) x(j). */
  private static double faded(double decay, int k, double power) {
    double sum = 0;
    for (int j = 0; j <= k; j++) {
      sum += Math.pow(decay, k - j) * Math.pow(GRADIENTS[j], power);
    }
    return sum;
  }

  @Test
  void descentGoesByTheGradient() {
    follows(Optimizer.sgd(0.3), 0.3, k -> GRADIENTS[k], k -> 2 * GRADIENTS[k]);
  }

  @Test
  void momentumGoesByAFadingSumOfAllGradients() {
    follows(new Sgd(0.3, 0.8), 0.3, k -> faded(0.8, k, 1), k -> 2 * faded(0.8, k, 1));
  }

  /** Means of g and g^2 with weights that sum to 1, as the corrected recursions are. */
  private static double adam(int k, double scale, double beta1, double beta2, double epsilon) {
    double mean = scale * (1 - beta1) * faded(beta1, k, 1) / (1 - Math.pow(beta1, k + 1));
    double square = scale * scale * (1 - beta2) * faded(beta2, k, 2) / (1 - Math.pow(beta2, k + 1));
    return mean / (Math.sqrt(square) + epsilon);
  }

  @Test
  void adamGoesByCorrectedMeans() {
    follows(
        new Adam(0.3, 0.6, 0.95, 0.25),
        0.3,
        k -> adam(k, 1, 0.6, 0.95, 0.25),
        k -> adam(k, 2, 0.6, 0.95, 0.25));
  }

  @Test
  void adamByDefaultIsThePapers() {
    assertThat(Adam.of(0.3)).isEqualTo(new Adam(0.3, 0.9, 0.999, 1e-8));
    follows(
        Adam.of(0.3), 0.3, k -> adam(k, 1, 0.9, 0.999, 1e-8), k -> adam(k, 2, 0.9, 0.999, 1e-8));
  }

  /** Of equal gradients every step of Adam is the rate, so far as epsilon lets it. */
  @Test
  void adamKeepsItsPaceOnASlope() {
    double[] w = {1, 1};
    var updater = Adam.of(0.01).begin(2);
    for (int k = 1; k <= 50; k++) {
      updater.step(w, new double[] {5, -1e-3}, 2);
      assertThat(w[0]).isCloseTo(1 - 0.01 * k, within(1e-8));
      assertThat(w[1]).isCloseTo(1 + 0.01 * k, within(1e-5));
    }
  }

  /** On a w^2 / 2 descent is w0 (1 - rate a)^k. */
  @Test
  void descentOnAParabolaIsAGeometricSeries() {
    double[] w = {2};
    var updater = Optimizer.sgd(0.1).begin(1);
    for (int k = 1; k <= 30; k++) {
      updater.step(w, new double[] {3 * w[0]}, 1);
      assertThat(w[0]).isCloseTo(2 * Math.pow(0.7, k), within(1e-14));
    }
  }

  @Test
  void everyBeginningForgetsTheLast() {
    for (Optimizer rule : new Optimizer[] {new Sgd(0.1, 0.9), Adam.of(0.1)}) {
      double[] once = {1};
      double[] again = {1};
      rule.begin(1).step(once, new double[] {1}, 1);
      rule.begin(1).step(again, new double[] {1}, 1);
      assertThat(again).isEqualTo(once);
    }
  }

  @Test
  void anotherRateKeepsAllElse() {
    assertThat(new Adam(0.1, 0.8, 0.95, 1e-3).atRate(1)).isEqualTo(new Adam(1, 0.8, 0.95, 1e-3));
    assertThat(new Sgd(0.1, 0.7).atRate(2)).isEqualTo(new Sgd(2, 0.7));
    Optimizer own = size -> (w, g, n) -> {};
    assertThatThrownBy(() -> own.atRate(1)).hasMessageContaining("no rate to set");
  }

  @Test
  void namesSayWhatIsNotUsual() {
    assertThat(new Sgd(0.5, 0)).hasToString("SGD, rate 0.5");
    assertThat(new Sgd(0.5, 0.9)).hasToString("SGD, rate 0.5, momentum 0.9");
    assertThat(Adam.of(0.01)).hasToString("Adam, rate 0.01");
  }

  @Test
  void settingsAreKeptInBounds() {
    assertThat(new Adam(1, 0, 0, 1)).isNotNull();
    refused(() -> new Adam(1, 1, 0.9, 1), "beta1 is 1; it must be 0 or more, and below 1");
    refused(() -> new Adam(1, -0.1, 0.9, 1), "beta1 is -0.1");
    refused(() -> new Adam(1, 0.9, 1, 1), "beta2 is 1; it must be 0 or more, and below 1");
    refused(() -> new Adam(1, 0.9, Double.NaN, 1), "beta2 is NaN");
    refused(() -> new Adam(1, 0.9, 0.9, 0), "epsilon is 0; it must be positive");
    refused(() -> new Adam(0, 0.9, 0.9, 1), "the learning rate is 0; it must be positive");
    refused(() -> new Sgd(0, 0), "the learning rate is 0; it must be positive");
    refused(() -> new Sgd(1, 1), "the momentum is 1; it must be 0 or more, and below 1");
    refused(() -> new Sgd(1, -0.1), "the momentum is -0.1");
    refused(() -> new Sgd(1, Double.NaN), "the momentum is NaN");
  }

  private static void refused(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String s) {
    assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(s);
  }
}
