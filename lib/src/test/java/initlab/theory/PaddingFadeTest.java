package initlab.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PaddingFadeTest {

  @Test
  void oneLayerLosesATapAtEachBorder() {
    assertThat(new PaddingFade(4, 3).along(1))
        .containsExactly(new double[] {2.0 / 3, 1, 1, 2.0 / 3}, within(1e-12));
    assertThat(new PaddingFade(16, 3).corner(1)).isCloseTo(4.0 / 9, within(1e-12));
    assertThat(new PaddingFade(16, 3).middle(1)).isCloseTo(1, within(1e-12));
  }

  @Test
  void twoLayersByHand() {
    assertThat(new PaddingFade(3, 3).along(2))
        .containsExactly(new double[] {5.0 / 9, 7.0 / 9, 5.0 / 9}, within(1e-12));
    assertThat(new PaddingFade(3, 3).mean(2)).isCloseTo(Math.pow(17.0 / 27, 2), within(1e-12));
  }

  @Test
  void nothingIsLostWithoutLayersOrWithAKernelOfOne() {
    assertThat(new PaddingFade(5, 3).mean(0)).isCloseTo(1, within(1e-12));
    assertThat(new PaddingFade(5, 1).mean(50)).isCloseTo(1, within(1e-12));
  }

  @Test
  void itRefusesAnEvenKernel() {
    assertThatThrownBy(() -> new PaddingFade(5, 2)).hasMessageContaining("odd");
    assertThatThrownBy(() -> new PaddingFade(0, 3)).hasMessageContaining("places");
    assertThatThrownBy(() -> new PaddingFade(5, 3).along(-1)).hasMessageContaining("layers");
  }

  @Test
  void itRefusesPlacesThatAreNotThere() {
    PaddingFade four = new PaddingFade(4, 3);
    assertThatThrownBy(() -> four.at(4, 0, 1))
        .hasMessage("the row is 4; it must be 0 to 3. Rows count from 0.");
    assertThatThrownBy(() -> four.at(0, -1, 1)).hasMessageContaining("the column is -1");
    assertThatThrownBy(() -> new PaddingFade(Integer.MAX_VALUE, 3)).hasMessageContaining("places");
    assertThatThrownBy(() -> four.mean(Integer.MAX_VALUE)).hasMessageContaining("layers");
    assertThat(four.at(0, 1, 1)).isCloseTo(2.0 / 3, within(1e-12));
    assertThat(four.at(1, 0, 1)).isCloseTo(2.0 / 3, within(1e-12));
  }
}
