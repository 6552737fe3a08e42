package initlab.study;

import static org.assertj.core.api.Assertions.assertThat;

import initlab.study.probe.Measure;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Every measure of every start, seed and layer, against plain loops. */
class MeasuresTest {

  private static void holds(
      Measure measure, int from, int to, ToDoubleBiFunction<Loops, Integer> number) {
    for (int start = 0; start < 3; start++) {
      for (int nth = 0; nth < Seen.SEEDS; nth++) {
        Loops loops = Seen.loops(start, nth);
        double[] profile = Seen.FOUND.rows().get(start).reports().get(nth).profile(measure);
        assertThat(profile).hasSize(4);
        for (int l = 0; l <= 3; l++) {
          if (l >= from && l <= to) {
            assertThat(profile[l])
                .as("%s, layer %d", measure, l)
                .isCloseTo(number.applyAsDouble(loops, l), Loops.EXACT);
          } else {
            assertThat(profile[l]).as("%s, layer %d", measure, l).isNaN();
          }
        }
      }
    }
  }

  @Test
  void activationsAreThoseOfTheLoops() {
    holds(Measure.ACTIVATION, 0, 3, (n, l) -> Loops.second(n.a[l]));
    holds(Measure.ACTIVATION_MEAN, 0, 3, (n, l) -> Loops.mean(n.a[l]));
    holds(Measure.ACTIVATION_VARIANCE, 0, 3, (n, l) -> Loops.variance(n.a[l]));
  }

  @Test
  void preActivationsAreThoseOfTheLoops() {
    holds(Measure.PRE_ACTIVATION, 1, 3, (n, l) -> Loops.second(n.z[l]));
    holds(Measure.PRE_ACTIVATION_MEAN, 1, 3, (n, l) -> Loops.mean(n.z[l]));
    holds(Measure.PRE_ACTIVATION_VARIANCE, 1, 3, (n, l) -> Loops.variance(n.z[l]));
  }

  @Test
  void gradientsAreThoseOfTheLoops() {
    holds(Measure.GRADIENT, 0, 3, (n, l) -> Loops.second(n.da[l]));
    holds(Measure.WEIGHT_GRADIENT, 1, 3, (n, l) -> Loops.second(n.dw[l]));
  }

  @Test
  void likenessOfSamplesIsThatOfTheLoops() {
    holds(Measure.BATCH_VARIANCE, 0, 3, (n, l) -> columnVariance(n.a[l]));
    holds(Measure.CORRELATION, 0, 3, (n, l) -> cosines(n.a[l]));
    holds(Measure.RANK, 0, 3, (n, l) -> rank(n.a[l]));
  }

  /** |f'| of tanh is 1 at its steepest; the last layer is linear, and never flat. */
  @Test
  void sharesOfNeuronsAreThoseOfTheLoops() {
    holds(Measure.SATURATED, 1, 3, (n, l) -> l == 3 ? 0.0 : flat(n.z[l]));
    assertThat(Seen.FOUND.at(1).interval("tilted", Measure.SATURATED).high()).isPositive();
    holds(Measure.DEAD, 0, 3, (n, l) -> 0);
  }

  private static double columnVariance(double[][] a) {
    double sum = 0;
    for (int j = 0; j < a[0].length; j++) {
      double[][] column = new double[a.length][1];
      for (int s = 0; s < a.length; s++) {
        column[s][0] = a[s][j];
      }
      sum += Loops.variance(column);
    }
    return sum / a[0].length;
  }

  private static double dot(double[] x, double[] y) {
    return IntStream.range(0, x.length).mapToDouble(i -> x[i] * y[i]).sum();
  }

  private static double cosines(double[][] a) {
    double sum = 0;
    for (int s = 0; s < a.length; s += 2) {
      sum += dot(a[s], a[s + 1]) / Math.sqrt(dot(a[s], a[s]) * dot(a[s + 1], a[s + 1]));
    }
    return sum / 3;
  }

  private static double rank(double[][] a) {
    double trace = 0;
    double squares = 0;
    for (double[] x : a) {
      trace += dot(x, x);
      for (double[] y : a) {
        squares += dot(x, y) * dot(x, y);
      }
    }
    return trace * trace / squares;
  }

  private static double flat(double[][] z) {
    double count = 0;
    for (double[] sample : z) {
      for (double v : sample) {
        count += 1 - Math.tanh(v) * Math.tanh(v) <= 0.1 ? 1 : 0;
      }
    }
    return count / (z.length * z[0].length);
  }
}
