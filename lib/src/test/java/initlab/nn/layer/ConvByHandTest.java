package initlab.nn.layer;

import static initlab.init.Activation.LINEAR;
import static initlab.init.Activation.RELU;
import static initlab.init.Activation.TANH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import initlab.init.WeightShape;
import initlab.nn.Layer;
import initlab.nn.Network;
import initlab.nn.Pass;
import initlab.nn.Plan;
import initlab.nn.Signal;
import java.util.stream.DoubleStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Convolutions and pooling on numbers that can be followed by hand, and what they refuse. */
class ConvByHandTest {
  private static final Signal IMAGE = Signal.image(3, 3, 1);

  private static DMatrixRMaj row(double... numbers) {
    return new DMatrixRMaj(1, numbers.length, true, numbers);
  }

  private static DMatrixRMaj counting(int n) {
    return row(DoubleStream.iterate(1, i -> i + 1).limit(n).toArray());
  }

  /** A net of one layer whose weights are these numbers, in the order in which they lie. */
  private static Network net(Signal in, Layer layer, double... weights) {
    Network net = Network.blank(Plan.of(in, layer).onPlainJava());
    WeightShape shape = net.parameter("1.W").shape();
    net.parameter("1.W").load(new DMatrixRMaj(shape.rows(), shape.cols(), true, weights));
    return net;
  }

  private static Conv two(int kernel) {
    return Conv2d.of(kernel, 1, LINEAR).withoutBias();
  }

  /** 1 2 3 / 4 5 6 / 7 8 9 under the kernel 1 10 / 100 1000, which is not flipped. */
  @Test
  void aKernelIsLaidOnTheImageAsItIs() {
    Network net = net(IMAGE, two(2), 1, 10, 100, 1000);
    Pass pass = net.forward(counting(9));
    assertThat(pass.z(1).data).containsExactly(5421, 6532, 8754, 9865);
    pass.backward(row(1, 0, 0, 2));
    assertThat(pass.da(0).data).containsExactly(1, 10, 0, 100, 1002, 20, 0, 200, 2000);
    assertThat(pass.gradient(net.parameter("1.W")).data)
        .containsExactly(1 + 2 * 5, 2 + 2 * 6, 4 + 2 * 8, 5 + 2 * 9);
  }

  @Test
  void paddingStrideAndDilationSayWhereTheTapsLie() {
    double[] kernel = {1, 10, 100, 1000};
    assertThat(net(IMAGE, two(2).stride(2), kernel).forward(counting(9)).z(1).data)
        .containsExactly(5421);
    assertThat(net(IMAGE, two(2).stride(2).padding(1), kernel).forward(counting(9)).z(1).data)
        .containsExactly(1000, 3200, 7040, 9865);
    assertThat(net(IMAGE, two(2).dilation(2), kernel).forward(counting(9)).z(1).data)
        .containsExactly(1 + 30 + 700 + 9000);
    assertThat(Plan.of(IMAGE, Conv2d.of(3, 1, 5, TANH).same().dilation(4)).output())
        .isEqualTo(IMAGE.channels(5));
  }

  /** Channels lie side by side; the patch is tap by tap: (taps in x out). */
  @Test
  void channelsAndGroupsAreInTheirPlaces() {
    Signal text = Signal.tokens(2, 2);
    Conv conv = Conv1d.of(2, 2, LINEAR);
    Network net = net(text, conv, 1, 0, 10, 0, 100, 0, 1000, 7);
    net.parameter("1.b").load(row(0, 0.5));
    assertThat(net.forward(counting(4)).z(1).data).containsExactly(4321, 28.5);
    Conv grouped = Conv1d.of(2, 2, LINEAR).groups(2).withoutBias();
    assertThat(net(text, grouped, 1, 2, 10, 20).forward(counting(4)).z(1).data)
        .containsExactly(1 + 30, 4 + 80);
    Conv depthwise = Conv1d.depthwise(1, 2, LINEAR).withoutBias();
    assertThat(net(text, depthwise, 1, 2, 3, 4).forward(counting(4)).z(1).data)
        .containsExactly(1, 2, 6, 8, 3, 6, 12, 16);
  }

  /** Each input spreads the kernel, 2 places apart; padding takes the ends away again. */
  @Test
  void aTransposedConvolutionSpreads() {
    Conv spread = Conv1d.transposed(3, 1, LINEAR).stride(2).withoutBias();
    Signal text = Signal.tokens(2, 1);
    Network net = net(text, spread, 1, 10, 100);
    Pass pass = net.forward(row(1, 2));
    assertThat(pass.z(1).data).containsExactly(1, 10, 102, 20, 200);
    pass.backward(row(1, 0, 1, 0, 0));
    assertThat(pass.da(0).data).containsExactly(101, 1);
    assertThat(pass.gradient(net.parameter("1.W")).data).containsExactly(1 + 2, 0, 1);
    assertThat(net(text, spread.padding(1), 1, 10, 100).forward(row(1, 2)).z(1).data)
        .containsExactly(10, 102, 20);
    assertThat(net.parameter("1.W").shape()).hasToString("3 x 1 x 1, stride 2");
    assertThat(net.parameter("1.W").shape().fanIn()).isEqualTo(1.5);
  }

  /** The first of equal numbers takes the gradient; what is left over at an edge gets none. */
  @Test
  void poolingTakesTheLargestOrTheAverage() {
    Plan plan = Plan.of(Signal.image(2, 3, 1), Pool.max(2));
    Pass pass = Network.blank(plan).forward(row(5, 7, 100, 7, 1, 100));
    assertThat(pass.z(1).data).containsExactly(7);
    assertThat(pass.backward(row(3)).da(0).data).containsExactly(0, 3, 0, 0, 0, 0);
    Pass mean =
        Network.blank(Plan.of(Signal.tokens(3, 2), Pool.average(2).stride(1)))
            .forward(row(1, 10, 3, 20, 5, 60));
    assertThat(mean.z(1).data).containsExactly(2, 15, 4, 40);
    assertThat(mean.backward(row(2, 0, 4, 8)).da(0).data).containsExactly(1, 0, 3, 4, 2, 4);
    Pass all =
        Network.blank(Plan.of(Signal.volume(2, 1, 2, 2), Pool.global()))
            .forward(row(1, 10, 2, 20, 3, 30, 6, 40));
    assertThat(all.z(1).data).containsExactly(3, 25);
    assertThat(all.backward(row(4, 8)).da(0).data).containsExactly(1, 2, 1, 2, 1, 2, 1, 2);
    Pass low = Network.blank(Plan.of(Signal.tokens(2, 1), Pool.max(2))).forward(row(-5, -7));
    assertThat(low.z(1).data).containsExactly(-5);
    assertThat(
            Network.blank(Plan.of(Signal.tokens(2, 1), Pool.max(2)))
                .forward(row(1, Double.NaN))
                .z(1)
                .data)
        .containsExactly(Double.NaN);
  }

  @Test
  void flattenPutsPlacesSideBySide() {
    Plan plan = Plan.of(Signal.image(2, 2, 3), Flatten.of());
    assertThat(plan.output()).isEqualTo(Signal.vector(12));
    Pass pass = Network.blank(plan).forward(counting(12));
    assertThat(pass.z(1).data).containsExactly(counting(12).data);
    assertThat(pass.backward(counting(12)).da(0).data).containsExactly(counting(12).data);
  }

  @ParameterizedTest
  @CsvSource({
    "28, 3, 1, 0, 1, 26", "28, 3, 1, 1, 1, 28", "28, 3, 2, 1, 1, 14", "224, 7, 2, 3, 1, 112",
    "28, 3, 1, 0, 5, 18", "5, 2, 3, 0, 1, 2", "1, 3, 1, 1, 1, 1", "7, 1, 7, 0, 1, 1"
  })
  void sizesAreThoseOfEveryLibrary(int in, int k, int stride, int pad, int dilation, int out) {
    Conv conv = Conv2d.of(k, 2, RELU).stride(stride).padding(pad).dilation(dilation);
    assertThat(Plan.of(Signal.image(in, in, 3), conv).output())
        .isEqualTo(Signal.image(out, out, 2));
    Conv back = Conv2d.transposed(k, 3, RELU).stride(stride).padding(pad).dilation(dilation);
    int least = (out - 1) * stride - 2 * pad + dilation * (k - 1) + 1;
    assertThat(Plan.of(Signal.image(out, out, 2), back).output())
        .isEqualTo(Signal.image(least, least, 3));
  }

  @Test
  void everyConvolutionSaysWhatItIs() {
    assertThat(two(3).stride(2).padding(1))
        .hasToString("conv 3 x 3, stride 2, padding 1, to 1, linear");
    assertThat(Conv1d.depthwise(5, 2, RELU).same())
        .hasToString("conv 5, same, depthwise, times 2, ReLU");
    assertThat(Conv3d.transposed(2, 4, RELU).groups(2))
        .hasToString("conv 2 x 2 x 2, transposed, to 4 in 2 groups, ReLU");
    assertThat(two(3).kind()).isEqualTo("conv");
    assertThat(two(3).withBias().withoutBias()).isEqualTo(two(3));
    assertThat(two(3).activation(RELU).activation()).isEqualTo(RELU);
    assertThat(Pool.max(2)).hasToString("max pool 2");
    assertThat(Pool.average(3)).hasToString("average pool 3");
    assertThat(Pool.global()).hasToString("global pool");
  }

  @Test
  void whatDoesNotFitIsRefusedWithBothNumbers() {
    refused(
        () -> Plan.of(IMAGE, two(4)),
        "Layer 1 (conv), which takes 3 x 3 x 1: the height of the window is 4; it must be at most 3");
    refused(
        () -> Plan.of(IMAGE, two(3).dilation(3).padding(1)),
        "is 7 (3 taps, dilation 3); it must be at most 5, which is what it slides over (3 and padding 1");
    refused(
        () -> Plan.of(IMAGE, Conv2d.transposed(2, 1, TANH).padding(2)),
        "at either end of the height is 2; it must be below half of the 4 places");
    refused(
        () -> Plan.of(Signal.image(3, 3, 8), Conv2d.of(3, 10, TANH).groups(3)),
        "groups is 3; it must be a divisor of the 8 channels that go in and of the 10 that come out");
    refused(
        () -> Plan.of(Signal.image(3, 3, 8), Conv2d.of(3, 9, TANH).groups(3)),
        "groups is 3; it must be a divisor of the 8 channels that go in and of the 9 that come out");
    refused(
        () -> Plan.of(Signal.image(3, 3, 9), Conv2d.of(3, 8, TANH).groups(3)),
        "groups is 3; it must be a divisor of the 9 channels that go in and of the 8 that come out");
    refused(
        () -> Plan.of(IMAGE, Conv1d.of(3, 1, TANH)), "the height of the input is 3; it must be 1");
    refused(
        () -> Plan.of(Signal.volume(2, 3, 3, 1), two(3)),
        "the depth of the input is 2; it must be 1");
    refused(
        () -> Plan.of(IMAGE, Pool.max(4)), "the height of the window is 4; it must be at most 3");
    refused(() -> Plan.of(Signal.vector(9), Pool.max(2)), "the width of the window is 2");
    refused(
        () -> Plan.of(IMAGE, two(3).padding(1 << 20)),
        "the numbers of one sample with its padding is 43980");
  }

  @Test
  @SuppressWarnings("NullAway") // as a reader might
  void badNumbersAreRefusedAtOnce() {
    refused(() -> two(0), "the kernel size is 0; it must be at least 1");
    refused(() -> two(3).stride(0), "the stride is 0; it must be at least 1");
    refused(() -> two(3).dilation(0), "the dilation is 0; it must be at least 1");
    refused(() -> two(3).padding(-1), "the padding is -1; it must be at least 0");
    refused(() -> two(3).groups(0), "groups is 0; it must be at least 1");
    refused(() -> two(2).same(), "is to keep all places is 2; it must be odd. Take 3, or padding");
    refused(
        () -> two(3).same().stride(2),
        "the stride of a convolution that is to keep all places is 2");
    refused(() -> two(3).stride(2).same(), "is 2; it must be 1. Say padding(1) instead of same()");
    refused(() -> Conv2d.of(3, 0, TANH), "the output channels is 0");
    refused(() -> Conv2d.depthwise(3, 0, TANH), "the outputs for each channel is 0");
    refused(() -> Conv2d.depthwise(3, 1, TANH).groups(2), "leave groups out");
    refused(() -> Conv2d.of(3, 1, null), "the activation is null");
    refused(() -> Pool.max(0), "the size of a window is 0");
    refused(() -> Pool.average(2).stride(0), "the stride is 0");
  }

  private static void refused(ThrowingCallable work, String words) {
    assertThatThrownBy(work)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(words);
  }
}
