package initlab.study.experiment;

import static initlab.init.Activation.RELU;
import static initlab.init.Activation.TANH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import initlab.Stopped;
import initlab.init.Init;
import initlab.init.Initializer;
import initlab.math.Moments;
import initlab.nn.Plan;
import initlab.nn.layer.Mlp;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

/** Moments over draws and neurons together, from sums written out. */
class RepeatedDrawsTest {
  private static final Plan PLAN = Mlp.of(RELU, 3, 4, 2).onPlainJava();
  private static final DMatrixRMaj X = new DMatrixRMaj(1, 3, true, 1, -2, 0.5);
  private static final int DRAWS = 7;

  /** Sum and sum of squares of a layer's activations over all draws, and how many there are. */
  private static double[] sums(Initializer rule, int layer) {
    double[] sums = new double[3];
    for (int seed = 1; seed <= DRAWS; seed++) {
      double[][] a = ByHand.rows(X);
      for (int l = 1; l <= layer; l++) {
        a = ByHand.times(a, PLAN.init(rule, seed).layer(l).weights());
        for (int j = 0; j < a[0].length && l == 1; j++) {
          a[0][j] = Math.max(0, a[0][j]);
        }
      }
      for (double v : a[0]) {
        sums[0] += v;
        sums[1] += v * v;
        sums[2]++;
      }
    }
    return sums;
  }

  @Test
  void momentsAreTakenOverDrawsAndNeuronsTogether() {
    List<Moments> seen = RepeatedDraws.of(PLAN, X, Init.heNormal(), DRAWS);
    assertThat(seen).hasSize(2);
    for (int layer = 1; layer <= 2; layer++) {
      double[] due = sums(Init.heNormal(), layer);
      Moments m = seen.get(layer - 1);
      assertThat(m.count()).isEqualTo((long) due[2]);
      assertThat(m.mean()).isCloseTo(due[0] / due[2], within(1e-12));
      assertThat(m.secondMoment()).isCloseTo(due[1] / due[2], within(1e-12));
    }
  }

  @Test
  void everyColumnIsThatOfItsRuleAndLayer() {
    Initializer[] rules = {Init.heNormal(), Init.uniform(0, 1)};
    Table shown = RepeatedDraws.table(PLAN, X, DRAWS, rules).data();
    assertThat(shown.name()).isEqualTo(PLAN + ", one input, 7 draws");
    assertThat(shown.stringColumn("start").asList())
        .containsExactly(
            "He, layer 1", "He, layer 2", "uniform, 0 to 1, layer 1", "uniform, 0 to 1, layer 2");
    for (int row = 0; row < 4; row++) {
      double[] due = sums(rules[row / 2], row % 2 + 1);
      double mean = due[0] / due[2];
      double second = due[1] / due[2];
      assertThat(shown.doubleColumn("mean of a").get(row)).isCloseTo(mean, within(1e-12));
      assertThat(shown.doubleColumn("second moment").get(row)).isCloseTo(second, within(1e-12));
      assertThat(shown.doubleColumn("variance").get(row))
          .isCloseTo(second - mean * mean, within(1e-12));
    }
  }

  @Test
  void badInputIsNamed() {
    assertThatThrownBy(() -> RepeatedDraws.of(PLAN, X, Init.zeros(), 0))
        .hasMessageContaining("the number of draws is 0");
    assertThatThrownBy(() -> RepeatedDraws.table(PLAN, X, 2))
        .hasMessageContaining("the number of rules");
    assertThatThrownBy(() -> RepeatedDraws.of(PLAN, new DMatrixRMaj(1, 2), Init.zeros(), 2))
        .hasMessageContaining("the width of the input is 2");
    DMatrixRMaj hole = X.copy();
    hole.set(0, 1, Double.NaN);
    assertThatThrownBy(() -> RepeatedDraws.of(PLAN, hole, Init.zeros(), 2))
        .hasMessageContaining("the input, row 0, column 1");
    assertThatThrownBy(() -> RepeatedDraws.of(PLAN, X, Init.zeros(), Integer.MAX_VALUE))
        .hasMessageContaining(
            "the size of the activations of all draws is 2147483647 x 6; it must be")
        .hasMessageContaining("fewer draws");
  }

  @Test
  void anInterruptStopsIt() {
    Stopped.atOnce(() -> RepeatedDraws.of(Mlp.deep(TANH, 3, 2), X, Init.zeros(), 5));
  }
}
