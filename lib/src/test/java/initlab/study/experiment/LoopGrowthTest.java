package initlab.study.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import initlab.init.Init;
import initlab.init.Initializer;
import initlab.init.WeightShape;
import initlab.math.Interval;
import initlab.math.RandomStreams;
import initlab.train.data.Data;
import org.junit.jupiter.api.Test;

/** One matrix again and again, beside its largest eigenvalue. */
class LoopGrowthTest {
  private static final Initializer TWICE = Init.identity(2);

  @Test
  void aMultipleOfTheIdentityGrowsAsItsPower() {
    LoopGrowth loop = LoopGrowth.of(3, 5).compare(TWICE, Init.identity(0.1));
    assertThat(loop.radius(TWICE).median()).isCloseTo(2, within(1e-12));
    assertThat(loop.end(TWICE).median() / loop.rest(TWICE).median())
        .isCloseTo(Math.pow(2, 10), within(1e-6));
    assertThat(loop.shareLevel(TWICE)).isZero();
    assertThat(loop.shareLevel(Init.identity(0.1))).isZero();
    assertThat(LoopGrowth.of(3, 1).compare(Init.identity()).shareLevel(Init.identity()))
        .isEqualTo(1);
  }

  @Test
  void theEndIsWhatPlainLoopsGive() {
    double[] due = new double[60];
    for (int s = 1; s <= 60; s++) {
      var w = Init.lecunNormal().draw(WeightShape.dense(4, 4), RandomStreams.layer(s, 0));
      double[][] x = ByHand.rows(Data.normal(16, 4, s));
      for (int step = 0; step < 3; step++) {
        x = ByHand.times(x, w);
      }
      due[s - 1] = ByHand.secondMoment(x);
    }
    Interval found = LoopGrowth.of(4, 3).compare(Init.lecunNormal()).end(Init.lecunNormal());
    assertThat(found.median()).isCloseTo(Interval.of(due).median(), within(1e-12));
    assertThat(found.low()).isCloseTo(Interval.of(due).low(), within(1e-12));
  }

  @Test
  void thePictureHasALineAndAPointForEachDraw() {
    String words = LoopGrowth.of(4, 3).compare(Init.lecunNormal(), Init.zeros()).plot().text();
    assertThat(words).contains("3 times", "radius^6 alone: line", "LeCun: 60 points", "zeros");
  }

  @Test
  void whatWasNotComparedIsNamed() {
    assertThatThrownBy(() -> LoopGrowth.of(4, 3).end(TWICE)).hasMessageContaining("identity");
    assertThatThrownBy(() -> LoopGrowth.of(4, 0)).hasMessageContaining("steps is 0");
    assertThatThrownBy(() -> LoopGrowth.of(257, 3)).hasMessageContaining("at most 256");
    assertThatThrownBy(() -> LoopGrowth.of(4, 3).plot()).hasMessageContaining("rules");
  }
}
