package initlab.study.race;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import initlab.init.Activation;
import initlab.init.Init;
import initlab.math.Interval;
import initlab.nn.Plan;
import initlab.nn.layer.Mlp;
import initlab.train.History;
import initlab.train.Training;
import initlab.train.data.Data;
import initlab.train.data.Dataset;
import initlab.view.Shapes;
import initlab.view.figure.Level;
import initlab.view.figure.Panel;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A race with held-out data, and one start that diverges. */
class RaceFigureTest {
  private static final Plan PLAN = Mlp.of(Activation.TANH, 2, 6, 1).onPlainJava();
  private static final int SEEDS = 3;

  private static Race.Result found;

  private static Training training(long seed) {
    Dataset all = Data.xor(60, seed);
    return Training.of(PLAN, all.take(40)).heldOut(all.drop(40)).steps(60).every(10);
  }

  @BeforeAll
  static void train() {
    found =
        Race.of(RaceFigureTest::training)
            .rates(0.01, 0.5)
            .seeds(SEEDS)
            .compare(Init.zeros(), Init.xavierNormal(), Init.constant(1e308).named("far"))
            .run();
  }

  private static Panel panel(String series, boolean logSteps) {
    Entry xavier = new Entry(0.5, found.best("Xavier"));
    return new RaceFigure(List.of(xavier), logSteps, false).panel(series);
  }

  @Test
  void heldOutNumbersAreThoseOfTheNetworkOnDataItNeverSaw() {
    for (int nth = 0; nth < SEEDS; nth++) {
      History run = found.best("Xavier").runs().get(nth);
      Dataset heldOut = Data.xor(60, nth + 1).drop(40);
      assertThat(run.last("held-out loss")).isCloseTo(heldOut.loss(run.net()), within(1e-12));
      assertThat(run.last("held-out accuracy")).isEqualTo(heldOut.accuracy(run.net()));
      assertThat(run.series("held-out loss")).hasSize(7);
    }
    assertThat(found.table().data().columnNames())
        .containsExactly("start", "best rate", "loss", "held-out accuracy");
  }

  @Test
  void aRunThatDivergedCountsAsTheWorst() {
    assertThat(found.interval("far", "loss").median()).isInfinite();
    assertThat(found.shareAtChance("far")).isEqualTo(1);
    assertThat(found.stepsTo("far", 100).low()).isInfinite();
  }

  @Test
  void zerosStayAtChanceAndStepsAreThoseOfTheFirstLook() {
    assertThat(found.shareAtChance("zeros")).isEqualTo(1);
    assertThat(found.shareAtChance("Xavier")).isLessThan(1);
    double aim = found.interval("Xavier", "loss").high() * 1.0001;
    double[] due =
        found.best("Xavier").runs().stream().mapToDouble(run -> firstLook(run, aim)).toArray();
    assertThat(found.stepsTo("Xavier", aim)).isEqualTo(Interval.of(due));
    assertThat(found.stepsTo("Xavier", 0).median()).isInfinite();
  }

  private static double firstLook(History run, double aim) {
    double[] loss = run.series("loss");
    int i = 0;
    while (i < loss.length && loss[i] > aim) {
      i++;
    }
    return i < loss.length ? run.steps()[i] : Double.POSITIVE_INFINITY;
  }

  @Test
  void accuracyGoesFromZeroToOneAndLossInDecadesEachWithItsLineAtChance() {
    Panel loss = panel("loss", false);
    assertThat(loss.log()).isTrue();
    assertThat(loss.levels()).hasSize(1);
    assertThat(loss.levels().get(0).value()).isCloseTo(Math.log(2), within(1e-12));
    Panel right = panel("held-out accuracy", false);
    assertThat(right.title()).isEqualTo("accuracy on held-out data");
    assertThat(right.log()).isFalse();
    assertThat(right.levels()).startsWith(new Level("", 0), new Level("", 1)).hasSize(3);
    assertThat(right.levels().get(2).value()).isBetween(0.5, 0.8);
  }

  @Test
  void stepsInDecadesLeaveOutTheLookBeforeTheFirstStep() {
    Panel decades = panel("loss", true);
    assertThat(decades.logX()).isTrue();
    assertThat(decades.curves().get(0).x()).containsExactly(10, 20, 30, 40, 50, 60);
    double[] all = panel("loss", false).curves().get(0).median();
    assertThat(decades.curves().get(0).median())
        .containsExactly(Arrays.copyOfRange(all, 1, all.length));
    assertThat(found.logSteps().plot("loss").text()).contains("step 60: median");
  }

  /** Two panels whose curves have the same names leave them to the one at the right. */
  @Test
  void namesWithTheirRatesStandOnceAndTheLastStepIsLabelled() {
    Shapes drawn = Shapes.of(found.plot("loss", "held-out accuracy"));
    String xavier = "Xavier, rate " + (found.bestRate("Xavier") == 0.5 ? "0.5" : "0.01");
    assertThat(drawn.text(xavier).x()).isGreaterThan(560);
    assertThat(drawn.words().stream().filter("60"::equals)).hasSize(2);
    assertThat(drawn.words().stream().filter("chance"::equals)).hasSize(2);
    assertThat(drawn.words()).contains("step", "0.2", "1");
  }
}
