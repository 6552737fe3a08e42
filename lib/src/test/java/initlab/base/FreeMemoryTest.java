package initlab.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class FreeMemoryTest {

  @Test
  void aMatrixThatFitsIsAllowed() {
    assertThatCode(() -> FreeMemory.forMatrix("the batch", 100, 100, "Take less."))
        .doesNotThrowAnyException();
    assertThatCode(() -> FreeMemory.require("the memory", 1000, "Take less."))
        .doesNotThrowAnyException();
  }

  @Test
  void aMatrixThatDoesNotIsRefusedWithItsSizes() {
    assertThatThrownBy(() -> FreeMemory.forMatrix("the batch", 30_000, 60_000, "Take fewer rows."))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("the memory for the batch of 30000 x 60000 is 14.4 GB; it must be")
        .hasMessageContaining("GB, which is free. Take fewer rows.");
    assertThatThrownBy(() -> FreeMemory.forMatrix("the batch", 100_000, 100_000, "Take fewer."))
        .hasMessageContaining("the size of the batch is 100000 x 100000; it must be below 2^31");
    double most = Machine.memory();
    assertThatThrownBy(() -> FreeMemory.require("it", 1.01 * most, "Less.")).isNotNull();
    assertThatThrownBy(() -> FreeMemory.require("it", Double.NaN, "Less.")).isNotNull();
  }

  @Test
  void memoryThatRunsOutIsASentence() {
    assertThat(FreeMemory.<Integer>orSay("this study", "Take less.", () -> 3)).isEqualTo(3);
    assertThatThrownBy(
            () ->
                FreeMemory.orSay(
                    "this study",
                    "Take fewer seeds.",
                    () -> {
                      throw new OutOfMemoryError("Java heap space");
                    }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageMatching(
            "The memory ran out in this study; \\S+ GB of \\S+ GB are free without it. "
                + "Take fewer seeds. Large variables .*: restart the kernel.")
        .hasCauseInstanceOf(OutOfMemoryError.class);
  }

  /** What is in use is not free; what nobody uses any more is, once it is asked for. */
  @Test
  void freeIsWhatIsNotInUse() {
    double before = Machine.free(Double.POSITIVE_INFINITY);
    assertThat(before).isPositive().isLessThan(Machine.memory());
    byte[] held = new byte[40_000_000];
    double meanwhile = Machine.free(Double.POSITIVE_INFINITY);
    assertThat(before - meanwhile).isGreaterThan(20e6);
    assertThat(held[7]).isZero();
  }

  @Test
  void bytesAreSaidInGigabytes() {
    assertThat(FreeMemory.gb(1.19e9)).isEqualTo("1.19 GB");
    assertThat(FreeMemory.gb(3.6e8)).isEqualTo("0.360 GB");
  }
}
