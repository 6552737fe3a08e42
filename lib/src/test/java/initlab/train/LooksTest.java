package initlab.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import initlab.base.Numbers;
import initlab.init.Activation;
import initlab.init.Init;
import initlab.nn.Plan;
import initlab.nn.layer.Mlp;
import initlab.nn.loss.Loss;
import initlab.train.data.Data;
import initlab.train.data.Dataset;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

/** When training looks at its network, what it notes, and how it ends. */
class LooksTest {
  private static final Plan PLAN = Mlp.of(Activation.TANH, 2, 4, 1).onPlainJava();
  private static final Dataset DATA = Data.xor(30, 1);
  private static final Training XOR = Training.of(PLAN, DATA).steps(40);

  @Test
  void theLossOfAStepIsThatOfItsSamplesBeforeTheStep() {
    History history = XOR.every(1).from(Init.xavierNormal(), 1);
    double[] looks = history.series("loss");
    assertThat(history.loss()).hasSize(40);
    for (int step = 0; step < 40; step++) {
      assertThat(history.loss()[step]).isEqualTo(looks[step]);
    }
    assertThat(looks[40]).isLessThan(looks[0]);
    assertThat(DATA.accuracy(history.net())).isEqualTo(history.accuracy());
  }

  @Test
  void lookingSeldomChangesNothingInWhatIsLearned() {
    Training pieces = XOR.batch(7);
    History often = pieces.every(1).from(Init.xavierNormal(), 1);
    History seldom = pieces.every(30).from(Init.xavierNormal(), 1);
    assertThat(seldom.steps()).containsExactly(0, 30, 40);
    assertThat(seldom.loss()).isEqualTo(often.loss());
    assertThat(seldom.series("loss"))
        .containsExactly(
            often.series("loss")[0], often.series("loss")[30], often.series("loss")[40]);
    assertThat(often.loss()[1]).isNotEqualTo(often.series("loss")[1]);
  }

  /** With all samples at once the aim is seen at its step; with pieces at the next look. */
  @Test
  void theAimIsSeenAtOnceOrAtALook() {
    Training steep = XOR.adam(0.05).steps(300);
    double[] loss = steep.every(1).from(Init.xavierNormal(), 1).series("loss");
    int reached = 0;
    while (loss[reached] >= 0.4) {
      reached++;
    }
    assertThat(reached % 50).isPositive();
    History whole = steep.every(50).until(0.4).from(Init.xavierNormal(), 1);
    assertThat(whole.ending().step()).isEqualTo(reached);
    assertThat(whole.steps()[whole.steps().length - 1]).isEqualTo(reached);
    assertThat(whole.finalLoss()).isEqualTo(loss[reached]);
    assertThat(whole.loss()).hasSize(reached);
    assertThat(whole.ending())
        .hasToString(
            "Reached loss %s, below 0.4, at step %s.", Numbers.brief(loss[reached]), reached);
    History pieces = steep.batch(10).every(25).until(0.4).from(Init.xavierNormal(), 1);
    assertThat(pieces.ending().kind()).isEqualTo(Ending.Kind.REACHED);
    assertThat(pieces.ending().step() % 25).isZero();
  }

  @Test
  void anAimIsReachedBelowItAndNotAtIt() {
    double start = XOR.from(Init.xavierNormal(), 1).series("loss")[0];
    assertThat(XOR.steps(1).until(start).from(Init.xavierNormal(), 1).ending().step()).isOne();
    History above = XOR.until(Math.nextUp(start)).from(Init.xavierNormal(), 1);
    assertThat(above.ending().step()).isZero();
    assertThat(above.loss()).isEmpty();
    assertThat(above.steps()).containsExactly(0);
    assertThat(above.updateRatio(1)).containsExactly(Double.NaN);
  }

  @Test
  void aFinishedTrainingSaysItsStepsAndItsLoss() {
    History history = XOR.from(Init.xavierNormal(), 1);
    assertThat(history.ending())
        .isEqualTo(
            new Ending(
                Ending.Kind.FINISHED,
                40,
                "Made all 40 steps; the loss is " + Numbers.brief(history.finalLoss(), 4) + "."));
    assertThat(history.start()).isEqualTo("Xavier");
    assertThat(history.seed()).isOne();
  }

  /** On w^2 with rate 10 each step multiplies w by -19, from 1e150 the square overflows soon. */
  @Test
  void aDivergenceNamesTheLastLossThatWasOne() {
    var one = new DMatrixRMaj(new double[][] {{1}});
    var zero = new DMatrixRMaj(1, 1);
    Training falls =
        Training.of(Mlp.of(Activation.LINEAR, 1, 1).withoutBiases(), Dataset.of(one, zero));
    History history = falls.sgd(10).steps(9).from(Init.constant(1e150), 1);
    assertThat(history.loss())
        .containsExactly(
            1e150 * 1e150, 1.9e151 * 1.9e151, 3.61e152 * 3.61e152, 6.859e153 * 6.859e153);
    assertThat(history.ending())
        .hasToString(
            "Diverged at step 4: the loss is \u221e, after 4.7e307 one step before. Take a"
                + " smaller learning rate or a smaller start.");
    assertThat(falls.from(Init.constant(1e155), 1).ending())
        .hasToString(
            "Diverged at step 0: the loss is \u221e. The start itself overflows: take smaller"
                + " weights.");
    History pieces = falls.sgd(10).batch(1).every(9).steps(9).from(Init.constant(1e150), 1);
    assertThat(pieces.ending()).isEqualTo(history.ending());
    assertThat(pieces.steps()).containsExactly(0);
    assertThat(pieces.updateRatio(1)).hasSize(1);
    assertThat(pieces.loss()).isEqualTo(history.loss());
    assertThat(falls.sgd(10).steps(4).from(Init.constant(1e150), 1).ending())
        .isEqualTo(history.ending());
  }

  @Test
  void classesAreCountedByTheTrainingsLossAndNotByTheDatas() {
    assertThat(XOR.loss(Loss.squared()).from(Init.heNormal(), 1).names())
        .contains("loss")
        .doesNotContain("accuracy");
    Dataset numbers = Dataset.of(DATA.x(), DATA.y());
    Training classes = Training.of(PLAN, numbers).loss(Loss.logistic()).steps(40);
    History history = classes.from(Init.xavierNormal(), 1);
    assertThat(history.accuracy()).isEqualTo(XOR.from(Init.xavierNormal(), 1).accuracy());
    assertThat(Training.of(PLAN, numbers).steps(1).from(Init.zeros(), 1).accuracy()).isNaN();
  }

  /** A lambda that has no value above 1: the mistake is in it, and no learning rate mends it. */
  @Test
  void aFunctionWithoutAValueIsAMistakeAndNoDivergence() {
    Activation partial = z -> z > 1 ? Double.NaN : z;
    Plan plan = Mlp.of(partial.named("partial"), 2, 4, 4, 1);
    assertThatThrownBy(() -> Training.of(plan, DATA).from(Init.constant(1), 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"partial\", layer 1");
    Training calm = Training.of(plan, DATA).loss(Loss.squared()).sgd(10);
    assertThatThrownBy(() -> calm.from(Init.constant(0.01), 1))
        .hasMessageContaining("\"partial\", layer");
  }

  /** The rule sets the flag from within, after two steps of the four parameters. */
  @Test
  void anInterruptEndsATrainingOfAnyLength() {
    Training endless = XOR.steps(Integer.MAX_VALUE).with(interruptedAfter(8));
    assertThatThrownBy(() -> endless.from(Init.xavierNormal(), 1))
        .isInstanceOf(CancellationException.class)
        .hasMessageStartingWith("interrupted: steps: 1 of 2147483647");
    assertThat(Thread.interrupted()).isTrue();
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> endless.over(2, Init.xavierNormal()))
        .isInstanceOf(CancellationException.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  private static Optimizer interruptedAfter(int updates) {
    var made = new AtomicInteger();
    return size ->
        (w, g, n) -> {
          if (made.incrementAndGet() == updates) {
            Thread.currentThread().interrupt();
          }
        };
  }

  @Test
  void aWatchThatStopsForAnInterruptStopsTheTraining() {
    Training watched =
        XOR.watch(
            "long",
            net -> {
              throw new CancellationException("interrupted");
            });
    assertThatThrownBy(() -> watched.from(Init.zeros(), 1))
        .isInstanceOf(CancellationException.class)
        .hasMessage("interrupted");
  }
}
