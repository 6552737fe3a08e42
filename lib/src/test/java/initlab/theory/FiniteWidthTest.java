package initlab.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import initlab.Stopped;
import initlab.init.Activation;
import initlab.init.Gain;
import initlab.math.Band;
import initlab.math.RandomStreams;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FiniteWidthTest {

  private static FiniteWidth deep(Activation f, double weights, int width, int depth, int nets) {
    int[] widths = new int[depth + 1];
    Arrays.fill(widths, width);
    LayerScale layer = new LayerScale(f, weights, weights);
    return FiniteWidth.of(Collections.nCopies(depth, layer), widths, 1, nets);
  }

  /**
   * Width 100, depth 50: by 200,000 chains of another program 0.0194, 0.284, 3.86. Of 20,000 the
   * median's log has an error of 0.014, those of the outer quantiles 0.024: four of them.
   */
  @Test
  void aHundredWideFiftyDeepKeepsAQuarter() {
    FiniteWidth law = deep(Activation.RELU, 2, 100, 50, 20_000);
    for (Band band : List.of(law.activation(), law.gradient())) {
      int end = band == law.activation() ? 50 : 0;
      assertThat(band.at(end).median() / 0.284).isBetween(0.945, 1.058);
      assertThat(band.at(end).low() / 0.0194).isBetween(0.907, 1.102);
      assertThat(band.at(end).high() / 3.86).isBetween(0.907, 1.102);
    }
  }

  /** 50,000 draws know a median of this spread to about 1 %; the paper's fit is rough itself. */
  @ParameterizedTest
  @ValueSource(ints = {30, 100, 256})
  void theRandomWalkGainBringsTheTypicalNetBackToOne(int width) {
    double gain = Gain.randomWalk(Activation.RELU, width);
    FiniteWidth law =
        FiniteWidth.deep(MeanField.of(Activation.RELU).weights(gain * gain), width, 50);
    assertThat(law.activation().at(50).median()).isCloseTo(1, Offset.offset(0.05));
    assertThat(law.gradient().at(0).median()).isCloseTo(1, Offset.offset(0.11));
  }

  /** A hundred thousand nets, or ten million neurons, or 40 MB: 200 nets whatever they cost. */
  @Test
  void asManyNetsAreDrawnAsASecondAllows() {
    assertThat(nets(Activation.RELU, 100, 50)).isEqualTo(50_000);
    assertThat(nets(Activation.LINEAR, 64, 2000)).isEqualTo(5_100_000 / (2 * 2001));
    assertThat(nets(Activation.TANH, 100, 30)).isEqualTo(10_000_000 / 3001);
    assertThat(nets(Activation.TANH, 1000, 1000)).isEqualTo(200);
  }

  private static int nets(Activation f, int width, int depth) {
    int[] widths = new int[depth + 1];
    Arrays.fill(widths, width);
    return FiniteWidth.samples(Collections.nCopies(depth, new LayerScale(f, 1, 1)), widths);
  }

  /**
   * The nets are drawn in fifty parts; with a number that fifty does not divide none is left out.
   */
  @ParameterizedTest
  @ValueSource(ints = {1, 49, 99, 230})
  void everyNetIsDrawn(int nets) {
    FiniteWidth law = deep(Activation.LINEAR, 1, 16, 2, nets);
    assertThat(law.activation().at(0).low()).isEqualTo(1); // the input of each
    assertThat(law.gradient().at(2).low()).isPositive();
  }

  /** As many as a second allows: enough for three digits of a quantile of He under ReLU. */
  @Test
  void heUnderReluIsSampledOftenEnoughForItsQuantiles() {
    FiniteWidth law = FiniteWidth.relu(16, 3);
    double again = FiniteWidth.relu(16, 3).activation().at(3).low();
    assertThat(law.activation().at(3).low()).isEqualTo(again);
    // the interval of the median holds it in 95 % of cases; its width goes with 1 / sqrt(nets)
    double width = law.activation().medianInterval(3).high() / law.activation().at(3).median() - 1;
    assertThat(width).isLessThan(0.01);
    assertThat(FiniteWidth.linear(16, 3).activation().at(0).low()).isEqualTo(1);
  }

  /**
   * E m^2 of one layer is 1 + 5 / n for ReLU and 1 + 2 / n for linear nets: 200,000 samples of n =
   * 8; (m^2's standard deviation is 2.6 and 1.3: five of the mean's are 0.03 and 0.015.)
   */
  @ParameterizedTest
  @CsvSource({"ReLU, 2, 5, 0.03", "linear, 1, 2, 0.015"})
  void aLayersFourthMomentIsTheExactLaw(String name, double scale, double over, double bound) {
    Activation f = name.equals("ReLU") ? Activation.RELU : Activation.LINEAR;
    List<LayerScale> layers = List.of(new LayerScale(f, scale, scale));
    MomentChain chain = new MomentChain(layers, new int[] {3, 8}, 1);
    double[][] a = new double[2][1];
    double[][] g = new double[2][1];
    double sum = 0;
    for (int i = 0; i < 200_000; i++) {
      chain.run(1, a, g, 0);
      sum += a[1][0] * a[1][0];
    }
    assertThat(sum / 200_000).isCloseTo(1 + over / 8, Offset.offset(bound));
  }

  /** Whatever else a gradient has, its square holds that of its part along the activations. */
  @ParameterizedTest
  @CsvSource({"1", "2", "3", "7"})
  void theGradientHoldsItsPartAlongTheActivations(int n) {
    for (Activation f : List.of(Activation.leakyRelu(0.5), Activation.RELU, Activation.TANH)) {
      LayerDraw layer = layer(f, n, true);
      for (int net = 0; net < 300; net++) {
        boolean silent = layer.forward(1.5, net) == 0; // then no part lies along them
        double gradient = layer.backward(2, 0.3).gradient();
        assertThat(gradient).isGreaterThan(silent ? 0 : 4 - 1e-9);
      }
    }
  }

  private static LayerDraw layer(Activation f, int n, boolean kept) {
    return LayerDraw.of(f, n, 0, new Draws(RandomStreams.fixed(1, "test", n), n), kept);
  }

  @Test
  void neuronsThatAreDrawnAgainAreTheSame() {
    LayerDraw kept = layer(Activation.TANH, 5, true);
    LayerDraw drawnAgain = layer(Activation.TANH, 5, false);
    for (int net = 0; net < 3; net++) {
      assertThat(drawnAgain.forward(1.5, net)).isEqualTo(kept.forward(1.5, net));
      assertThat(drawnAgain.backward(2, 0.3)).isEqualTo(kept.backward(2, 0.3));
    }
  }

  @Test
  void whichFunctionsHaveTwoSlopes() {
    assertThat(LayerDraw.homogeneous(Activation.RELU)).isTrue();
    assertThat(LayerDraw.homogeneous(Activation.leakyRelu(0.3))).isTrue();
    assertThat(LayerDraw.homogeneous(Math::abs)).isTrue();
    assertThat(LayerDraw.homogeneous(z -> z > 0 ? z + 1e-9 * z * z : 0)).isFalse();
    assertThat(LayerDraw.homogeneous(z -> z + 1)).isFalse();
    assertThat(LayerDraw.homogeneous(z -> z > 2 ? 3 : Math.max(z, 0))).isFalse();
    assertThat(LayerDraw.homogeneous(Activation.TANH)).isFalse();
  }

  /**
   * The infinite-width theory's error is the log's bias, depth times 2.5 / n: times n it is the
   * same at every width. 4000 samples at depth 10 leave the median of the log an error of 1.25
   * sqrt(50 / n / 4000); the bounds are five of them.
   */
  @ParameterizedTest
  @ValueSource(ints = {64, 256, 1024})
  void infiniteWidthIsWrongByOneOverWidth(int width) {
    double median = deep(Activation.RELU, 2, width, 10, 4000).activation().median()[10];
    double error = 1.25 * Math.sqrt(50.0 / width / 4000);
    assertThat(-Math.log(median))
        .isCloseTo(25.0 / width, Offset.offset(5 * error + 100.0 / width / width));
  }

  /** Of wide tanh nets the median is the mean-field theory's number. */
  @Test
  void wideTanhIsTheMeanField() {
    MeanField field = MeanField.of(Activation.TANH).gain(1.5);
    FiniteWidth wide = deep(Activation.TANH, 2.25, 1000, 4, 200);
    Propagation theory = field.through(4);
    assertThat(wide.activation().median()[4])
        .isCloseTo(theory.activation()[4], Offset.offset(0.01));
    assertThat(wide.gradient().median()[0] / theory.gradient()[0]).isBetween(0.95, 1.05);
  }

  @Test
  void deepTakesItsFieldWhole() {
    MeanField field = MeanField.of(Activation.leakyRelu(0.5)).weights(1.7).bias(0.2);
    FiniteWidth law = FiniteWidth.deep(field, 2000, 2);
    Propagation theory = field.through(2);
    assertThat(law.activation().size()).isEqualTo(3);
    assertThat(law.activation().at(2).median() / theory.activation(2)).isBetween(0.99, 1.01);
    assertThat(law.gradient().at(0).median() / theory.gradient(0)).isBetween(0.99, 1.01);
  }

  @Test
  void anInterruptStopsTheSampling() {
    Stopped.atOnce(() -> FiniteWidth.linear(64, 2000));
  }

  /** A single net of this size takes a second: it looks for the interrupt in every layer. */
  @Test
  void anInterruptOnTheWayFreesTheProcessor() throws InterruptedException {
    MeanField tanh = MeanField.of(Activation.TANH);
    Thread reader = new Thread(() -> assertThatThrownBy(() -> FiniteWidth.deep(tanh, 5000, 4000)));
    reader.start();
    Thread.sleep(60);
    reader.interrupt();
    reader.join(5000);
    assertThat(reader.isAlive()).isFalse();
    for (int i = 0; i < 100 && working(); i++) {
      Thread.sleep(20);
    }
    assertThat(working()).isFalse();
  }

  private static boolean working() {
    return Thread.getAllStackTraces().values().stream()
        .flatMap(Arrays::stream)
        .anyMatch(frame -> frame.getClassName().equals(MomentChain.class.getName()));
  }

  @Test
  void oneLineSaysWhereItEnds() {
    assertThat(deep(Activation.RELU, 2, 1000, 2, 200).toString())
        .startsWith("after 2 layers: second moment ")
        .contains(" to ", ", gradient's at the input ");
    assertThat(new LayerScale(Activation.RELU, 2, 1e-7))
        .hasToString("ReLU, fan_in Var(W) 2, fan_out Var(W) 1e-7, Var(b) 0");
    assertThat(new FixedPoint(1, 0.5, 1, 1 / 3.0, Double.POSITIVE_INFINITY))
        .hasToString("q 1, chi 0.5, c 1; depths: variance 0.333, correlation \u221E");
  }

  /**
   * A fiftieth of 100,000 nets: the median's log has an error of 0.04 at depth 10; four of them.
   */
  @Test
  void aShareOfTheNetsGivesNearlyTheSame() {
    LayerScale layer = new LayerScale(Activation.RELU, 2, 2);
    List<LayerScale> layers = Collections.nCopies(10, layer);
    int[] widths = {16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16};
    double all = FiniteWidth.of(layers, widths, 1).activation().at(10).median();
    double few = FiniteWidth.roughly(layers, widths, 1, 0.02).activation().at(10).median();
    assertThat(few / all).isNotEqualTo(1).isBetween(0.85, 1.17);
    for (double share : new double[] {0, -1, 1.01, Double.NaN}) {
      assertThatThrownBy(() -> FiniteWidth.roughly(layers, widths, 1, share))
          .hasMessageContaining("the share is");
    }
  }

  @Test
  void badShapesAreNamed() {
    List<LayerScale> layers = List.of(new LayerScale(Activation.RELU, 2, 2));
    assertThatThrownBy(() -> FiniteWidth.of(layers, new int[] {3}, 1))
        .hasMessageContaining("number of widths is 1; it must be 2");
    assertThatThrownBy(() -> FiniteWidth.of(layers, new int[] {3, 0}, 1))
        .hasMessageContaining("width of layer 1 is 0");
    assertThatThrownBy(() -> FiniteWidth.of(layers, new int[] {3, 2}, -1))
        .hasMessageContaining("second moment is -1");
    assertThatThrownBy(() -> FiniteWidth.relu(0, 5)).hasMessageContaining("width is 0");
    assertThatThrownBy(() -> FiniteWidth.relu(5, 0)).hasMessageContaining("depth is 0");
  }

  @Test
  void moreThanMemoryHoldsIsRefused() {
    MeanField tanh = MeanField.of(Activation.TANH);
    int much = Integer.MAX_VALUE;
    for (var call :
        List.<Runnable>of(
            () -> FiniteWidth.deep(tanh, much, 3), () -> FiniteWidth.deep(tanh, 3, much))) {
      assertThatThrownBy(call::run)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("the memory for this law is")
          .hasMessageContaining("Take fewer layers, or a narrower net.");
    }
  }
}
