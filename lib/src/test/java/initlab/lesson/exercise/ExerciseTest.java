package initlab.lesson.exercise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import initlab.init.Init;
import java.util.concurrent.CountDownLatch;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

/** Whatever an answer is, it gets a sentence; the engine behind it is TrialTest's. */
class ExerciseTest {
  private static final Exercise<Double> NUMBER =
      Exercise.number("99-x", "X").untouched(x -> x == 0).expect("one", x -> x == 1, "no", 1);

  private static String said(Exercise<?> exercise, Object answer) {
    return new Tried(exercise.check(answer)).text();
  }

  @Test
  void theDefaultIsATaskAndNoReproach() {
    assertThat(said(NUMBER, 0))
        .isEqualTo(
            "\u2026 Exercise 99-x: edit the line with // TODO above, run it, then this cell.");
  }

  @Test
  void everyNumberCountsAsANumber() {
    assertThat(said(NUMBER, 1)).isEqualTo("\u2713 X: right.");
    assertThat(said(NUMBER, 1L)).startsWith("\u2713");
    assertThat(said(NUMBER, 1f)).startsWith("\u2713");
    assertThat(said(NUMBER, 2.0)).isEqualTo("\u2717 X (one): no. Open hint 1.");
  }

  @Test
  void whatIsNoNumberIsSaidToBeNone() {
    assertThat(said(NUMBER, null))
        .isEqualTo("\u2717 X: the answer is null, nothing at all, and a number is due.");
    assertThat(said(NUMBER, "1"))
        .isEqualTo("\u2717 X: the answer is the text \"1\", and a number is due.");
    assertThat(said(NUMBER, "1".repeat(1000))).hasSizeLessThan(120);
    assertThat(said(NUMBER, true))
        .isEqualTo("\u2717 X: the answer is of type Boolean, and a number is due.");
    assertThat(said(NUMBER, (Curve) x -> x)).contains("of type ", " and a number is due.");
    assertThat(said(NUMBER, Double.NaN)).contains("NaN, not a number");
    assertThat(said(NUMBER, 1 / 0.0)).contains("overflow", "a division by 0");
    assertThat(said(NUMBER, -1 / 0.0)).contains("minus overflow");
  }

  @Test
  void aCountIsWholeAndPositive() {
    var count = Exercise.count("99-n", "N").expect("three", n -> n == 3, "no", 0);
    assertThat(said(count, 3)).startsWith("\u2713");
    assertThat(said(count, 3.0)).startsWith("\u2713");
    for (Object wrong : new Object[] {0, -1, 3.5, Double.NaN, 1e30, "3"}) {
      assertThat(said(count, wrong)).contains("a whole number of at least 1 is due");
    }
  }

  @Test
  void anArrayHasItsLengthAndItsNumbers() {
    var pair = Exercise.numbers("99-p", "P", 2).expect("sum", x -> x[0] + x[1] == 3, "no", 0);
    assertThat(said(pair, new double[] {1, 2})).startsWith("\u2713");
    assertThat(said(pair, new int[] {1, 2})).startsWith("\u2713");
    assertThat(said(pair, new double[] {3}))
        .isEqualTo("\u2717 P: the array has 1 numbers, and 2 are due.");
    assertThat(said(pair, new double[] {3, Double.NaN})).contains("NaN, not a number");
    assertThat(said(pair, 3)).contains("the number 3, and an array of 2 numbers is due.");
  }

  @Test
  void whatIsTypedIsReadFirst() {
    assertThat(NUMBER.checkTyped("sqrt(4) / 2").isRight()).isTrue();
    assertThat(NUMBER.checkTyped(" 0 ").kind()).isEqualTo(Verdict.Kind.OPEN);
    assertThat(NUMBER.checkTyped("1/0").sentence()).contains("a division by 0");
    assertThat(NUMBER.checkTyped("1 +").sentence())
        .isEqualTo("X: In \"1 +\" a number, a variable or a function is missing at the end.");
    var pair = Exercise.numbers("99-p", "P", 2).expect("sum", x -> x[0] + x[1] == 3, "no", 0);
    assertThat(pair.checkTyped("1, 2").isRight()).isTrue();
    assertThat(pair.checkTyped("1 2").sentence()).contains("a sign is missing before 2");
    assertThat(pair.checkTyped("1,").sentence()).contains("missing at the end");
    var rule = Exercise.rule("99-r", "R").untouched(mine -> mine.equals(Init.heNormal()));
    assertThat(rule.checkTyped("He").kind()).isEqualTo(Verdict.Kind.OPEN);
    assertThat(rule.checkTyped("sqrt(1/fanIn)").isRight()).isTrue();
    assertThat(Exercise.text("99-t", "T").checkTyped("a word").isRight()).isTrue();
  }

  @Test
  void whatNobodyTypesIsRefused() {
    Exercise<?> matrix = Exercise.matrix("99-m", "M");
    assertThat(matrix.canBeTyped()).isFalse();
    assertThatThrownBy(() -> matrix.checkTyped("1")).hasMessageContaining("a matrix");
    assertThat(Exercises.typed()).contains("00-level", "04-leaky").doesNotContain("06-input");
  }

  @Test
  void otherKindsAreToldByTheirType() {
    var text = Exercise.text("99-t", "T").expect("word", "yes"::equals, "no", 0);
    assertThat(said(text, "yes")).startsWith("\u2713");
    assertThat(said(text, 5)).contains("the number 5, and a text in quotes is due");
    var curve = Exercise.curve("99-c", "C").expect("at 2", f -> f.at(2) == 4, "no", 0);
    assertThat(said(curve, (Curve) x -> x * x)).startsWith("\u2713");
    assertThat(said(curve, new DMatrixRMaj(2, 3))).contains("a 2 x 3 matrix, and a Curve is due");
  }

  @Test
  void anAnswerThatNeverEndsIsLeftBehind() {
    var never = new CountDownLatch(1);
    Curve endless =
        x -> {
          try {
            never.await();
          } catch (InterruptedException interrupted) {
            return 0;
          }
          return 0;
        };
    var curve = Exercise.curve("99-c", "C").expect("at 2", f -> f.at(2) == 4, "no", 0);
    assertThat(new Tried(curve.check(endless, 20)).text())
        .startsWith("\u2717 C (at 2): your code has not ended");
  }

  @Test
  void noIdIsGivenTwiceAndEveryExerciseHasHints() {
    var ids = Exercises.idsBeside("none");
    assertThat(ids).doesNotHaveDuplicates().hasSizeGreaterThan(15);
    for (String id : ids) {
      assertThat(Exercises.of(id).orElseThrow().hints()).as(id).isNotEmpty();
      assertThat(id).matches("[0-9]{2}-[a-z]+");
    }
  }

  /** What no exercise asks for: it gets a sentence from each of them. */
  @Test
  void everyExerciseAnswersWhateverItIsGiven() {
    for (String id : Exercises.idsBeside("none")) {
      for (Object odd : new Object[] {null, new Object(), 'c', new double[0], Double.NaN}) {
        assertThat(Tried.by(id, odd)).as(id).startsWith("\u2717 ").endsWith(".");
      }
    }
  }
}
