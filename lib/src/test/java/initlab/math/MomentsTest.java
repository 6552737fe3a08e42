package initlab.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MomentsTest {

  @Test
  void oneLineSaysThemAll() {
    assertThat(Moments.of(0, 2e-9))
        .hasToString("2 numbers: mean 1e-9, variance 1e-18, second moment 2e-18");
  }

  @Test
  void areTheFormulas() {
    Moments m = Moments.of(1, 2, 6);
    assertThat(m.mean()).isEqualTo(3);
    assertThat(m.variance()).isCloseTo(14.0 / 3, Offset.offset(1e-15));
    assertThat(m.secondMoment()).isEqualTo(41.0 / 3);
    assertThat(m.count()).isEqualTo(3);
    assertThat(m.std()).isEqualTo(Math.sqrt(m.variance()));
  }

  /** Powers of 2, each its own bit: a number left out, or taken twice, shows in the sums. */
  @Test
  void everyNumberCountsOnceHoweverManyThereAre() {
    for (int n = 1; n <= 21; n++) {
      double[] x = new double[n];
      Arrays.setAll(x, i -> 1 << i);
      double sum = (1 << n) - 1;
      double squares = (Math.pow(4, n) - 1) / 3;
      Moments m = Moments.of(x);
      assertThat(m.mean() * n).isCloseTo(sum, Offset.offset(1e-15 * sum));
      assertThat(m.secondMoment() * n).isCloseTo(squares, Offset.offset(1e-15 * squares));
      double variance = squares / n - (sum / n) * (sum / n);
      assertThat(m.variance()).isCloseTo(variance, Offset.offset(1e-14 * squares));
    }
  }

  @Test
  void aSmallVarianceOnALargeMeanIsKept() {
    assertThat(Moments.of(1e9 + 1, 1e9 - 1).variance()).isEqualTo(1);
  }

  /** Values like (1, -1, ...) on a mean: whichever of the two ways is taken, 1e-9 is right. */
  @ParameterizedTest
  @ValueSource(doubles = {0, 1, 25, 40, 1e3, 1e4, 1e5, 1e6})
  void theVarianceIsRightOnAnyMean(double mean) {
    double[] x = new double[1001];
    Arrays.setAll(x, i -> mean + Math.sin(i));
    double exact = IntStream.range(0, 1001).mapToDouble(Math::sin).map(v -> v * v).sum() / 1001;
    double shift = IntStream.range(0, 1001).mapToDouble(Math::sin).sum() / 1001;
    assertThat(Moments.of(x).variance()).isCloseTo(exact - shift * shift, Offset.offset(1e-9));
  }

  @Test
  void onlyTheEntriesOfAReshapedMatrixCount() {
    DMatrixRMaj m = new DMatrixRMaj(new double[][] {{5, 5}, {5, 5}});
    m.reshape(1, 1);
    assertThat(Moments.of(m).count()).isEqualTo(1);
  }

  @Test
  void overflowAndNanAreShownAsSuch() {
    assertThat(Moments.of(1e200, 1e200).secondMoment()).isInfinite();
    assertThat(Moments.of(1e200, -1e200).variance()).isInfinite();
    assertThat(Moments.of(1, Double.POSITIVE_INFINITY).variance()).isInfinite();
    assertThat(Moments.of(1, Double.NaN).mean()).isNaN();
    assertThatThrownBy(Moments::of).hasMessageContaining("number of values is 0");
  }
}
