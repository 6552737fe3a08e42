package initlab.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import initlab.Stopped;
import initlab.init.Activation;
import initlab.math.Band;
import initlab.math.RandomStreams;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FiniteWidthTest {

  /**
   * Width 100, depth 50: median 0.28, 5-95 % 0.020 to 3.9. The log has standard deviation 1.6; the
   * median of 4000 samples one of 0.032, the outer quantiles one of about 0.055: the bounds of 20 %
   * are more than three of these away, and the sampling is seeded. The mean-field line, 1, is the
   * negative control: it is above the median by far.
   */
  @Test
  void aHundredWideFiftyDeepKeepsAQuarter() {
    Band law = FiniteWidth.relu(100, 50).activation();
    assertThat(law.median()[50]).isBetween(0.24, 0.33);
    assertThat(law.low()[50]).isBetween(0.016, 0.024);
    assertThat(law.high()[50]).isBetween(3.1, 4.7);
    assertThat(law.median()[1]).isCloseTo(1, Offset.offset(0.05));
  }

  /**
   * E m^2 of one layer is 1 + 5 / n for ReLU and 1 + 2 / n for linear nets: 200,000 samples of n =
   * 8; (m^2's standard deviation is 2.6 and 1.3: five of the mean's are 0.03 and 0.015.)
   */
  @ParameterizedTest
  @CsvSource({"ReLU, 2, 5, 0.03", "linear, 1, 2, 0.015"})
  void aLayersFourthMomentIsTheExactLaw(String name, double scale, double over, double bound) {
    Activation f = name.equals("ReLU") ? Activation.RELU : Activation.LINEAR;
    SumOfSquares law = new SumOfSquares(f, RandomStreams.of(1, "test", 0));
    double sum = 0;
    for (int i = 0; i < 200_000; i++) {
      double m = scale * law.activations(1, 8);
      sum += m * m;
    }
    assertThat(sum / 200_000).isCloseTo(1 + over / 8, Offset.offset(bound));
  }

  /** The chi-square way and term by term are one law: ReLU as a function that hides its kink. */
  @Test
  void theTwoWaysOfSamplingAgree() {
    Activation hidden = z -> z > 0 ? z + 1e-9 * z * z : 0;
    assertThat(SumOfSquares.homogeneous(Activation.RELU)).isTrue();
    assertThat(SumOfSquares.homogeneous(Activation.leakyRelu(0.3))).isTrue();
    assertThat(SumOfSquares.homogeneous(hidden)).isFalse();
    assertThat(SumOfSquares.homogeneous(Activation.TANH)).isFalse();
    Band exact = FiniteWidth.relu(64, 20).activation();
    Band drawn = FiniteWidth.deep(MeanField.of(hidden).weights(2), 64, 20).activation();
    assertThat(drawn.median()[20] / exact.median()[20]).isBetween(0.8, 1.25);
    assertThat(drawn.high()[20] / exact.high()[20]).isBetween(0.7, 1.4);
  }

  /**
   * The infinite-width theory's error is the log's bias, depth times 2.5 / n: times n it is the
   * same at every width from 64 to 1024. 4000 samples at depth 10 leave the median of the log an
   * error of 1.25 sqrt(50 / n / 4000), times n at most 4.5 (n = 1024); the bounds are five of them.
   */
  @ParameterizedTest
  @ValueSource(ints = {64, 128, 256, 512, 1024})
  void infiniteWidthIsWrongByOneOverWidth(int width) {
    double median = FiniteWidth.relu(width, 10).activation().median()[10];
    double error = 1.25 * Math.sqrt(50.0 / width / 4000);
    assertThat(-Math.log(median))
        .isCloseTo(25.0 / width, Offset.offset(5 * error + 100.0 / width / width));
  }

  @Test
  void linearNetsAndGradientsFollowToo() {
    FiniteWidth linear = FiniteWidth.linear(64, 20);
    assertThat(linear.activation().median()[20]).isBetween(0.65, 0.82); // exp(-20 / 64) = 0.73
    assertThat(linear.gradient().median()[0]).isBetween(0.65, 0.82);
    assertThat(linear.gradient().median()[20]).isEqualTo(1);
  }

  /** Of wide tanh nets the median is the mean-field theory's number. */
  @Test
  void wideTanhIsTheMeanField() {
    MeanField field = MeanField.of(Activation.TANH).gain(1.5).bias(0.1);
    FiniteWidth wide = FiniteWidth.deep(field, 1000, 4);
    Propagation theory = field.through(4);
    assertThat(wide.activation().median()[4])
        .isCloseTo(theory.activation()[4], Offset.offset(0.01));
    assertThat(wide.gradient().median()[0] / theory.gradient()[0]).isBetween(0.95, 1.05);
  }

  @Test
  void anInterruptStopsTheSampling() {
    Stopped.atOnce(() -> FiniteWidth.linear(64, 2000));
  }

  @Test
  void oneLineSaysWhereItEnds() {
    assertThat(FiniteWidth.relu(1000, 2).toString())
        .startsWith("after 2 layers: second moment ")
        .contains(" to ", ", gradient's at the input ");
    assertThat(new LayerScale(Activation.RELU, 2, 1e-7))
        .hasToString("ReLU, fan_in Var(W) 2, fan_out Var(W) 1e-7, Var(b) 0");
    assertThat(new FixedPoint(1, 0.5, 1, 1 / 3.0, Double.POSITIVE_INFINITY))
        .hasToString("q 1, chi 0.5, c 1; depths: variance 0.333, correlation \u221E");
  }

  @Test
  void badShapesAreNamed() {
    List<LayerScale> layers = List.of(new LayerScale(Activation.RELU, 2, 2));
    assertThatThrownBy(() -> FiniteWidth.of(layers, new int[] {3}, 1))
        .hasMessageContaining("number of widths is 1; it must be 2");
    assertThatThrownBy(() -> FiniteWidth.relu(0, 5)).hasMessageContaining("width is 0");
  }
}
