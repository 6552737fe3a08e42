package initlab.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GuessTest {

  @ParameterizedTest
  @CsvSource({
    "1, 1, exactly right",
    "2, 1, a factor 2 too large",
    "1, 50, a factor 50 too small",
    "1, 1e12, 12 decades too small",
    "1e-300, 1e300, 600 decades too small",
    "0, 1, of another kind",
    "1, 0, of another kind",
    "0, -0.0, exactly right",
    "Infinity, Infinity, exactly right",
    "1e300, Infinity, of another kind",
    "1, NaN, of another kind",
    "-1, 1, of the other sign",
    "-2, -1, a factor 2 too large"
  })
  void distancesAreFactorsOrDecades(double guess, double truth, String said) {
    assertThat(Guess.distance(guess, truth)).isEqualTo(said);
  }

  @ParameterizedTest
  @CsvSource({
    "0.5, 1, true",
    "2, 1, true",
    "2.01, 1, false",
    "0.49, 1, false",
    "-1, 1, false",
    "-1.5, -1, true",
    "0, 0, true",
    "0, 1e-300, false",
    "Infinity, Infinity, true",
    "Infinity, 1, false",
    "1, NaN, false"
  })
  void nearIsWithinAFactorTwo(double guess, double truth, boolean near) {
    assertThat(Guess.isNear(guess, truth)).isEqualTo(near);
  }
}
