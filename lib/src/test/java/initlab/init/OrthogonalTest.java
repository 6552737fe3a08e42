package initlab.init;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import initlab.math.MatrixProduct;
import initlab.math.Moments;
import initlab.math.RandomStreams;
import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.MatrixFeatures_DDRM;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrthogonalTest {
  private static final int[] SIDES = {1, 2, 3, 5, 8, 13, 31, 32, 33, 63, 64};

  @Test
  void orthonormalForEveryRectangle() {
    for (int rows : SIDES) {
      for (int cols : SIDES) {
        orthonormal(rows, cols, 1);
      }
    }
    orthonormal(512, 512, 1);
    orthonormal(512, 64, Math.sqrt(2));
    orthonormal(64, 512, 1e-3);
  }

  private static void orthonormal(int rows, int cols, double gain) {
    DMatrixRMaj w =
        Init.orthogonal(gain).draw(WeightShape.dense(rows, cols), RandomStreams.layer(1, rows));
    assertThat(w.numRows).isEqualTo(rows);
    assertThat(w.numCols).isEqualTo(cols);
    assertThat(HaarLaws.defect(w, gain)).isLessThan(1e-12 * gain * gain);
  }

  @ParameterizedTest
  @CsvSource({"4, 4, 1", "2, 2, 1", "3, 3, 1", "2, 5, 1.7", "5, 2, 0.3", "1, 3, 1"})
  void haar(int rows, int cols, double gain) {
    assertThat(HaarLaws.failures(Init.orthogonal(gain), WeightShape.dense(rows, cols), gain))
        .isEmpty();
  }

  @Test
  void aConvolutionIsOneMatrix() {
    WeightShape shape = WeightShape.conv(3, 3, 4, 16);
    DMatrixRMaj w = Init.orthogonal().draw(shape, RandomStreams.layer(1, 1));
    assertThat(w.numRows).isEqualTo(36);
    assertThat(HaarLaws.defect(w, 1)).isLessThan(1e-12);
    assertThat(Moments.of(w).secondMoment()).isCloseTo(1.0 / 36, within(1e-15));
    assertThat(Init.orthogonal().std(shape)).hasValueCloseTo(1.0 / 6, within(1e-15));
  }

  @ParameterizedTest
  @CsvSource({"100, 100", "100, 300", "300, 100", "1, 50"})
  void bothProductsAgree(int rows, int cols) {
    DMatrixRMaj fast = new DMatrixRMaj(rows, cols);
    DMatrixRMaj plain = new DMatrixRMaj(rows, cols);
    Init.orthogonal(2).fill(fast, RandomStreams.layer(3, 3), MatrixProduct.fastest());
    Init.orthogonal(2).fill(plain, RandomStreams.layer(3, 3), MatrixProduct.plain());
    assertThat(MatrixFeatures_DDRM.isIdentical(fast, plain, 1e-12)).isTrue();
  }

  @Test
  void fillsALargerArrayThatExists() {
    DMatrixRMaj used = new DMatrixRMaj(40, 40);
    Arrays.fill(used.data, 9);
    Init.orthogonal().fill(WeightShape.dense(7, 5), RandomStreams.layer(1, 1), used);
    assertThat(used.numRows).isEqualTo(7);
    DMatrixRMaj fresh = Init.orthogonal().draw(WeightShape.dense(7, 5), RandomStreams.layer(1, 1));
    assertThat(Arrays.copyOf(used.data, 35)).containsExactly(fresh.data);
  }

  @Test
  void gainAndNameAreOnTheRecord() {
    assertThat(Init.orthogonal().gain(2).named("mine"))
        .hasToString("mine (rows or columns of length 2)");
  }
}
