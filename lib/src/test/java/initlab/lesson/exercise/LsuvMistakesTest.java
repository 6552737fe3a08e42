package initlab.lesson.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import initlab.math.Moments;
import initlab.nn.Network;
import initlab.nn.lsuv.Lsuv;
import java.util.function.BiConsumer;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** LSUV by hand passes; each known mistake gets its name. */
class LsuvMistakesTest {

  private static Tried trialOf(BiConsumer<Network, DMatrixRMaj> mine) {
    return Tried.of("LSUV", Mistakes.lsuv(mine), "One pass.");
  }

  private static BiConsumer<Network, DMatrixRMaj> layers(
      int from, int to, DoubleUnaryOperator divisor) {
    return (net, x) -> {
      for (int l = from; l <= to; l++) {
        double variance = Moments.of(net.forward(x).z(l)).variance();
        CommonOps_DDRM.divide(net.layer(l).weights(), divisor.applyAsDouble(variance));
      }
    };
  }

  @Test
  void rescalingLayerByLayerPasses() {
    assertThat(trialOf(layers(1, 4, Math::sqrt)).passed()).isTrue();
    assertThat(trialOf((net, x) -> Lsuv.on(x).until(1e-9, 5).rescale(net)).passed()).isTrue();
  }

  static Stream<Arguments> wrong() {
    return Stream.of(
        wrong((net, x) -> {}, "the first layer's weights did not change"),
        wrong(layers(2, 4, Math::sqrt), "left as it was: its pre-activations have variance 9"),
        wrong(layers(1, 3, Math::sqrt), "the last layer was left out"),
        wrong(layers(1, 4, v -> v), "divided by the variance"),
        wrong(LsuvMistakesTest::aroundZero, "divided by the root of E z^2"),
        wrong(scaled(1, 1 + 1e-6), "layer 1 ends with variance"),
        wrong(scaled(2, 1 - 1e-6), "layer 1 is right, layer 2 has variance"),
        wrong(scaled(4, 1 + 1e-6), "layer 1 is right, layer 4 has variance"),
        wrong(scaled(1, Double.NaN), "layer 1 ends with variance not a number"),
        wrong((net, x) -> x.zero(), "the first layer's weights did not change"),
        wrong(layers(1, 4, v -> 1 / Math.sqrt(v)), "multiplied by the standard deviation"),
        wrong(LsuvMistakesTest::allAtOnce, "pass the batch again after each rescaling"),
        wrong(LsuvMistakesTest::activations, "is it z, before the activation"));
  }

  /** The mean of z is not 0: over 1000 numbers the two differ by a tenth of a percent or so. */
  private static void aroundZero(Network net, DMatrixRMaj x) {
    for (int l = 1; l <= net.depth(); l++) {
      double second = Moments.of(net.forward(x).z(l)).secondMoment();
      CommonOps_DDRM.divide(net.layer(l).weights(), Math.sqrt(second));
    }
  }

  /** The right answer, but for one layer that is off by a factor, whose square is its variance. */
  private static BiConsumer<Network, DMatrixRMaj> scaled(int layer, double factor) {
    return (net, x) -> {
      for (int l = 1; l <= 4; l++) {
        double std = Math.sqrt(Moments.of(net.forward(x).z(l)).variance());
        CommonOps_DDRM.scale((l == layer ? factor : 1) / std, net.layer(l).weights());
      }
    };
  }

  @Test
  void aMillionthIsAllowed() {
    assertThat(trialOf(scaled(1, 1 + 4e-7)).passed()).isTrue();
    assertThat(trialOf(scaled(4, 1 - 4e-7)).passed()).isTrue();
  }

  private static void allAtOnce(Network net, DMatrixRMaj x) {
    var trace = net.forward(x);
    for (int l = 1; l <= net.depth(); l++) {
      CommonOps_DDRM.divide(net.layer(l).weights(), Moments.of(trace.z(l)).std());
    }
  }

  private static void activations(Network net, DMatrixRMaj x) {
    for (int l = 1; l <= net.depth(); l++) {
      CommonOps_DDRM.divide(net.layer(l).weights(), Moments.of(net.forward(x).a(l)).std());
    }
  }

  private static Arguments wrong(BiConsumer<Network, DMatrixRMaj> mine, String diagnosis) {
    return Arguments.of(mine, diagnosis);
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void aMistakeGetsItsName(BiConsumer<Network, DMatrixRMaj> mine, String diagnosis) {
    assertThat(trialOf(mine).text()).startsWith("\u2717 LSUV: ").contains(diagnosis);
  }
}
