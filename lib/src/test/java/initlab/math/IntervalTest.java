package initlab.math;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IntervalTest {
  private static final Interval FOUR_TO_SIXTEEN = new Interval(4, 9, 16);

  @Test
  void bothEndsBelongToIt() {
    assertThat(FOUR_TO_SIXTEEN.contains(4)).isTrue();
    assertThat(FOUR_TO_SIXTEEN.contains(16)).isTrue();
    assertThat(FOUR_TO_SIXTEEN.contains(Math.nextDown(4.0))).isFalse();
    assertThat(FOUR_TO_SIXTEEN.contains(Math.nextUp(16.0))).isFalse();
    assertThat(FOUR_TO_SIXTEEN.contains(Double.NaN)).isFalse();
    assertThat(new Interval(Double.NaN, 1, 2).contains(1)).isFalse();
    assertThat(new Interval(0, 1, Double.NaN).contains(1)).isFalse();
  }

  @Test
  void rootsAreTakenOfAllThree() {
    assertThat(FOUR_TO_SIXTEEN.root()).isEqualTo(new Interval(2, 3, 4));
  }

  @Test
  void theMedianIsSaidFirstAndThenTheEnds() {
    assertThat(FOUR_TO_SIXTEEN).hasToString("9 (4 to 16)");
    assertThat(new Interval(1.2345e-9, 0.5, Double.POSITIVE_INFINITY))
        .hasToString("0.5 (1.23e-9 to \u221E)");
  }

  /** 0 to 100: of 101 numbers the 5 % quantile is the sixth, and the order they come in is none. */
  @Test
  void nineOfTenLieBetweenItsEnds() {
    double[] backwards = new double[101];
    java.util.Arrays.setAll(backwards, i -> 100 - i);
    assertThat(Interval.of(backwards)).isEqualTo(new Interval(5, 50, 95));
  }

  @Test
  void theSpreadIsTheUpperEndOverTheLower() {
    assertThat(new Interval(0.5, 1, 2).spread()).isEqualTo(4);
  }
}
