package initlab.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import initlab.init.Distribution;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A window over lines, by hand and by both implementations. */
class SlidingWindowTest {
  private static final MatrixProduct PLAIN = MatrixProduct.plain();

  private static DMatrixRMaj matrix(int rows, int cols, double... numbers) {
    return new DMatrixRMaj(rows, cols, true, numbers);
  }

  private static DMatrixRMaj normal(int rows, int cols, long seed) {
    DMatrixRMaj m = new DMatrixRMaj(rows, cols);
    Distribution.NORMAL.fill(1, RandomStreams.data(seed), m.data, m.getNumElements());
    return m;
  }

  /** Two lines of four places; the taps look 0 and 2 places ahead. */
  @Test
  void eachPlaceSumsWhatItsTapsSee() {
    SlidingWindow window = new SlidingWindow(new int[] {0, 2}, 4, 2, 1, 1, 1);
    DMatrixRMaj x = matrix(8, 1, 1, 2, 3, 4, 5, 6, 7, 8);
    DMatrixRMaj w = matrix(2, 1, 10, 1);
    DMatrixRMaj y = matrix(4, 1, 9, 9, 9, 9);
    PLAIN.gather(window, x, w, y);
    assertThat(y.data).containsExactly(13, 24, 57, 68);
    PLAIN.spread(window, matrix(4, 1, 1, 2, 3, 4), w, x);
    assertThat(x.data).containsExactly(10, 20, 1, 2, 30, 40, 3, 4);
    PLAIN.addWeights(window, matrix(8, 1, 1, 2, 3, 4, 5, 6, 7, 8), matrix(4, 1, 1, 0, 0, 1), w);
    assertThat(w.data).containsExactly(10 + 1 + 6, 1 + 3 + 8);
  }

  /** In two groups: outputs 0 and 1 see input 0 alone, outputs 2 and 3 input 1. */
  @Test
  void aGroupSeesItsOwnInputs() {
    SlidingWindow window = new SlidingWindow(new int[] {0}, 1, 1, 2, 4, 2);
    DMatrixRMaj y = new DMatrixRMaj(1, 4);
    PLAIN.gather(window, matrix(1, 2, 1, 100), matrix(1, 4, 1, 2, 3, 4), y);
    assertThat(y.data).containsExactly(1, 2, 300, 400);
  }

  /** To 1e-12 of the largest number, which is a few hundred roundings of a sum of as many. */
  @ParameterizedTest
  @CsvSource({"16, 24, 1", "16, 24, 4", "12, 12, 12", "24, 12, 12", "8, 16, 8"})
  void nativeCodeAgreesWithPlainJava(int in, int out, int groups) {
    SlidingWindow window = new SlidingWindow(new int[] {0, 1, 20, 43}, 343, 300, in, out, groups);
    DMatrixRMaj x = normal(3 * 343, in, 1);
    DMatrixRMaj y = normal(3 * 300, out, 2);
    DMatrixRMaj w = normal(4 * in / groups, out, 3);
    MatrixProduct fastest = MatrixProduct.fastest();
    DMatrixRMaj one = y.copy();
    DMatrixRMaj other = normal(3 * 300, out, 4);
    fastest.gather(window, x, w, one);
    PLAIN.gather(window, x, w, other);
    same(one, other);
    one = x.copy();
    other = normal(3 * 343, in, 4);
    fastest.spread(window, y, w, one);
    PLAIN.spread(window, y, w, other);
    same(one, other);
    one = w.copy();
    other = w.copy();
    fastest.addWeights(window, x, y, one);
    PLAIN.addWeights(window, x, y, other);
    same(one, other);
  }

  private static void same(DMatrixRMaj one, DMatrixRMaj other) {
    double size = CommonOps_DDRM.elementMaxAbs(other);
    CommonOps_DDRM.subtractEquals(one, other);
    assertThat(size).isPositive();
    assertThat(CommonOps_DDRM.elementMaxAbs(one)).isLessThanOrEqualTo(1e-12 * size);
  }

  @Test
  void aTapBeyondTheLineIsRefused() {
    assertThatThrownBy(() -> new SlidingWindow(new int[] {0, 3}, 4, 2, 1, 1, 1))
        .hasMessage("a shift is 3; it must be 0 to 2. Lengthen the line.");
    assertThatThrownBy(() -> new SlidingWindow(new int[] {-1}, 4, 2, 1, 1, 1))
        .hasMessageContaining("it must be 0 to 2");
    assertThatThrownBy(() -> new SlidingWindow(new int[] {0}, 4, 2, 6, 4, 3))
        .hasMessageContaining("groups is 3; it must be a divisor of 6 and of 4");
    assertThatThrownBy(() -> new SlidingWindow(new int[] {0}, 4, 0, 1, 1, 1))
        .hasMessageContaining("the places of y is 0");
  }
}
