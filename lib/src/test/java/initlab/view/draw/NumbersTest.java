package initlab.view.draw;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0, 0",
    "1, 1.00, 1",
    "0.28, 0.280, 0.28",
    "1e-8, 1.00e-8, 1e-8",
    "99999, 1.00e5, 1e5",
    "12345, 12345, 12345",
    "0.9996, 1.00, 1",
    "-3.456, -3.46, -3.5",
    "4.9e-324, 4.90e-324, 4.9e-324",
    "50, 50.0, 50",
    "NaN, NaN, NaN"
  })
  void threeDigitsInTablesTwoInWords(double value, String fixed, String brief) {
    assertThat(Numbers.fixed(value)).isEqualTo(fixed);
    assertThat(Numbers.brief(value)).isEqualTo(brief);
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "-2, 0.01", "3, 1000", "4, 10\u2074", "-20, 10\u207B\u00B2\u2070"})
  void ticksShowPowersOfTen(int decade, String tick) {
    assertThat(Numbers.decade(decade)).isEqualTo(tick);
  }
}
