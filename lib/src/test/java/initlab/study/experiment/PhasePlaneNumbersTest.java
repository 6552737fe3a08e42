package initlab.study.experiment;

import static initlab.init.Activation.GELU;
import static initlab.init.Activation.LINEAR;
import static initlab.init.Activation.RELU;
import static initlab.init.Activation.TANH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import initlab.Stopped;
import initlab.base.FreeMemory;
import initlab.base.Machine;
import initlab.base.Numbers;
import initlab.init.Activation;
import initlab.init.Init;
import initlab.nn.Network;
import initlab.nn.Plan;
import initlab.nn.Role;
import initlab.nn.Rules;
import initlab.nn.Signal;
import initlab.nn.layer.Dense;
import initlab.study.probe.Inputs;
import initlab.theory.MeanField;
import initlab.train.data.Data;
import java.util.Collections;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every number of the plane, by loops written out; and theory's line where it should be. */
class PhasePlaneNumbersTest {
  private static final double[] WEIGHTS = {0.5, 1.25, 2};
  private static final double[] BIASES = {0, 0.6};

  private static PhasePlane plane(Activation f, int depth) {
    return PhasePlane.of(f, 3, depth).weights(0.5, 2, 3).biases(0, 0.6, 2);
  }

  /** Decades a layer of one seed: forward through tanh, back through the deeper half. */
  private static double decades(int depth, double sigmaW, double sigmaB, long seed) {
    Plan plan =
        Plan.of(Signal.vector(3), Collections.nCopies(depth, Dense.of(3, TANH))).onPlainJava();
    Network weights = plan.init(Init.lecunNormal(), seed);
    Rules biased = Rules.of(Init.zeros()).on(Role.BIAS, Init.normal(1));
    Network biases = plan.init(biased, seed);
    double[][][] slopes = new double[depth + 1][][];
    double[][] a = ByHand.rows(Data.normal(16, 3, seed));
    for (int l = 1; l <= depth; l++) {
      double[][] z = ByHand.times(a, scaled(weights.layer(l).weights(), sigmaW));
      DMatrixRMaj b = biases.parameter(l + ".b").value();
      slopes[l] = new double[16][3];
      for (int row = 0; row < 16; row++) {
        for (int col = 0; col < 3; col++) {
          z[row][col] += sigmaB * b.data[col];
          slopes[l][row][col] = 1 / Math.pow(Math.cosh(z[row][col]), 2);
          z[row][col] = Math.tanh(z[row][col]);
        }
      }
      a = z;
    }
    double[][] g = ByHand.rows(Inputs.gradient(16, 3, seed));
    double sent = ByHand.secondMoment(g);
    for (int l = depth; l > depth / 2; l--) {
      for (int row = 0; row < 16; row++) {
        for (int col = 0; col < 3; col++) {
          g[row][col] *= slopes[l][row][col];
        }
      }
      g = ByHand.timesTransposed(g, scaled(weights.layer(l).weights(), sigmaW));
    }
    return Math.log10(ByHand.secondMoment(g) / sent) / (depth - depth / 2);
  }

  private static DMatrixRMaj scaled(DMatrixRMaj w, double by) {
    DMatrixRMaj out = w.copy();
    for (int i = 0; i < out.getNumElements(); i++) {
      out.data[i] *= by;
    }
    return out;
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 5})
  void everyCellIsTheMedianOfItsSeeds(int depth) {
    double[][] seen = plane(TANH, depth).measure();
    for (int j = 0; j < 2; j++) {
      for (int i = 0; i < 3; i++) {
        double due =
            ByHand.quantile(
                0.5,
                decades(depth, WEIGHTS[i], BIASES[j], 1),
                decades(depth, WEIGHTS[i], BIASES[j], 2),
                decades(depth, WEIGHTS[i], BIASES[j], 3));
        assertThat(seen[j][i]).as("%s, %s", j, i).isCloseTo(due, within(1e-9));
      }
    }
    double[][] one = plane(TANH, depth).seeds(1).measure();
    assertThat(one[1][2]).isCloseTo(decades(depth, 2, 0.6, 1), within(1e-9));
  }

  /**
   * Without biases every place of ReLU has the same nets but for sigma_w^2: log10(sigma_w^2 / 2) a
   * layer, and one remainder for the whole row. Its standard error is below 0.03 (5 / 64 a layer,
   * 10 layers, 16 samples, in decades); the tolerance is four of them.
   */
  @Test
  void reluGrowsByHalfOfSigmaSquaredALayerEverywhere() {
    double[][] seen = PhasePlane.of(RELU, 64, 20).weights(0.5, 3, 4).biases(0, 1, 2).measure();
    double rest = seen[0][0] - Math.log10(0.25 / 2);
    assertThat(rest).isCloseTo(0, within(0.12));
    for (int i = 0; i < 4; i++) {
      double sigma = 0.5 + i * 2.5 / 3;
      assertThat(seen[0][i]).isCloseTo(Math.log10(sigma * sigma / 2) + rest, within(1e-8));
    }
    double[][] linear = PhasePlane.of(LINEAR, 8, 6).weights(1, 2, 2).biases(0, 1, 2).measure();
    assertThat(linear[0]).containsExactly(linear[1], within(1e-12)); // slopes are 1, biases or not
    assertThat(linear[0][1] - linear[0][0]).isCloseTo(Math.log10(4), within(1e-9));
  }

  @Test
  void aLambdaIsAsGoodAsAName() {
    Activation mine = z -> Math.tanh(z);
    double[][] named = plane(TANH, 4).measure();
    double[][] lambda = plane(mine, 4).measure();
    assertThat(lambda[0]).containsExactly(named[0], within(1e-7));
    assertThat(lambda[1]).containsExactly(named[1], within(1e-7));
  }

  @Test
  void theoryStandsInEveryRowWhereItShould() {
    String words = plane(TANH, 4).biases(0.1, 0.5, 3).plot().text();
    for (double sigmaB : new double[] {0.1, 0.3, 0.5}) {
      double due = Math.sqrt(MeanField.of(TANH).bias(sigmaB * sigmaB).critical().weightVariance());
      String said = Numbers.brief(due, 3);
      assertThat(words)
          .containsPattern("sigma_b " + sigmaB + ": .*; theory: chi = 1 at " + said + "(\\n|$)");
    }
    assertThat(words)
        .startsWith("tanh net, 4 layers, 3 wide, median of 3 seeds")
        .contains("log10 growth per layer of the gradients' second moment, backward; 3 x 3 cells")
        .contains("sigma_w 0.5 to 2");
    PhasePlane five = PhasePlane.of(TANH, 3, 4).seeds(5).weights(1, 2, 2).biases(0, 1, 2);
    assertThat(five.plot().text()).contains("median of 5 seeds", "2 x 2 cells; sigma_w 1 to 2");
  }

  /** Where theory has no line, or knows nothing, the measurement stands alone. */
  @Test
  void withoutTheoryTheMeasurementIsThere() {
    Activation step = z -> z > 0 ? 1 : 0;
    for (Activation f : new Activation[] {RELU, step}) {
      assertThat(plane(f, 4).seeds(1).plot().text())
          .contains("sigma_b 0.6")
          .doesNotContain("theory");
    }
    assertThat(plane(GELU, 4).seeds(1).plot().text()).contains("sigma_b 0.6");
  }

  @Test
  void theLineIsNotDrawnAcrossAGap() {
    double none = Double.NaN;
    assertThat(PhasePlane.longestRun(new double[] {none, 1, 2, none, 3})).containsExactly(1, 3);
    assertThat(PhasePlane.longestRun(new double[] {1, none, 2, 3, 4})).containsExactly(2, 5);
    assertThat(PhasePlane.longestRun(new double[] {1, 2, 3})).containsExactly(0, 3);
    assertThat(PhasePlane.longestRun(new double[] {none, none})).containsExactly(0, 0);
    assertThat(PhasePlane.longestRun(new double[] {1, 2, none, 3, 4})).containsExactly(0, 2);
  }

  @Test
  void theUsualPlaneIsSaid() {
    String words = PhasePlane.of(TANH, 2, 2).seeds(1).plot().text();
    assertThat(words).contains("26 x 11 cells; sigma_w 0.5 to 3", "sigma_b 1:", "sigma_b 0:");
    assertThatThrownBy(() -> PhasePlane.of(TANH, 0, 2)).hasMessageContaining("width");
    assertThatThrownBy(() -> PhasePlane.of(TANH, 2, 2).seeds(0)).hasMessageContaining("seeds");
    // 20 layers and their scaled copies, of 40,000^2 numbers of 8 bytes, on every processor
    String size = FreeMemory.gb(20 * 2 * 8 * 1.6e9 * Machine.processors());
    assertThatThrownBy(() -> PhasePlane.of(TANH, 40_000, 20).measure())
        .hasMessageContaining("the memory for the weights of these networks is " + size)
        .hasMessageContaining("narrower");
  }

  @Test
  void anInterruptStopsIt() {
    Stopped.atOnce(() -> plane(TANH, 4).measure());
    Stopped.atOnce(() -> plane(TANH, 4).plot());
  }

  /** GELU has no critical point without biases; beside those that have one the line is drawn. */
  @Test
  void theLineStandsAtItsOwnBiases() {
    List<String> rows =
        PhasePlane.of(GELU, 4, 2)
            .weights(1, 2, 2)
            .biases(0, 1, 3)
            .seeds(1)
            .plot()
            .text()
            .lines()
            .filter(line -> line.contains("sigma_b "))
            .toList();
    assertThat(rows).hasSize(3);
    assertThat(rows.get(0)).contains("sigma_b 1:").endsWith("theory: chi = 1 at 1.41");
    assertThat(rows.get(1)).contains("sigma_b 0.5:").endsWith("theory: chi = 1 at 1.4");
    assertThat(rows.get(2)).contains("sigma_b 0:").doesNotContain("theory");
  }
}
