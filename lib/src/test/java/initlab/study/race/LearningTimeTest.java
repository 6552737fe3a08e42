package initlab.study.race;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import initlab.init.Init;
import initlab.init.Initializer;
import initlab.init.WeightShape;
import initlab.math.Interval;
import initlab.math.RandomStreams;
import initlab.study.Loops;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

/** Learning times of deep linear nets, against gradient descent by plain loops. */
class LearningTimeTest {
  private static final int WIDTH = 16;
  private static final int OUTPUTS = 4;

  private static double[][] times(double[][] a, double[][] b) {
    double[][] out = new double[a.length][b[0].length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < b[0].length; j++) {
        for (int k = 0; k < b.length; k++) {
          out[i][j] += a[i][k] * b[k][j];
        }
      }
    }
    return out;
  }

  private static double[][] turned(double[][] a) {
    double[][] out = new double[a[0].length][a.length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a[0].length; j++) {
        out[j][i] = a[i][j];
      }
    }
    return out;
  }

  private static double[][] draw(Initializer rule, int out, long seed, int layer) {
    DMatrixRMaj w = rule.draw(WeightShape.dense(WIDTH, out), RandomStreams.layer(seed, layer));
    return Loops.rows(w);
  }

  /** Steps until the mean over samples of |x W1 ... WL - y|^2 is below 0.02 times 4 outputs. */
  private static double steps(Initializer rule, int depth, long seed, double rate, int cap) {
    var input = Init.orthogonal(4).draw(WeightShape.dense(WIDTH, WIDTH), RandomStreams.data(1));
    double[][] x = Loops.rows(input);
    var teacher = RandomStreams.of(1, "teacher", 0);
    double[][] y =
        times(x, Loops.rows(Init.orthogonal().draw(WeightShape.dense(WIDTH, OUTPUTS), teacher)));
    double[][][] w = new double[depth][][];
    Arrays.setAll(w, l -> draw(rule, l == depth - 1 ? OUTPUTS : WIDTH, seed, l));
    for (int step = 0; step <= cap; step++) {
      double[][][] a = new double[depth + 1][][];
      a[0] = x;
      for (int l = 0; l < depth; l++) {
        a[l + 1] = times(a[l], w[l]);
      }
      double[][] error = minus(a[depth], y, 1);
      if (OUTPUTS * Loops.second(error) < 0.08) {
        return step;
      }
      descend(w, a, error, rate);
    }
    return Double.POSITIVE_INFINITY;
  }

  /** One step down: dL/da(L) is twice the error over the samples. */
  private static void descend(double[][][] w, double[][][] a, double[][] error, double rate) {
    double[][] g = minus(new double[WIDTH][OUTPUTS], error, -2.0 / WIDTH);
    for (int l = w.length - 1; l >= 0; l--) {
      double[][] dw = times(turned(a[l]), g);
      g = times(g, turned(w[l]));
      w[l] = minus(w[l], dw, rate);
    }
  }

  private static double[][] minus(double[][] a, double[][] b, double times) {
    double[][] out = new double[a.length][a[0].length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a[0].length; j++) {
        out[i][j] = a[i][j] - times * b[i][j];
      }
    }
    return out;
  }

  /** The rate is 0.4 or 0.2 over the depth, whichever has the smaller median of ten seeds. */
  private static double[] due(Initializer rule, int depth, int cap) {
    double[] fast = each(rule, depth, 0.4 / depth, cap);
    double[] slow = each(rule, depth, 0.2 / depth, cap);
    return Loops.quantile(0.5, fast) <= Loops.quantile(0.5, slow) ? fast : slow;
  }

  private static double[] each(Initializer rule, int depth, double rate, int cap) {
    return IntStream.rangeClosed(1, 10)
        .mapToDouble(seed -> steps(rule, depth, seed, rate, cap))
        .toArray();
  }

  @Test
  void itIsThatOfPlainGradientDescent() {
    double[] steps = due(Init.lecunNormal(), 3, 60);
    Interval found = new LearningTime(60, 3).steps(3, Init.lecunNormal());
    assertThat(found.median()).isEqualTo(Loops.quantile(0.5, steps));
    assertThat(found.low()).isCloseTo(Loops.quantile(0.05, steps), Loops.EXACT);
    assertThat(steps[4]).isNotEqualTo(steps[5]); // ten seeds differ
  }

  /** Larger weights want the smaller of the two rates. */
  @Test
  void theBetterOfTwoRatesIsTaken() {
    Initializer large = Init.orthogonal(1.8);
    double fast = Loops.quantile(0.5, each(large, 3, 0.4 / 3, 60));
    double slow = Loops.quantile(0.5, each(large, 3, 0.2 / 3, 60));
    assertThat(slow).isFinite().isLessThan(fast);
    assertThat(new LearningTime(60, 3).steps(3, large).median()).isEqualTo(slow);
  }

  /** The median of ten is the mean of the fifth and the sixth. */
  @Test
  void theTableSaysTheMedianAndHowManyArrived() {
    var data = new LearningTime(60, 2, 4).table(Init.orthogonal(), Init.lecunNormal()).data();
    assertThat(data.name()).isEqualTo("Steps to learn a linear task, median of 10 seeds (arrived)");
    assertThat(data.columnNames()).containsExactly("depth", "orthogonal", "LeCun");
    assertThat(data.longColumn("depth").asList()).containsExactly(2L, 4L);
    for (int row = 0; row < 2; row++) {
      double[] orthogonal = due(Init.orthogonal(), 2 + 2 * row, 60);
      assertThat(data.stringColumn("orthogonal").get(row)).isEqualTo(words(orthogonal, 60));
      double[] lecun = due(Init.lecunNormal(), 2 + 2 * row, 60);
      assertThat(data.stringColumn("LeCun").get(row)).isEqualTo(words(lecun, 60));
    }
    var none = new LearningTime(2, 2).table(Init.zeros()).data();
    assertThat(none.stringColumn("zeros").get(0)).isEqualTo("over 2 (0)");
  }

  private static String words(double[] steps, int cap) {
    double[] sorted = steps.clone();
    Arrays.sort(sorted);
    double median = (sorted[4] + sorted[5]) / 2;
    long arrived = Arrays.stream(steps).filter(Double::isFinite).count();
    return (Double.isFinite(median) ? "" + Math.round(median) : "over " + cap)
        + " ("
        + arrived
        + ")";
  }

  @Test
  void badInputIsNamed() {
    assertThatThrownBy(() -> new LearningTime(0, 3)).hasMessageContaining("the cap is 0");
    assertThatThrownBy(() -> new LearningTime(9, 3, 0)).hasMessageContaining("a depth is 0");
    assertThatThrownBy(() -> new LearningTime(9, 3).steps(-1, Init.zeros()))
        .hasMessageContaining("a depth is -1; it must be at least 1");
    assertThatThrownBy(() -> new LearningTime(9)).hasMessageContaining("number of depths is 0");
  }

  /**
   * One mode from 1 is there at once, so that only the turning takes time: log 100 over 2 log 5/3.
   */
  @Test
  void anOrthogonalStartIsExpectedToTakeFiveStepsAtAnyDepth() {
    var learning = new LearningTime(10, 3);
    for (int depth : new int[] {1, 3, 40}) {
      assertThat(learning.expected(depth, Init.orthogonal()).median()).isEqualTo(5);
    }
  }

  /** Two layers of 0.1 on the diagonal: sigma = 0.01 grows by 0.4 sigma (1 - sigma) a step. */
  @Test
  void aSmallSingularValueIsExpectedToGrow() {
    double sigma = 0.01;
    int steps = 0;
    while ((1 - sigma) * (1 - sigma) > 0.02) {
      sigma += 0.4 * sigma * (1 - sigma);
      steps++;
    }
    assertThat(new LearningTime(10, 3).expected(2, Init.identity(0.1)).median()).isEqualTo(steps);
  }

  @Test
  void theFigureStopsWhereRunsAreGivenUp() {
    String words = new LearningTime(3, 2, 4).plot(Init.zeros(), Init.orthogonal()).text();
    assertThat(words).contains("at most 3 steps", "zeros", "orthogonal", "Saxe");
  }
}
