package initlab.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import initlab.init.Activation;
import initlab.math.Interval;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class FiniteWidthSampleTest {
  private static final List<LayerScale> LAYERS =
      Collections.nCopies(4, new LayerScale(Activation.RELU, 2, 2));
  private static final int[] WIDTHS = {8, 8, 8, 8, 8};

  /** 20,000 nets: at the fixed seed no false alarm; a law one layer deeper is refused. */
  @Test
  void theSampleHasTheQuantilesOfTheLaw() {
    double[] sample = FiniteWidthSample.lastLayer(LAYERS, WIDTHS, 1);
    assertThat(sample).hasSize(20_000);
    Interval found = Interval.of(sample);
    Interval due = FiniteWidth.of(LAYERS, WIDTHS, 1).activation().at(4);
    assertThat(found.median() / due.median()).isCloseTo(1, within(0.04));
    assertThat(found.low() / due.low()).isCloseTo(1, within(0.15)); // its own std is 0.03
    assertThat(found.high() / due.high()).isCloseTo(1, within(0.1));
  }

  @Test
  void mistakesAreNamed() {
    assertThatThrownBy(() -> FiniteWidthSample.lastLayer(LAYERS, new int[] {1}, 1))
        .hasMessageContaining("the number of widths is 1");
  }
}
