package initlab.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArgsTest {
  @Test
  void aRefusalNamesArgumentValueRuleAndCure() {
    assertThatThrownBy(() -> Args.positive(-1, "std", "Pass a standard deviation."))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("std is -1; it must be positive and finite. Pass a standard deviation.");
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void whatIsNotFinitePassesNowhere(double x) {
    assertThatThrownBy(() -> Args.positive(x, "x", ""))
        .hasMessageStartingWith("x is " + Numbers.exact(x));
    assertThatThrownBy(() -> Args.notNegative(x, "x", ""))
        .hasMessageStartingWith("x is " + Numbers.exact(x));
    assertThatThrownBy(() -> Args.finite(x, "x", ""))
        .hasMessageStartingWith("x is " + Numbers.exact(x));
    assertThatThrownBy(() -> Args.increasing(new double[] {x}, "x"))
        .hasMessageStartingWith("x, entry 0 (from 0), is " + Numbers.exact(x));
  }

  @ParameterizedTest
  @CsvSource({"-1e-10, -1e-10", "-0.30000000000000004, -0.30000000000000004", "-1e7, -1e7"})
  void aDoubleIsSpelledInTheHousesWay(double x, String spelled) {
    assertThatThrownBy(() -> Args.notNegative(x, "x", ""))
        .hasMessageStartingWith("x is " + spelled);
    assertThat(Args.bad("x", -0.1f, "y", "")).hasMessageStartingWith("x is -0.1;");
    assertThat(Args.bad("x", 3L, "y", "")).hasMessageStartingWith("x is 3;");
  }

  @Test
  void whatIsAllowedComesBack() {
    assertThat(Args.notNegative(0, "x", "")).isZero();
    assertThat(Args.atLeast(2, 2, "n", "")).isEqualTo(2);
    assertThat(Args.atLeast(2, 1L << 40, "n", "")).isEqualTo(1L << 40);
    assertThat(Args.given("a", "x", "")).isEqualTo("a");
    assertThat(Args.notBlank("a", "x")).isEqualTo("a");
    assertThat(Args.increasing(new double[] {1, 2}, "x")).containsExactly(1, 2);
  }

  @Test
  void orderBlanksAndRulesOfSeveralAreSaid() {
    assertThatThrownBy(() -> Args.increasing(new double[] {1, 1}, "sigma"))
        .hasMessage(
            "sigma, entry 1 (from 0), is 1; it must be finite and more than 1. Sort the numbers, each once.");
    assertThatThrownBy(() -> Args.increasing(new double[0], "sigma"))
        .hasMessageStartingWith("sigma is empty");
    assertThatThrownBy(() -> Args.notBlank(" ", "title")).hasMessageStartingWith("title is blank");
    assertThatThrownBy(() -> Args.that(Double.NaN > 0, "low lies above high."))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("low lies above high.");
  }

  @Test
  void listsHoldWhatIsThere() {
    assertThat(Args.all(List.of("a"), "x", "")).containsExactly("a");
    assertThatThrownBy(() -> Args.all(Arrays.asList("a", null), "the words", "Say."))
        .hasMessage("number 2 of the words is null; it must be something that is there. Say.");
    assertThatThrownBy(() -> Args.all(null, "the words", ""))
        .hasMessageStartingWith("the words is");
  }

  @Test
  void bothEndsOfARangeBelongToIt() {
    assertThat(Args.between(1, 3, 1, "n", "")).isOne();
    assertThat(Args.between(1, 3, 3, "n", "")).isEqualTo(3);
    assertThatThrownBy(() -> Args.between(1, 3, 0, "n", "")).hasMessageStartingWith("n is 0; it");
    assertThatThrownBy(() -> Args.between(1, 3, 4, "n", "C"))
        .hasMessage("n is 4; it must be 1 to 3. C");
  }
}
