package initlab.train.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import initlab.math.Moments;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandardizedTest {

  private static DMatrixRMaj column(double... entries) {
    return new DMatrixRMaj(entries.length, 1, true, entries);
  }

  private static DMatrixRMaj constant(int rows, double value) {
    DMatrixRMaj x = new DMatrixRMaj(rows, 1);
    x.fill(value);
    return x;
  }

  @Test
  void columnsGetMeanZeroAndVarianceOne() {
    DMatrixRMaj x = new DMatrixRMaj(new double[][] {{1, 5, 7}, {3, 5, 1}});
    assertThat(Data.standardize(x).data).containsExactly(-1, 0, 1, 1, 0, -1);
    assertThat(x.data).containsExactly(1, 5, 7, 3, 5, 1);
    DMatrixRMaj skewed = Data.standardize(column(0, 0, 0, 8));
    assertThat(Moments.of(skewed).mean()).isCloseTo(0, within(1e-15));
    assertThat(Moments.of(skewed).variance()).isCloseTo(1, within(1e-15));
    assertThat(skewed.get(3)).isCloseTo(Math.sqrt(3), within(1e-15));
  }

  /** Test data are standardized by the training data's mean and deviation, not by their own. */
  @Test
  void theRuleIsThatOfTheFirstBatch() {
    DMatrixRMaj train = new DMatrixRMaj(new double[][] {{1, 5, 7}, {3, 5, 1}});
    Standardized rule = Standardized.by(train);
    assertThat(rule.apply(new DMatrixRMaj(new double[][] {{5, 6, 10}, {2, 2, 2}})).data)
        .containsExactly(3, 1, 2, 0, -3, -2 / 3.0);
    assertThat(rule.mean(2)).isEqualTo(4);
    assertThat(rule.std(2)).isEqualTo(3);
    assertThat(rule).hasToString("(x - mean) / std, 3 columns");
  }

  /** The mean of ten times 14.62 is one rounding away from 14.62. */
  @ParameterizedTest
  @CsvSource({"10, 14.62", "1, 3", "7, -0.1", "1000, 0.3", "3, 0", "49, 1e300", "49, 1e-310"})
  void aColumnOfOneValueHasNoSpread(int rows, double value) {
    Standardized rule = Standardized.by(constant(rows, value));
    assertThat(rule.std(0)).isEqualTo(1);
    assertThat(rule.mean(0)).isEqualTo(value);
    assertThat(rule.apply(constant(rows, value)).data).containsOnly(0);
    assertThat(rule.apply(column(value + 0.25)).get(0)).isEqualTo(value + 0.25 - value);
  }

  @Test
  void theMeanOfTenIsNearItsOwnNeighbour() {
    Standardized rule = Standardized.by(constant(10, 14.62));
    assertThat(rule.apply(column(14.72)).get(0)).isCloseTo(0.1, within(1e-14));
  }

  /** 0.1 + 0.2 is 0.30000000000000004: rounding is no spread, whatever the column's size. */
  @ParameterizedTest
  @CsvSource({
    "0.3, 0.30000000000000004",
    "3e17, 3.0000000000000005e17",
    "-0.7, -0.7000000000000001"
  })
  void whatDiffersByRoundingHasNoSpread(double a, double b) {
    Standardized rule = Standardized.by(column(a, b, a));
    assertThat(rule.std(0)).isEqualTo(1);
    assertThat(rule.mean(0)).isBetween(Math.min(a, b), Math.max(a, b));
  }

  /** A spread of ten last digits, and spreads whose squares are no doubles, are spreads. */
  @ParameterizedTest
  @CsvSource({
    "1, 1.0000000000000022",
    "1e8, 100000001",
    "1e-200, 3e-200",
    "-1.5e308, 1.5e308",
    "1e-320, 5e-320"
  })
  void aSmallSpreadIsOneAllTheSame(double a, double b) {
    DMatrixRMaj z = Data.standardize(column(a, b));
    assertThat(z.get(0)).isCloseTo(-1, within(1e-6));
    assertThat(z.get(1)).isCloseTo(1, within(1e-6));
  }

  /** The sum of 60,000 numbers near 1e9 is rounded at every step; the mean is not. */
  @Test
  void theMeanIsExactFarFromZero() {
    DMatrixRMaj x = new DMatrixRMaj(60000, 1);
    for (int i = 0; i < 60000; i++) {
      x.set(i, 0, 1e9 + 0.1 + (i % 2 == 0 ? -1 : 1));
    }
    assertThat(CommonOps_DDRM.elementSum(Data.standardize(x)) / 60000).isCloseTo(0, within(1e-7));
  }

  @Test
  void badBatchesAreNamed() {
    assertThatThrownBy(() -> Data.standardize(column(1, Double.NaN)))
        .hasMessageContaining("x, row 1, column 0 (from 0), is NaN");
    assertThatThrownBy(() -> Standardized.by(new DMatrixRMaj(0, 3)))
        .hasMessageContaining("number of samples is 0");
    assertThatThrownBy(() -> Standardized.by(column(1, 2)).apply(new DMatrixRMaj(2, 3)))
        .hasMessageContaining("number of columns is 3; it must be 1");
  }

  @Test
  void aColumnThatIsNotThereIsNamed() {
    Standardized rule = Standardized.by(new DMatrixRMaj(new double[][] {{1, 2}, {3, 7}}));
    assertThat(rule.mean(1)).isEqualTo(4.5);
    assertThat(rule.std(1)).isEqualTo(2.5);
    assertThatThrownBy(() -> rule.std(2))
        .hasMessageContaining("the column is 2; it must be 0 to 1");
    assertThatThrownBy(() -> rule.mean(-1)).hasMessageContaining("the column is -1");
  }
}
