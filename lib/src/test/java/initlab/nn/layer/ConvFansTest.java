package initlab.nn.layer;

import static initlab.init.Activation.LINEAR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import initlab.init.Distribution;
import initlab.init.FanMode;
import initlab.init.Init;
import initlab.init.Initializer;
import initlab.init.WeightShape;
import initlab.math.RandomStreams;
import initlab.nn.Network;
import initlab.nn.Plan;
import initlab.nn.Signal;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The fans of every convolution, by counting and by measuring, away from borders. Where a stride is
 * at work, neighbours count differently: the fan is their mean over a period.
 */
class ConvFansTest {

  static Stream<Plan> kinds() {
    Signal image = Signal.image(18, 18, 16);
    return Stream.of(
            kind(image, Conv2d.of(3, 24, LINEAR).same(), 9 * 16, 9 * 24),
            kind(image, Conv2d.of(1, 5, 24, LINEAR).padding(2), 5 * 16, 5 * 24),
            kind(image, Conv2d.of(3, 24, LINEAR).same().groups(4), 9 * 4, 9 * 6),
            kind(image, Conv2d.of(3, 24, LINEAR).same().dilation(2), 9 * 16, 9 * 24),
            kind(image, Conv2d.of(4, 24, LINEAR).stride(2).padding(1), 16 * 16, 4 * 24),
            kind(image, Conv2d.of(3, 24, LINEAR).stride(2).padding(1), 9 * 16, 2.25 * 24),
            kind(image, Conv2d.of(2, 24, LINEAR).stride(2).groups(2), 4 * 8, 12),
            kind(image.channels(64), Conv2d.depthwise(3, 1, LINEAR).same(), 9, 9),
            kind(image.channels(32), Conv2d.depthwise(3, 2, LINEAR).same(), 9, 18),
            kind(image, Conv2d.transposed(4, 24, LINEAR).stride(2), 4 * 16, 16 * 24),
            kind(image, Conv2d.transposed(3, 24, LINEAR).stride(2).groups(2), 2.25 * 8, 9 * 12),
            kind(image, Conv2d.transposed(3, 24, LINEAR).same().dilation(2), 9 * 16, 9 * 24),
            kind(Signal.tokens(36, 32), Conv1d.of(5, 48, LINEAR).same(), 5 * 32, 5 * 48),
            kind(Signal.tokens(36, 32), Conv1d.of(4, 48, LINEAR).stride(2), 4 * 32, 2 * 48),
            kind(Signal.tokens(36, 32), Conv1d.transposed(4, 48, LINEAR).stride(2), 64, 4 * 48),
            kind(Signal.volume(9, 9, 9, 6), Conv3d.of(3, 8, LINEAR).same(), 27 * 6, 27 * 8),
            kind(Signal.volume(12, 12, 12, 6), Conv3d.of(2, 8, LINEAR).stride(2), 8 * 6, 8))
        .flatMap(kind -> kind);
  }

  /** A plan of one layer; its fans stand in its name, by hand. */
  private static Stream<Plan> kind(Signal in, Conv conv, double fanIn, double fanOut) {
    return Stream.of(
        Plan.of(in, conv.withoutBias()).named(conv + ", fans " + fanIn + " and " + fanOut));
  }

  private static WeightShape shape(Plan plan) {
    return Network.redrawing(plan).parameter("1.W").shape();
  }

  private static DMatrixRMaj filled(int cols, double value) {
    DMatrixRMaj m = new DMatrixRMaj(1, cols);
    CommonOps_DDRM.fill(m, value);
    return m;
  }

  /** The mean over inner places and all channels; of an even number of places, for strides of 2. */
  private static double inner(DMatrixRMaj m, Signal signal, boolean squares) {
    double sum = 0;
    long count = 0;
    for (int row = 0; row < m.numRows; row++) {
      int place = row % signal.places();
      int w = place % signal.width();
      int h = place / signal.width() % signal.height();
      int d = place / signal.width() / signal.height();
      if (inner(d, signal.depth()) && inner(h, signal.height()) && inner(w, signal.width())) {
        for (int c = 0; c < m.numCols; c++) {
          double x = m.get(row, c);
          sum += squares ? x * x : x;
          count++;
        }
      }
    }
    return sum / count;
  }

  private static boolean inner(int place, int of) {
    int first = of / 3;
    return of == 1 || (place >= first && place < first + Math.max(2, of / 6 * 2));
  }

  /** With ones for weights and inputs an output is the number of products that entered it. */
  @ParameterizedTest
  @MethodSource("kinds")
  void fansAreCounts(Plan plan) {
    WeightShape shape = shape(plan);
    assertThat(plan.toString()).endsWith("fans " + shape.fanIn() + " and " + shape.fanOut());
    Network ones = plan.init(Init.ones(), 1);
    var pass = ones.forward(filled(plan.inputs(), 1)).backward(filled(plan.outputs(), 1));
    assertThat(inner(pass.output(), plan.output(), false)).isCloseTo(shape.fanIn(), within(1e-9));
    assertThat(inner(pass.da(0), plan.input(), false)).isCloseTo(shape.fanOut(), within(1e-9));
  }

  /**
   * N(0, 1) through the layer, Var(W) = 1 / fan_in forward and 1 / fan_out backward, ten nets of
   * eight samples. Each mean of squares has a standard deviation of less than 1.6 % (most of it
   * from the 300 weights and more of each net): 10 % are six of them, a false alarm in 10^8. A fan
   * wrong by a group, a stride or a multiplier is wrong by 100 % or 50 %.
   */
  @ParameterizedTest
  @MethodSource("kinds")
  void varianceIsKept(Plan plan) {
    double forward = 0;
    double backward = 0;
    int nets = 10;
    for (int seed = 1; seed <= nets; seed++) {
      DMatrixRMaj x = normal(8, plan.inputs(), seed);
      DMatrixRMaj c = normal(8, plan.outputs(), seed + 100);
      var z = plan.init(rule(FanMode.IN), seed).forward(x).output();
      var dx = plan.init(rule(FanMode.OUT), seed).forward(x).backward(c).da(0);
      forward += inner(z, plan.output(), true) / nets;
      backward += inner(dx, plan.input(), true) / nets;
    }
    assertThat(forward).isCloseTo(1, within(0.1));
    assertThat(backward).isCloseTo(1, within(0.1));
  }

  private static Initializer rule(FanMode fan) {
    return Init.varianceScaling(1, fan, Distribution.NORMAL);
  }

  private static DMatrixRMaj normal(int rows, int cols, long seed) {
    DMatrixRMaj m = new DMatrixRMaj(rows, cols);
    Distribution.NORMAL.fill(1, RandomStreams.data(seed), m.data, m.getNumElements());
    return m;
  }

  /** The example of the texts: 3 x 3 over 64 channels. */
  @Test
  void heOfA3x3KernelOver64ChannelsHasVariance2Over576() {
    WeightShape shape = shape(Plan.of(Signal.image(8, 8, 64), Conv2d.of(3, 128, LINEAR)));
    assertThat(shape.fanIn()).isEqualTo(576);
    double std = Init.heNormal().law(shape).orElseThrow().std();
    assertThat(std * std).isCloseTo(0.00347, within(0.000005));
  }

  /** Zeros around an image: 4 of 9 taps meet numbers in a corner, 6 of 9 at a side. */
  @Test
  void aCornerHasFourNinthsOfTheVariance() {
    Plan plan = Plan.of(Signal.image(5, 5, 7), Conv2d.of(3, 1, LINEAR).same().withoutBias());
    DMatrixRMaj counts = plan.init(Init.ones(), 1).forward(filled(plan.inputs(), 1)).output();
    assertThat(counts.get(0, 0) / counts.get(12, 0)).isEqualTo(4.0 / 9);
    assertThat(counts.get(2, 0) / counts.get(12, 0)).isEqualTo(6.0 / 9);
    assertThat(counts.get(24, 0) / counts.get(12, 0)).isEqualTo(4.0 / 9);
  }
}
