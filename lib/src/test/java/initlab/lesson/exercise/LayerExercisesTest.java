package initlab.lesson.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Notebook 09: the right answers pass, each known mistake gets its name. */
class LayerExercisesTest {

  @ParameterizedTest
  @CsvSource({
    "0, \u2026",
    "0.0277778, \u2713",
    "0.00347222, the groups are missing",
    "0.00925926, that is by fan_out",
    "0.00115741, that is by fan_out",
    "0.166667, that is the standard deviation",
    "0.0138889, ReLU's half is missing",
    "-0.01, a variance is positive",
    "0.5, count the products"
  })
  void aGroupedKernel(double answer, String said) {
    assertThat(Tried.by("09-groups", answer)).contains(said);
  }

  @ParameterizedTest
  @CsvSource({
    "1, \u2026",
    "4.965, \u2713",
    "5, \u2713",
    "2, it forgets too much",
    "9, it keeps too much"
  })
  void aForgetBias(double answer, String said) {
    assertThat(Tried.by("09-bias", answer)).contains(said);
  }
}
