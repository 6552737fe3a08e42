package initlab.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import initlab.math.RandomStreams;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenMixingTest {

  @Test
  void equalLogitsShareAlike() {
    assertThat(new AttentionShares(64, 0).entropy()).isCloseTo(Math.log(64), within(1e-9));
    assertThat(new AttentionShares(64, 0).squares()).isCloseTo(1 / 64.0, within(1e-9));
    assertThat(new AttentionShares(1, 3).squares()).isCloseTo(1, within(1e-9));
    assertThat(new AttentionShares(1, 3).entropy()).isCloseTo(0, within(1e-9));
    assertThat(new AttentionShares(5, 1e9).squares()).isBetween(0.9, 1.0);
  }

  /**
   * Beside 40,000 drawn rows of five logits: the spread of a mean is below 0.002, so that 0.012 is
   * six of it, false alarms below 1e-8.
   */
  @Test
  void sharesAreThoseOfDrawnLogits() {
    var normal = ZigguratSampler.NormalizedGaussian.of(RandomStreams.fixed(0, "shares", 1));
    int rows = 40_000;
    double squares = 0;
    double entropy = 0;
    for (int row = 0; row < rows; row++) {
      double[] p = new double[5];
      double sum = 0;
      for (int i = 0; i < 5; i++) {
        p[i] = Math.exp(1.5 * normal.sample());
        sum += p[i];
      }
      for (double each : p) {
        squares += each / sum * (each / sum) / rows;
        entropy -= each / sum * Math.log(each / sum) / rows;
      }
    }
    AttentionShares shares = new AttentionShares(5, 2.25);
    assertThat(shares.squares()).isCloseTo(squares, within(0.012));
    assertThat(shares.entropy()).isCloseTo(entropy, within(0.012));
  }

  @Test
  void logitsGrowWithTheSquareOfTheMoment() {
    assertThat(AttentionShares.logitVariance(768, 1, 1 / 768.0, 1 / 768.0))
        .isCloseTo(1, within(1e-12));
    assertThat(AttentionShares.logitVariance(768, 2, 0.0004, 0.0004))
        .isCloseTo(4 * 0.3072 * 0.3072, within(1e-12));
  }

  /** For many tokens the first cosine is exp(-1): the overlap 1 / T over exp(1) / T. */
  @Test
  void tokensCollapseWithoutSkips() {
    double[] none = TokenMixing.of(4000).cosines(1);
    assertThat(none[0]).isZero();
    assertThat(none[1]).isCloseTo(Math.exp(-1), within(0.002));
    double[] few = TokenMixing.of(64).cosines(3);
    assertThat(few[1]).isCloseTo(0.403, within(0.001));
    assertThat(few[3]).isGreaterThan(0.999);
    double[] skip = TokenMixing.of(64).withSkip().cosines(12);
    assertThat(skip[1]).isCloseTo(0.015, within(0.001));
    assertThat(skip[12]).isBetween(0.7, 0.9);
    assertThat(TokenMixing.of(64).withSkip().withoutNorm().cosines(12)[12]).isGreaterThan(0.95);
  }

  @Test
  void whatMakesNoSenseIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> TokenMixing.of(1));
    assertThatIllegalArgumentException().isThrownBy(() -> TokenMixing.of(2).cosines(-1));
    assertThatIllegalArgumentException().isThrownBy(() -> new AttentionShares(0, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new AttentionShares(2, Double.NaN));
  }

  @ParameterizedTest
  @CsvSource({"0, 1, 1, 1", "4, -1, 1, 1", "4, NaN, 1, 1", "4, 1, -1, 1", "4, 1, 1, Infinity"})
  void logitsOfImpossibleRowsAreRefused(int width, double moment, double q, double k) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AttentionShares.logitVariance(width, moment, q, k));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TokenMixing.of(4).cosines(Integer.MAX_VALUE))
        .withMessageContaining("the number of layers");
  }
}
