package initlab.study.race;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import initlab.init.Activation;
import initlab.init.Init;
import initlab.nn.layer.Mlp;
import initlab.train.Training;
import initlab.train.data.Data;
import org.junit.jupiter.api.Test;

/** One race at several depths. */
class DepthSweepTest {

  private static Race race(int depth) {
    return Race.of(
            seed ->
                Training.of(Mlp.deep(Activation.TANH, 2, 4, depth, 1), Data.xor(20, seed))
                    .holdOut(10)
                    .adam(0.03)
                    .steps(5))
        .seeds(2)
        .rates(0.01, 0.03)
        .compare(Init.xavierNormal(), Init.zeros());
  }

  @Test
  void everyDepthIsItsOwnRace() {
    DepthSweep swept = DepthSweep.of(DepthSweepTest::race, 1, 3);
    assertThat(swept.at(3).median("Xavier", "loss"))
        .isEqualTo(race(3).run().median("Xavier", "loss"));
    assertThat(swept.plot("accuracy", "held-out accuracy").text())
        .contains("XOR quadrants: best rate at each depth, 5 steps, 2 seeds")
        .contains("accuracy on training data", "accuracy on held-out data", "chance")
        .contains("Xavier, hidden layers 3", "zeros, hidden layers 3");
    assertThat(swept).hasToString("races at depths [1, 3]");
    assertThat(swept.deepest("Xavier", "accuracy", 0)).isEqualTo(3);
    assertThat(swept.deepest("Xavier", "accuracy", 1.01)).isZero();
    assertThatThrownBy(() -> swept.at(2)).hasMessageContaining("one of [1, 3]");
  }

  @Test
  void refusalsSayWhatIsDue() {
    assertThatThrownBy(() -> DepthSweep.of(DepthSweepTest::race, 3)).hasMessageContaining("depths");
    assertThatThrownBy(() -> DepthSweep.of(DepthSweepTest::race, 0, 3))
        .hasMessageContaining("least depth");
    assertThatThrownBy(() -> DepthSweep.of(DepthSweepTest::race, 3, 3))
        .hasMessageContaining("the depths");
  }
}
