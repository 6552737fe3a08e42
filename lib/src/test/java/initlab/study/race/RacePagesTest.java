package initlab.study.race;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import initlab.init.Activation;
import initlab.init.Init;
import initlab.math.Interval;
import initlab.nn.Plan;
import initlab.nn.Start;
import initlab.nn.layer.Mlp;
import initlab.study.IntervalColumns;
import initlab.study.Loops;
import initlab.train.Ending;
import initlab.train.Histories;
import initlab.train.History;
import initlab.train.Training;
import initlab.train.data.Data;
import initlab.view.figure.Curve;
import initlab.view.figure.Panel;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A race's tables and figures, every cell against runs that are trained one by one. */
class RacePagesTest {
  private static final Plan PLAN = Mlp.of(Activation.TANH, 2, 5, 1).onPlainJava();
  private static final List<Start> STARTS =
      List.of(Start.drawn(Init.normal(0.1)), Start.drawn(Init.heNormal()));
  private static final double[] RATES = {2, 0.01, 0.3};
  private static final int SEEDS = 4;

  private static Race.Result found;
  private static History[][][] runs; // start, rate, seed

  private static Training training(long seed) {
    return Training.of(PLAN, Data.xor(30, 10 + seed)).batch(10).steps(24).every(8).until(0.6);
  }

  @BeforeAll
  static void train() {
    Race race = Race.of(RacePagesTest::training).and(STARTS.get(0)).seeds(SEEDS).rates(RATES);
    found = race.compare(Init.heNormal()).run();
    runs = new History[2][3][SEEDS];
    for (int start = 0; start < 2; start++) {
      for (int rate = 0; rate < 3; rate++) {
        for (int nth = 0; nth < SEEDS; nth++) {
          runs[start][rate][nth] =
              training(nth + 1).sgd(RATES[rate]).from(STARTS.get(start), nth + 1);
        }
      }
    }
  }

  private static double[] each(int start, int rate, ToDoubleFunction<History> number) {
    return List.of(runs[start][rate]).stream().mapToDouble(number).toArray();
  }

  private static Interval interval(double... values) {
    return new Interval(
        Loops.quantile(0.05, values), Loops.quantile(0.5, values), Loops.quantile(0.95, values));
  }

  /** Steps to the aim, infinite for a run that did not arrive. */
  private static double steps(History run) {
    return run.ending().kind() == Ending.Kind.REACHED
        ? run.ending().step()
        : Double.POSITIVE_INFINITY;
  }

  private static long reached(int start, int rate) {
    return List.of(runs[start][rate]).stream().filter(run -> Double.isFinite(steps(run))).count();
  }

  /** The rate with the fewest steps, then the lowest loss, ...: by hand from the runs. */
  private static int best(int start) {
    int best = 0;
    for (int rate = 1; rate < 3; rate++) {
      best = Arrays.compare(criteria(start, rate), criteria(start, best)) < 0 ? rate : best;
    }
    return best;
  }

  private static double[] criteria(int start, int rate) {
    return new double[] {
      Loops.quantile(0.5, each(start, rate, RacePagesTest::steps)),
      Loops.quantile(0.5, each(start, rate, History::finalLoss)),
      Loops.quantile(0.95, each(start, rate, History::finalLoss)),
      RATES[rate]
    };
  }

  @Test
  void everyRateHasItsColumnInTheOrderGiven() {
    var accuracy = found.rates("accuracy").data();
    assertThat(accuracy.name())
        .isEqualTo("accuracy at the end by learning rate, median (5 % to 95 %) over 4 seeds");
    assertThat(accuracy.columnNames()).containsExactly("start", "rate 2", "rate 0.01", "rate 0.3");
    var reached = found.reached().data();
    assertThat(reached.name()).isEqualTo("Runs of 4 that reached the aim");
    assertThat(reached.columnNames()).isEqualTo(accuracy.columnNames());
    assertThat(reached.stringColumn("start").asList()).containsExactly("normal, std 0.1", "He");
    for (int start = 0; start < 2; start++) {
      long all = 0;
      for (int rate = 0; rate < 3; rate++) {
        String column = accuracy.columnNames().get(rate + 1);
        Interval due = interval(each(start, rate, History::accuracy));
        assertThat(accuracy.stringColumn(column).get(start)).isEqualTo(IntervalColumns.words(due));
        assertThat(reached.longColumn(column).get(start)).isEqualTo(reached(start, rate));
        all += reached(start, rate);
      }
      assertThat(found.reached(STARTS.get(start).name())).isEqualTo(all);
    }
    assertThat(found.reached("He")).isBetween(1, 11);
  }

  @Test
  void theTableShowsEachStartWithItsBestRate() {
    var table = found.table("loss", "accuracy").data();
    assertThat(table.name()).isEqualTo("After 24 steps, median (5 % to 95 %) over 4 seeds");
    assertThat(table.columnNames()).containsExactly("start", "best rate", "loss", "accuracy");
    for (int start = 0; start < 2; start++) {
      int best = best(start);
      String name = STARTS.get(start).name();
      assertThat(found.bestRate(name)).isEqualTo(RATES[best]);
      assertThat(table.doubleColumn("best rate").get(start)).isEqualTo(RATES[best]);
      Interval loss = interval(each(start, best, History::finalLoss));
      assertThat(table.stringColumn("loss").get(start)).isEqualTo(IntervalColumns.words(loss));
      Interval right = interval(each(start, best, History::accuracy));
      assertThat(table.stringColumn("accuracy").get(start)).isEqualTo(IntervalColumns.words(right));
      assertThat(found.interval(name, "loss").low()).isCloseTo(loss.low(), Loops.EXACT);
      assertThat(found.interval(name, "loss").high()).isCloseTo(loss.high(), Loops.EXACT);
      assertThat(found.median(name, "loss")).isCloseTo(loss.median(), Loops.EXACT);
    }
    assertThat(found.table().data().columnNames())
        .containsExactly("start", "best rate", "loss", "accuracy");
  }

  @Test
  void aCurveIsABandOverTheLooks() {
    int best = best(1);
    List<Entry> entries =
        List.of(
            new Entry(0.5, new Histories("low", List.of(runs[0][1]))),
            new Entry(0.5, new Histories("He", List.of(runs[1][best]))));
    Panel panel = new RaceFigure(entries, false, false).panel("loss");
    assertThat(panel.title()).isEqualTo("loss on training data");
    assertThat(panel.xLabel()).isEqualTo("step");
    assertThat(panel.curves().stream().map(Curve::name))
        .containsExactly("low, rate 0.5", "He, rate 0.5");
    assertThat(panel.curves().stream().map(Curve::looksLike)).containsExactly("low", "He");
    Curve curve = panel.curves().get(0);
    assertThat(curve.x()).containsExactly(0, 8, 16, 24);
    for (int look = 0; look < 4; look++) {
      int at = look;
      double[] losses = each(0, 1, run -> run.series("loss")[at]);
      assertThat(curve.median()[look]).isCloseTo(Loops.quantile(0.5, losses), Loops.EXACT);
      assertThat(curve.low()[look]).isCloseTo(Loops.quantile(0.05, losses), Loops.EXACT);
      assertThat(curve.high()[look]).isCloseTo(Loops.quantile(0.95, losses), Loops.EXACT);
    }
    String title = "XOR quadrants: tanh net, 2 layers, 2 -> 1, 24 steps, 4 seeds\n";
    assertThat(found.plot("loss").text()).startsWith(title + "loss on training data");
    assertThat(found.plotLinear("accuracy").text()).startsWith(title + "accuracy on training data");
  }

  /** The seed is that of the weights, and the training's to use for its data. */
  @Test
  void aRunIsThatOfItsSeed() {
    Histories he = found.best("He");
    assertThat(he.runs()).hasSize(SEEDS);
    for (int nth = 0; nth < SEEDS; nth++) {
      History due = runs[1][best(1)][nth];
      assertThat(he.runs().get(nth).seed()).isEqualTo(nth + 1);
      assertThat(he.runs().get(nth).loss()).isEqualTo(due.loss());
      assertThat(he.runs().get(nth).training().optimizer())
          .hasToString(due.training().optimizer().toString());
    }
    double[] right = each(1, best(1), History::accuracy);
    double second = IntStream.range(0, SEEDS).mapToDouble(i -> right[i]).sorted().toArray()[1];
    assertThat(found.count("He", "accuracy", second)).isBetween(3, 4);
    assertThat(found.diverged()).isZero();
  }

  @Test
  void aRaceWithoutRatesKeepsItsTrainingsOwn() {
    Race.Result plain = Race.of(seed -> training(seed).sgd(0.7)).seeds(2).and(STARTS.get(1)).run();
    assertThat(plain.bestRate("He")).isNaN();
    assertThat(plain.best("He").runs().get(1).loss())
        .isEqualTo(training(2).sgd(0.7).from(STARTS.get(1), 2).loss());
    assertThat(plain.table().data().columnNames()).containsExactly("start", "loss", "accuracy");
    long due =
        IntStream.of(1, 2)
            .filter(s -> Double.isFinite(steps(training(s).sgd(0.7).from(STARTS.get(1), s))))
            .count();
    assertThat(plain.reached().data().longColumn("reached").get(0)).isEqualTo(due);
    assertThatThrownBy(() -> plain.rates("loss")).hasMessageContaining("number of rates is 0");
  }
}
