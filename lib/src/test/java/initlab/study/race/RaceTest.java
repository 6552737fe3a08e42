package initlab.study.race;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import initlab.init.Activation;
import initlab.init.Init;
import initlab.nn.Plan;
import initlab.nn.layer.Mlp;
import initlab.study.probe.TiedNeurons;
import initlab.train.Histories;
import initlab.train.History;
import initlab.train.Training;
import initlab.train.data.Data;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RaceTest {
  private static final Plan PLAN = Mlp.of(Activation.TANH, 2, 8, 1).onPlainJava();
  private static final Race RATES =
      Race.of(seed -> Training.of(PLAN, Data.xor(40, 1)).steps(150))
          .seeds(3)
          .rates(1e-6, 1)
          .compare(Init.zeros(), Init.xavierNormal());

  private static Race.Result found;

  @BeforeAll // not a static initializer: its lambdas run on other threads, which would wait for it
  static void train() {
    found =
        Race.of(
                seed ->
                    Training.of(Mlp.of(Activation.TANH, 2, 4, 1).onPlainJava(), Data.xor(20, seed))
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
    var plan = Mlp.of(Activation.TANH, 2, 4, 1).onPlainJava();
    var run = Training.of(plan, Data.xor(20, 2)).adam(0.05).steps(20).every(10);
    assertThat(found.best("Xavier").last("loss")[1])
        .isEqualTo(run.from(Init.xavierNormal(), 2).finalLoss());
    assertThat(found.bestRate("Xavier")).isNaN();
  }

  @Test
  void tiedNeuronsStayTied() {
    assertThat(found.median("constant 0.5", "different")).isEqualTo(1);
    assertThat(found.interval("constant 0.5", "different").high()).isEqualTo(1);
    assertThat(found.largest("constant 0.5", "different")).isEqualTo(1);
    assertThat(found.largest("Xavier", "different")).isEqualTo(4);
    assertThat(found.count("zeros", "different", 2)).isZero();
    assertThat(found.count("Xavier", "different", 4)).isEqualTo(3);
  }

  @Test
  void theTableSaysMedianAndInterval() {
    var table = found.table("different", "loss").data();
    assertThat(table.columnNames()).containsExactly("start", "different", "loss");
    assertThat(table.stringColumn("start").asList())
        .containsExactly("zeros", "constant 0.5", "Xavier");
    assertThat(table.stringColumn("different").asList()).containsExactly("1", "1", "4");
    assertThat(table.stringColumn("loss").get(2))
        .matches("0\\.\\d\\d \\(0\\.\\d\\d to 0\\.\\d\\d\\)");
    assertThat(table.name()).isEqualTo("After 20 steps, median (5 % to 95 %) over 3 seeds");
    assertThat(found.table().data().columnNames()).containsExactly("start", "loss", "accuracy");
  }

  @Test
  void theFirstStepAtALevelIsFound() {
    assertThat(found.firstStep("Xavier", "different", 4)).isZero();
    assertThat(found.firstStep("zeros", "different", 4)).isEqualTo(-1);
    assertThat(found.firstStepInWords("Xavier", "different", 4)).isEqualTo("0");
    assertThat(found.firstStepInWords("zeros", "different", 4)).isEqualTo("never");
  }

  @Test
  void figuresSayEveryStart() {
    assertThat(found.plotLinear("accuracy").text()).contains("zeros, step 20", "Xavier, step 20");
    assertThat(found.plot("loss").text()).contains("loss on training data");
  }

  @Test
  void everyStartIsShownWithItsBestRate() {
    Race.Result raced = RATES.run();
    assertThat(raced.bestRate("Xavier")).isEqualTo(1);
    assertThat(raced.best("Xavier").runs().get(0).training().optimizer())
        .hasToString("SGD, rate 1");
    assertThat(raced.median("Xavier", "accuracy")).isGreaterThan(0.8);
    assertThat(raced.interval("zeros", "accuracy").high()).isLessThan(0.8);
    assertThat(raced.table().data().columnNames())
        .containsExactly("start", "best rate", "loss", "accuracy");
    assertThat(raced.table().data().doubleColumn("best rate").get(1)).isEqualTo(1);
    var rates = raced.rates("accuracy").data();
    assertThat(rates.columnNames()).containsExactly("start", "rate 1e-6", "rate 1");
    assertThat(rates.stringColumn("rate 1").get(1))
        .isEqualTo(raced.table().data().stringColumn("accuracy").get(1));
    assertThat(raced.diverged()).isZero();
  }

  @Test
  void oneThatDivergedLosesToOneThatDidNot() {
    var plan = Mlp.of(Activation.LINEAR, 2, 1);
    var teacher = Data.linearTeacher(40, 2, 1, 1);
    Race.Result raced =
        Race.of(seed -> Training.of(plan, teacher).steps(2000))
            .seeds(2)
            .rates(0.01, 100)
            .compare(Init.xavierNormal())
            .run();
    assertThat(raced.bestRate("Xavier")).isEqualTo(0.01);
    assertThat(raced.diverged()).isEqualTo(2);
    assertThat(raced.table().data().columnNames()).containsExactly("start", "best rate", "loss");
    assertThat(raced.rates("loss").data().stringColumn("rate 100").get(0)).isEqualTo("\u221E");
  }

  /** At the smallest rate nothing moves in 150 steps, so that only the larger one can arrive. */
  @Test
  void runsThatReachedTheirAimAreCounted() {
    Race aim =
        Race.of(seed -> Training.of(PLAN, Data.xor(40, 1)).steps(150).until(0.6))
            .seeds(3)
            .compare(Init.zeros(), Init.xavierNormal());
    Race.Result raced = aim.rates(1e-6, 1).run();
    assertThat(raced.reached("Xavier")).isEqualTo(3);
    assertThat(raced.reached("zeros")).isZero();
    assertThat(raced.bestRate("Xavier")).isEqualTo(1);
    assertThat(raced.best("Xavier").stepsToAim().high()).isFinite();
    assertThat(raced.best("zeros").stepsToAim().median()).isInfinite();
    var table = raced.reached().data();
    assertThat(table.longColumn("rate 1e-6").asList()).containsExactly(0L, 0L);
    assertThat(table.longColumn("rate 1").asList()).containsExactly(0L, 3L);
    assertThat(aim.run().reached().data().columnNames()).containsExactly("start", "reached");
  }

  /** A rate that gets to the aim in fewer steps wins although both end with every point right. */
  @Test
  void theFewestStepsToTheAimWin() {
    var plan = Mlp.of(Activation.LINEAR, 2, 1);
    var teacher = Data.linearTeacher(40, 2, 1, 1);
    Race.Result raced =
        Race.of(seed -> Training.of(plan, teacher).steps(4000).until(1e-3))
            .seeds(2)
            .rates(0.01, 0.1)
            .compare(Init.xavierNormal())
            .run();
    assertThat(raced.reached("Xavier")).isEqualTo(4);
    assertThat(raced.bestRate("Xavier")).isEqualTo(0.1);
  }

  /** Equal medians: the rate at which no seed is lost wins, and of two such the smaller one. */
  @Test
  void ofEqualMediansTheSurerRateWins() {
    Training plain = Training.of(PLAN, Data.xor(40, 1)).steps(20);
    History fine = plain.from(Init.xavierNormal(), 1);
    History lost = plain.from(Init.constant(1e308), 1);
    var risky = new Histories("Xavier", List.of(fine, fine, lost));
    var sure = new Histories("Xavier", List.of(fine, fine, fine));
    var hopeless = new Histories("Xavier", List.of(lost, lost, lost));
    var entries =
        List.of(
            new Entry(0.01, hopeless),
            new Entry(0.1, risky),
            new Entry(0.9, sure),
            new Entry(0.3, sure));
    assertThat(BestRate.of(entries, "Xavier").rate()).isEqualTo(0.3);
  }

  @Test
  void whatCannotBeRacedIsNamed() {
    Race none = Race.of(s -> Training.of(PLAN, Data.xor(9, s)));
    assertThatThrownBy(none::run).hasMessageContaining("number of starts");
    assertThatThrownBy(() -> none.seeds(0)).hasMessageContaining("number of seeds is 0");
    assertThatThrownBy(none::rates).hasMessageContaining("number of rates is 0");
    assertThatThrownBy(() -> none.rates(0.1, Double.NaN)).hasMessageContaining("rate is NaN");
    assertThatThrownBy(() -> none.compare(Init.zeros(), Init.zeros()))
        .hasMessageContaining("the name of a start is zeros");
    assertThatThrownBy(() -> found.best("He"))
        .hasMessageContaining("[zeros, constant 0.5, Xavier]");
    assertThatThrownBy(() -> found.reached("He")).hasMessageContaining("Xavier");
    assertThatThrownBy(() -> found.table("los")).hasMessageContaining("accuracy");
    assertThatThrownBy(() -> found.rates("loss")).hasMessageContaining("rates(0.01, 0.03)");
  }

  @Test
  void hundredsOfHistoriesKeepNoNetworks() {
    History run = found.best("Xavier").runs().get(0);
    assertThatThrownBy(run::net)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("train it again");
    assertThat(run.training().from(Init.xavierNormal(), run.seed()).finalLoss())
        .isEqualTo(run.finalLoss());
  }

  @Test
  void oneRateOfSeveralCanBeLookedAtAlone() {
    var race = RATES.run();
    assertThat(race.at(1e-6).bestRate("Xavier")).isEqualTo(1e-6);
    assertThat(race.at(1).median("Xavier", "loss"))
        .isEqualTo(race.median("Xavier", "loss"))
        .isLessThan(race.at(1e-6).median("Xavier", "loss"));
    assertThatThrownBy(() -> race.at(0.5))
        .hasMessageContaining("the learning rate")
        .hasMessageContaining("1.0E-6, 1.0");
  }
}
