package initlab.train;

import static org.assertj.core.api.Assertions.assertThat;

import initlab.init.Activation;
import initlab.init.Init;
import initlab.init.Initializer;
import initlab.nn.Plan;
import initlab.nn.layer.Mlp;
import initlab.train.data.Data;
import initlab.train.data.Dataset;
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
    int last = constant.steps().length - 1;
    assertThat(constant.median("accuracy")[last]).isBetween(0.5, 0.75);
    assertThat(constant.quantile("rank of W1", 1)).containsOnly(1);
    Histories xavier = training.over(10, Init.xavierNormal());
    assertThat(xavier.quantile("accuracy", 0)[last]).isGreaterThan(0.97);
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
    assertThat(runs.medianSteps()).isPositive();
  }

  @Test
  void quantilesLeaveNanOut() {
    double[] values = {3, Double.NaN, 1, 2};
    assertThat(Histories.quantile(values, 0.5)).isEqualTo(2);
    assertThat(Histories.quantile(values, 0.25)).isEqualTo(1.5);
    assertThat(Histories.quantile(new double[] {Double.NaN}, 0.5)).isNaN();
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
    return Training.of(Mlp.deep(Activation.LINEAR, 16, depth), Data.linearTeacher(64, 16, 16, 1))
        .until(0.1 * 32)
        .steps(100)
        .best(3, weights, 1.0 / depth, 0.3 / depth, 0.1 / depth, 0.03 / depth)
        .medianStepsToAim();
  }

  @Test
  void aStartThatOverflowsStillGivesAnAnswer() {
    Histories runs =
        Training.of(Mlp.of(Activation.TANH, 2, 4, 1), Data.xor(9, 1)).over(2, Init.constant(1e308));
    assertThat(runs.medianLoss()).isInfinite();
    assertThat(runs).asString().contains("2 diverged");
  }
}
