package initlab.init;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import initlab.math.RandomStreams;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Orthogonal weights without the sign fix: as orthonormal, but with a trace far from 0. */
class SignFixTest {
  private static final Initializer RAW = Init.orthogonal(2).withoutSignFix();

  @ParameterizedTest
  @CsvSource({"6, 6", "7, 4", "4, 7", "1, 1"})
  void everyLengthIsKeptAllTheSame(int rows, int cols) {
    for (int seed = 1; seed <= 50; seed++) {
      DMatrixRMaj w = RAW.draw(WeightShape.dense(rows, cols), RandomStreams.layer(seed, 0));
      assertThat(HaarLaws.defect(w, 2)).isLessThan(1e-12);
      assertThat(w.get(0, 0)).isNegative();
    }
  }

  /** It is the same draw: each row is that of the fixed matrix, or its negative. */
  @Test
  void onlySignsOfRowsDiffer() {
    WeightShape shape = WeightShape.dense(5, 5);
    DMatrixRMaj fixed = Init.orthogonal(2).draw(shape, RandomStreams.layer(1, 0));
    DMatrixRMaj raw = RAW.draw(shape, RandomStreams.layer(1, 0));
    for (int i = 0; i < 5; i++) {
      double sign = Math.signum(fixed.get(i, 0) * raw.get(i, 0));
      for (int j = 0; j < 5; j++) {
        assertThat(raw.get(i, j)).isEqualTo(sign * fixed.get(i, j));
      }
    }
  }

  /**
   * The mean trace is that of Householder QR by another library, EJML: over 400 draws of 12 x 12
   * the two means differ by at most 6 standard errors of about 0.07, a false alarm in 10^9 runs.
   * With the sign fix the mean would be 0, more than 20 of them away.
   */
  @Test
  void theTraceIsThatOfHouseholderQr() {
    double ours = 0;
    double theirs = 0;
    for (int seed = 1; seed <= 400; seed++) {
      WeightShape shape = WeightShape.dense(12, 12);
      ours += CommonOps_DDRM.trace(RAW.draw(shape, RandomStreams.fixed(seed, "raw", 0))) / 800;
      DMatrixRMaj a = Init.normal(1).draw(shape, RandomStreams.fixed(seed, "raw", 1));
      var qr = DecompositionFactory_DDRM.qr(12, 12);
      assertThat(qr.decompose(a)).isTrue();
      theirs += CommonOps_DDRM.trace(qr.getQ(null, false)) / 400;
    }
    assertThat(ours).isCloseTo(theirs, within(0.4)).isLessThan(-1.5);
  }

  @Test
  void itSaysSo() {
    assertThat(RAW.name()).isEqualTo("orthogonal, gain 2, no sign fix");
    assertThat(RAW).hasToString(RAW.name());
    assertThat(RAW.std(WeightShape.dense(4, 16))).hasValue(0.5);
  }
}
