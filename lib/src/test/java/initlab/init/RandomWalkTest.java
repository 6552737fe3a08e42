package initlab.init;

import static initlab.init.Activation.GELU;
import static initlab.init.Activation.LINEAR;
import static initlab.init.Activation.RELU;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RandomWalkTest {

  @Test
  void gainsAreThoseOfThePaper() {
    assertThat(Gain.randomWalk(RELU, 100)).isCloseTo(1.431709, within(1e-6));
    assertThat(Gain.randomWalk(RELU, 6)).isCloseTo(1.973694, within(1e-6));
    assertThat(Gain.randomWalk(LINEAR, 100)).isCloseTo(1.005013, within(1e-6));
  }

  @Test
  void belowSixNeuronsTheGainIsThatOfSix() {
    assertThat(Gain.randomWalk(RELU, 2)).isEqualTo(Gain.randomWalk(RELU, 6));
  }

  @Test
  void everyLayerHasTheGainOfItsOwnFanIn() {
    double due = 1.431709 / 10;
    assertThat(Init.randomWalk().lawOf(WeightShape.dense(100, 7)).std())
        .isCloseTo(due, within(1e-7));
    assertThat(Init.randomWalk().lawOf(WeightShape.dense(7, 100)).std())
        .isNotCloseTo(due, within(0.1));
  }

  @Test
  void saysWhichNumbersItUsed() {
    assertThat(Init.randomWalk().lawOf(WeightShape.dense(100, 100)).formula())
        .isEqualTo("std = gain / sqrt(fan_in) = 1.43171 / sqrt(100) = 0.143171, normal");
    assertThat(Init.randomWalk().name()).isEqualTo("random walk");
    assertThat(Init.randomWalk(LINEAR).name()).isEqualTo("random walk, linear");
  }

  @Test
  void refusesWhatThePaperDoesNotKnow() {
    assertThatThrownBy(() -> Init.randomWalk(GELU))
        .isInstanceOf(NoGainException.class)
        .hasMessageContaining("GELU");
    assertThatThrownBy(() -> Gain.randomWalk(RELU, Double.NaN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("the width is NaN");
  }
}
