package initlab.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleTest {

  @ParameterizedTest
  @CsvSource({
    "0, 7, false, 50, 7", // steps are steps
    "8, 7, false, 50, 7",
    "0, 7, true, 50, 7", // all samples at once: an epoch is a step
    "50, 7, true, 50, 7",
    "51, 7, true, 50, 7",
    "49, 7, true, 50, 14",
    "8, 7, true, 50, 49",
    "10, 7, true, 50, 35",
    "1, 7, true, 50, 350",
    "2147483647, 10, true, 50, 10",
    "2, 2147483647, true, 2, 2147483647",
    "2147483647, 2147483647, false, 2147483647, 2147483647"
  })
  void stepsAreCounted(int batch, int length, boolean epochs, int samples, int steps) {
    assertThat(new Schedule(batch, length, epochs, 0, 0).steps(samples)).isEqualTo(steps);
  }

  @Test
  void whatNoIntCountsIsNamedWithBothNumbers() {
    assertThatThrownBy(() -> new Schedule(25, Integer.MAX_VALUE, true, 0, 0).steps(50))
        .hasMessageContaining("2147483647 epochs of 2 steps each, is 4294967294")
        .hasMessageContaining("at most 2147483647. Take fewer epochs or larger batches");
    assertThatThrownBy(() -> new Schedule(1, 2_000_000_000, true, 0, 0).steps(2_000_000_000))
        .hasMessageContaining("is 4000000000000000000");
  }

  @ParameterizedTest
  @CsvSource({
    "1000, 0, 16",
    "1000, 7, 7",
    "1000, 1, 1",
    "60, 0, 1",
    "119, 0, 1",
    "120, 0, 2",
    "1, 0, 1",
    "3, 5000, 5000"
  })
  void thereAreAboutSixtyLooksUnlessToldOtherwise(int steps, int every, int stride) {
    assertThat(new Schedule(0, steps, false, 0, every).stride(50)).isEqualTo(stride);
  }

  @Test
  void looksOfEpochsAreCountedInSteps() {
    assertThat(new Schedule(5, 100, true, 0, 0).stride(50)).isEqualTo(16);
  }

  @Test
  void theWordsAreTheWholeSchedule() {
    assertThat(new Schedule(0, 10, false, 0, 3)).hasToString("full batch, 10 steps");
    assertThat(new Schedule(8, 3, true, 0.01, 0))
        .hasToString("batch 8, 3 epochs, or until the loss is below 0.01");
  }

  @Test
  void badNumbersAreNamed() {
    assertThatThrownBy(() -> new Schedule(-1, 1, true, 0, 0)).hasMessageContaining("batch size");
    assertThatThrownBy(() -> new Schedule(0, 0, true, 0, 0)).hasMessageContaining("epochs is 0");
    assertThatThrownBy(() -> new Schedule(0, 0, false, 0, 0)).hasMessageContaining("steps is 0");
    assertThatThrownBy(() -> new Schedule(0, 1, true, -1, 0)).hasMessageContaining("stop at is -1");
    assertThatThrownBy(() -> new Schedule(0, 1, true, Double.NaN, 0)).hasMessageContaining("NaN");
    assertThatThrownBy(() -> new Schedule(0, 1, true, 0, -1)).hasMessageContaining("looks is -1");
  }
}
