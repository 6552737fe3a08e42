package initlab.view.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import org.junit.jupiter.api.Test;

/** The two sides of the middle are told apart, and the middle belongs to neither. */
class DivergingColoursTest {
  private static final DivergingColours COLOURS = new DivergingColours(3, 2);

  @Test
  void whatIsNearlyTheMiddleIsPaleOnBothSides() {
    Color pale = COLOURS.of(3);
    assertThat(pale).isEqualTo(new Color(0xF7F5F0));
    assertThat(COLOURS.of(3.04)).isEqualTo(pale);
    assertThat(COLOURS.of(2.96)).isEqualTo(pale);
    assertThat(COLOURS.of(3.06)).isNotEqualTo(pale);
    assertThat(COLOURS.of(2.94)).isNotEqualTo(pale);
  }

  @Test
  void aboveIsOrangeAndBelowIsBlueTheDarkerTheFartherUpToTheReach() {
    assertThat(COLOURS.of(4)).isEqualTo(new Color(0xE58A2E));
    assertThat(COLOURS.of(2)).isEqualTo(new Color(0x2F7FBF));
    assertThat(COLOURS.of(5)).isEqualTo(new Color(0x702A00)).isEqualTo(COLOURS.of(1e300));
    assertThat(COLOURS.of(1)).isEqualTo(new Color(0x08305C)).isEqualTo(COLOURS.of(-1e300));
    assertThat(COLOURS.of(Double.NaN)).isEqualTo(DivergingColours.NONE);
  }
}
