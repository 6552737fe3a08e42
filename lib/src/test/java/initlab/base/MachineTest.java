package initlab.base;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MachineTest {
  @Test
  void whatDoesWithoutNativeCodeIsTakenWhereItDoesNotLoad() {
    assertThat(Machine.nativeOr(() -> "native", "plain")).isEqualTo("native");
    assertThat(Machine.<String>nativeOr(MachineTest::missing, "plain")).isEqualTo("plain");
    assertThat(Machine.<String>nativeOr(MachineTest::broken, "plain")).isEqualTo("plain");
  }

  private static String missing() {
    throw new UnsatisfiedLinkError("no openblas here");
  }

  private static String broken() {
    throw new IllegalStateException("wrong platform");
  }

  @Test
  void thereIsAProcessorMemoryAndAName() {
    assertThat(Machine.processors()).isPositive();
    assertThat(Machine.memory()).isGreaterThan(1 << 20);
    assertThat(Machine.words()).startsWith("Java ").contains(" on ").doesNotContain("null");
  }
}
