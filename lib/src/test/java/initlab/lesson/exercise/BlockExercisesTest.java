package initlab.lesson.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Notebook 10: the right answers pass, each known mistake gets its name. */
class BlockExercisesTest {

  @ParameterizedTest
  @CsvSource({
    "1, \u2026",
    "0.11815, \u2713 A factor for fifty branches",
    "0.118, \u2713",
    "-0.118, \u2713",
    "0.14142, which is 2.69 and not 2",
    "0.013959, this is c^2",
    "0.02, lets all fifty add 2 %",
    "0.1676, this doubles the size",
    "0.5, solve it for c"
  })
  void aFactorForFiftyBranches(double answer, String said) {
    assertThat(Tried.by("10-factor", answer)).contains(said);
  }

  @ParameterizedTest
  @CsvSource({
    "16, \u2026",
    "64, \u2713 A higher rank",
    "256, grows 16 times",
    "4, it falls again",
    "128, solve s^2 r = 32"
  })
  void aHigherRank(double answer, String said) {
    assertThat(Tried.by("10-rank", answer)).contains(said);
  }
}
