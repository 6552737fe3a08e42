package initlab.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GuessTest {

  @ParameterizedTest
  @CsvSource({
    "1, 1, exactly right",
    "2, 1, 'right, within a factor 3'",
    "3.01, 1, 0.5 decades too large",
    "6.31, 1, 0.8 decades too large",
    "1, 50, 1.7 decades too small",
    "1, 1e12, 12 decades too small",
    "1, 2.5e12, 12.4 decades too small",
    "1e-300, 1e300, 600 decades too small",
    "0, 1, it is not 0",
    "1, 0, it is exactly 0",
    "0, -0.0, exactly right",
    "Infinity, Infinity, exactly right",
    "1e300, Infinity, it overflows",
    "0, Infinity, it is not 0",
    "Infinity, 1, it does not overflow",
    "Infinity, 0, it is exactly 0",
    "1, NaN, no number came out",
    "-1, 1, of the other sign",
    "-2, -1, 'right, within a factor 3'"
  })
  void distancesAreDecadesBeyondAFactorThree(double guess, double truth, String said) {
    assertThat(Guess.distance(guess, truth)).isEqualTo(said);
  }

  @ParameterizedTest
  @CsvSource({
    "0.5, 1, true",
    "0.334, 1, true",
    "3, 1, true",
    "3.01, 1, false",
    "0.333, 1, false",
    "-1, 1, false",
    "-1.5, -1, true",
    "0, 0, true",
    "0, 1e-300, false",
    "Infinity, Infinity, true",
    "Infinity, 1, false",
    "1, NaN, false"
  })
  void nearIsWithinAFactorThree(double guess, double truth, boolean near) {
    assertThat(Guess.isNear(guess, truth)).isEqualTo(near);
  }
}
