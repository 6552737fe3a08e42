package initlab.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import initlab.init.Init;
import initlab.init.Initializer;
import initlab.init.WeightShape;
import initlab.math.MatrixProduct;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.NormOps_DDRM;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A uniform orthogonal matrix passes; each known mistake gets its name. */
class OrthogonalMistakesTest {

  private static Check checkOf(Initializer mine) {
    return Check.that("Q").without(Mistakes.orthogonal(mine)).pass("It is.");
  }

  @Test
  void theLibrarysOwnPasses() {
    assertThat(checkOf(Init.orthogonal()).text()).isEqualTo("\u2713 Q: It is.");
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
    assertThat(checkOf(mine).text()).startsWith("\u2717 Q: ").contains(diagnosis);
  }
}
