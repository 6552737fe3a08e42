package initlab.study.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import initlab.init.Init;
import initlab.init.Initializer;
import initlab.init.WeightShape;
import initlab.math.Interval;
import initlab.math.RandomStreams;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

/** A circle becomes an ellipse whose axes are known in closed form. */
class UnitCircleTest {
  /** Stretches the first neuron threefold. */
  private static final Initializer THREE =
      ((Initializer) (shape, rng) -> new DMatrixRMaj(new double[][] {{3, 0}, {0, 1}})).named("x3");

  @Test
  void axesMultiply() {
    UnitCircle circle = UnitCircle.after(1, 2);
    assertThat(circle.ratio(THREE, 2).median()).isCloseTo(9, within(1e-12));
    assertThat(circle.ratio(Init.orthogonal(), 20).high()).isCloseTo(1, within(1e-12));
  }

  /** The ratio r of a 2 x 2 matrix: r + 1 / r = |W|^2 / |det W|, over the same 1000 draws. */
  @Test
  void oneLayerByHand() {
    double[] due = new double[1000];
    for (int s = 1; s <= 1000; s++) {
      double[] w = Init.lecunNormal().draw(WeightShape.dense(2, 2), RandomStreams.layer(s, 0)).data;
      double squares = w[0] * w[0] + w[1] * w[1] + w[2] * w[2] + w[3] * w[3];
      double sum = squares / Math.abs(w[0] * w[3] - w[1] * w[2]);
      due[s - 1] = (sum + Math.sqrt(sum * sum - 4)) / 2;
    }
    Interval found = UnitCircle.after(1).ratio(Init.lecunNormal(), 1);
    assertThat(found.median()).isCloseTo(Interval.of(due).median(), within(1e-6));
    assertThat(found.high()).isCloseTo(Interval.of(due).high(), within(1e-4));
  }

  @Test
  void thePictureSaysTheAxes() {
    String words = UnitCircle.after(1, 3).compare(THREE, Init.orthogonal()).plot().text();
    assertThat(words).contains("1 layer, axes 3:1", "3 layers, axes 27:1");
    assertThat(words).contains("x3", "orthogonal");
  }

  @Test
  void whatCannotBeDrawnIsRefused() {
    assertThatThrownBy(UnitCircle::after).hasMessageContaining("the number of depths");
    assertThatThrownBy(() -> UnitCircle.after(0)).hasMessageContaining("layers is 0");
    assertThatThrownBy(() -> UnitCircle.after(21)).hasMessageContaining("at most 20");
    UnitCircle empty = UnitCircle.after(1);
    assertThatThrownBy(empty::plot).hasMessageContaining("the number of rules");
    assertThatThrownBy(() -> empty.ratio(THREE, 30)).hasMessageContaining("at most 20");
  }
}
