package initlab.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What each check says in full, and that it hands back what it let pass. */
class ArgsSentencesTest {
  private static final double LEAST = Double.MIN_VALUE;
  private static final double MOST = Double.MAX_VALUE;

  @Test
  void whatPassesComesBackAsItIs() {
    for (double x : new double[] {LEAST, 1, 2.5, MOST}) {
      assertThat(Args.positive(x, "x", "")).isEqualTo(x);
      assertThat(Args.notNegative(x, "x", "")).isEqualTo(x);
      assertThat(Args.finite(x, "x", "")).isEqualTo(x);
      assertThat(Args.finite(-x, "x", "")).isEqualTo(-x);
    }
    assertThat(Args.notNegative(0, "x", "")).isZero();
    assertThat(Args.atLeast(-3, -3, "n", "")).isEqualTo(-3);
    assertThat(Args.atLeast(1, Integer.MAX_VALUE, "n", "")).isEqualTo(Integer.MAX_VALUE);
    double[] rising = {-1, 0, LEAST, MOST};
    assertThat(Args.increasing(rising, "x")).isSameAs(rising);
    assertThatCode(() -> Args.that(true, "never said")).doesNotThrowAnyException();
  }

  @Test
  void eachCheckSaysWhatIsAllowed() {
    says(
        () -> Args.positive(0, "rate", "Cure."),
        "rate is 0; it must be positive and finite. Cure.");
    says(
        () -> Args.notNegative(-LEAST, "rate", "Cure."),
        "rate is -5e-324; it must be 0 or more, and finite. Cure.");
    says(
        () -> Args.finite(Double.NEGATIVE_INFINITY, "rate", "Cure."),
        "rate is -\u221E; it must be a finite number. Cure.");
    says(() -> Args.atLeast(2, 1, "n", "Cure."), "n is 1; it must be at least 2. Cure.");
    says(
        () -> Args.atLeast(1L << 40, (1L << 40) - 1, "n", "Cure."),
        "n is 1099511627775; it must be at least 1099511627776. Cure.");
    says(
        () -> Args.given(null, "x", "Cure."),
        "x is null; it must be something that is there. Cure.");
    says(() -> Args.notBlank("", "title"), "title is blank: give the words a reader should see.");
    says(
        () -> Args.notBlank("\t\n", "title"),
        "title is blank: give the words a reader should see.");
  }

  @Test
  void ofAListTheFirstEntryOutOfOrderIsNamed() {
    says(
        () -> Args.increasing(new double[0], "x"), "x is empty; it must hold at least one number.");
    says(
        () -> Args.increasing(new double[] {1, 3, 2, 0}, "x"),
        "x, entry 2 (from 0), is 2; it must be finite and more than 3. Sort the numbers, each once.");
    says(
        () -> Args.increasing(new double[] {1, Double.POSITIVE_INFINITY}, "x"),
        "x, entry 1 (from 0), is \u221E; it must be finite and more than 1. Sort the numbers, each"
            + " once.");
    says(
        () -> Args.increasing(new double[] {Double.NaN, 1}, "x"),
        "x, entry 0 (from 0), is NaN; it must be finite. Sort the numbers, each once.");
  }

  @Test
  void aNumberIsSpelledToItsLastDigitAndWordsAreLeftAlone() {
    assertThat(Args.bad("x", 0.1f, "y", "z.")).hasMessage("x is 0.1; it must be y. z.");
    assertThat(Args.bad("x", 1e9f, "y", "z.")).hasMessage("x is 1e9; it must be y. z.");
    assertThat(Args.bad("x", 1e9, "y", "z.")).hasMessage("x is 1e9; it must be y. z.");
    assertThat(Args.bad("x", 0.1 + 0.2, "y", "z."))
        .hasMessage("x is 0.30000000000000004; it must be y. z.");
    assertThat(Args.bad("x", "a word", "y", "z.")).hasMessage("x is a word; it must be y. z.");
    assertThat(Args.bad("x", 1_000_000, "y", "z.")).hasMessage("x is 1000000; it must be y. z.");
  }

  private static void says(ThrowingCallable check, String sentence) {
    assertThatIllegalArgumentException().isThrownBy(check).withMessage(sentence);
  }
}
