package initlab.init;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Fans are counts; so they are counted. */
class WeightShapeTest {

  static Stream<WeightShape> convolutions() {
    return Stream.of(
        WeightShape.conv1d(3, 4, 6),
        WeightShape.conv1d(3, 4, 6).stride(2),
        WeightShape.conv1d(5, 4, 6).groups(2).stride(3),
        WeightShape.conv(3, 2, 4, 6),
        WeightShape.conv(3, 3, 4, 6).stride(2),
        WeightShape.conv(3, 3, 4, 6).groups(2),
        WeightShape.conv(1, 1, 4, 6),
        WeightShape.depthwise(3, 3, 4),
        WeightShape.depthwise(3, 3, 4, 2),
        WeightShape.transposed(4, 4, 4, 6).stride(2),
        WeightShape.transposed(3, 3, 4, 6).stride(2),
        WeightShape.transposed(3, 3, 4, 6).groups(2),
        WeightShape.transposed(2, 2, 4, 6).stride(2));
  }

  @ParameterizedTest
  @MethodSource("convolutions")
  void fansOfConvolutionsAreWhatCountingFinds(WeightShape shape) {
    UnrolledLayer counted = UnrolledLayer.of(shape.convolutional(""), 6);
    assertThat(shape.fanIn()).isCloseTo(counted.fanIn(), within(1e-12));
    assertThat(shape.fanOut()).isCloseTo(counted.fanOut(), within(1e-12));
  }

  @ParameterizedTest
  @MethodSource("convolutions")
  void everyWeightHasOnePlace(WeightShape shape) {
    ConvKernel k = shape.convolutional("");
    Set<Integer> places = new HashSet<>();
    for (int tap = 0; tap < k.taps(); tap++) {
      for (int o = 0; o < k.out(); o++) {
        for (int i = 0; i < k.groupIn(); i++) {
          places.add(k.index(tap, i, o));
        }
      }
    }
    assertThat(places).hasSize(shape.size()).allMatch(p -> p >= 0 && p < shape.size());
  }

  @Test
  void matricesHaveTheirSides() {
    fans(WeightShape.dense(3, 5), 3, 5, 3, 5);
    fans(WeightShape.recurrent(7), 7, 7, 7, 7);
    fans(WeightShape.recurrent(7, 4), 7, 28, 7, 28);
    fans(WeightShape.attention(12, 3, 5), 12, 15, 12, 15);
    fans(WeightShape.attentionFused(12, 3, 5), 12, 45, 12, 45);
    fans(WeightShape.attentionOut(3, 5, 12), 15, 12, 15, 12);
    fans(WeightShape.embedding(1000, 16), 1000, 16, 1, 16);
    fans(WeightShape.conv3d(3, 3, 3, 2, 5), 54, 5, 54, 135);
    fans(WeightShape.transposed(4, 4, 8, 2).stride(2), 8, 32, 32, 32);
    fans(WeightShape.conv(3, 3, 4, 6).stride(2), 36, 6, 36, 13.5);
    fans(new WeightShape(3, 5, 2.5, 9), 3, 5, 2.5, 9);
  }

  private static void fans(WeightShape shape, int rows, int cols, double in, double out) {
    assertThat(shape.rows()).isEqualTo(rows);
    assertThat(shape.cols()).isEqualTo(cols);
    assertThat(shape.size()).isEqualTo(rows * cols);
    assertThat(shape.fanIn()).isEqualTo(in);
    assertThat(shape.fanOut()).isEqualTo(out);
  }

  @Test
  void theMiddleOfAKernel() {
    assertThat(WeightShape.conv(3, 5, 1, 1).convolutional("").centre()).isEqualTo(7);
    assertThat(WeightShape.conv1d(7, 1, 1).convolutional("").centre()).isEqualTo(3);
    assertThat(WeightShape.conv3d(3, 1, 5, 1, 1).convolutional("").centre()).isEqualTo(7);
  }

  @Test
  void depthwiseIsAsManyGroupsAsChannels() {
    assertThat(WeightShape.depthwise(3, 3, 4, 2)).isEqualTo(WeightShape.conv(3, 3, 4, 8).groups(4));
    assertThat(WeightShape.depthwise(3, 3, 4)).isEqualTo(WeightShape.conv(3, 3, 4, 4).groups(4));
  }

  @Test
  void saysWhereFansComeFrom() {
    Fans fans = WeightShape.conv(3, 5, 8, 4).groups(2).stride(2).fans();
    assertThat(fans.inFrom()).isEqualTo("3 * 5 * 4");
    assertThat(fans.outFrom()).isEqualTo("3 * 5 * 2 / 2^2");
    assertThat(WeightShape.recurrent(7, 4).fans().outFrom()).isEqualTo("4 gates * 7");
    assertThat(WeightShape.conv(3, 5, 8, 4).groups(2).stride(2))
        .hasToString("3 x 5 x 8 x 4, 2 groups, stride 2");
  }

  @Test
  void refusesWhatIsNoLayer() {
    refused(() -> WeightShape.dense(0, 3), "the number of inputs is 0");
    refused(() -> WeightShape.dense(3, -1), "the number of outputs is -1");
    refused(() -> WeightShape.conv(0, 3, 4, 4), "the kernel size is 0");
    refused(() -> WeightShape.conv(3, 3, 4, 6).groups(4), "groups is 4");
    refused(() -> WeightShape.conv(3, 3, 4, 6).groups(0), "groups is 0");
    refused(() -> WeightShape.conv(3, 3, 4, 6).stride(0), "stride is 0");
    refused(() -> WeightShape.dense(3, 3).groups(1), "a convolution");
    refused(() -> WeightShape.depthwise(3, 3, 4, 0), "multiplier is 0");
    refused(() -> WeightShape.recurrent(3, 0), "gates is 0");
    refused(() -> WeightShape.attention(8, 0, 3), "heads is 0");
    refused(() -> WeightShape.embedding(9, 0), "width is 0");
    refused(() -> WeightShape.dense(100_000, 100_000), "rows x cols is 10000000000");
    refused(() -> WeightShape.recurrent(1_000_000, 4000), "cols is more than 2147483647");
    refused(() -> WeightShape.attentionFused(1, 50_000, 50_000), "cols is more than");
    refused(() -> WeightShape.conv(50_000, 50_000, 2, 2), "taps is more than");
    refused(() -> WeightShape.conv1d(50_000, 50_000, 2), "rows is more than");
    refused(() -> new WeightShape(2, 2, Double.NaN, 1), "fan_in is NaN");
    refused(() -> new WeightShape(2, 2, 1, 0), "fan_out is 0");
  }

  private static void refused(Runnable what, String why) {
    assertThatIllegalArgumentException().isThrownBy(what::run).withMessageContaining(why);
  }
}
