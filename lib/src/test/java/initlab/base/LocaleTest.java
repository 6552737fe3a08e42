package initlab.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;

/** The suite runs where numbers are written otherwise, and the library's are written as ever. */
class LocaleTest {
  /** What Java makes of a half in the country that the build chose for this run: lib/pom.xml. */
  private static final String HALF = System.getProperty("initlab.test.half", "");

  @Test
  void thisRunIsInTheCountryThatTheBuildChose() {
    assumeTrue(!HALF.isEmpty(), "run outside the build");
    assertThat(String.format("%.1f", 0.5)).isEqualTo(HALF).isNotEqualTo("0.5");
  }

  @Test
  void numbersAreTheSameInEveryCountry() {
    assertThat(Numbers.fixed(0.5) + " " + Numbers.brief(1e-12) + " " + Numbers.entry(12, 3))
        .isEqualTo("0.500 1e-12 12");
    assertThat(Numbers.decade(-15)).isEqualTo("10\u207B\u00B9\u2075");
    assertThat(Progress.of("seeds", 12)).hasToString("seeds: 0 of 12");
  }
}
