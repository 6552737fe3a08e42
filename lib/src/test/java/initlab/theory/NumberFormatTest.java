package initlab.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import initlab.init.Activation;
import initlab.math.RandomStreams;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberFormatTest {

  @Test
  void formatsReachAsFarAsTheirStandardsSay() {
    assertThat(NumberFormat.FP16.max()).isEqualTo(65504);
    assertThat(NumberFormat.FP16.smallest()).isEqualTo(Math.scalb(1.0, -24));
    assertThat(NumberFormat.BF16.max()).isEqualTo(3.3895313892515355e38);
    assertThat(NumberFormat.BF16.smallest()).isEqualTo(Math.scalb(1.0, -133));
    assertThat(NumberFormat.BF16.epsilon()).isEqualTo(0.0078125);
    assertThat(NumberFormat.FP16.epsilon()).isEqualTo(Math.scalb(1.0, -10));
    assertThat(NumberFormat.FP32.epsilon()).isEqualTo((double) Math.ulp(1f));
    assertThat(NumberFormat.FP64.epsilon()).isEqualTo(Math.ulp(1.0));
    assertThat(NumberFormat.FP32.max()).isEqualTo(Float.MAX_VALUE);
    assertThat(NumberFormat.FP32.smallest()).isEqualTo(Float.MIN_VALUE);
    assertThat(NumberFormat.FP64.max()).isEqualTo(Double.MAX_VALUE);
    assertThat(NumberFormat.FP64.smallest()).isEqualTo(Double.MIN_VALUE);
  }

  /** Single precision by our rule is Java's own cast, over all sizes. */
  @ParameterizedTest
  @ValueSource(ints = {-1074, -160, -150, -149, -130, -126, -10, 0, 100, 127, 128, 500})
  void singlePrecisionIsTheCast(int exponent) {
    var rng = RandomStreams.of(1, "test", exponent + 2000);
    for (int i = 0; i < 200; i++) {
      double x = Math.scalb(rng.nextDouble() * 4 - 2, exponent);
      assertThat(NumberFormat.FP32.round(x)).isEqualTo((double) (float) x);
    }
  }

  @Test
  void halfPrecisionRoundsToEvenAndOverflows() {
    assertThat(NumberFormat.FP16.round(2049)).isEqualTo(2048);
    assertThat(NumberFormat.FP16.round(2051)).isEqualTo(2052);
    assertThat(NumberFormat.FP16.round(65519)).isEqualTo(65504);
    assertThat(NumberFormat.FP16.round(-65520)).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(NumberFormat.FP16.round(1e-9)).isZero();
    DMatrixRMaj m = new DMatrixRMaj(1, 2, true, 1.001, Double.NaN);
    NumberFormat.BF16.round(m);
    assertThat(m.data).containsExactly(1, Double.NaN);
    Activation f = NumberFormat.FP16.rounded(Activation.LINEAR);
    assertThat(f.apply(2049)).isEqualTo(2048);
    assertThat(f.name()).isEqualTo("linear in FP16");
  }

  /** 0.3 and tanh(0.3) are no numbers of FP16; tanh of the rounded 0.3 rounds to another one. */
  @Test
  void anActivationRoundsItsResultsNotItsArgumentsNorItsSlopes() {
    Activation f = NumberFormat.FP16.rounded(Activation.TANH);
    for (double z = 0.3; z < 2; z += 0.017) {
      assertThat(f.apply(z)).isEqualTo(NumberFormat.FP16.round(Math.tanh(z)));
      assertThat(f.slope(z)).isEqualTo(Activation.TANH.slope(z));
    }
    assertThat(NumberFormat.BF16.rounded(z -> Math.max(z, 0.1 * z)).slope(1e-6))
        .isCloseTo(0.625, within(1e-6)); // a difference over 12e-6, as a backward pass takes it
  }

  /** What is predicted is what repeated rounding shows. */
  @ParameterizedTest
  @CsvSource({
    "FP16, 2",
    "FP16, 0.7",
    "BF16, 10",
    "BF16, 0.1",
    "FP32, 8",
    "FP32, 0.01",
    "FP64, 0.001",
    "FP64, 1e5",
    "FP16, 0.5",
    "BF16, 0.25",
    "FP32, 0.5",
    "FP64, 0.5"
  })
  void theLayerAtWhichASignalLeavesIsPredicted(NumberFormat format, double growth) {
    int layer = 0;
    double exact = 1;
    while (format.round(exact) > 0 && format.round(exact) < Double.POSITIVE_INFINITY) {
      exact *= growth;
      layer++;
    }
    assertThat(format.leavesAt(1, growth)).isEqualTo(layer);
    assertThat(format.leavesAt(1, 1)).isEqualTo(Integer.MAX_VALUE);
  }

  /** A signal may be out of reach before it begins, on the side that growth leads away from too. */
  @Test
  void whatDoesNotFitLeavesAtLayerZero() {
    assertThat(NumberFormat.FP16.leavesAt(1e5, 1)).isZero();
    assertThat(NumberFormat.FP16.leavesAt(1e5, 0.5)).isZero();
    assertThat(NumberFormat.FP16.leavesAt(1e-9, 2)).isZero();
    assertThat(NumberFormat.FP16.leavesAt(1e-9, 1)).isZero();
    assertThat(NumberFormat.FP32.leavesAt(1e39, 0.5)).isZero();
    assertThat(NumberFormat.FP16.leavesAt(65519, 0.999)).isPositive();
    assertThat(NumberFormat.FP16.leavesAt(65519, 1.0001)).isEqualTo(1);
    assertThat(NumberFormat.FP16.leavesAt(65520, 1)).isZero();
  }

  /** From one end of a format to the other: no step on the way is out of a double's reach. */
  @Test
  void theWholeReachIsWalkedThrough() {
    assertThat(NumberFormat.FP64.leavesAt(1e-300, 1e10)).isEqualTo(61);
    assertThat(NumberFormat.FP64.leavesAt(1e300, 1e-10)).isEqualTo(63);
    assertThat(NumberFormat.FP16.leavesAt(1, 1 + 1e-6)).isEqualTo(layersTo(65520, 1e-6));
    assertThat(NumberFormat.FP16.leavesAt(0.5, 1 + 1e-12)).isEqualTo(Integer.MAX_VALUE);
    assertThat(NumberFormat.FP16.leavesAt(0.5, 1 - 1e-12)).isEqualTo(Integer.MAX_VALUE);
  }

  private static int layersTo(double end, double more) {
    return (int) Math.ceil(Math.log(end) / Math.log1p(more));
  }

  @Test
  void whatIsNoSizeIsRefused() {
    assertThatThrownBy(() -> NumberFormat.FP16.leavesAt(0, 2)).hasMessageContaining("start is 0");
    assertThatThrownBy(() -> NumberFormat.FP16.leavesAt(1, Double.NaN))
        .hasMessageContaining("growth is NaN");
  }
}
