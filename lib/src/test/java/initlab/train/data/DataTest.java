package initlab.train.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import initlab.math.Moments;
import org.assertj.core.data.Offset;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.NormOps_DDRM;
import org.junit.jupiter.api.Test;

class DataTest {

  @Test
  void xorIsTheSignOfTheProduct() {
    Dataset data = Data.xor(200, 1);
    for (int i = 0; i < 200; i++) {
      boolean same = data.x().get(i, 0) > 0 == data.x().get(i, 1) > 0;
      assertThat(data.y().get(i, 0)).isEqualTo(same ? 1 : 0);
    }
    double ones = CommonOps_DDRM.elementSum(data.y()) / 200;
    assertThat(data.largestClass()).isCloseTo(Math.max(ones, 1 - ones), Offset.offset(1e-12));
    assertThat(Data.xor(200, 1).x().data).isEqualTo(data.x().data);
  }

  /** Without noise a point's angle tells its arm, once the turn at its radius is taken off. */
  @Test
  void spiralsHaveOneClassAnArm() {
    Dataset data = Data.spirals(3, 99, 0.8, 0, 1);
    for (int i = 0; i < 99; i++) {
      double a = data.x().get(i, 0);
      double b = data.x().get(i, 1);
      double turns = Math.atan2(b, a) / (2 * Math.PI) - 0.8 * Math.hypot(a, b) - i % 3 / 3.0;
      assertThat(Math.abs(turns - Math.rint(turns))).isLessThan(1e-9);
      assertThat(data.y().get(i, i % 3)).isEqualTo(1);
    }
    assertThat(CommonOps_DDRM.elementSum(data.y())).isEqualTo(99);
    assertThat(data.largestClass()).isEqualTo(1 / 3.0);
  }

  @Test
  void theTeacherKeepsNorms() {
    Dataset data = Data.linearTeacher(40, 8, 8, 1);
    assertThat(NormOps_DDRM.normF(data.y()))
        .isCloseTo(NormOps_DDRM.normF(data.x()), Offset.offset(1e-12));
  }

  @Test
  void standardizedColumnsHaveMeanZeroAndVarianceOne() {
    DMatrixRMaj x = new DMatrixRMaj(new double[][] {{1, 5, 7}, {3, 5, 1}});
    DMatrixRMaj z = Data.standardize(x);
    assertThat(z.data).containsExactly(-1, 0, 1, 1, 0, -1);
    assertThat(Moments.of(CommonOps_DDRM.extractColumn(z, 0, null)).variance()).isEqualTo(1);
    DMatrixRMaj test = new DMatrixRMaj(new double[][] {{2, 6, 4}});
    assertThat(Standardized.by(x).apply(test).data).containsExactly(0, 1, 0);
  }

  @Test
  void takeAndDropPartTheData() {
    Dataset data = Data.xor(10, 1);
    assertThat(data.take(7).samples()).isEqualTo(7);
    assertThat(data.drop(7).x().get(0, 1)).isEqualTo(data.x().get(7, 1));
    assertThatThrownBy(() -> data.take(11)).hasMessageContaining("at most 10");
  }

  @Test
  void badDataAreNamed() {
    DMatrixRMaj x = new DMatrixRMaj(2, 1);
    assertThatThrownBy(() -> Dataset.of(x, new DMatrixRMaj(3, 1))).hasMessageContaining("targets");
    assertThatThrownBy(() -> Dataset.of(new DMatrixRMaj(0, 1), x)).hasMessageContaining("samples");
    DMatrixRMaj nan = new DMatrixRMaj(2, 1, true, 1, Double.NaN);
    assertThatThrownBy(() -> Dataset.of(nan, x))
        .hasMessageContaining("x, row 1, column 0 (from 0), is NaN");
    assertThatThrownBy(() -> Data.standardize(nan))
        .hasMessageContaining("x, row 1, column 0 (from 0), is NaN");
    assertThatThrownBy(() -> Dataset.labelled("two", x, new int[] {0, 2}, 2))
        .hasMessageContaining("label 1 is 2; it must be 0 to 1");
    assertThatThrownBy(() -> Data.spirals(1, 10, 1, 0, 1)).hasMessageContaining("arms is 1");
  }
}
