package initlab.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers that round up to one digit more, and the last ones before another way of writing. */
class NumbersEdgesTest {

  @ParameterizedTest
  @CsvSource({
    "9.994, 9.99, 9.99",
    "9.995, 10.0, 10",
    "-9.995, -10.0, -10",
    "0.0995, 0.0995, 0.0995",
    "0.09995, 0.100, 0.1",
    "0.09994, 0.0999, 0.0999",
    "99.95, 100, 100",
    "999.5, 1000, 1000",
    "9999.5, 10000, 10000",
    "0.00999499, 0.00999, 0.00999",
    "9.99499e-4, 9.99e-4, 9.99e-4",
    "9.995e-4, 0.00100, 0.001",
    "9.995e-6, 1.00e-5, 1e-5",
    "9.995e9, 1.00e10, 1e10",
    "1e-5, 1.00e-5, 1e-5",
    "-1e-5, -1.00e-5, -1e-5",
    "1e5, 1.00e5, 100000",
    "999999, 1.00e6, 999999",
    "-999999, -1.00e6, -999999",
    "999999.5, 1.00e6, 1e6",
    "-1e6, -1.00e6, -1e6",
    "1230000, 1.23e6, 1.23e6",
    "1.205, 1.21, 1.21",
    "-1.205, -1.21, -1.21",
    "1.205e-7, 1.21e-7, 1.21e-7",
    "1.225e9, 1.23e9, 1.23e9",
    "-0.28, -0.280, -0.28",
    "-0.5e-300, -5.00e-301, -5e-301"
  })
  void roundingMayAddADigit(double v, String fixed, String brief) {
    assertThat(Numbers.fixed(v)).isEqualTo(fixed);
    assertThat(Numbers.brief(v)).isEqualTo(brief);
    assertThat(Numbers.inWords(v)).isEqualTo(brief);
    assertThat(Numbers.fixed(v, 3)).isEqualTo(fixed);
  }

  @ParameterizedTest
  @CsvSource({
    "0.5, 1, 0.5, 0.5, 0.5",
    "0.95, 1, 1, 1, 1",
    "99.5, 1, 100, 100, 100",
    "1234.5, 6, 1234.50, 1234.5, 1234.50",
    "123456.5, 7, 123456.5, 123456.5, 123456.5",
    "1234567.25, 7, 1234567, 1234567, 1234567",
    "9999999.5, 7, 1.000000e7, 1e7, 1.000000e7",
    "250000, 2, 2.5e5, 250000, 250000",
    "-250000, 2, -2.5e5, -250000, -250000",
    "-0.0, 4, 0, 0, 0",
    "NaN, 4, NaN, NaN, NaN",
    "-Infinity, 4, -\u221E, -\u221E, -\u221E",
    "999999, 4, 1.000e6, 999999, 999999",
    "1e6, 4, 1.000e6, 1e6, 1.000e6"
  })
  void anyCountOfDigits(double v, int digits, String fixed, String brief, String entry) {
    assertThat(Numbers.fixed(v, digits)).isEqualTo(fixed);
    assertThat(Numbers.brief(v, digits)).isEqualTo(brief);
    assertThat(Numbers.entry(v, digits)).isEqualTo(entry);
  }

  @ParameterizedTest
  @CsvSource({
    "0.1234567, 5, 0.12346",
    "-0.0, 2, 0",
    "NaN, 2, not a number",
    "Infinity, 2, overflow (beyond 1.8e308)",
    "-Infinity, 2, minus overflow (beyond 1.8e308)"
  })
  void sentencesTakeAnyCountToo(double v, int digits, String said) {
    assertThat(Numbers.inWords(v, digits)).isEqualTo(said);
  }

  /** Every digit has its raised form, and 0.001 to 1000 are written out. */
  @ParameterizedTest
  @CsvSource({
    "-4, 10\u207B\u2074",
    "-3, 0.001",
    "-1, 0.1",
    "1, 10",
    "2, 100",
    "4, 10\u2074",
    "-308, 10\u207B\u00B3\u2070\u2078",
    "1234567890, 10\u00B9\u00B2\u00B3\u2074\u2075\u2076\u2077\u2078\u2079\u2070"
  })
  void ticks(int decade, String tick) {
    assertThat(Numbers.decade(decade)).isEqualTo(tick);
  }

  @ParameterizedTest
  @CsvSource({
    "0.1, 0.1",
    "1.1, 1.1",
    "-2.5, -2.5",
    "123456789, 123456789",
    "100000.5, 100000.5",
    "1e-4, 1e-4",
    "0.1000000000000001, 0.1000000000000001",
    "4.35, 4.35",
    "Infinity, \u221E"
  })
  void exactSaysNoDigitTooFewOrTooMany(double v, String exact) {
    assertThat(Numbers.exact(v)).isEqualTo(exact);
  }

  @Test
  void everyWayRefusesToSayNothing() {
    for (double v : new double[] {0.5, 0, Double.NaN}) {
      assertThatThrownBy(() -> Numbers.fixed(v, 0)).hasMessageStartingWith("digits is 0; it must");
    }
    assertThatThrownBy(() -> Numbers.entry(0.5, -1)).hasMessageStartingWith("digits is -1");
    assertThatThrownBy(() -> Numbers.inWords(0.5, 0)).hasMessageStartingWith("digits is 0");
  }
}
