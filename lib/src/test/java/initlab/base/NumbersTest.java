package initlab.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0, 0, 0",
    "-0.0, 0, 0, 0",
    "1, 1.00, 1, 1",
    "0.28, 0.280, 0.28, 0.28",
    "6.84e-10, 6.84e-10, 6.84e-10, 6.8e-10",
    "2.821388005532699E-13, 2.82e-13, 2.82e-13, 2.8e-13",
    "1e-8, 1.00e-8, 1e-8, 1e-8",
    "1e-3, 0.00100, 0.001, 0.001",
    "9.996e-4, 0.00100, 0.001, 0.001",
    "1e-4, 1.00e-4, 1e-4, 1e-4",
    "12345, 12345, 12345, 12345",
    "12345.6, 12346, 12346, 12346",
    "99999, 99999, 99999, 99999",
    "99999.9, 1.00e5, 1e5, 1e5",
    "-123456, -1.23e5, -123456, -123456",
    "1e6, 1.00e6, 1e6, 1e6",
    "0.9996, 1.00, 1, 1",
    "0.285, 0.285, 0.285, 0.29",
    "-3.456, -3.46, -3.46, -3.5",
    "50, 50.0, 50, 50",
    "100.4, 100, 100, 100",
    "4.9e-324, 4.90e-324, 4.9e-324, 4.9e-324",
    "2.2250738585072009e-308, 2.23e-308, 2.23e-308, 2.2e-308",
    "1.7976931348623157e308, 1.80e308, 1.8e308, 1.8e308",
    "NaN, NaN, NaN, NaN",
    "Infinity, \u221E, \u221E, \u221E",
    "-Infinity, -\u221E, -\u221E, -\u221E"
  })
  void threeDigitsInTablesAndFewerInWords(double v, String fixed, String brief, String two) {
    assertThat(Numbers.fixed(v)).isEqualTo(fixed);
    assertThat(Numbers.brief(v)).isEqualTo(brief);
    assertThat(Numbers.brief(v, 2)).isEqualTo(two);
  }

  /** Where rounding to three digits and rounding to a whole number disagree on the exponent. */
  @ParameterizedTest
  @CsvSource({
    "99949, 99949, 99949",
    "99949.5, 99950, 99950",
    "99950, 99950, 99950",
    "99951, 99951, 99951",
    "-99951.2, -99951, -99951",
    "99999, 99999, 99999",
    "99999.4, 99999, 99999",
    "99999.5, 1.00e5, 1e5",
    "100000, 1.00e5, 100000",
    "100000.5, 1.00e5, 1e5",
    "123456.7, 1.23e5, 1.23e5"
  })
  void fiveDigitsBeforeThePointAreKept(double v, String fixed, String brief) {
    assertThat(Numbers.fixed(v)).isEqualTo(fixed);
    assertThat(Numbers.brief(v)).isEqualTo(brief);
  }

  @ParameterizedTest
  @CsvSource({
    "-1, -1",
    "-0.0, 0",
    "1e-7, 1e-7",
    "0.1, 0.1",
    "0.30000000000000004, 0.30000000000000004",
    "2e-3, 0.002",
    "2e23, 2e23",
    "1e6, 1e6",
    "1234567.5, 1234567.5",
    "99999.5, 99999.5",
    "9007199254740993, 9007199254740992",
    "4.9e-324, 5e-324",
    "1.7976931348623157e308, 1.7976931348623157e308",
    "NaN, NaN",
    "-Infinity, -\u221E"
  })
  void exactIsTheShortestThatReadsBack(double v, String exact) {
    assertThat(Numbers.exact(v)).isEqualTo(exact);
  }

  @Test
  void exactReadsBackWhateverTheBits() {
    var random = new SplittableRandom(2);
    for (int i = 0; i < 5_000; i++) {
      double v = Double.longBitsToDouble(random.nextLong());
      if (Double.isFinite(v)) {
        assertThat(Double.parseDouble(Numbers.exact(v))).isEqualTo(v);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0.0589255650988, 6, 0.0589256",
    "294912.5, 6, 294913",
    "1234567, 6, 1.23457e6",
    "1234567, 9, 1234567",
    "0.1, 17, 0.1",
    "99.6, 1, 100"
  })
  void asManyDigitsAsAsked(double v, int digits, String brief) {
    assertThat(Numbers.brief(v, digits)).isEqualTo(brief);
  }

  @ParameterizedTest
  @CsvSource({"3, 3", "2.5, 2.500", "-0.25, -0.2500", "1e-9, 1.000e-9", "1e6, 1.000e6", "0, 0"})
  void entriesAreWholeOrHaveAllTheirDigits(double v, String entry) {
    assertThat(Numbers.entry(v, 4)).isEqualTo(entry);
  }

  @ParameterizedTest
  @CsvSource({
    "0.28, 0.28",
    "12.345, 12.3",
    "1.2e-8, 1.2e-8",
    "NaN, not a number",
    "Infinity, overflow (beyond 1.8e308)",
    "-Infinity, minus overflow (beyond 1.8e308)"
  })
  void sentencesHaveWordsForWhatIsNoNumber(double v, String said) {
    assertThat(Numbers.inWords(v)).isEqualTo(said);
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "-2, 0.01", "3, 1000", "4, 10\u2074", "-20, 10\u207B\u00B2\u2070"})
  void ticksShowPowersOfTen(int decade, String tick) {
    assertThat(Numbers.decade(decade)).isEqualTo(tick);
  }

  @Test
  void noDigitsAreRefused() {
    assertThatThrownBy(() -> Numbers.fixed(0.5, 0)).hasMessageStartingWith("digits is 0");
    assertThatThrownBy(() -> Numbers.brief(0.5, 0)).hasMessageStartingWith("digits is 0");
  }

  /** Over all doubles: the same digits as Java's own formatter gives where no country is asked. */
  @Test
  void digitsAreThoseOfJavasFormatter() {
    var random = new SplittableRandom(1);
    for (int i = 0; i < 20_000; i++) {
      double v = Double.longBitsToDouble(random.nextLong());
      int digits = 1 + i % 8;
      String said = Math.abs(v) >= Double.MIN_NORMAL ? Numbers.fixed(v, digits) : "";
      if (said.contains("e")) { // all but a few in a thousand; the table above has the others
        assertThat(said).isEqualTo(scientific(v, digits));
      }
    }
  }

  private static String scientific(double v, int digits) {
    return String.format(Locale.ROOT, "%." + (digits - 1) + "e", v)
        .replaceFirst("e\\+?(-?)0*(\\d)", "e$1$2");
  }
}
