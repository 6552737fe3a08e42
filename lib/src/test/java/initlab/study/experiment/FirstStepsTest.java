package initlab.study.experiment;

import static initlab.init.Activation.RELU;
import static initlab.init.Activation.TANH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import initlab.init.Activation;
import initlab.init.Init;
import initlab.nn.Rules;
import initlab.nn.layer.Mlp;
import initlab.train.Training;
import initlab.train.data.Data;
import java.util.List;
import org.junit.jupiter.api.Test;

class FirstStepsTest {
  private static final Rules FIRST = Rules.layerwise("W1 zero", Init.zeros(), Init.xavierNormal());
  private static final Rules LAST = Rules.layerwise("W2 zero", Init.xavierNormal(), Init.zeros());

  private static FirstSteps of(Activation f) {
    var plan = Mlp.of(f, 2, 4, 1).onPlainJava();
    return FirstSteps.of(Training.of(plan, Data.xor(20, 1)).sgd(0.1));
  }

  /** Whether W1 and W2 have a gradient at step 0, then at step 1, in the one row of a table. */
  private static List<Boolean> moves(FirstSteps steps) {
    var row = steps.at(0, 1).data();
    return row.columnNames().stream()
        .skip(1)
        .map(name -> row.numberColumn(name).getDouble(0) != 0)
        .toList();
  }

  @Test
  void twoZerosWaitForEachOtherForEver() {
    assertThat(moves(of(TANH).compare(Init.zeros()))).containsExactly(false, false, false, false);
  }

  @Test
  void oneZeroMovesFirstAndThenTheOther() {
    assertThat(moves(of(TANH).and(FIRST))).containsExactly(true, false, true, true);
    assertThat(moves(of(TANH).and(LAST))).containsExactly(false, true, true, true);
  }

  @Test
  void aReluAtZeroIsClosed() {
    assertThat(moves(of(RELU).and(FIRST))).containsExactly(false, false, false, false);
    assertThat(moves(of(RELU).and(LAST))).containsExactly(false, true, true, true);
  }

  @Test
  void nothingComparedAndNegativeStepsAreRefused() {
    assertThatThrownBy(() -> of(TANH).at(0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> of(TANH).and(FIRST).at(-1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
