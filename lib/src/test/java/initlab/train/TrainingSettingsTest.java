package initlab.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import initlab.init.Activation;
import initlab.init.Init;
import initlab.nn.Plan;
import initlab.nn.layer.Mlp;
import initlab.nn.loss.Loss;
import initlab.train.data.Data;
import initlab.train.data.Dataset;
import java.util.List;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each setting of a training is set, and no other is lost on the way. */
class TrainingSettingsTest {
  private static final Plan PLAN = Mlp.of(Activation.TANH, 2, 4, 1).onPlainJava();
  private static final Dataset DATA = Data.xor(20, 1);
  private static final Watch RANK = Watch.rank(1);
  private static final Watch SPREAD = Watch.spread(1);

  /** Nothing in it is what it would be untold. */
  private static final Training FULL =
      Training.of(PLAN, DATA)
          .watch(RANK)
          .loss(Loss.squared())
          .with(new Sgd(0.2, 0.5))
          .batch(7)
          .epochs(3)
          .until(0.125)
          .every(5);

  private static List<Object> settings(Training t) {
    return List.of(t.plan(), t.data(), t.loss(), t.optimizer(), t.schedule(), t.watches());
  }

  private static List<Object> all(Loss loss, Optimizer rule, Schedule schedule, Watch... watches) {
    return List.of(PLAN, DATA, loss, rule, schedule, List.of(watches));
  }

  private static Arguments set(Training changed, List<Object> due) {
    return Arguments.of(changed, due);
  }

  static Stream<Arguments> changes() {
    Loss loss = Loss.squared();
    Optimizer rule = new Sgd(0.2, 0.5);
    Schedule schedule = new Schedule(7, 3, true, 0.125, 5);
    return Stream.of(
        set(FULL, all(loss, rule, schedule, RANK)),
        set(FULL.loss(Loss.logistic()), all(Loss.logistic(), rule, schedule, RANK)),
        set(FULL.with(Adam.of(1)), all(loss, Adam.of(1), schedule, RANK)),
        set(FULL.adam(0.25), all(loss, Adam.of(0.25), schedule, RANK)),
        set(FULL.sgd(0.25), all(loss, new Sgd(0.25, 0), schedule, RANK)),
        set(FULL.sgd(0.25, 0.75), all(loss, new Sgd(0.25, 0.75), schedule, RANK)),
        set(FULL.batch(8), all(loss, rule, new Schedule(8, 3, true, 0.125, 5), RANK)),
        set(FULL.epochs(8), all(loss, rule, new Schedule(7, 8, true, 0.125, 5), RANK)),
        set(FULL.steps(8), all(loss, rule, new Schedule(7, 8, false, 0.125, 5), RANK)),
        set(FULL.until(8), all(loss, rule, new Schedule(7, 3, true, 8, 5), RANK)),
        set(FULL.every(8), all(loss, rule, new Schedule(7, 3, true, 0.125, 8), RANK)),
        set(FULL.watch(SPREAD), all(loss, rule, schedule, RANK, SPREAD)),
        set(
            Training.of(PLAN, DATA),
            all(Loss.logistic(), new Sgd(0.1, 0), new Schedule(0, 1000, false, 0, 0))));
  }

  @ParameterizedTest
  @MethodSource("changes")
  void aSettingChangesAloneAndTheTrainingItCameFromNever(Training changed, List<Object> due) {
    assertThat(settings(changed)).isEqualTo(due);
    assertThat(settings(FULL))
        .isEqualTo(
            all(
                Loss.squared(),
                new Sgd(0.2, 0.5),
                new Schedule(7, 3, true, 0.125, 5),
                new Watch[] {RANK}));
  }

  /** Sources of parameters that fail make no test fail: these stand by themselves. */
  @Test
  void theShortNamesAreTheLongOnes() {
    assertThat(FULL.sgd(0.25).optimizer()).isEqualTo(new Sgd(0.25, 0));
    assertThat(FULL.sgd(0.25, 0.75).optimizer()).isEqualTo(new Sgd(0.25, 0.75));
    assertThat(FULL.adam(0.25).optimizer()).isEqualTo(Adam.of(0.25));
  }

  @Test
  void theWordsAreThePlanTheDataAndAllSettings() {
    assertThat(FULL)
        .hasToString(
            PLAN
                + "; XOR quadrants, 20 samples, 2 -> 1; squared error, SGD, rate 0.2, momentum 0.5,"
                + " batch 7, 3 epochs, or until the loss is below 0.125");
    assertThat(FULL.stepCount()).isEqualTo(9);
  }

  /** What a plan, a rule or a number of steps cannot be is said where it is asked for. */
  @Test
  void badRequestsAreNamed() {
    Dataset three = Dataset.of(new DMatrixRMaj(5, 3), new DMatrixRMaj(5, 1));
    assertThatThrownBy(() -> Training.of(PLAN, three))
        .hasMessageContaining("width of the input is 3; it must be 2");
    Dataset two = Dataset.of(new DMatrixRMaj(5, 2), new DMatrixRMaj(5, 2));
    assertThatThrownBy(() -> Training.of(PLAN, two))
        .hasMessageContaining("width of the targets is 2; it must be 1");
    assertThatThrownBy(() -> FULL.sgd(Double.NaN)).hasMessageContaining("learning rate is NaN");
    assertThatThrownBy(() -> FULL.over(0, Init.zeros())).hasMessageContaining("number of seeds");
    Training endless = FULL.epochs(Integer.MAX_VALUE);
    assertThatThrownBy(() -> endless.from(Init.zeros(), 1))
        .hasMessageContaining("2147483647 epochs of 3 steps each");
  }

  @Test
  void twoSeriesNeverShareAName() {
    assertThatThrownBy(() -> FULL.watch("rank of W1", net -> 1))
        .hasMessageContaining("the watch's name is rank of W1; it must be one of its own");
    for (String taken : List.of("loss", "accuracy", "update:data of W1")) {
      assertThatThrownBy(() -> FULL.watch(taken, net -> 1)).hasMessageContaining(taken);
    }
    assertThatThrownBy(() -> FULL.watch(" ", net -> 1)).hasMessageContaining("is blank");
  }

  @Test
  void holdingOutTrainsOnTheFirstSamplesAndLooksAtTheLast() {
    Training held = FULL.holdOut(8);
    assertThat(held.data().x().data).isEqualTo(DATA.take(12).x().data);
    assertThat(settings(held).subList(2, 5)).isEqualTo(settings(FULL).subList(2, 5));
    History byHand =
        Training.of(PLAN, DATA.take(12)).heldOut(DATA.drop(12)).from(Init.xavierNormal(), 1);
    History run = Training.of(PLAN, DATA).holdOut(8).from(Init.xavierNormal(), 1);
    for (String name : List.of("loss", "held-out loss", "held-out accuracy")) {
      assertThat(run.series(name)).isEqualTo(byHand.series(name));
    }
  }

  @Test
  void holdingOutNothingOrAllIsRefused() {
    for (int last : new int[] {Integer.MIN_VALUE, -1, 0, 20, 21, Integer.MAX_VALUE}) {
      assertThatThrownBy(() -> FULL.holdOut(last))
          .hasMessageContaining("1 to 19")
          .hasMessageContaining("" + last);
    }
  }
}
