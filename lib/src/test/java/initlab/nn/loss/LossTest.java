package initlab.nn.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Losses beside numbers of another hand, with targets between 0 and 1 and two unequal rows. */
class LossTest {
  static final List<Loss> ALL = List.of(Loss.squared(), Loss.crossEntropy(), Loss.logistic());

  private static final double INFINITY = Double.POSITIVE_INFINITY;

  private final DMatrixRMaj y = matrix(new double[] {1, 2, 4}, new double[] {-1, 0.5, 0});
  private final DMatrixRMaj t = matrix(new double[] {0.2, 0.3, 0.5}, new double[] {0, 1, 0});

  private static DMatrixRMaj matrix(double[]... rows) {
    return new DMatrixRMaj(rows);
  }

  private static DMatrixRMaj row(double... numbers) {
    return matrix(numbers);
  }

  /** Worked out by the formulas with 40 digits. */
  static Stream<Arguments> byAnotherHand() {
    return Stream.of(
        arguments(
            Loss.squared(), 8.515, new double[] {0.8, 1.7, 3.5, -1, -0.5, 0}, "squared error"),
        arguments(
            Loss.crossEntropy(),
            0.98698831244650697,
            new double[] {
              -0.078994966932966974,
              -0.092902400307702761,
              0.17189736724066974,
              0.060975826154864429,
              -0.22672530636691018,
              0.16574948021204575
            },
            "softmax cross-entropy"),
        arguments(
            Loss.logistic(),
            3.0694127393686399,
            new double[] {
              0.26552928931500244,
              0.29039853898894122,
              0.24100689501895422,
              0.13447071068499756,
              -0.18877033439907273,
              0.25
            },
            "logistic loss"));
  }

  @ParameterizedTest
  @MethodSource("byAnotherHand")
  void valuesAndGradientsAreThoseOfAnotherHand(
      Loss loss, double value, double[] gradient, String name) {
    DMatrixRMaj found = new DMatrixRMaj(7, 1);
    loss.gradient(y, t, found);
    assertThat(loss.value(y, t)).isCloseTo(value, within(1e-14));
    assertThat(found.numRows).isEqualTo(2);
    assertThat(found.numCols).isEqualTo(3);
    assertThat(java.util.Arrays.copyOf(found.data, 6)).containsExactly(gradient, within(1e-14));
    assertThat(loss).hasToString(name);
    assertThat(y.data).containsExactly(1, 2, 4, -1, 0.5, 0);
    assertThat(t.data).containsExactly(0.2, 0.3, 0.5, 0, 1, 0);
  }

  @ParameterizedTest
  @FieldSource("ALL")
  void gradientsAreDifferenceQuotients(Loss loss) {
    DMatrixRMaj gradient = new DMatrixRMaj(0, 0);
    loss.gradient(y, t, gradient);
    for (int i = 0; i < 6; i++) {
      double before = y.data[i];
      y.data[i] = before + 1e-6;
      double above = loss.value(y, t);
      y.data[i] = before - 1e-6;
      double below = loss.value(y, t);
      y.data[i] = before;
      assertThat(gradient.data[i]).isCloseTo((above - below) / 2e-6, within(1e-8));
    }
  }

  @Test
  void hugeLogitsDoNotOverflow() {
    DMatrixRMaj second = row(0, 1);
    DMatrixRMaj wrong = row(2000, -2000);
    DMatrixRMaj gradient = new DMatrixRMaj(0, 0);
    for (Loss loss : List.of(Loss.crossEntropy(), Loss.logistic())) {
      assertThat(loss.value(wrong, second)).isEqualTo(4000);
      loss.gradient(wrong, second, gradient);
      assertThat(gradient.data).containsExactly(1, -1);
    }
  }

  /** exp(-2000) is 0, so it is the largest logit that all are compared with, and not 0. */
  @Test
  void logitsFarBelowZeroAreAsGoodAsAnyOthers() {
    DMatrixRMaj first = row(1, 0);
    DMatrixRMaj low = row(-2000, -2000);
    DMatrixRMaj gradient = new DMatrixRMaj(0, 0);
    assertThat(Loss.crossEntropy().value(low, first)).isCloseTo(Math.log(2), within(1e-12));
    Loss.crossEntropy().gradient(low, first, gradient);
    assertThat(gradient.data).containsExactly(new double[] {-0.5, 0.5}, within(1e-12));
    assertThat(Loss.crossEntropy().value(row(0, -INFINITY), first)).isZero();
    assertThat(Loss.crossEntropy().value(row(2000, -2000), first)).isZero();
    assertThat(Loss.crossEntropy().value(row(-2000, 2000), row(0, 1))).isZero();
  }

  @ParameterizedTest
  @FieldSource("ALL")
  void whatIsNotFiniteStaysSo(Loss loss) {
    DMatrixRMaj second = row(0, 1);
    assertThat(loss.value(row(Double.NaN, 0), second)).isNaN();
    assertThat(Double.isFinite(loss.value(row(INFINITY, 0), second))).isFalse();
  }

  @Test
  void accuracyCountsRowsWhoseClassIsTheLargestOutput() {
    DMatrixRMaj three =
        matrix(new double[] {0, 0, 1}, new double[] {1, 0, 0}, new double[] {0, 1, 0});
    DMatrixRMaj seen =
        matrix(new double[] {1, 2, 3}, new double[] {-1, 2, 0}, new double[] {-5, -2, -3});
    assertThat(Loss.crossEntropy().accuracy(seen, three)).isEqualTo(2 / 3.0);
    assertThat(Loss.squared().accuracy(seen, three)).isNaN();
  }

  /** Of equal outputs the first class is named, and of equal targets it is due. */
  @Test
  void ofTiesTheFirstClassCounts() {
    Loss loss = Loss.crossEntropy();
    assertThat(loss.accuracy(row(7, 7, 0), row(1, 0, 0))).isEqualTo(1);
    assertThat(loss.accuracy(row(7, 7, 0), row(0, 1, 0))).isZero();
    assertThat(loss.accuracy(row(0, 7, 7), row(0, 1, 0))).isEqualTo(1);
    assertThat(loss.accuracy(row(0, 7, 0), row(0.5, 0.5, 0))).isZero();
  }

  /** Yes is an output above 0, which is a probability above 1/2; and a target above 1/2. */
  @Test
  void theLogisticThresholdIsZeroForOutputsAndAHalfForTargets() {
    Loss loss = Loss.logistic();
    assertThat(loss.accuracy(row(0.1, 0.4, 3, -0.1), row(1, 0.6, 1, 0.4))).isEqualTo(1);
    assertThat(loss.accuracy(row(0, 0.1), row(0, 0.5))).isEqualTo(0.5);
    assertThat(loss.accuracy(row(0, 0), row(1, 0))).isEqualTo(0.5);
    assertThat(
            loss.accuracy(
                matrix(new double[] {1}, new double[] {-1}),
                matrix(new double[] {1}, new double[] {1})))
        .isEqualTo(0.5);
  }
}
