package initlab.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import initlab.base.Numbers;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MatricesTest {
  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void theEntryIsNamedByRowAndColumn(double bad) {
    DMatrixRMaj x = new DMatrixRMaj(3, 4);
    x.set(2, 1, bad);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Matrices.finite(x, "the input"))
        .withMessage(
            "the input, row 2, column 1 (from 0), is "
                + Numbers.exact(bad)
                + "; it must be finite. Drop or mend its row first.");
  }

  @Test
  void aFiniteMatrixComesBackAndNullDoesNot() {
    DMatrixRMaj x = new DMatrixRMaj(2, 2, true, 1, -2, Double.MAX_VALUE, Double.MIN_VALUE);
    assertThat(Matrices.finite(x, "x")).isSameAs(x);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Matrices.finite(null, "x"))
        .withMessageStartingWith("x is null");
  }
}
