package initlab.train;

import static org.assertj.core.api.Assertions.assertThat;

import initlab.init.Activation;
import initlab.init.Init;
import initlab.init.Initializer;
import initlab.math.Quantiles;
import initlab.nn.Plan;
import initlab.nn.layer.Mlp;
import initlab.train.data.Data;
import initlab.train.data.Dataset;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class HistoriesTest {

  /**
   * The first lesson's races, 10 seeds: zeros name the larger class (0.53), a constant start has W1
   * of rank 1 and stays below 0.75, Xavier is at 0.97 or more in all ten (measured: 0.53, 0.64,
   * 0.995 to 1).
   */
  @Test
  void zerosAndConstantsLoseToXavierOnXor() {
    Dataset data = Data.xor(200, 1);
    Training training =
        Training.of(Mlp.of(Activation.TANH, 2, 16, 1).onPlainJava(), data)
            .adam(0.05)
            .steps(400)
            .watch(Watch.rank(1));
    assertThat(training.over(2, Init.zeros()).last("accuracy")).containsOnly(data.largestClass());
    Histories constant = training.over(2, Init.constant(0.5));
    assertThat(constant.end("accuracy").median()).isBetween(0.5, 0.75);
    assertThat(constant.band("rank of W1").high()).containsOnly(1);
    Histories xavier = training.over(10, Init.xavierNormal());
    assertThat(Quantiles.of(xavier.last("accuracy"), 0)).isGreaterThan(0.97);
    assertThat(xavier.last("rank of W1")).containsOnly(2);
    assertThat(xavier).asString().contains("10 seeds", "accuracy median", "0 diverged");
  }

  @Test
  void divergedRunsCountAsInfiniteLoss() {
    Plan plan = Mlp.deep(Activation.LINEAR, 8, 6);
    Histories runs =
        Training.of(plan, Data.linearTeacher(50, 8, 8, 1))
            .sgd(100)
            .steps(50)
            .over(3, Init.orthogonal());
    assertThat(runs.count(Ending.Kind.DIVERGED)).isEqualTo(3);
    assertThat(runs.profiles("loss")).allSatisfy(p -> assertThat(p).hasSameSizeAs(runs.steps()));
    assertThat(runs).asString().contains("3 diverged");
  }

  @Test
  void runsThatReachedTheirAimHoldTheirLastNumber() {
    Training training =
        Training.of(Mlp.deep(Activation.LINEAR, 8, 6), Data.linearTeacher(50, 8, 8, 1))
            .sgd(0.01)
            .every(1)
            .until(0.1)
            .steps(300);
    Histories runs = training.over(4, Init.lecunNormal());
    for (int i = 0; i < 4; i++) {
      History run = runs.runs().get(i);
      double[] profile = runs.profiles("loss").get(i);
      assertThat(profile[profile.length - 1]).isEqualTo(run.finalLoss());
    }
    assertThat(runs.stepsToAim().median()).isPositive();
  }

  @Test
  void aRunThatDivergedPutsNothingIntoItsClass() {
    Training training =
        Training.of(Mlp.of(Activation.TANH, 2, 4, 1), Data.xor(20, 1))
            .steps(5)
            .every(1)
            .watch("depth", net -> net.depth());
    History fine = training.from(Init.xavierNormal(), 1);
    History lost = training.from(Init.constant(1e308), 2);
    assertThat(lost.diverged()).isTrue();
    Histories runs = new Histories("mixed", List.of(fine, lost, lost));
    assertThat(runs.last("accuracy")).containsExactly(fine.accuracy(), 0, 0);
    assertThat(runs.end("accuracy").median()).isZero();
    assertThat(runs.end("loss").median()).isInfinite();
    assertThat(runs.end("loss").low()).isInfinite();
    assertThat(runs.end("depth").median()).isNaN();
    assertThat(runs.stepsToAim().median()).isInfinite();
    assertThat(runs.band("accuracy").size()).isEqualTo(runs.steps().length);
  }

  @Test
  void nobodyChangesAHistoryFromOutside() {
    History run =
        Training.of(Mlp.of(Activation.TANH, 2, 4, 1), Data.xor(9, 1))
            .steps(4)
            .every(1)
            .from(Init.xavierNormal(), 1);
    double first = run.loss()[0];
    run.loss()[0] = -1;
    run.steps()[0] = -1;
    run.series("loss")[0] = -1;
    run.names().clear();
    assertThat(run.loss()[0]).isEqualTo(first);
    assertThat(run.steps()[0]).isZero();
    assertThat(run.series("loss")[0]).isEqualTo(first);
  }

  /**
   * Saxe's setting, 16 wide, the best of four rates for each depth, learned meaning a tenth of the
   * loss of an orthogonal start: orthogonal nets need about as many steps at 20 layers as at 3,
   * Gaussian ones do not get there in 100.
   */
  @Test
  void orthogonalLinearNetsLearnAtAnyDepth() {
    double shallow = stepsToLearn(3, Init.orthogonal());
    double deep = stepsToLearn(20, Init.orthogonal());
    assertThat(shallow).isBetween(2.0, 20.0);
    assertThat(deep).isBetween(2.0, 40.0);
    assertThat(stepsToLearn(20, Init.lecunNormal())).isGreaterThan(2.5 * deep);
  }

  private static double stepsToLearn(int depth, Initializer weights) {
    Plan plan = Mlp.deep(Activation.LINEAR, 16, depth);
    Dataset teacher = Data.linearTeacher(64, 16, 16, 1);
    return DoubleStream.of(1, 0.3, 0.1, 0.03)
        .map(
            rate ->
                Training.of(plan, teacher)
                    .sgd(rate / depth)
                    .until(0.1 * 32)
                    .steps(100)
                    .over(3, weights)
                    .stepsToAim()
                    .median())
        .min()
        .orElseThrow();
  }

  @Test
  void aStartThatOverflowsStillGivesAnAnswer() {
    Histories runs =
        Training.of(Mlp.of(Activation.TANH, 2, 4, 1), Data.xor(9, 1)).over(2, Init.constant(1e308));
    assertThat(runs.end("loss").median()).isInfinite();
    assertThat(runs).asString().contains("2 diverged");
  }
}
