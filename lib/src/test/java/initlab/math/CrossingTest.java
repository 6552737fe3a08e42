package initlab.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CrossingTest {
  private static final double STEP = Math.sqrt(2);

  @Test
  void theFirstOfSeveralIsFoundOnTheWayThere() {
    assertThat(Crossing.first(x -> (x - 2) * (x - 5), 0.1, 100, STEP))
        .hasValueCloseTo(2.0, within(1e-12));
    assertThat(Crossing.first(x -> (x - 2) * (x - 5), 100, 0.1, 1 / STEP))
        .hasValueCloseTo(5.0, within(1e-12));
    assertThat(Crossing.first(x -> x - 1e-6, 1, 1e-9, 0.5)).hasValueCloseTo(1e-6, within(1e-18));
  }

  /** 3 and 3.05 lie within one step: three values show a dip only. */
  @Test
  void twoWithinOneStepAreFound() {
    for (double sign : new double[] {1, -1}) {
      assertThat(Crossing.first(x -> sign * (x - 3) * (x - 3.05), 0.1, 100, STEP))
          .hasValueCloseTo(3.0, within(1e-11));
      assertThat(Crossing.first(x -> sign * (x - 3) * (x - 3.05), 100, 0.1, 1 / STEP))
          .hasValueCloseTo(3.05, within(1e-11));
    }
    assertThat(Crossing.first(x -> (x - 3) * (x - 3) + 1e-6, 0.1, 100, STEP)).isEmpty();
  }

  @Test
  void noneIsNone() {
    assertThat(Crossing.first(x -> x + 1, 0.1, 100, STEP)).isEmpty();
    assertThat(Crossing.first(x -> x - 101, 0.1, 100, STEP)).isEmpty();
    assertThat(Crossing.first(x -> x - 99, 0.1, 100, STEP)).hasValueCloseTo(99.0, within(1e-10));
    assertThat(Crossing.first(x -> x > 1 ? Double.NaN : -1, 0.1, 100, STEP)).isEmpty();
  }

  @Test
  void infinityHasASign() {
    assertThat(Crossing.first(x -> x > 7 ? Double.POSITIVE_INFINITY : -1, 1, 100, STEP))
        .hasValueCloseTo(7.0, within(1e-11));
    assertThat(Crossing.first(x -> x < 7 ? Double.NEGATIVE_INFINITY : x, 1, 100, STEP))
        .hasValueCloseTo(7.0, within(1e-11));
  }

  @Test
  void factorsNeedPositiveNumbers() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Crossing.first(x -> x, 0, 1, 2))
        .withMessageContaining("begins is 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Crossing.first(x -> x, 1, -1, 2))
        .withMessageContaining("ends is -1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Crossing.first(x -> x, 1, 2, Double.NaN))
        .withMessageContaining("factor of a step is NaN");
  }
}
