package initlab.train.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import initlab.init.Init;
import initlab.init.WeightShape;
import initlab.math.Moments;
import initlab.math.RandomStreams;
import initlab.nn.loss.Loss;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.MatrixFeatures_DDRM;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DataTest {

  /**
   * Of 20,000: sd of the mean 0.0071, of the variance 0.01, of the third moment 0.027; six each.
   */
  @Test
  void normalDataHaveTheMomentsOfN01() {
    DMatrixRMaj x = Data.normal(4000, 5, 1);
    assertThat(x.numRows).isEqualTo(4000);
    assertThat(x.numCols).isEqualTo(5);
    Moments all = Moments.of(x);
    assertThat(all.mean()).isCloseTo(0, within(0.043));
    assertThat(all.variance()).isCloseTo(1, within(0.06));
    double third = 0;
    for (double v : x.data) {
      third += v * v * v;
    }
    assertThat(third / 20000).isCloseTo(0, within(0.17));
  }

  @Test
  void equalSeedsGiveEqualDataAndOthersOthers() {
    assertThat(Data.normal(3, 2, 5).data).isEqualTo(Data.normal(3, 2, 5).data);
    assertThat(Data.normal(3, 2, 5).data).isNotEqualTo(Data.normal(3, 2, 6).data);
    assertThat(Data.xor(9, 5).x().data).isEqualTo(Data.xor(9, 5).x().data);
    assertThat(Data.xor(9, 5).x().data).isNotEqualTo(Data.xor(9, 6).x().data);
    assertThat(Data.spirals(2, 9, 1, 0, 5).x().data)
        .isEqualTo(Data.spirals(2, 9, 1, 0, 5).x().data)
        .isNotEqualTo(Data.spirals(2, 9, 1, 0, 6).x().data);
    assertThat(Data.linearTeacher(4, 3, 2, 5).y().data)
        .isEqualTo(Data.linearTeacher(4, 3, 2, 5).y().data)
        .isNotEqualTo(Data.linearTeacher(4, 3, 2, 6).y().data);
  }

  @Test
  void xorIsTheSignOfTheProduct() {
    Dataset data = Data.xor(200, 1);
    assertThat(data.samples()).isEqualTo(200);
    for (int i = 0; i < 200; i++) {
      boolean same = data.x().get(i, 0) > 0 == data.x().get(i, 1) > 0;
      assertThat(data.y().get(i, 0)).isEqualTo(same ? 1 : 0);
    }
    assertThat(data.loss()).isSameAs(Loss.logistic());
    double ones = CommonOps_DDRM.elementSum(data.y()) / 200;
    assertThat(data.largestClass()).isCloseTo(Math.max(ones, 1 - ones), within(1e-12));
    // 100 of 200 are due, sd 7.1: six of them
    assertThat(ones).isBetween(0.29, 0.71);
  }

  /** Without noise a point's angle tells its arm, once the turn at its radius is taken off. */
  @ParameterizedTest
  @CsvSource({"3, 0.8", "2, 1", "5, 2.25"})
  void spiralsHaveOneClassAnArm(int arms, double turns) {
    Dataset data = Data.spirals(arms, 20 * arms, turns, 0, 1);
    assertThat(data.samples()).isEqualTo(20 * arms);
    for (int i = 0; i < data.samples(); i++) {
      double a = data.x().get(i, 0);
      double b = data.x().get(i, 1);
      int arm = i % arms;
      double around = Math.atan2(b, a) / (2 * Math.PI) - turns * Math.hypot(a, b);
      double left = around - arm / (double) arms;
      assertThat(Math.abs(left - Math.rint(left))).isLessThan(1e-9);
      assertThat(data.y().get(i, arm)).isEqualTo(1);
    }
    assertThat(CommonOps_DDRM.elementSum(data.y())).isEqualTo(20 * arms);
    assertThat(data.largestClass()).isCloseTo(1.0 / arms, within(1e-15));
    assertThat(data.loss()).isSameAs(Loss.crossEntropy());
  }

  /** Points are spread evenly over the disc: r^2 is uniform, mean 1/2, sd 0.0046 over 4000. */
  @Test
  void spiralsFillTheDiscEvenly() {
    Dataset data = Data.spirals(2, 4000, 1, 0, 1);
    double sum = 0;
    for (double v : data.x().data) {
      assertThat(Math.abs(v)).isLessThanOrEqualTo(1);
      sum += v * v;
    }
    assertThat(sum / 4000).isCloseTo(0.5, within(0.028));
  }

  /** Of 2000 numbers a direction: sd of their std 1.6 %, of their mean 0.022 noise; six of each. */
  @Test
  void noiseMovesEveryPointInBothDirections() {
    DMatrixRMaj still = Data.spirals(2, 2000, 1, 0, 4).x();
    DMatrixRMaj noisy = Data.spirals(2, 2000, 1, 0.05, 4).x();
    CommonOps_DDRM.subtractEquals(noisy, still);
    for (int direction = 0; direction < 2; direction++) {
      Moments moved = Moments.of(CommonOps_DDRM.extractColumn(noisy, direction, null));
      assertThat(moved.std()).isCloseTo(0.05, within(0.005));
      assertThat(moved.mean()).isCloseTo(0, within(0.0067));
    }
    double together = 0;
    for (int i = 0; i < 2000; i++) {
      together += noisy.get(i, 0) * noisy.get(i, 1) / (0.05 * 0.05);
    }
    assertThat(together / 2000).isCloseTo(0, within(0.135));
  }

  /** W* is found again from inputs and targets; it is orthogonal, and depends on the seed. */
  @ParameterizedTest
  @CsvSource({"8, 8", "3, 6", "6, 3"})
  void theTeacherIsOrthogonalOrAPartOfIt(int in, int out) {
    DMatrixRMaj teacher = teacher(in, out, 1);
    DMatrixRMaj gram = new DMatrixRMaj(0, 0);
    if (in <= out) {
      CommonOps_DDRM.multTransB(teacher, teacher, gram);
    } else {
      CommonOps_DDRM.multTransA(teacher, teacher, gram);
    }
    assertThat(MatrixFeatures_DDRM.isIdentity(gram, 1e-10)).isTrue();
    assertThat(MatrixFeatures_DDRM.isIdentical(teacher, teacher(in, out, 2), 1e-3)).isFalse();
  }

  private static DMatrixRMaj teacher(int in, int out, long seed) {
    Dataset data = Data.linearTeacher(40, in, out, seed);
    assertThat(data.x().data).isEqualTo(Data.normal(40, in, seed).data);
    assertThat(data.loss()).isSameAs(Loss.squared());
    DMatrixRMaj found = new DMatrixRMaj(in, out);
    assertThat(CommonOps_DDRM.solve(data.x(), data.y(), found)).isTrue();
    DMatrixRMaj again = CommonOps_DDRM.mult(data.x(), found, null);
    assertThat(MatrixFeatures_DDRM.isIdentical(again, data.y(), 1e-10)).isTrue();
    // from a stream of its own: inputs and teacher share no numbers
    var stream = RandomStreams.of(seed, "teacher", 0);
    DMatrixRMaj due = Init.orthogonal().draw(WeightShape.dense(in, out), stream);
    assertThat(MatrixFeatures_DDRM.isIdentical(found, due, 1e-10)).isTrue();
    return found;
  }

  @Test
  void badRequestsAreNamed() {
    assertThatThrownBy(() -> Data.normal(0, 1, 1)).hasMessageContaining("samples is 0");
    assertThatThrownBy(() -> Data.normal(1, 0, 1)).hasMessageContaining("features is 0");
    assertThatThrownBy(() -> Data.xor(0, 1)).hasMessageContaining("samples is 0");
    assertThatThrownBy(() -> Data.spirals(1, 10, 1, 0, 1)).hasMessageContaining("arms is 1");
    assertThatThrownBy(() -> Data.spirals(2, 0, 1, 0, 1)).hasMessageContaining("samples is 0");
    assertThatThrownBy(() -> Data.spirals(2, 9, 0, 0, 1)).hasMessageContaining("turns is 0");
    assertThatThrownBy(() -> Data.spirals(2, 9, 1, -1, 1)).hasMessageContaining("noise is -1");
    assertThat(Data.spirals(2, 1, 1, 0, 1).samples()).isEqualTo(1);
  }
}
