package initlab.lesson.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import initlab.init.Init;
import initlab.init.Initializer;
import initlab.init.WeightShape;
import initlab.math.MatrixProduct;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.NormOps_DDRM;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A uniform orthogonal matrix passes; each known mistake gets its name. */
class OrthogonalMistakesTest {

  private static Tried trialOf(Initializer mine) {
    return Tried.of("Q", Mistakes.orthogonal(mine), "It is.");
  }

  @Test
  void theLibrarysOwnPasses() {
    assertThat(trialOf(Init.orthogonal()).text()).isEqualTo("\u2713 Q: It is.");
  }

  static Stream<Arguments> wrong() {
    Initializer noFix =
        (shape, rng) -> {
          boolean tall = shape.rows() > shape.cols();
          var across = tall ? WeightShape.dense(shape.cols(), shape.rows()) : shape;
          DMatrixRMaj w = Init.normal(1).draw(across, rng);
          MatrixProduct.plain().orthonormalizeRows(w);
          return tall ? CommonOps_DDRM.transpose(w, null) : w;
        };
    Initializer square =
        (shape, rng) -> Init.orthogonal().draw(WeightShape.dense(shape.rows(), shape.rows()), rng);
    Initializer lengths =
        (shape, rng) -> {
          DMatrixRMaj w = Init.normal(1).draw(WeightShape.dense(1, shape.size()), rng);
          NormOps_DDRM.normalizeF(w);
          w.reshape(shape.rows(), shape.cols());
          return w;
        };
    return Stream.of(
        wrong(noFix, "no sign fix after QR"),
        wrong(square, "the matrix is 7 x 7 (asked for 7 x 4"),
        wrong(Init.orthogonal(2), "their squared length is 4"),
        wrong(lengths, "not orthonormal: was the matrix factored"),
        wrong(Init.identity(), "has mean 1"),
        wrong(Init.ones(), "not orthonormal"));
  }

  private static Arguments wrong(Initializer mine, String diagnosis) {
    return Arguments.of(mine, diagnosis);
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void aMistakeGetsItsName(Initializer mine, String diagnosis) {
    assertThat(trialOf(mine).text()).startsWith("\u2717 Q: ").contains(diagnosis);
  }

  /** The right answer with something done to each matrix. */
  private static Initializer changed(BiConsumer<DMatrixRMaj, UniformRandomProvider> change) {
    return (shape, rng) -> {
      DMatrixRMaj w = Init.orthogonal().draw(shape, rng);
      change.accept(w, rng);
      return w;
    };
  }

  @Test
  void whatIsJustNotOrthogonalIsRefused() {
    assertThat(trialOf(changed((w, rng) -> w.add(0, 0, 1e-10))).passed()).isTrue();
    assertThat(trialOf(changed((w, rng) -> w.add(1, 0, 1e-7))).passed()).isFalse();
    assertThat(trialOf(changed((w, rng) -> CommonOps_DDRM.scale(1 + 1e-7, w))).text())
        .contains("are orthogonal, but their squared length is 1");
    assertThat(trialOf(changed(OrthogonalMistakesTest::noise)).text())
        .contains("are not orthonormal");
    assertThat(trialOf(changed((w, rng) -> w.set(0, 0, Double.NaN))).passed()).isFalse();
  }

  private static void noise(DMatrixRMaj w, UniformRandomProvider rng) {
    for (int i = 0; i < w.getNumElements(); i++) {
      w.data[i] += 1e-3 * (rng.nextDouble() - 0.5);
    }
  }

  /** Rows of length 1 that are not at right angles, in a wide matrix and in columns of a tall. */
  @Test
  void lengthsWithoutRightAnglesAreToldApart() {
    assertThat(trialOf(changed((w, rng) -> copyRow(w, w.numRows <= w.numCols))).text())
        .contains("the rows have length 1, but are not orthogonal to each other (asked for 6 x 6");
    assertThat(trialOf(changed((w, rng) -> copyColumn(w, w.numRows > w.numCols))).text())
        .contains(
            "the columns have length 1, but are not orthogonal to each other (asked for 7 x 4");
    assertThat(trialOf(changed((w, rng) -> copyRow(w, w.numRows < w.numCols))).text())
        .contains("the rows have length 1, but are not orthogonal to each other (asked for 4 x 7");
  }

  private static void copyRow(DMatrixRMaj w, boolean due) {
    for (int j = 0; due && j < w.numCols; j++) {
      w.set(1, j, w.get(0, j));
    }
  }

  private static void copyColumn(DMatrixRMaj w, boolean due) {
    for (int i = 0; due && i < w.numRows; i++) {
      w.set(i, 1, w.get(i, 0));
    }
  }

  /** With the fix in half of the draws entry (1, 1) has mean 0.17: eight standard deviations. */
  @Test
  void halfOfTheSignsFixedIsNotEnough() {
    Initializer half =
        (shape, rng) -> {
          DMatrixRMaj w = Init.orthogonal().draw(shape, rng);
          if (rng.nextBoolean() && w.get(0, 0) > 0) {
            CommonOps_DDRM.changeSign(w);
          }
          return w;
        };
    assertThat(trialOf(half).text())
        .contains("no sign fix after QR: over 400 draws entry (1, 1) has mean -0.");
  }

  /** The last entry is looked at like the first. */
  @Test
  void everyEntryIsLookedAt() {
    Initializer last =
        (shape, rng) -> {
          DMatrixRMaj w = Init.orthogonal().draw(shape, rng);
          int end = w.getNumElements() - 1;
          for (int i = 0; w.data[end] < 0 && i < w.numRows; i++) {
            w.set(i, w.numCols - 1, -w.get(i, w.numCols - 1));
          }
          return w;
        };
    assertThat(trialOf(last).text()).contains("entry (6, 6) has mean 0.3");
  }

  /** Each of 36 means is within six of its standard deviations in all but 2e-9 of all draws. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 8, 13})
  void aRightRuleIsNeverRefusedWhereverItsStreamBegins(int skipped) {
    Initializer later =
        (shape, rng) -> {
          for (int k = 0; k < skipped; k++) {
            rng.nextLong();
          }
          return Init.orthogonal().draw(shape, rng);
        };
    assertThat(trialOf(later).text()).isEqualTo("\u2713 Q: It is.");
  }
}
