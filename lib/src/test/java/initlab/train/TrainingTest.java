package initlab.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import initlab.init.Activation;
import initlab.init.Init;
import initlab.nn.Plan;
import initlab.nn.layer.Mlp;
import initlab.nn.layer.Recurrent;
import initlab.train.data.Data;
import initlab.train.data.Dataset;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

class TrainingTest {
  private static final Plan PLAN = Mlp.of(Activation.TANH, 2, 8, 1).onPlainJava();
  private static final Training XOR = Training.of(PLAN, Data.xor(100, 1)).steps(20);

  @Test
  void oneStepOfDescentIsTheFormula() {
    var one = new DMatrixRMaj(new double[][] {{2}});
    Plan plan = Mlp.of(Activation.LINEAR, 1, 1);
    History history =
        Training.of(plan, Dataset.of(one, one)).sgd(0.05).steps(1).from(Init.constant(3), 1);
    // y = 2 * 3, loss (6 - 2)^2, dL/dW = 2 * 4 * 2, dL/db = 2 * 4
    assertThat(history.loss()).containsExactly(16);
    assertThat(history.net().layer(1).weights().get(0)).isEqualTo(3 - 0.05 * 16);
    assertThat(history.net().parameter("1.b").value().data).containsExactly(-0.05 * 8);
  }

  @Test
  void equalSeedsGiveEqualHistoriesAndAskingAgainStartsAnew() {
    Training training = XOR.batch(7).adam(0.01);
    History once = training.from(Init.xavierNormal(), 4);
    History again = training.from(Init.xavierNormal(), 4);
    assertThat(again.loss()).isEqualTo(once.loss());
    assertThat(again.net().layer(1).weights().data).isEqualTo(once.net().layer(1).weights().data);
    assertThat(training.over(4, Init.xavierNormal()).runs().get(3).loss()).isEqualTo(once.loss());
    assertThat(training.from(Init.xavierNormal(), 5).loss()).isNotEqualTo(once.loss());
  }

  /** A start that draws nothing leaves the order alone, and all samples at once the start. */
  @Test
  void theSeedIsThatOfTheStartAndThatOfTheOrder() {
    Training pieces = XOR.batch(7);
    assertThat(pieces.from(Init.constant(0.5), 2).loss())
        .isNotEqualTo(pieces.from(Init.constant(0.5), 1).loss());
    assertThat(XOR.from(Init.constant(0.5), 2).loss())
        .isEqualTo(XOR.from(Init.constant(0.5), 1).loss());
    double[] drawn = XOR.from(Init.xavierNormal(), 2).loss();
    assertThat(drawn).isNotEqualTo(XOR.from(Init.xavierNormal(), 1).loss());
    assertThat(drawn[0]).isEqualTo(Data.xor(100, 1).loss(PLAN.init(Init.xavierNormal(), 2)));
  }

  @Test
  void looksAreAtTheirStepsAndAtTheEnd() {
    History history = XOR.every(6).watch("depth", net -> net.depth()).from(Init.heNormal(), 1);
    assertThat(history.steps()).containsExactly(0, 6, 12, 18, 20);
    assertThat(history.series("depth")).containsExactly(2, 2, 2, 2, 2);
    assertThat(history.names()).contains("loss", "accuracy", "depth", "update:data of W1");
    for (String name : history.names()) {
      assertThat(history.series(name)).hasSize(5);
    }
    assertThat(history.series("loss")[1]).isEqualTo(history.loss()[6]);
    assertThat(history.finalLoss()).isEqualTo(Data.xor(100, 1).loss(history.net()));
    assertThatThrownBy(() -> history.series("los")).hasMessageContaining("accuracy");
  }

  @Test
  void aDivergenceEndsWithASentence() {
    Plan plan = Mlp.of(Activation.RELU, 2, 8, 8, 1);
    History history =
        Training.of(plan, Data.xor(50, 1))
            .loss(initlab.nn.loss.Loss.squared())
            .sgd(100)
            .from(Init.heNormal(), 1);
    assertThat(history.diverged()).isTrue();
    assertThat(history.loss()).hasSize(history.ending().step());
    for (double loss : history.loss()) {
      assertThat(loss).isFinite();
    }
    assertThat(history.ending().sentence())
        .startsWith("Diverged at step " + history.ending().step())
        .contains("smaller learning rate");
    History start = Training.of(PLAN, Data.xor(9, 1)).from(Init.constant(1e308), 1);
    assertThat(start.ending().sentence()).contains("step 0", "smaller weights");
    assertThat(start.finalLoss()).isNaN();
  }

  @Test
  void trainingStopsAtItsAim() {
    Training teacher =
        Training.of(Mlp.deep(Activation.LINEAR, 8, 2), Data.linearTeacher(50, 8, 8, 1));
    History history = teacher.sgd(0.2).until(0.01).from(Init.orthogonal(), 1);
    assertThat(history.ending().kind()).isEqualTo(Ending.Kind.REACHED);
    assertThat(history.finalLoss()).isLessThan(0.01);
    assertThat(history.loss()[history.loss().length - 1]).isGreaterThanOrEqualTo(0.01);
  }

  /** One W is used at every step in time: it moves once, along the sum of the shares. */
  @Test
  void tiedWeightsMoveOnceAlongTheSum() {
    var x = new DMatrixRMaj(new double[][] {{1}});
    var y = new DMatrixRMaj(new double[][] {{0}});
    Plan plan = Recurrent.over(Activation.LINEAR, 1, 3);
    History history =
        Training.of(plan, Dataset.of(x, y)).sgd(0.01).steps(1).from(Init.constant(2), 1);
    // y = w^3, L = w^6, dL/dw = 6 w^5 = 192
    assertThat(history.net().layer(3).weights().get(0)).isEqualTo(2 - 0.01 * 192);
    assertThat(history.updateRatio(1)).hasSize(2);
  }

  @Test
  void aWatchThatFailsIsNamed() {
    Training broken = XOR.watch("mine", net -> net.layer(9).weights().get(0));
    assertThatThrownBy(() -> broken.from(Init.zeros(), 1))
        .hasMessageContaining("The watch \"mine\" failed at step 0");
  }

  @Test
  void theHistoryIsTheExperimentsRecord() {
    assertThat(XOR.from(Init.zeros(), 3))
        .asString()
        .contains("tanh net", "XOR", "logistic", "SGD, rate 0.1", "zeros", "seed 3", "Accuracy");
  }
}
