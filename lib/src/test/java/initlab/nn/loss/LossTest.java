package initlab.nn.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assertj.core.data.Offset;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LossTest {
  private static final List<Loss> ALL =
      List.of(Loss.squared(), Loss.crossEntropy(), Loss.logistic());

  private static DMatrixRMaj matrix(double[]... rows) {
    return new DMatrixRMaj(rows);
  }

  @Test
  void valuesAreTheFormulas() {
    DMatrixRMaj t = matrix(new double[] {0, 1}, new double[] {1, 0});
    DMatrixRMaj y = matrix(new double[] {1, 3}, new double[] {0, 0});
    assertThat(Loss.squared().value(y, t)).isEqualTo((1 + 4 + 1 + 0) / 2.0);
    double first = Math.log(1 + Math.exp(-2));
    Offset<Double> tight = Offset.offset(1e-15);
    assertThat(Loss.crossEntropy().value(y, t)).isCloseTo((first + Math.log(2)) / 2, tight);
    double logistic = Math.log1p(Math.exp(1)) + Math.log1p(Math.exp(-3)) + 2 * Math.log(2);
    assertThat(Loss.logistic().value(y, t)).isCloseTo(logistic / 2, Offset.offset(1e-14));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void gradientsAreDifferenceQuotients(int which) {
    Loss loss = ALL.get(which);
    DMatrixRMaj t = matrix(new double[] {0, 1, 0}, new double[] {1, 0, 0});
    DMatrixRMaj y = matrix(new double[] {0.3, -1.2, 2}, new double[] {-0.7, 0.1, 0.4});
    DMatrixRMaj gradient = new DMatrixRMaj(0, 0);
    loss.gradient(y, t, gradient);
    for (int i = 0; i < 6; i++) {
      double before = y.data[i];
      y.data[i] = before + 1e-6;
      double above = loss.value(y, t);
      y.data[i] = before - 1e-6;
      double below = loss.value(y, t);
      y.data[i] = before;
      assertThat(gradient.data[i]).isCloseTo((above - below) / 2e-6, Offset.offset(1e-8));
    }
  }

  @Test
  void hugeLogitsDoNotOverflow() {
    DMatrixRMaj t = matrix(new double[] {0, 1});
    DMatrixRMaj y = matrix(new double[] {2000, -2000});
    assertThat(Loss.crossEntropy().value(y, t)).isEqualTo(4000);
    assertThat(Loss.logistic().value(y, t)).isEqualTo(4000);
    DMatrixRMaj gradient = new DMatrixRMaj(0, 0);
    Loss.logistic().gradient(y, t, gradient);
    assertThat(gradient.data).containsExactly(1, -1);
    Loss.crossEntropy().gradient(y, t, gradient);
    assertThat(gradient.data).containsExactly(1, -1);
  }

  @Test
  void whatIsNotFiniteStaysSo() {
    DMatrixRMaj t = matrix(new double[] {0, 1});
    for (Loss loss : ALL) {
      assertThat(loss.value(matrix(new double[] {Double.NaN, 0}), t)).isNaN();
      assertThat(Double.isFinite(loss.value(matrix(new double[] {1 / 0.0, 0}), t))).isFalse();
    }
  }

  @Test
  void accuracyCountsClasses() {
    DMatrixRMaj t = matrix(new double[] {0, 1}, new double[] {1, 0});
    DMatrixRMaj y = matrix(new double[] {1, 3}, new double[] {-1, 0});
    assertThat(Loss.crossEntropy().accuracy(y, t)).isEqualTo(0.5);
    assertThat(Loss.logistic().accuracy(y, t)).isEqualTo(0.5);
    assertThat(Loss.squared().accuracy(y, t)).isNaN();
  }

  @Test
  void misfitsAreNamed() {
    assertThatThrownBy(() -> Loss.squared().value(new DMatrixRMaj(2, 1), new DMatrixRMaj(2, 2)))
        .hasMessageContaining("shape of the targets is 2 x 2; it must be 2 x 1");
    assertThatThrownBy(() -> Loss.squared().value(new DMatrixRMaj(0, 1), new DMatrixRMaj(0, 1)))
        .hasMessageContaining("number of samples is 0");
  }
}
