package initlab.nn.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a loss refuses to be compared with, in each of its three methods. */
class TargetsTest {
  private static final Loss CLASSES = Loss.crossEntropy();

  static Stream<Arguments> refused() {
    double nan = Double.NaN;
    return Stream.of(
        arguments(CLASSES, column(0, 1), "the number of classes is 1; it must be at least 2."),
        arguments(CLASSES, column(0, 1), "use Loss.logistic()"),
        arguments(CLASSES, two(1, 0, 0, 0), "targets in row 1 (from 0) is 0; it must be 1."),
        arguments(CLASSES, two(1, 0, 1, 1), "targets in row 1 (from 0) is 2; it must be 1."),
        arguments(CLASSES, two(1, 0, 0.5, 0.4999), "targets in row 1 (from 0) is 0.9999;"),
        arguments(CLASSES, two(1, 0, 0.5, 0.5001), "targets in row 1 (from 0) is 1.0001;"),
        arguments(CLASSES, two(2, -1, 1, 0), "the target in row 0, column 0 (from 0) is 2;"),
        arguments(CLASSES, two(1, 0, -1e-9, 1), "row 1, column 0 (from 0) is -1e-9; it must be 0"),
        arguments(CLASSES, two(1, 0, nan, 1), "the target in row 1, column 0 (from 0) is NaN;"),
        arguments(
            Loss.logistic(), column(0, 1.5), "row 1, column 0 (from 0) is 1.5; it must be 0 to"),
        arguments(
            Loss.logistic(), column(-1, 1), "row 0, column 0 (from 0) is -1; it must be 0 to 1"),
        arguments(Loss.logistic(), two(0, 1, 1, nan), "row 1, column 1 (from 0) is NaN;"),
        arguments(Loss.squared(), two(0, 5, nan, 9), "row 1, column 0 (from 0) is NaN;"),
        arguments(Loss.squared(), column(0, 1 / 0.0), "is \u221E; it must be a finite number."),
        arguments(Loss.squared(), column(0, -1 / 0.0), "is -\u221E; it must be a finite number."));
  }

  private static DMatrixRMaj two(double... numbers) {
    return new DMatrixRMaj(2, 2, true, numbers);
  }

  private static DMatrixRMaj column(double... numbers) {
    return new DMatrixRMaj(numbers.length, 1, true, numbers);
  }

  @ParameterizedTest
  @MethodSource("refused")
  void targetsThatTheLossIsNotForAreNamed(Loss loss, DMatrixRMaj target, String words) {
    DMatrixRMaj output = new DMatrixRMaj(target.numRows, target.numCols);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> loss.value(output, target))
        .withMessageContaining(words);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> loss.gradient(output, target, new DMatrixRMaj(0, 0)))
        .withMessageContaining(words);
    if (loss != Loss.squared()) { // which knows no classes
      assertThatIllegalArgumentException()
          .isThrownBy(() -> loss.accuracy(output, target))
          .withMessageContaining(words);
    }
  }

  @ParameterizedTest
  @FieldSource("initlab.nn.loss.LossTest#ALL")
  void shapesThatDifferAreNamed(Loss loss) {
    for (int[] other : new int[][] {{2, 2}, {3, 3}, {3, 2}}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> loss.value(new DMatrixRMaj(2, 3), new DMatrixRMaj(other[0], other[1])))
          .withMessageStartingWith("the shape of the targets is " + other[0] + " x " + other[1])
          .withMessageContaining("it must be 2 x 3. Give one target for every output");
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> loss.value(new DMatrixRMaj(0, 2), new DMatrixRMaj(0, 2)))
        .withMessageStartingWith("the number of samples is 0");
  }

  /** Numbers that were floats before, soft labels, and numbers of any size are all in order. */
  @Test
  void targetsThatAreNearlyProbabilitiesPass() {
    DMatrixRMaj floats = two((float) 0.1, (float) 0.9, 1, 0);
    assertThat(CLASSES.value(two(0, 0, 0, 0), floats)).isPositive();
    assertThat(Loss.logistic().value(column(0, 0), column(0, 1))).isPositive();
    assertThat(Loss.squared().value(column(0, 0), column(-1e300, 1e9))).isPositive();
    DMatrixRMaj thirds = new DMatrixRMaj(1, 3, true, 1 / 3.0, 1 / 3.0, 1 / 3.0);
    assertThat(CLASSES.value(new DMatrixRMaj(1, 3), thirds)).isPositive();
  }
}
