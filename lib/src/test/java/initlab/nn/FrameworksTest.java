package initlab.nn;

import static initlab.init.Activation.LINEAR;
import static initlab.init.Activation.RELU;
import static initlab.init.Activation.TANH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import initlab.init.Activation;
import initlab.init.Distribution;
import initlab.init.Init;
import initlab.init.Law;
import initlab.init.WeightShape;
import initlab.math.Moments;
import initlab.math.RandomStreams;
import initlab.nn.layer.Dense;
import initlab.nn.layer.Gated;
import initlab.nn.layer.Mlp;
import initlab.nn.layer.Residual;
import initlab.nn.layer.Rnn;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whole models as frameworks start them: weights, biases and all else. */
class FrameworksTest {

  /** A layer with a slot of every role, which is never passed. */
  private record All(boolean weights) implements Layer {
    @Override
    public Signal out(Signal in) {
      return in;
    }

    @Override
    public List<Slot> slots(Signal in) {
      Slot scale = Slot.vector("scale", 9, Role.SCALE);
      Slot shift = Slot.vector("shift", 9, Role.SHIFT);
      Slot bias = Slot.vector("b", 9, Role.BIAS);
      Slot table = Slot.of("E", WeightShape.embedding(30, 25), Role.EMBEDDING);
      return weights ? List.of(table, scale, shift) : List.of(scale, shift, bias);
    }

    @Override
    public void forward(Memory m) {}

    @Override
    public void backward(Memory m) {}
  }

  private static final Plan MODEL =
      Plan.of(
          Signal.tokens(4, 12),
          new All(true),
          Rnn.of(16, TANH),
          Residual.of(Dense.of(48, RELU), Dense.of(16, LINEAR)),
          Gated.of(27, TANH),
          Dense.of(3, LINEAR).withoutBias(),
          new All(false));

  static Stream<Arguments> models() {
    String torch = "PyTorch's default";
    String keras = "Keras' default";
    String flax = "Flax' default";
    return Stream.of(
        arguments(
            Rules.torch(),
            List.of(
                "1.E          30 x 25  embedding  PyTorch Embedding  " + torch,
                "1.scale      1 x 9    scale      ones         " + torch,
                "1.shift      1 x 9    shift      zeros              " + torch,
                "2.W          12 x 16  weight     PyTorch RNN     " + torch,
                "2.U          16 x 16  recurrent  PyTorch RNN  " + torch,
                "2.b          1 x 16   bias       PyTorch RNN, two biases  " + torch,
                "3.dense.W    16 x 48  weight     PyTorch Linear     " + torch,
                "3.dense.b    1 x 48   bias       PyTorch bias       " + torch,
                "3.dense2.W   48 x 16  weight     PyTorch Linear     " + torch,
                "3.dense2.b   1 x 16   bias       PyTorch bias       " + torch,
                "4.W          16 x 27  weight     PyTorch Linear     " + torch,
                "4.V          16 x 27  weight     PyTorch Linear     " + torch,
                "5.W          27 x 3   weight     PyTorch Linear     " + torch,
                "6.scale      1 x 9    scale      ones         " + torch,
                "6.shift      1 x 9    shift      zeros              " + torch,
                "6.b          1 x 9    bias       zeros              " + torch)),
        arguments(
            Rules.keras(),
            List.of(
                "1.E          30 x 25  embedding  Keras Embedding  " + keras,
                "2.W          12 x 16  weight     Keras Dense      " + keras,
                "2.U          16 x 16  recurrent  orthogonal       " + keras,
                "2.b          1 x 16   bias       zeros            " + keras,
                "3.dense.b    1 x 48   bias       zeros            " + keras,
                "4.V          16 x 27  weight     Keras Dense      " + keras)),
        arguments(
            Rules.flax(),
            List.of(
                "1.E          30 x 25  embedding  Flax Embed  " + flax,
                "2.W          12 x 16  weight     Flax Dense  " + flax,
                "2.U          16 x 16  recurrent  orthogonal  " + flax,
                "3.dense2.b   1 x 16   bias       zeros       " + flax,
                "4.V          16 x 27  weight     Flax Dense  " + flax)));
  }

  @ParameterizedTest
  @MethodSource("models")
  void everyParameterHasItsRule(Rules rules, List<String> lines) {
    assertThat(rules.explain(MODEL).lines().map(l -> l.replaceAll(" +", " ")))
        .hasSize(16)
        .containsAll(lines.stream().map(l -> l.replaceAll(" +", " ")).toList());
  }

  /** The limit is 1 / sqrt(fan_in) of the layer's weights; in a recurrent layer of hidden units. */
  @ParameterizedTest
  @CsvSource({
    "2.W, 16",
    "2.U, 16",
    "3.dense.W, 16",
    "3.dense.b, 16",
    "3.dense2.W, 48",
    "3.dense2.b, 48",
    "4.W, 16",
    "4.V, 16",
    "5.W, 27"
  })
  void torchDrawsWeightsAndBiasesWithinOneLimit(String path, int fanIn) {
    Network net = MODEL.init(Rules.torch(), 3);
    Parameter parameter = net.parameter(path);
    Law law = Rules.torch().rule(parameter).orElseThrow().law(parameter.shape()).orElseThrow();
    double limit = 1 / Math.sqrt(fanIn);
    assertThat(law.high()).isCloseTo(limit, within(1e-15));
    assertThat(law.low()).isCloseTo(-limit, within(1e-15));
    assertThat(law.mean()).isZero();
    assertThat(law.std() * law.std()).isCloseTo(1.0 / (3 * fanIn), within(1e-15));
    assertThat(DoubleStream.of(parameter.value().data).map(Math::abs).max().orElse(0))
        .isBetween(limit / 2, limit);
  }

  /**
   * 20,000 biases of fan_in 4: variance 1 / 12, whose standard error is 0.9 of it / sqrt(20000),
   * and mean 0. Both bounds are 5 standard errors: a false alarm in 1e6 runs, were the seed free.
   */
  @Test
  void biasesOfTorchAreUniform() {
    Plan wide = Plan.of(Signal.vector(4), Dense.of(20_000, RELU));
    DMatrixRMaj b = wide.init(Rules.torch(), 1).parameter("1.b").value();
    Moments seen = Moments.of(b);
    assertThat(seen.variance()).isCloseTo(1 / 12.0, within(5 * 0.9 / 12 / Math.sqrt(20_000)));
    assertThat(seen.mean()).isCloseTo(0, within(5 * Math.sqrt(1 / 12.0 / 20_000)));
    assertThat(DoubleStream.of(b.data).min().orElse(0)).isBetween(-0.5, -0.499);
    assertThat(DoubleStream.of(b.data).max().orElse(0)).isBetween(0.499, 0.5);
  }

  /** Weights are those of Init.torchLinear(), to the bit, and biases have streams of their own. */
  @Test
  void torchWeightsAreThoseOfTheRuleForWeights() {
    Plan plan = Mlp.of(RELU, 8, 8, 8);
    Network whole = plan.init(Rules.torch(), 5);
    Network weights = plan.init(Init.torchLinear(), 5);
    assertThat(whole.layer(2).weights().data).isEqualTo(weights.layer(2).weights().data);
    assertThat(whole.parameter("1.b").value().data)
        .isNotEqualTo(whole.parameter("2.b").value().data)
        .isNotEqualTo(plan.init(Rules.torch(), 6).parameter("1.b").value().data);
    assertThat(weights.parameter("1.b").value().data).containsOnly(0);
  }

  /** Rows of 25 numbers with variance 1 / 25: their length is about 1. */
  @Test
  void embeddingsAreThoseOfEachFramework() {
    Parameter table = Network.redrawing(MODEL).parameter("1.E");
    assertThat(std(Rules.torch(), table)).isEqualTo(1);
    assertThat(std(Rules.keras(), table)).isCloseTo(0.05 / Math.sqrt(3), within(1e-15));
    assertThat(std(Rules.flax(), table)).isCloseTo(0.2, within(1e-15));
  }

  private static double std(Rules rules, Parameter parameter) {
    return rules.rule(parameter).orElseThrow().std(parameter.shape()).orElseThrow();
  }

  @Test
  void aRuleOfOnesOwnComesBeforeTheFrameworks() {
    Rules rules = Rules.torch().on(Role.BIAS, Init.constant(3)).on("2.U", Init.identity());
    Network net = MODEL.init(rules, 1);
    assertThat(net.parameter("3.dense.b").value().data).containsOnly(3);
    assertThat(net.parameter("2.U").value().get(1, 1)).isEqualTo(1);
    assertThat(rules.explain(MODEL)).contains("role bias", "2.U", "PyTorch's default");
    assertThat(Stream.of(Rules.torch(), Rules.keras(), Rules.flax()).map(Rules::name))
        .containsExactly("PyTorch's defaults", "Keras' defaults", "Flax' defaults");
  }

  static Stream<Arguments> deep() {
    return Stream.of(arguments(RELU, 3.2e-3, 1e-24), arguments(TANH, 7.8e-3, 1.4e-15));
  }

  /**
   * 30 layers of 64 as PyTorch starts them: what passes keeps a second moment, and it is that of
   * the biases; what tells one sample from another dies. Medians over 15 nets. The second moment's
   * is known to about 8 %, the variance's to a factor of 1.7 (5-95 % of such medians): the bounds
   * are 25 % and a factor of 5, beyond four times that.
   */
  @ParameterizedTest
  @MethodSource("deep")
  void biasesOutweighASignalThatDies(Activation f, double secondMoment, double overTheBatch) {
    Plan plan = Mlp.deep(f, 64, 30).withBiases();
    List<Double> moments = new ArrayList<>();
    List<Double> variances = new ArrayList<>();
    for (int seed = 1; seed <= 15; seed++) {
      DMatrixRMaj x = normal(8, 64, seed);
      DMatrixRMaj a = plan.init(Rules.torch(), seed).forward(x).output();
      moments.add(Moments.of(a).secondMoment());
      variances.add(overTheBatch(a));
    }
    assertThat(median(moments)).isBetween(secondMoment * 0.75, secondMoment * 1.25);
    assertThat(median(variances)).isBetween(overTheBatch / 5, overTheBatch * 5);
    DMatrixRMaj bare =
        Mlp.deep(f, 64, 30).init(Rules.torch(), 1).forward(normal(8, 64, 1)).output();
    assertThat(Moments.of(bare).secondMoment()).isLessThan(1e-12);
  }

  private static double median(List<Double> of) {
    return of.stream().sorted().toList().get(of.size() / 2);
  }

  private static DMatrixRMaj normal(int rows, int cols, long seed) {
    DMatrixRMaj x = new DMatrixRMaj(rows, cols);
    Distribution.NORMAL.fill(1, RandomStreams.data(seed), x.data, x.getNumElements());
    return x;
  }

  /** Variance of each column, averaged. */
  private static double overTheBatch(DMatrixRMaj a) {
    double sum = 0;
    for (int col = 0; col < a.numCols; col++) {
      double[] column = new double[a.numRows];
      for (int row = 0; row < a.numRows; row++) {
        column[row] = a.get(row, col);
      }
      sum += Moments.of(column).variance();
    }
    return sum / a.numCols;
  }
}
