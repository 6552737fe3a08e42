package initlab.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NearTest {
  @Test
  void threeDigitsAreEnough() {
    assertThat(Near.equal(0.0883, 0.08839)).isTrue();
    assertThat(Near.equal(0.088, 0.08839)).isFalse();
    assertThat(Near.equal(-0.375, 0.375)).isFalse();
    assertThat(Near.equal(0, 0)).isTrue();
    assertThat(Near.equal(Double.NaN, 1)).isFalse();
  }
}
