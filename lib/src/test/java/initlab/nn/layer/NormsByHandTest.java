package initlab.nn.layer;

import static initlab.init.Activation.RELU;
import static initlab.init.Activation.TANH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import initlab.init.Init;
import initlab.nn.Layer;
import initlab.nn.Network;
import initlab.nn.Pass;
import initlab.nn.Plan;
import initlab.nn.Rules;
import initlab.nn.Signal;
import java.util.Arrays;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;

/** Layers that normalize, on numbers small enough to be followed by hand. */
class NormsByHandTest {

  private static DMatrixRMaj matrix(int rows, int cols, double... numbers) {
    return new DMatrixRMaj(rows, cols, true, numbers);
  }

  private static Network net(Signal in, Layer... layers) {
    return Plan.of(in, layers).onPlainJava().init(Init.heNormal(), 1);
  }

  /** Both places have mean 4 and variance 4 or 1: z = scale (-1, 1) + shift. */
  @Test
  void layerNormCentresAndScalesEachPlace() {
    Network net = net(Signal.tokens(2, 2), new LayerNorm(1e-14, true));
    net.parameter("1.scale").load(matrix(1, 2, 10, 100));
    net.parameter("1.shift").load(matrix(1, 2, 0.5, 0));
    Pass pass = net.forward(matrix(2, 2, 2, 6, 5, 3));
    assertThat(pass.z(1).data).containsExactly(new double[] {-9.5, 100, 10.5, -100}, within(1e-9));
    pass.backward(matrix(2, 2, 1, 2, 3, 4));
    assertThat(pass.gradient(net.parameter("1.scale")).data)
        .containsExactly(new double[] {-1 + 3, 2 - 4}, within(1e-9));
    assertThat(pass.gradient(net.parameter("1.shift")).data).containsExactly(4, 6);
    assertThat(pass.da(0).data).containsExactly(new double[] {0, 0, 0, 0}, within(1e-9));
  }

  /** x = (3, 4, 0, 0): mean square 25/4, h = x / 2.5; g = e1: dx = (g - h h1 / 4) / 2.5. */
  @Test
  void rmsNormKeepsTheMean() {
    Network net = net(Signal.vector(4), new RmsNorm(1e-14));
    net.parameter("1.scale").load(matrix(1, 4, 1, 2, 1, 1));
    Pass pass = net.forward(matrix(1, 4, 3, 4, 0, 0));
    assertThat(pass.z(1).data).containsExactly(new double[] {1.2, 3.2, 0, 0}, within(1e-9));
    pass.backward(matrix(1, 4, 1, 0, 0, 0));
    double[] dx = {(1 - 1.2 * 1.2 / 4) / 2.5, -1.6 * 1.2 / 4 / 2.5, 0, 0};
    assertThat(pass.da(0).data).containsExactly(dx, within(1e-9));
    assertThat(pass.gradient(net.parameter("1.scale")).data)
        .containsExactly(new double[] {1.2, 0, 0, 0}, within(1e-9));
  }

  /** Groups of two channels over both places: 1, 3, 5, 7 has mean 4 and variance 5. */
  @Test
  void groupNormTakesAllPlacesOfASample() {
    Network net = net(Signal.tokens(2, 4), new GroupNorm(2, 1e-14, true));
    Pass pass = net.forward(matrix(4, 4, 1, 3, 0, 0, 5, 7, 0, 2, 8, 8, 1, 1, 8, 8, 1, 3));
    double s = Math.sqrt(5);
    double t = Math.sqrt(0.75);
    assertThat(pass.z(1).data)
        .containsExactly(
            new double[] {
              -3 / s, -1 / s, -0.5 / t, -0.5 / t, 1 / s, 3 / s, -0.5 / t, 1.5 / t, 0, 0, -0.5 / t,
              -0.5 / t, 0, 0, -0.5 / t, 1.5 / t
            },
            within(1e-6));
    DMatrixRMaj x = matrix(2, 3, 1, 5, 2, 0, 7, 3);
    assertThat(net(Signal.vector(3), GroupNorm.of(1)).forward(x).z(1).data)
        .containsExactly(net(Signal.vector(3), LayerNorm.of()).forward(x).z(1).data, within(1e-12));
  }

  /** A batch 1, 3 and 2, 10: means 2 and 6, variances 1 and 16, or 2 and 32 over n - 1. */
  @Test
  void batchNormRemembersWhatPassed() {
    Network net = net(Signal.vector(2), new BatchNorm(1e-14, 0.1, true));
    Pass pass = net.forward(matrix(2, 2, 1, 2, 3, 10));
    assertThat(pass.z(1).data).containsExactly(new double[] {-1, -1, 1, 1}, within(1e-9));
    pass.backward(matrix(2, 2, 1, 0, 0, 0));
    assertThat(pass.gradient(net.parameter("1.mean")).data)
        .containsExactly(new double[] {-0.2, -0.6}, within(1e-9));
    assertThat(pass.gradient(net.parameter("1.variance")).data)
        .containsExactly(new double[] {0.1 * (1 - 2), 0.1 * (1 - 32)}, within(1e-9));
    assertThat(pass.da(0).data).containsExactly(new double[] {0, 0, 0, 0}, within(1e-9));
    assertThat(net.parameter("1.mean").value().data).containsExactly(0, 0);
  }

  @Test
  void batchNormEvaluatesByTheRunningNumbers() {
    Network net = net(Signal.vector(2), new BatchNorm(1e-14, 0.1, true));
    assertThat(net.evaluate(matrix(1, 2, 5, 6)).z(1).data)
        .containsExactly(new double[] {5, 6}, within(1e-9));
    net.parameter("1.mean").load(matrix(1, 2, 1, 2));
    net.parameter("1.variance").load(matrix(1, 2, 4, 16));
    net.parameter("1.scale").load(matrix(1, 2, 3, 1));
    net.parameter("1.shift").load(matrix(1, 2, 0, 10));
    Pass pass = net.evaluate(matrix(1, 2, 5, 6)).backward(matrix(1, 2, 1, 1));
    assertThat(pass.z(1).data).containsExactly(new double[] {6, 11}, within(1e-9));
    assertThat(pass.da(0).data).containsExactly(new double[] {1.5, 0.25}, within(1e-9));
    assertThat(pass.gradient(net.parameter("1.scale")).data)
        .containsExactly(new double[] {2, 1}, within(1e-9));
    assertThat(pass.gradient(net.parameter("1.variance")).data).containsExactly(0, 0);
  }

  /** 20,000 numbers at rate 0.3: six standard errors of a share are 0.02. */
  @Test
  void dropoutDropsItsShareAndKeepsTheMean() {
    Plan plan = Plan.of(Signal.vector(20_000), Dropout.of(0.3));
    DMatrixRMaj ones = new DMatrixRMaj(1, 20_000);
    CommonOps_DDRM.fill(ones, 1);
    Network net = Network.blank(plan);
    Pass pass = net.pass().noise(4, 1).forward(ones).backward(ones);
    assertThat(Arrays.stream(pass.z(1).data).filter(z -> z == 0).count() / 20_000.0)
        .isCloseTo(0.3, within(0.02));
    assertThat(Arrays.stream(pass.z(1).data).distinct())
        .containsExactlyInAnyOrder(0.0, 1 / (1 - 0.3));
    assertThat(pass.da(0).data).isEqualTo(pass.z(1).data);
    double[] first = pass.z(1).data.clone();
    assertThat(pass.noise(4, 2).forward(ones).z(1).data).isNotEqualTo(first);
    assertThat(net.evaluate(ones).z(1).data).isEqualTo(ones.data);
    assertThat(net.differsInTraining()).isTrue();
    assertThat(Dropout.of(0).differsInTraining()).isFalse();
  }

  @Test
  void anActivationMayStandAlone() {
    Pass pass = net(Signal.vector(3), Activate.of(RELU)).forward(matrix(1, 3, -1, 0, 2));
    assertThat(pass.a(1).data).containsExactly(0, 0, 2);
    assertThat(pass.backward(matrix(1, 3, 5, 5, 5)).da(0).data).containsExactly(0, 0, 5);
    assertThat(pass.net().layer(1)).hasToString("3 -> 3 activate ReLU");
  }

  /** A place whose channels are all equal becomes the shift, and sends back finite numbers. */
  @Test
  void equalChannelsBecomeTheShift() {
    Network net = net(Signal.vector(3), LayerNorm.of());
    net.parameter("1.shift").load(matrix(1, 3, 7, 8, 9));
    Pass pass = net.forward(matrix(1, 3, 5, 5, 5));
    assertThat(pass.z(1).data).containsExactly(7, 8, 9);
    assertThat(pass.backward(matrix(1, 3, 1, 0, -1)).da(0).data)
        .containsExactly(new double[] {1 / Math.sqrt(1e-5), 0, -1 / Math.sqrt(1e-5)}, within(1e-9));
    assertThat(net(Signal.vector(2), RmsNorm.of()).forward(matrix(1, 2, 0, 0)).z(1).data)
        .containsOnly(0);
  }

  @Test
  void scalesBeginAtOneAndShiftsAtZero() {
    Plan plan = Plan.of(Signal.vector(4), LayerNorm.of(), Dense.of(4, TANH), RmsNorm.of());
    assertThat(Rules.of(Init.heNormal()).explain(plan).lines().map(String::strip))
        .containsExactly(
            "1.scale  1 x 4  scale   ones   usual for a scale",
            "1.shift  1 x 4  shift   zeros  usual for a shift",
            "2.W      4 x 4  weight  He     all weights",
            "2.b      1 x 4  bias    zeros  usual for a bias",
            "3.scale  1 x 4  scale   ones   usual for a scale");
    assertThat(LayerNorm.of().withoutBias().withBias()).isEqualTo(LayerNorm.of());
    assertThat(LayerNorm.of().kind()).isEqualTo("layernorm");
    assertThat(RmsNorm.of().kind()).isEqualTo("rmsnorm");
  }

  @Test
  void batchNormBeginsItsVarianceAtOne() {
    Plan plan = Plan.of(Signal.vector(4), BatchNorm.of(), Dense.of(2, TANH).withoutBias());
    assertThat(Rules.torch().explain(plan).lines().map(String::strip).limit(4))
        .containsExactly(
            "1.scale     1 x 4  scale      ones            PyTorch's default",
            "1.shift     1 x 4  shift      zeros           PyTorch's default",
            "1.mean      1 x 4  statistic  zeros           PyTorch's default",
            "1.variance  1 x 4  statistic  ones            PyTorch's default");
    assertThat(plan.withoutBiases().layers().get(0)).isEqualTo(BatchNorm.of().withoutBias());
    assertThat(BatchNorm.of().withoutBias().withBias()).isEqualTo(BatchNorm.of());
    assertThat(GroupNorm.of(2).withoutBias().withBias()).isEqualTo(GroupNorm.of(2));
  }

  @Test
  void groupsThatDoNotDivideAreNamedWithTheChannels() {
    refused(
        () -> Plan.of(Signal.image(4, 4, 10), GroupNorm.of(4)),
        "Layer 1 (groupnorm), which takes 4 x 4 x 10: the number of groups is 4; it must be a"
            + " divisor of the 10 channels");
    refused(
        () -> Plan.of(Signal.vector(4), GroupNorm.of(4)),
        "Layer 1 (groupnorm), which takes 4: how many numbers of a sample are in one group is 1");
    refused(() -> GroupNorm.of(0), "the number of groups is 0");
  }

  @Test
  void aBatchOfOneRowIsRefusedInTrainingOnly() {
    Network net = net(Signal.vector(3), Residual.of(BatchNorm.of()));
    refused(
        () -> net.forward(matrix(1, 3, 1, 2, 3)),
        "the number of rows that layer 1.batchnorm (batchnorm) normalizes over is 1; it must be at"
            + " least 2 in training. Pass two samples at least, or net.evaluate(x) for one.");
    assertThat(net.evaluate(matrix(1, 3, 1, 2, 3)).output().data)
        .containsExactly(new double[] {2, 4, 6}, within(1e-4));
    assertThat(net(Signal.tokens(2, 3), BatchNorm.of()).forward(new DMatrixRMaj(2, 3)).batch())
        .isEqualTo(1);
  }

  @Test
  @SuppressWarnings("NullAway") // as a reader might
  void badNormsAreNamed() {
    refused(
        () -> Plan.of(Signal.tokens(3, 1), LayerNorm.of()),
        "Layer 1 (layernorm), which takes 3 x 1: the channels that LayerNorm centres is 1; it must"
            + " be at least 2");
    refused(() -> new LayerNorm(0, true), "epsilon is 0");
    refused(() -> new RmsNorm(Double.NaN), "epsilon is NaN");
    refused(() -> new GroupNorm(1, -1, true), "epsilon is -1");
    refused(() -> new BatchNorm(1e-5, 0, true), "the momentum is 0");
    refused(() -> new BatchNorm(1e-5, Double.NaN, true), "the momentum is NaN");
    refused(() -> Dropout.of(1), "the dropout rate is 1");
    refused(() -> Dropout.of(Double.NaN), "the dropout rate is NaN");
    refused(() -> Activate.of(null), "the activation is null");
  }

  private static void refused(ThrowingCallable work, String words) {
    assertThatIllegalArgumentException().isThrownBy(work).withMessageStartingWith(words);
  }
}
