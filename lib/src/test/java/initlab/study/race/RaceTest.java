package initlab.study.race;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import initlab.init.Activation;
import initlab.init.Init;
import initlab.nn.layer.Mlp;
import initlab.train.Training;
import initlab.train.data.Data;
import org.junit.jupiter.api.Test;

class RaceTest {
  private static final Race RACE =
      Race.of(
              rate ->
                  Training.of(Mlp.of(Activation.TANH, 2, 8, 1), Data.xor(40, 1))
                      .sgd(rate)
                      .steps(150))
          .seeds(3)
          .rates(1e-6, 1)
          .compare(Init.zeros(), Init.xavierNormal());

  @Test
  void everyStartIsShownWithItsBestRate() {
    Raced raced = RACE.run();
    assertThat(raced.entries()).hasSize(4);
    assertThat(raced.best("Xavier").rate()).isEqualTo(1);
    assertThat(raced.best("Xavier").accuracy(0.5)).isGreaterThan(0.8);
    assertThat(raced.best("zeros").accuracy(0.95)).isLessThan(0.8);
    assertThat(raced.table().height()).isEqualTo(2);
    assertThat(raced.rates().text()).contains("rate 1");
    assertThat(raced.diverged()).isZero();
  }

  @Test
  void oneThatDivergedLosesToOneThatDidNot() {
    var plan = Mlp.of(Activation.LINEAR, 2, 1);
    var teacher = Data.linearTeacher(40, 2, 1, 1);
    Raced raced =
        Race.of(rate -> Training.of(plan, teacher).sgd(rate).steps(2000))
            .seeds(2)
            .rates(0.01, 100)
            .compare(Init.xavierNormal())
            .run();
    assertThat(raced.best("Xavier").rate()).isEqualTo(0.01);
    assertThat(raced.diverged()).isEqualTo(2);
  }

  @Test
  void runsThatReachedTheirAimAreCounted() {
    Raced raced =
        new Race(r -> RACE.training().apply(r).until(0.6), RACE.rates(), 3, RACE.starts()).run();
    assertThat(raced.reached("Xavier")).isEqualTo(3);
    assertThat(raced.reached("zeros")).isZero();
    assertThat(raced.reached().data().column("rate 1").asList().toString()).isEqualTo("[0, 3]");
  }

  @Test
  void anUnknownStartIsRefusedWithTheKnownOnes() {
    Raced raced = RACE.seeds(1).run();
    assertThatThrownBy(() -> raced.best("He"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("[zeros, Xavier]");
  }
}
