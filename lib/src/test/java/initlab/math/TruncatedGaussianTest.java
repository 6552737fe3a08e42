package initlab.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.statistics.distribution.TruncatedNormalDistribution;
import org.apache.commons.statistics.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TruncatedGaussianTest {

  /**
   * n = 20,000; a KS p-value above 1e-6 (false alarm as much, none at the fixed seed): a
   * distribution off by 0.019 anywhere is refused. Every way of drawing is met, on either side.
   */
  @ParameterizedTest
  @CsvSource({
    "-2, 2",
    "-0.5, 0.3",
    "0, 1",
    "0, 6",
    "0.2, 9",
    "2, 3",
    "8, 9",
    "8, 8.05",
    "-9, -8",
    "-3, -2",
    "-1, Infinity",
    "3, Infinity",
    "-Infinity, -3",
    "-Infinity, Infinity",
    "-6, 0",
    "0, 2.4"
  })
  void followsTheLaw(double low, double high) {
    double[] z = new double[20_000];
    TruncatedGaussian.fill(low, high, RandomStreams.of(4, "cut", 0), z, z.length);
    var law = TruncatedNormalDistribution.of(0, 1, low, high);
    assertThat(Arrays.stream(z).allMatch(x -> x >= low && x <= high)).isTrue();
    var ks = KolmogorovSmirnovTest.withDefaults().test(z, law::cumulativeProbability);
    assertThat(ks.getPValue()).isGreaterThan(1e-6);
    assertThat(TruncatedGaussian.mean(low, high)).isCloseTo(law.getMean(), within(1e-9));
    assertThat(TruncatedGaussian.variance(low, high) / law.getVariance())
        .isCloseTo(1, within(1e-7));
  }

  @Test
  void anotherIntervalIsRefused() {
    double[] z = new double[20_000];
    TruncatedGaussian.fill(2, 3, RandomStreams.of(4, "cut", 0), z, z.length);
    var law = TruncatedNormalDistribution.of(0, 1, 2, 3.2);
    var ks = KolmogorovSmirnovTest.withDefaults().test(z, law::cumulativeProbability);
    assertThat(ks.getPValue()).isLessThan(1e-6);
  }

  @Test
  void leavesTheRestOfTheArrayAlone() {
    double[] z = {5, 5, 5, 5};
    TruncatedGaussian.fill(-3, -2, RandomStreams.layer(1, 1), z, 2);
    assertThat(z[0]).isBetween(-3.0, -2.0);
    assertThat(z[1]).isBetween(-3.0, -2.0);
    assertThat(z).endsWith(5, 5);
  }

  @Test
  void refusesWhatIsNoInterval() {
    refused(2, 2, "low is 2");
    refused(3, -3, "low is 3");
    refused(Double.NaN, 1, "low is NaN");
    refused(0, Double.NaN, "low is 0");
    refused(1.1e6, 2e6, "within 1e6 of the mean");
    refused(-2e6, -1.1e6, "[-2e6, -1.1e6]; it must be within 1e6 of the mean");
  }

  private static void refused(double low, double high, String why) {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> TruncatedGaussian.fill(low, high, RandomStreams.layer(1, 1), new double[1], 1))
        .withMessageContaining(why);
  }

  /**
   * Each way of drawing is taken where it rejects little: 3,000 numbers per 1,000 that are kept are
   * more than any of these needs, for a ziggurat takes one and a bit, and wide intervals keep two
   * of three.
   */
  @ParameterizedTest
  @CsvSource({
    "-2, 2",
    "-0.01, 0.02",
    "0, 0.35",
    "0, 1",
    "-1, Infinity",
    "0.2, 9",
    "2, 3",
    "3, Infinity",
    "8, 9",
    "8, 8.05"
  })
  void littleIsDrawnInVain(double low, double high) {
    var rng = RandomStreams.of(4, "cut", 0);
    long[] calls = {0};
    TruncatedGaussian.fill(low, high, counted(rng, calls), new double[1000], 1000);
    assertThat(calls[0]).isBetween(1000L, 4000L);
  }

  private static UniformRandomProvider counted(UniformRandomProvider rng, long[] calls) {
    return () -> {
      calls[0]++;
      return rng.nextLong();
    };
  }

  @Test
  void momentsOfFarTails() {
    // Given Z > a for large a: mean a + 1/a - 2/a^3, variance 1/a^2 - 6/a^4, to the next order.
    assertThat(TruncatedGaussian.mean(1000, 2000)).isCloseTo(1000.001 - 2e-9, within(1e-11));
    assertThat(TruncatedGaussian.variance(1000, 2000) * 1e6).isCloseTo(1 - 6e-6, within(1e-7));
    assertThat(TruncatedGaussian.mean(-2000, -1000)).isCloseTo(-1000.001 + 2e-9, within(1e-11));
    assertThat(TruncatedGaussian.variance(-2000, 2000)).isCloseTo(1, within(1e-12));
    assertThat(TruncatedGaussian.mean(-2000, 2000)).isCloseTo(0, within(1e-12));
  }

  /** How far the mean lies beyond low, and the variance, by mpmath with 60 digits. */
  @ParameterizedTest
  @CsvSource({
    "200000, Infinity, 4.99999999975e-6, 2.499999999625e-11",
    "1000000, 10000000, 9.99999999998e-7, 9.99999999994e-13",
    "999000, 1000000, 1.001001000998995e-6, 1.0020030039989819e-12",
    "5, 5.000000001, 5.0000004095351876e-10, 8.3333347123395737e-20",
    "0.3, 0.300001, 4.9999997498658059e-7, 8.3333333328870933e-14",
    "1, 3, 0.51004951324398387, 0.17345290492412205"
  })
  void momentsFarOutAndInNarrowIntervals(double low, double high, double past, double variance) {
    double ulps = 4 * Math.ulp(low) / past; // low itself has no more digits
    assertThat((TruncatedGaussian.mean(low, high) - low) / past).isCloseTo(1, within(1e-9 + ulps));
    assertThat((-TruncatedGaussian.mean(-high, -low) - low) / past)
        .isCloseTo(1, within(1e-9 + ulps));
    double bounds = 1e-9 + 4 * Math.ulp(high) / Math.min(high - low, past);
    assertThat(TruncatedGaussian.variance(low, high) / variance).isCloseTo(1, within(bounds));
    assertThat(TruncatedGaussian.variance(-high, -low) / variance).isCloseTo(1, within(bounds));
  }

  /** Around 0, by mpmath. */
  @ParameterizedTest
  @CsvSource({
    "-1e-9, 1e-9, 0, 3.3333333333333337e-19",
    "-1e-9, 2e-9, 5.0e-10, 7.5e-19",
    "-5, 0.001, -0.79724553568695185, 0.36358745196965719",
    "-1, Infinity, 0.28759997093917836, 0.6296862857766054",
    "-2, 2, 0, 0.77374130354992325",
    "-0.5, 6, 0.50916042577650703, 0.48617539081931178",
    "-39, 0.1, -0.73533174850578066, 0.38575404478885326"
  })
  void momentsAroundZero(double low, double high, double mean, double variance) {
    double size = Math.sqrt(variance);
    assertThat(TruncatedGaussian.mean(low, high)).isCloseTo(mean, within(1e-11 * size));
    assertThat(TruncatedGaussian.mean(-high, -low)).isCloseTo(-mean, within(1e-11 * size));
    assertThat(TruncatedGaussian.variance(low, high) / variance).isCloseTo(1, within(1e-11));
  }

  @Test
  void momentsOfNoIntervalAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TruncatedGaussian.mean(2, 1))
        .withMessageContaining("low is 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TruncatedGaussian.variance(2e6, 3e6))
        .withMessageContaining("within 1e6 of the mean");
  }
}
