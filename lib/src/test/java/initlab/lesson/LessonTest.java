package initlab.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LessonTest {

  @Test
  void openingSaysTheSameEveryTime() {
    assertThat(Lesson.open("03").display()).isEqualTo(Lesson.open("03").display());
    assertThat(Lesson.open("03").text()).startsWith("03 Xavier (initlab ");
  }

  @Test
  void anUnknownLessonGetsASentence() {
    assertThat(Lesson.open("3").text()).contains("No lesson 3", "03");
  }

  @Test
  void plainJavaIsWarnedOf() {
    assertThat(Lesson.greeting("00 Start here", "1.0", true)).doesNotContain("OpenBLAS");
    assertThat(Lesson.greeting("00 Start here", "1.0", false))
        .contains("OpenBLAS did not load", "to 1e-12");
  }

  @Test
  void theMachineIsNamed() {
    assertThat(Lesson.machine().text()).contains("Java ", " cores, ", "products by ");
  }
}
