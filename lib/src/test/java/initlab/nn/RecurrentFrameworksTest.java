package initlab.nn;

import static initlab.init.Activation.TANH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import initlab.math.Moments;
import initlab.nn.layer.Gru;
import initlab.nn.layer.Lstm;
import initlab.nn.layer.Rnn;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Recurrent layers as PyTorch 2.15.0, Keras 3.15.1 and Flax 0.12.8 start them, 24 -> 16. Their
 * standard deviations were sampled from the libraries: 2000 layers of PyTorch, 150 of Keras, 40 of
 * Flax, which tells them to 1 %. PyTorch's bias is the sum of its two.
 */
class RecurrentFrameworksTest {
  private static final Plan PLAN =
      Plan.of(Signal.tokens(3, 24), Lstm.of(16), Gru.of(16), Rnn.of(16, TANH));
  private static final Plan GRU = Plan.of(Signal.tokens(3, 24), Gru.of(16));

  private static Rules rules(String framework) {
    return switch (framework) {
      case "torch" -> Rules.torch();
      case "keras" -> Rules.keras();
      default -> Rules.flax();
    };
  }

  /** What the rule states, and what it draws over 100 seeds, beside what the library drew. */
  @ParameterizedTest
  @CsvSource({
    "torch, 1.W, 0.14437",
    "torch, 1.U, 0.14441",
    "torch, 1.bi, 0.20313",
    "torch, 1.bf, 0.20313",
    "torch, 1.bg, 0.20403",
    "torch, 1.bo, 0.20264",
    "torch, 2.U, 0.14440",
    "torch, 2.br, 0.20395",
    "torch, 2.bz, 0.20511",
    "torch, 2.bn, 0.14431",
    "torch, 2.bhn, 0.14431",
    "torch, 3.U, 0.14435",
    "torch, 3.b, 0.20375",
    "keras, 1.W, 0.15072",
    "keras, 1.U, 0.125",
    "keras, 2.U, 0.14434",
    "keras, 3.U, 0.25",
    "flax, 1.W, 0.20405",
    "flax, 1.U, 0.24999",
    "flax, 2.U, 0.25",
    "flax, 3.U, 0.24999"
  })
  void standardDeviationsAreTheLibrarys(String framework, String path, double sampled) {
    Parameter parameter = Network.redrawing(PLAN).parameter(path);
    double stated =
        rules(framework).rule(parameter).orElseThrow().std(parameter.shape()).orElseThrow();
    assertThat(stated).isCloseTo(sampled, within(0.01 * sampled));
    double square = 0;
    for (int seed = 1; seed <= 100; seed++) {
      DMatrixRMaj drawn = PLAN.init(rules(framework), seed).parameter(path).value();
      square += Moments.of(drawn).secondMoment() / 100;
    }
    // at least 1600 numbers: 5 standard errors of their std are below 9 %
    assertThat(Math.sqrt(square)).isCloseTo(sampled, within(0.09 * sampled));
  }

  /** Keras' and Flax' GRU take 24 inputs: Var(W) = 2 / (24 + 48), and 1 / 24. */
  @Test
  void inputWeightsOfAGruCountAllGates() {
    Parameter w = Network.redrawing(GRU).parameter("1.W");
    assertThat(Rules.keras().rule(w).orElseThrow().std(w.shape()).orElseThrow())
        .isCloseTo(0.16664, within(0.0017));
    assertThat(Rules.flax().rule(w).orElseThrow().std(w.shape()).orElseThrow())
        .isCloseTo(0.20448, within(0.002));
  }

  @Test
  void kerasOpensTheForgetGateAndNobodyElse() {
    Network keras = PLAN.init(Rules.keras(), 1);
    assertThat(keras.parameter("1.bf").value().data).containsOnly(1);
    for (String path : new String[] {"1.bi", "1.bg", "1.bo", "2.bz", "2.bn", "2.bhn", "3.b"}) {
      assertThat(keras.parameter(path).value().data).containsOnly(0);
    }
    assertThat(PLAN.init(Rules.flax(), 1).parameter("1.bf").value().data).containsOnly(0);
  }

  /** Keras: rows of the whole (16 x 64) are orthonormal; Flax: each gate's (16 x 16) is. */
  @Test
  void kerasMakesAllGatesOneOrthogonalMatrixAndFlaxEach() {
    DMatrixRMaj keras = PLAN.init(Rules.keras(), 1).parameter("1.U").value();
    DMatrixRMaj flax = PLAN.init(Rules.flax(), 1).parameter("1.U").value();
    assertThat(defect(keras)).isLessThan(1e-12);
    assertThat(defect(CommonOps_DDRM.extract(flax, 0, 16, 48, 64))).isLessThan(1e-12);
    assertThat(defect(CommonOps_DDRM.extract(keras, 0, 16, 48, 64))).isGreaterThan(0.3);
  }

  private static double defect(DMatrixRMaj q) {
    DMatrixRMaj square = new DMatrixRMaj(q.numRows, q.numRows);
    CommonOps_DDRM.multTransB(q, q, square);
    CommonOps_DDRM.subtractEquals(square, CommonOps_DDRM.identity(q.numRows));
    return CommonOps_DDRM.elementMaxAbs(square);
  }
}
