package initlab.init;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which entry of a matrix a connection is, and what shapes say of themselves. */
class ShapesByHandTest {

  /** (taps in/groups x out), tap by tap: row = tap in/groups + input, column = output. */
  @ParameterizedTest
  @CsvSource({"3, 2, 4, 6, 1", "3, 2, 4, 6, 2", "1, 5, 6, 3, 3", "2, 2, 4, 8, 4"})
  void aWeightOfAConvolutionLiesInTheRowOfItsTapAndInput(int kh, int kw, int in, int out, int g) {
    ConvKernel k = new ConvKernel(List.of(kh, kw), in, out, g, 1, false);
    assertThat(k.rows()).isEqualTo(kh * kw * in / g);
    assertThat(k.cols()).isEqualTo(out);
    int place = 0;
    for (int tap = 0; tap < kh * kw; tap++) {
      for (int input = 0; input < in / g; input++) {
        for (int output = 0; output < out; output++) {
          assertThat(k.index(tap, input, output)).isEqualTo(place++);
        }
      }
    }
    assertThat(place).isEqualTo(kh * kw * in * out / g);
  }

  /** (in x taps out/groups): the row is the input of all, the column its tap and output. */
  @ParameterizedTest
  @CsvSource({"3, 2, 4, 6, 1", "3, 2, 4, 6, 2", "1, 5, 6, 3, 3", "2, 2, 4, 8, 4"})
  void aWeightOfATransposedOneLiesInTheRowOfItsInput(int kh, int kw, int in, int out, int g) {
    ConvKernel k = new ConvKernel(List.of(kh, kw), in, out, g, 1, true);
    assertThat(k.rows()).isEqualTo(in);
    assertThat(k.cols()).isEqualTo(kh * kw * out / g);
    int place = 0;
    for (int row = 0; row < in; row++) {
      int group = row / (in / g);
      for (int tap = 0; tap < kh * kw; tap++) {
        for (int o = 0; o < out / g; o++) {
          int output = group * (out / g) + o;
          assertThat(k.index(tap, row % (in / g), output)).isEqualTo(place++);
        }
      }
    }
  }

  /** Three dimensions by hand: 3 x 3 x 3 taps of 4 / 2 inputs; 2^3 fewer places are reached. */
  @Test
  void threeDimensionsAreCountedAsTwoAre() {
    WeightShape shape = WeightShape.conv3d(3, 2, 5, 4, 6).groups(2).stride(2);
    assertThat(shape.fanIn()).isEqualTo(30 * 2);
    assertThat(shape.fanOut()).isEqualTo(30 * 3 / 8.0);
    assertThat(shape.rows()).isEqualTo(60);
    assertThat(shape.cols()).isEqualTo(6);
    assertThat(shape.fans().inFrom()).isEqualTo("3 * 2 * 5 * 2");
    assertThat(shape.fans().outFrom()).isEqualTo("3 * 2 * 5 * 3 / 2^3");
    assertThat(shape).hasToString("3 x 2 x 5 x 4 x 6, 2 groups, stride 2");
    assertThat(shape.layer()).isEqualTo("convolution");
  }

  @Test
  void changingOneSettingOfAConvolutionKeepsTheOthers() {
    ConvKernel due = new ConvKernel(List.of(3, 5), 4, 8, 2, 3, true);
    assertThat(WeightShape.transposed(3, 5, 4, 8).groups(2).stride(3).kernel()).isEqualTo(due);
    assertThat(WeightShape.transposed(3, 5, 4, 8).stride(3).groups(2).kernel()).isEqualTo(due);
    assertThat(WeightShape.conv1d(7, 4, 8).kernel())
        .isEqualTo(new ConvKernel(List.of(7), 4, 8, 1, 1, false));
    assertThat(WeightShape.depthwise(3, 5, 4, 2).stride(2).kernel())
        .isEqualTo(new ConvKernel(List.of(3, 5), 4, 8, 4, 2, false));
  }

  /** A stride divides what is reached forward; of a transposed one what comes in. */
  @Test
  void fansSayWhereTheStrideIs() {
    Fans spread = WeightShape.transposed(4, 3, 8, 6).groups(2).stride(2).fans();
    assertThat(spread.in()).isEqualTo(4 * 3 * 4 / 4.0);
    assertThat(spread.inFrom()).isEqualTo("4 * 3 * 4 / 2^2");
    assertThat(spread.out()).isEqualTo(4 * 3 * 3);
    assertThat(spread.outFrom()).isEqualTo("4 * 3 * 3");
    assertThat(WeightShape.transposed(4, 3, 8, 6).layer()).isEqualTo("transposed convolution");
  }

  @Test
  void everyLayerSaysWhatItIsAndWhereItsFansComeFrom() {
    says(WeightShape.dense(3, 5), "dense layer", "3", "5");
    says(WeightShape.recurrent(7), "recurrent layer", "7", "7");
    says(WeightShape.recurrent(7, 3), "recurrent layer", "7", "3 gates * 7");
    says(WeightShape.embedding(1000, 16), "embedding", "1", "16");
    says(WeightShape.attention(12, 3, 5), "attention projection", "12", "3 * 5");
    says(
        WeightShape.attentionFused(12, 3, 5),
        "three attention projections in one",
        "12",
        "3 * 3 * 5");
    says(WeightShape.attentionOut(3, 5, 12), "attention output", "3 * 5", "12");
    says(new WeightShape(3, 5, 2.5, 9), "layer", "2.5", "9");
    assertThat(WeightShape.dense(3, 5)).hasToString("3 x 5");
  }

  private static void says(WeightShape shape, String layer, String in, String out) {
    assertThat(shape.layer()).isEqualTo(layer);
    assertThat(shape.fans().inFrom()).isEqualTo(in);
    assertThat(shape.fans().outFrom()).isEqualTo(out);
  }

  /** 2^31 - 1 is the most that an array can hold, however many factors it has. */
  @Test
  void countsMayBeAsLargeAsAnArrayAndNoLarger() {
    assertThat(Counts.product("n")).isEqualTo(1);
    assertThat(Counts.product("n", 2, 3, 7)).isEqualTo(42);
    assertThat(Counts.product("n", Integer.MAX_VALUE)).isEqualTo(Integer.MAX_VALUE);
    assertThat(WeightShape.dense(1, Integer.MAX_VALUE).size()).isEqualTo(Integer.MAX_VALUE);
    tooLarge(1 << 16, 1 << 15);
    tooLarge(1 << 30, 1 << 30, 1 << 30, 1 << 30);
    tooLarge(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WeightShape.dense(2, 1 << 30))
        .withMessageStartingWith("rows x cols is 2147483648; it must be at most 2147483647");
  }

  private static void tooLarge(int... factors) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Counts.product("taps", factors))
        .withMessage(
            "taps is more than 2147483647; it must be less than that. Make the layer smaller.");
  }

  @Test
  void modesTakeTheFanTheyName() {
    WeightShape shape = WeightShape.dense(2, 18);
    assertThat(FanMode.IN.of(shape)).isEqualTo(2);
    assertThat(FanMode.OUT.of(shape)).isEqualTo(18);
    assertThat(FanMode.AVG.of(shape)).isEqualTo(10);
    assertThat(FanMode.GEOMETRIC.of(shape)).isEqualTo(6);
    assertThat(List.of(FanMode.values()).stream().map(FanMode::formula))
        .containsExactly("fan_in", "fan_out", "((fan_in + fan_out) / 2)", "sqrt(fan_in fan_out)");
  }
}
