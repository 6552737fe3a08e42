package initlab.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class RootTest {
  @Test
  void rootsAreRightToThirteenDigits() {
    assertThat(Root.of(x -> x * x - 2, 0, 2)).isCloseTo(Math.sqrt(2), Offset.offset(1e-13));
    assertThat(Root.of(x -> x * x * x - 1e-36, 0, 1)).isCloseTo(1e-12, Offset.offset(1e-25));
    assertThat(Root.of(x -> x - 5, 5, 6)).isEqualTo(5);
  }

  @Test
  void ofAFunctionThatJumpsItIsTheJump() {
    assertThat(Root.of(x -> x < 0.3 ? -1 : 1, 0, 1)).isCloseTo(0.3, Offset.offset(1e-13));
  }

  @Test
  void aRootLiesBetweenTwoSigns() {
    assertThatIllegalArgumentException().isThrownBy(() -> Root.of(x -> x * x + 1, -1, 1));
  }
}
