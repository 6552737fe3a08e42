package initlab.study.race;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import initlab.init.Activation;
import initlab.init.Init;
import initlab.nn.Plan;
import initlab.nn.layer.Mlp;
import initlab.study.probe.TiedNeurons;
import initlab.train.Training;
import initlab.train.data.Data;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TrainingsTest {
  private static final Plan PLAN = Mlp.of(Activation.TANH, 2, 4, 1).onPlainJava();

  private static Trained found;

  @BeforeAll // not a static initializer: its lambdas run on other threads, which would wait for it
  static void train() {
    found =
        Trainings.of(
                seed ->
                    Training.of(PLAN, Data.xor(20, seed))
                        .adam(0.05)
                        .steps(20)
                        .every(10)
                        .watch("different", net -> TiedNeurons.different(net, 1)))
            .seeds(3)
            .compare(Init.zeros(), Init.constant(0.5), Init.xavierNormal())
            .run();
  }

  @Test
  void everySeedHasItsOwnDataAndIsARunOfItsOwn() {
    var run = Training.of(PLAN, Data.xor(20, 2)).adam(0.05).steps(20).every(10);
    assertThat(found.of("Xavier").last("loss")[1])
        .isEqualTo(run.from(Init.xavierNormal(), 2).finalLoss());
  }

  @Test
  void tiedNeuronsStayTied() {
    assertThat(found.last("constant 0.5", "different")).isEqualTo(1);
    assertThat(found.count("zeros", "different", 2)).isZero();
    assertThat(found.count("Xavier", "different", 4)).isEqualTo(3);
  }

  @Test
  void theTableSaysMedianAndInterval() {
    assertThat(found.table("different", "loss").text())
        .contains("constant 0.5", "Xavier")
        .containsPattern("zeros +1 +0\\.\\d\\d");
  }

  @Test
  void theFirstStepAtALevelIsFound() {
    assertThat(found.firstStep("Xavier", "different", 4)).isZero();
    assertThat(found.firstStep("zeros", "different", 4)).isEqualTo(-1);
  }

  @Test
  void figuresSayEveryStart() {
    assertThat(found.plotLinear("accuracy").text()).contains("zeros, step 20", "Xavier, step 20");
    assertThat(found.plot("loss").text()).contains("loss while training");
  }

  @Test
  void nothingToCompareIsNamed() {
    assertThatThrownBy(() -> Trainings.of(s -> Training.of(PLAN, Data.xor(9, s))).run())
        .hasMessageContaining("number of starts");
    assertThatThrownBy(() -> found.of("He")).hasMessageContaining("Xavier");
  }
}
