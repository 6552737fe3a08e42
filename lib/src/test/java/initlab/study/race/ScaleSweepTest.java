package initlab.study.race;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import initlab.init.Activation;
import initlab.nn.layer.Mlp;
import initlab.train.Training;
import initlab.train.data.Data;
import initlab.train.data.Dataset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

@TestInstance(Lifecycle.PER_CLASS)
class ScaleSweepTest {
  private ScaleSweep swept = ScaleSweep.of(0.01, 1, 3);

  private static Training training(int depth, long seed) {
    Dataset data = Data.xor(60, seed);
    return Training.of(Mlp.deep(Activation.RELU, 2, 8, depth, 1), data.take(40))
        .heldOut(data.drop(40))
        .adam(0.03)
        .steps(60)
        .every(60);
  }

  @BeforeAll
  void train() {
    swept = swept.seeds(3).rates(0.01, 0.03).train("shallow", seed -> training(1, seed));
  }

  /** At std 0.01 nothing comes out: log 2. Fixed seeds. */
  @Test
  void theLossBeginsAtLogTwoWhereWeightsAreSmallAndAboveWhereTheyAreLarge() {
    assertThat(swept.startLoss("shallow", 0.01)).isBetween(0.693, 0.694);
    assertThat(swept.startLoss("shallow", 1)).isGreaterThan(0.75);
  }

  /** E a^2 = E x^2 std^2 for a ReLU layer of two inputs, here within a factor 3. */
  @Test
  void theSecondMomentOfTheHiddenLayerIsThatOfTheory() {
    assertThat(swept.moment("shallow", 0.1) / 0.01).isBetween(0.33, 3.0);
    assertThat(swept.moment("shallow", 1) / swept.moment("shallow", 0.1)).isBetween(99.0, 101.0);
  }

  @Test
  void scalesThatLearnAreCounted() {
    assertThat(swept.count("shallow", 0)).isEqualTo(3);
    assertThat(swept.count("shallow", 1.01)).isZero();
    assertThat(swept.smallest("shallow", 0)).isEqualTo(0.01);
    assertThat(swept.largest("shallow", 0)).isEqualTo(1);
    assertThat(swept.smallest("shallow", 1.01)).isNaN();
  }

  @Test
  void theFigureShowsBeforeAndAfter() {
    assertThat(swept.plot().text()).contains("XOR quadrants", "before", "after: held-out accuracy");
    assertThat(swept.startLoss().text()).contains("loss at step 0");
  }

  @Test
  void refusesWhatIsNoSweep() {
    assertThatThrownBy(() -> ScaleSweep.of(1, 0.1, 5)).hasMessageContaining("highest");
    assertThatThrownBy(() -> ScaleSweep.of(0, 0.1, 5)).hasMessageContaining("lowest");
    assertThatThrownBy(() -> swept.moment("shallow", 7)).hasMessageContaining("0.01");
    assertThatThrownBy(() -> swept.count("deep", 0.5)).hasMessageContaining("shallow");
    assertThatThrownBy(() -> ScaleSweep.of(0.1, 1, 3).plot()).hasMessageContaining("Train one");
  }
}
