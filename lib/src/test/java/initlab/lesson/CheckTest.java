package initlab.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a reader sees of a check: the sentence, its mark, the hints folded beneath. */
class CheckTest {

  private static String html(String id, Object answer) {
    return Check.exercise(id, answer).display().get("text/html");
  }

  @Test
  void anUntouchedExerciseIsATaskWithItsHints() {
    assertThat(Check.exercise("02-limit", 0.5).text())
        .isEqualTo(
            "\u2026 Exercise 02-limit: edit the line with // TODO above, run it, then this cell.\n"
                + "3 hints: Lesson.hint(\"02-limit\", 1)");
    assertThat(html("02-limit", 0.5))
        .contains("\u2026 Exercise 02-limit: edit the line")
        .contains("<details><summary>Hint 1</summary>n Var(W) = 1 asks")
        .contains("<summary>Hint 3</summary><code>Math.sqrt(3.0 / 300)</code></details></div>");
  }

  @Test
  void aWrongAnswerHasACrossAndItsHints() {
    assertThat(Check.exercise("02-limit", 0.01).text()).startsWith("\u2717 A uniform start: ");
    assertThat(html("02-limit", 0.01)).contains("Hint 1", "Hint 2", "Hint 3");
  }

  @Test
  void aSolvedExerciseHasATickAndNoHints() {
    assertThat(Check.exercise("02-limit", 0.1).text())
        .isEqualTo("\u2713 A uniform start: l = sqrt(3/300) = 0.1: variance l^2/3 = 1/300.");
    assertThat(html("02-limit", 0.1)).doesNotContain("details");
  }

  @Test
  void anUnknownIdGetsTheIdsOfItsLesson() {
    assertThat(Check.exercise("02-none", 1).text())
        .isEqualTo(
            "\u2717 There is no exercise \"02-none\". There are 02-factor, 02-limit, 02-growth.");
    assertThat(Check.exercise("99-none", 1).text()).contains("00-level", "07-gate");
  }

  @Test
  void oneHintIsShownWhenAskedFor() {
    assertThat(Lesson.hint("02-factor", 3)).hasToString("Hint 3 of 3: `n * variance * 5 / 8`");
    assertThat(Lesson.hint("02-factor", 3).display().get("text/html"))
        .contains("Hint 3 of 3: <code>n * variance * 5 / 8</code>");
    assertThat(Lesson.hint("02-factor", 4))
        .hasToString("02-factor has the hints 1 to 3, and no 4.");
    assertThat(Lesson.hint("02-factor", 0).text()).contains("1 to 3");
    assertThat(Lesson.hint("02-none", 1).text()).contains("There is no exercise");
  }
}
