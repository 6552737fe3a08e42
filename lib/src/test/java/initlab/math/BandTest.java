package initlab.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Band, Interval and Quantiles. */
class BandTest {
  private static final double MORE = Double.POSITIVE_INFINITY;
  private static final double LESS = Double.NEGATIVE_INFINITY;

  @Test
  void quantilesLieBetweenTheTwoNearestNumbers() {
    double[] values = {4, 1, 3, 2};
    assertThat(Quantiles.of(values, 0)).isEqualTo(1);
    assertThat(Quantiles.of(values, 1)).isEqualTo(4);
    assertThat(Quantiles.median(values)).isEqualTo(2.5);
    assertThat(Quantiles.of(values, 0.05)).isCloseTo(1.15, within(1e-15));
    assertThat(values).containsExactly(4, 1, 3, 2);
  }

  @Test
  void infiniteNumbersAreNumbers() {
    assertThat(Interval.of(LESS, 1)).isEqualTo(new Interval(LESS, LESS, LESS));
    assertThat(Interval.of(1, MORE)).isEqualTo(new Interval(MORE, MORE, MORE));
    assertThat(Quantiles.of(new double[] {1, MORE}, 0)).isEqualTo(1);
    assertThat(Interval.of(MORE, MORE)).isEqualTo(new Interval(MORE, MORE, MORE));
    assertThat(Quantiles.median(LESS, 7, 2)).isEqualTo(2);
    assertThat(Quantiles.median(LESS, MORE)).isNaN();
  }

  @Test
  void oneNanMakesAllNan() {
    double[] values = {Double.NaN, 1, 2, 3, 4, 5, 6};
    assertThat(Quantiles.of(values, 0)).isNaN();
    assertThat(Interval.of(values)).isEqualTo(new Interval(Double.NaN, Double.NaN, Double.NaN));
    assertThat(Interval.ofMedian(values)).isEqualTo(Interval.of(values));
    assertThat(Interval.of(values).contains(3)).isFalse();
  }

  @Test
  void whatIsNoQuantileIsRefused() {
    assertThatThrownBy(() -> Quantiles.of(new double[] {1}, Double.NaN))
        .hasMessageContaining("p is NaN; it must be 0 to 1");
    assertThatThrownBy(() -> Interval.of()).hasMessageContaining("number of values is 0");
    assertThatThrownBy(() -> Band.of(List.of())).hasMessageContaining("number of profiles is 0");
    assertThatThrownBy(() -> Band.of(List.of(new double[2], new double[3])))
        .hasMessageContaining("length is 3; it must be 2");
  }

  @Test
  void aBandAnswersLayerByLayer() {
    Band band = Band.of(List.of(new double[] {1, 4, 7}, new double[] {3, 16, Double.NaN}));
    assertThat(band.size()).isEqualTo(3);
    assertThat(band.at(0).median()).isEqualTo(2);
    assertThat(band.at(0).low()).isCloseTo(1.1, within(1e-15));
    assertThat(band.at(1).high()).isCloseTo(15.4, within(1e-14));
    assertThat(band.at(2).median()).isNaN();
    assertThat(band.median()).containsExactly(2, 10, Double.NaN);
    assertThat(band.low()).containsExactly(new double[] {1.1, 4.6, Double.NaN}, within(1e-13));
    assertThat(band.high()).containsExactly(new double[] {2.9, 15.4, Double.NaN}, within(1e-13));
    assertThat(band).hasToString("median [2, 10, NaN]");
    assertThat(band.at(1).root().median()).isEqualTo(Math.sqrt(10));
    assertThatThrownBy(() -> band.at(3)).hasMessageContaining("the layer is 3; it must be 0 to 2");
    assertThatThrownBy(() -> band.at(-1)).hasMessageContaining("0 to 2");
  }

  @Test
  void nobodyChangesABandFromOutside() {
    double[] profile = {1, 2};
    double[][] samples = {{5, 6, 7, 8, 9, 10}};
    Band band = Band.of(List.of(profile));
    Band byLayer = Band.ofLayers(samples);
    profile[0] = 100;
    samples[0][0] = 100;
    band.median()[1] = 100;
    band.low()[1] = 100;
    assertThat(band.median()).containsExactly(1, 2);
    assertThat(band.low()).containsExactly(1, 2);
    assertThat(byLayer.at(0).median()).isEqualTo(7.5);
    assertThat(byLayer.medianInterval(0).low()).isEqualTo(5);
  }

  @Test
  void theMedianLiesBetweenTwoOfTheNumbers() {
    double[] ten = {10, 9, 8, 7, 6, 5, 4, 3, 2, 1};
    assertThat(Interval.ofMedian(ten)).isEqualTo(new Interval(2, 5.5, 9));
    assertThat(Interval.ofMedian(1, 2, 3, 4, 5)).isEqualTo(new Interval(LESS, 3, MORE));
    assertThat(Interval.ofMedian(1, 2, 3, 4, 5, 6)).isEqualTo(new Interval(1, 3.5, 6));
    assertThat(MedianRank.of(30).rank()).isEqualTo(10);
    assertThat(MedianRank.of(200).rank()).isEqualTo(86);
    assertThat(Interval.ofMedian(ten).contains(5)).isTrue();
  }

  /**
   * 20,000 samples of a skewed law, the log-normal, whose median is 1. Its exact coverage is 97.9 %
   * for 10 numbers, 95.7 % for 30, 96.0 % for 200 and 96.9 % for 6; a share of 20,000 has a
   * standard error of at most 0.15 %, so that 0.75 % is five of them: a false alarm in fewer than
   * one of 400,000 runs for the four together. One rank further in would cover 89.1 % of 10.
   */
  @Test
  void theMedianIntervalCoversAsOftenAsItSays() {
    assertThat(coverage(6)).isCloseTo(0.969, within(0.0075));
    assertThat(coverage(10)).isCloseTo(0.979, within(0.0075));
    assertThat(coverage(30)).isCloseTo(0.957, within(0.0075));
    assertThat(coverage(200)).isCloseTo(0.960, within(0.0075));
  }

  private static double coverage(int numbers) {
    SplittableRandom random = new SplittableRandom(numbers);
    int covered = 0;
    for (int i = 0; i < 20_000; i++) {
      double[] values = new double[numbers];
      for (int k = 0; k < numbers; k++) {
        values[k] = Math.exp(2 * random.nextGaussian());
      }
      covered += Interval.ofMedian(values).contains(1) ? 1 : 0;
    }
    return covered / 20_000.0;
  }
}
