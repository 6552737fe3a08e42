package initlab.view.sketch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class StepsTest {
  private static final Steps TWO =
      Steps.of("LSUV").step("std 0.99", "keep W", "std 0.99").step("std 0.69", "W / 0.69", "std 1");

  @Test
  void theWordsAreTheSteps() {
    assertThat(TWO.text())
        .isEqualTo(
            "LSUV\n"
                + "layer 1: std 0.99; keep W; then std 0.99\n"
                + "layer 2: std 0.69; W / 0.69; then std 1");
    assertThat(TWO).hasToString(TWO.text());
  }

  @Test
  void theBoxAtWorkSaysWhatIsFoundAndFromThenOnWhatCameOfIt() {
    String svg = TWO.svg();
    assertThat(svg).contains("layer 1", "layer 2", "std 0.69", "keep W", "W / 0.69", "batch");
    assertThat(svg.split(">std 1<", -1)).hasSize(1);
    assertThat(TWO.step("std 0.5", "W / 0.5", "std 1").svg().split(">std 1<", -1)).hasSize(2);
  }

  @Test
  void eachStepMakesThePictureTallerAndTheLectureIsLarger() {
    assertThat(TWO.picture().height()).isLessThan(TWO.step("a", "b", "c").picture().height());
    assertThat(TWO.lecture().picture().width()).isEqualTo(1280);
    assertThatThrownBy(() -> Steps.of(" ")).hasMessageContaining("title");
  }
}
