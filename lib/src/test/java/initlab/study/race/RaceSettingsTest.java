package initlab.study.race;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import initlab.init.Activation;
import initlab.init.Init;
import initlab.nn.Plan;
import initlab.nn.Start;
import initlab.nn.layer.Mlp;
import initlab.train.Training;
import initlab.train.data.Data;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Each setting of a race shows in its result, and none takes another back. */
class RaceSettingsTest {
  private static final Plan PLAN = Mlp.of(Activation.TANH, 2, 3, 1).onPlainJava();
  private static final Race PLAIN =
      Race.of(seed -> Training.of(PLAN, Data.xor(12, seed)).steps(3).every(1));
  private static final List<UnaryOperator<Race>> SETTINGS =
      List.of(
          race -> race.seeds(2),
          race -> race.rates(0.5, 0.1, 0.5),
          race -> race.compare(Init.heNormal()),
          race -> race.and(Start.drawn(Init.zeros())));

  @Test
  void anyOrderOfTheSettingsIsTheSameRace() {
    for (int first = 0; first < 4; first++) {
      for (int stride : new int[] {1, 3}) {
        Race race = PLAIN;
        for (int i = 0; i < 4; i++) {
          race = SETTINGS.get((first + i * stride) % 4).apply(race);
        }
        Race.Result found = race.run();
        var rates = found.rates("loss").data();
        assertThat(rates.columnNames()).containsExactly("start", "rate 0.5", "rate 0.1");
        assertThat(rates.stringColumn("start").asList()).containsExactlyInAnyOrder("He", "zeros");
        assertThat(found.best("He").runs()).hasSize(2);
        assertThat(found.best("He").runs().get(1).training().data().x().data)
            .isEqualTo(Data.xor(12, 2).x().data);
        assertThat(found.best("zeros").runs().get(0).start()).isEqualTo("zeros");
      }
    }
  }

  @Test
  void aRaceHasTenSeedsUnlessToldOtherwise() {
    Race.Result found = PLAIN.compare(Init.heNormal()).run();
    assertThat(found.best("He").runs()).hasSize(10);
    assertThat(found.best("He").runs().get(9).seed()).isEqualTo(10);
    assertThat(found.best("He").runs().get(0).training().optimizer()).hasToString("SGD, rate 0.1");
    assertThat(found.reached("He")).isZero();
    assertThat(found.table().data().name())
        .isEqualTo("After 3 steps, median (5 % to 95 %) over 10 seeds");
  }

  /** A look in the middle: its step is said, not its number among the looks. */
  @Test
  void theFirstStepIsThatOfItsLook() {
    Race.Result found =
        Race.of(
                seed ->
                    Training.of(PLAN, Data.xor(12, seed))
                        .steps(30)
                        .every(10)
                        .watch("bias", net -> net.parameter("1.b").value().data[0] == 0 ? 0 : 1)
                        .watch("minus", net -> -2))
            .seeds(3)
            .compare(Init.heNormal(), Init.zeros())
            .run();
    assertThat(found.firstStep("He", "bias", 0.5)).isEqualTo(10);
    assertThat(found.firstStepInWords("He", "bias", 0.5)).isEqualTo("10");
    assertThat(found.firstStep("He", "bias", 0)).isZero();
    assertThat(found.firstStepInWords("zeros", "bias", 0.5)).isEqualTo("never");
    assertThat(found.largest("He", "bias")).isEqualTo(1);
    assertThat(found.largest("zeros", "bias")).isZero();
    assertThat(found.plotLinear("minus").text()).contains("He, step 30: median -2");
    assertThat(found.plotLinear("loss").text()).contains("loss on training data");
    assertThat(found.count("He", "bias", 1)).isEqualTo(3);
    assertThat(found.count("He", "bias", 1.01)).isZero();
  }

  @Test
  void aTrainingThatIsNotThereIsNamed() {
    Race race = Race.of(seed -> null).rates(0.1).compare(Init.heNormal());
    assertThatThrownBy(race::run).hasMessageContaining("the training of seed 1 is null");
  }
}
