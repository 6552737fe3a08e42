package initlab.nn.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import initlab.nn.Signal;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The loss of tokens beside that of classes, which is another program. */
class TokensTest {
  private static final Loss LOSS = Loss.tokens();
  private final DMatrixRMaj y =
      new DMatrixRMaj(new double[][] {{1, 2, 4}, {-1, 0.5, 0}, {3, 0, 0}, {0, 700, -800}});
  private final DMatrixRMaj due = new DMatrixRMaj(new double[][] {{2, 0}, {1, 2}});

  private static DMatrixRMaj oneHot(int... classes) {
    DMatrixRMaj t = new DMatrixRMaj(classes.length, 3);
    for (int i = 0; i < classes.length; i++) {
      t.set(i, classes[i], 1);
    }
    return t;
  }

  @Test
  void itIsTheCrossEntropyOfTheClassesThatAreDue() {
    DMatrixRMaj classes = oneHot(2, 0, 1, 2);
    Loss plain = Loss.crossEntropy();
    assertThat(LOSS.value(y, due)).isCloseTo(plain.value(y, classes), within(1e-12));
    assertThat(LOSS.accuracy(y, due)).isEqualTo(plain.accuracy(y, classes)).isEqualTo(0.25);
    DMatrixRMaj own = new DMatrixRMaj(0, 0);
    DMatrixRMaj other = new DMatrixRMaj(0, 0);
    LOSS.gradient(y, due, own);
    plain.gradient(y, classes, other);
    assertThat(own.data).usingComparatorWithPrecision(1e-15).containsExactly(other.data);
  }

  /** The mean is over those that count, and no gradient comes from the others. */
  @Test
  void minusOneIsNotCounted() {
    DMatrixRMaj some = new DMatrixRMaj(new double[][] {{2, -1}, {-1, -1}});
    assertThat(LOSS.value(y, some))
        .isCloseTo(Math.log(Math.exp(-3) + Math.exp(-2) + 1), within(1e-15));
    DMatrixRMaj gradient = new DMatrixRMaj(0, 0);
    LOSS.gradient(y, some, gradient);
    for (int i = 3; i < 12; i++) {
      assertThat(gradient.data[i]).isZero();
    }
    double share = Math.exp(-LOSS.value(y, some)); // of the word that is due, by softmax
    assertThat(gradient.data[2]).isCloseTo(share - 1, within(1e-15));
    assertThat(gradient.data[0] + gradient.data[1]).isCloseTo(1 - share, within(1e-15));
    assertThat(LOSS.accuracy(y, some)).isEqualTo(1);
    assertThat(Loss.tokens(3).counts(some)).containsExactly(0, 0, 1);
  }

  @Test
  void hugeLogitsAreSafe() {
    DMatrixRMaj huge = new DMatrixRMaj(new double[][] {{1e300, -1e300}});
    DMatrixRMaj gradient = new DMatrixRMaj(0, 0);
    DMatrixRMaj right = new DMatrixRMaj(1, 1);
    assertThat(LOSS.value(huge, right)).isZero();
    LOSS.gradient(huge, right, gradient);
    assertThat(gradient.data).containsExactly(0, 0);
    right.set(0, 0, 1);
    assertThat(LOSS.value(huge, right)).isEqualTo(2e300);
    LOSS.gradient(huge, right, gradient);
    assertThat(gradient.data).containsExactly(1, -1);
    huge.set(0, 0, Double.NaN);
    assertThat(LOSS.value(huge, right)).isNaN();
  }

  @Test
  void aSampleHasATargetForEachPlace() {
    assertThat(LOSS.targets(Signal.tokens(16, 50))).isEqualTo(16);
    assertThat(Loss.crossEntropy().targets(Signal.vector(10))).isEqualTo(10);
  }

  @Test
  void chanceIsTheLogarithmOfTheVocabulary() {
    assertThat(Loss.tokens(3).ofZero(due)).isEqualTo(Math.log(3));
    assertThat(Loss.tokens(3).largestClass(due)).isEqualTo(0.5);
    assertThat(Loss.tokens(3)).hasToString("cross-entropy of tokens");
    assertThatThrownBy(() -> LOSS.ofZero(due)).hasMessageContaining("Loss.tokens(50)");
  }

  @ParameterizedTest
  @ValueSource(doubles = {3, -2, 0.5, Double.NaN, Double.POSITIVE_INFINITY})
  void whatIsNoIdIsNamed(double bad) {
    due.set(1, 0, bad);
    assertThatThrownBy(() -> LOSS.value(y, due))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("the target of sample 1, place 0 (from 0) is ")
        .hasMessageContaining("a whole number from 0 to 2, or -1 where nothing is asked");
  }

  @Test
  void whatDoesNotFitIsNamed() {
    assertThatThrownBy(() -> LOSS.value(y, new DMatrixRMaj(4, 3)))
        .hasMessageContaining("the number of targets is 4 x 3; it must be 4 in all");
    DMatrixRMaj none = new DMatrixRMaj(new double[][] {{-1, -1}, {-1, -1}});
    assertThatThrownBy(() -> LOSS.value(y, none))
        .hasMessageContaining("the number of targets that count is 0; it must be at least 1");
    assertThatThrownBy(() -> LOSS.value(new DMatrixRMaj(4, 1), due))
        .hasMessageContaining("the vocabulary is 1; it must be at least 2");
    assertThatThrownBy(() -> Loss.tokens(4).value(y, due))
        .hasMessageContaining("the number of logits is 3; it must be 4");
    assertThatThrownBy(() -> LOSS.value(new DMatrixRMaj(0, 3), new DMatrixRMaj(0, 2)))
        .hasMessageContaining("the number of samples is 0");
  }

  @Test
  void whatIsNotThereIsNamed() {
    Loss tokens = Loss.tokens(3);
    assertThatThrownBy(() -> tokens.ofZero(null)).hasMessageStartingWith("the targets is null");
    assertThatThrownBy(() -> tokens.counts(null)).hasMessageStartingWith("the targets is null");
    assertThatThrownBy(() -> tokens.gradient(new DMatrixRMaj(1, 3), new DMatrixRMaj(1, 1), null))
        .hasMessageStartingWith("the gradient is null");
  }
}
