package initlab.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import initlab.init.Activation;
import initlab.init.Init;
import initlab.nn.Plan;
import initlab.nn.layer.Mlp;
import initlab.train.data.Data;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Medians and counts over runs whose numbers are made up, so that each is known. */
class HistoriesOfSeedsTest {
  private static final double NAN = Double.NaN;
  private static final double INFINITY = Double.POSITIVE_INFINITY;
  private static final Plan PLAN = Mlp.of(Activation.TANH, 2, 4, 1);
  private static final Training TRAINING = Training.of(PLAN, Data.xor(9, 1)).sgd(0.5);

  /** A run looked at every 10 steps, with these losses and these accuracies. */
  private static History run(Ending.Kind kind, double[] loss, double... accuracy) {
    int[] steps = new int[loss.length];
    for (int i = 0; i < steps.length; i++) {
      steps[i] = 10 * i;
    }
    Map<String, double[]> series = new LinkedHashMap<>();
    if (loss.length > 0) {
      series.put("loss", loss);
      series.put("accuracy", accuracy);
      series.put("rank of W1", accuracy);
    }
    var net = PLAN.init(Init.zeros(), 1);
    int end = loss.length == 0 ? 0 : 10 * loss.length - 8;
    return new History(TRAINING, "mine", 1, net, loss, steps, series, new Ending(kind, end, ""));
  }

  private static double[] of(double... numbers) {
    return numbers;
  }

  private static final History FINISHED =
      run(Ending.Kind.FINISHED, of(4, 3, 2, 1), 0.25, 0.5, 0.5, 0.75);
  private static final History REACHED = run(Ending.Kind.REACHED, of(2, 0.5), 0.5, 1);
  private static final History LOST = run(Ending.Kind.DIVERGED, of(8, 64), 0.75, 0.25);
  private static final History STILLBORN = run(Ending.Kind.DIVERGED, of());

  private static Histories over(History... runs) {
    return new Histories("mine", List.of(runs));
  }

  @Test
  void shorterRunsAreFilledUpAccordingToTheirEnd() {
    Histories runs = over(REACHED, LOST, STILLBORN, FINISHED);
    assertThat(runs.steps()).containsExactly(0, 10, 20, 30);
    assertThat(runs.profiles("loss"))
        .containsExactly(
            of(2, 0.5, 0.5, 0.5),
            of(8, 64, INFINITY, INFINITY),
            of(INFINITY, INFINITY, INFINITY, INFINITY),
            of(4, 3, 2, 1));
    assertThat(runs.profiles("accuracy"))
        .containsExactly(
            of(0.5, 1, 1, 1), of(0.75, 0.25, 0, 0), of(0, 0, 0, 0), of(0.25, 0.5, 0.5, 0.75));
    assertThat(runs.profiles("rank of W1").get(1)).containsExactly(0.75, 0.25, NAN, NAN);
  }

  @Test
  void theLastNumberOfALostRunIsWhatItWasFilledUpWith() {
    Histories runs = over(REACHED, LOST, STILLBORN, FINISHED);
    assertThat(runs.last("loss")).containsExactly(0.5, INFINITY, INFINITY, 1);
    assertThat(runs.last("accuracy")).containsExactly(1, 0, 0, 0.75);
    assertThat(runs.last("rank of W1")).containsExactly(1, NAN, NAN, 0.75);
  }

  @Test
  void mediansAreTakenLookByLook() {
    assertThat(over(REACHED, FINISHED).band("loss").median()).containsExactly(3, 1.75, 1.25, 0.75);
    assertThat(over(REACHED, FINISHED, LOST).band("loss").median()).containsExactly(4, 3, 2, 1);
    assertThat(over(REACHED, FINISHED).end("accuracy").median()).isEqualTo(0.875);
    assertThat(over(REACHED, FINISHED, LOST).end("accuracy").median()).isEqualTo(0.75);
  }

  /** A run that was lost, or that made all its steps, never came to its aim. */
  @Test
  void stepsToTheAimCountThoseThatNeverCameAsInfinite() {
    assertThat(over(REACHED).stepsToAim().median()).isEqualTo(12);
    assertThat(over(REACHED, FINISHED, REACHED).stepsToAim().median()).isEqualTo(12);
    assertThat(over(REACHED, FINISHED, LOST).stepsToAim().median()).isInfinite();
  }

  @Test
  void runsAreCountedByTheirLastNumberAndByTheirEnd() {
    Histories runs = over(REACHED, LOST, STILLBORN, FINISHED);
    assertThat(runs.count("accuracy", 0.75)).isEqualTo(2);
    assertThat(runs.count("accuracy", 0.76)).isEqualTo(1);
    assertThat(runs.count("accuracy", 0)).isEqualTo(4);
    assertThat(runs.count(Ending.Kind.DIVERGED)).isEqualTo(2);
    assertThat(runs.count(Ending.Kind.REACHED)).isEqualTo(1);
    assertThat(runs.count(Ending.Kind.FINISHED)).isEqualTo(1);
  }

  @Test
  void theLargestIsThatOfAllRunsAndLooks() {
    assertThat(over(REACHED, FINISHED).largest("loss")).isEqualTo(4);
    assertThat(over(FINISHED, REACHED).largest("rank of W1")).isEqualTo(1);
    assertThat(over(FINISHED, LOST).largest("loss")).isInfinite();
    assertThat(over(FINISHED, LOST).largest("rank of W1")).isNaN();
  }

  @Test
  void theFirstStepIsThatOfTheFirstLookWhoseMedianIsLargeEnough() {
    assertThat(over(FINISHED).firstStep("accuracy", 0.5)).isEqualTo(10);
    assertThat(over(FINISHED).firstStep("accuracy", 0.2)).isZero();
    assertThat(over(FINISHED).firstStep("accuracy", 0.51)).isEqualTo(30);
    assertThat(over(FINISHED).firstStep("accuracy", 0.76)).isEqualTo(-1);
    assertThat(over(FINISHED, FINISHED, REACHED).firstStep("accuracy", 0.6)).isEqualTo(30);
  }

  @Test
  void aSeriesIsKnownIfTheLongestRunKnowsIt() {
    assertThat(over(STILLBORN, REACHED).has("accuracy")).isTrue();
    assertThat(over(STILLBORN, REACHED).has("rank of W2")).isFalse();
    assertThat(over(STILLBORN).has("accuracy")).isFalse();
    assertThatThrownBy(() -> over(REACHED).last("rank of W2"))
        .hasMessageContaining("the series is rank of W2; it must be one of [loss, accuracy, rank");
  }

  @Test
  void theWordsAreMedianBandAndLosses() {
    assertThat(over(REACHED, FINISHED, LOST))
        .hasToString(
            "mine, SGD, rate 0.5, 3 seeds: accuracy median 0.75 (5-95 %: 0.075 to 0.975);"
                + " 1 diverged");
    assertThat(over(STILLBORN))
        .hasToString(
            "mine, SGD, rate 0.5, 1 seeds: loss median \u221e (5-95 %: \u221e to \u221e); 1 diverged");
  }
}
