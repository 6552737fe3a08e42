package initlab.theory;

import static initlab.init.Activation.GELU;
import static initlab.init.Activation.LINEAR;
import static initlab.init.Activation.RELU;
import static initlab.init.Activation.TANH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import initlab.init.Activation;
import java.util.Collections;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Moments through residual blocks and norms, beside what follows by hand. */
class MomentMapTest {
  private static final SignalMoments INPUT = SignalMoments.normal(1);
  private static final Offset<Double> EXACT = within(1e-9);

  private static MomentMap dense(Activation f, double variance) {
    return new MomentMap.Dense(new LayerScale(f, variance, variance));
  }

  private static MomentMap block(double scale, MomentMap... branch) {
    return new MomentMap.Residual(scale, List.of(branch));
  }

  private static Propagation deep(int depth, MomentMap layer) {
    return Propagation.through(Collections.nCopies(depth, layer), INPUT, 1);
  }

  /**
   * W ReLU(x) with He's W gives what it takes, both ways: x2 a block, (1 + 1/L)^L, (1 + 1/L^2)^L.
   */
  @Test
  void threeScalingsOfAResidualNet() {
    MomentMap relu = new MomentMap.Apply(RELU);
    for (int depth : new int[] {10, 50, 200}) {
      for (double power : new double[] {0, 0.5, 1}) {
        double scale = Math.pow(depth, -power);
        double due = Math.pow(1 + scale * scale, depth);
        Propagation seen = deep(depth, block(scale, relu, dense(LINEAR, 2)));
        assertThat(seen.activation(depth) / due).isCloseTo(1, EXACT);
        assertThat(seen.gradient(0) / due).isCloseTo(1, EXACT);
      }
    }
  }

  /** z = x W1 has variance 2, ReLU halves it, W2 doubles it: E (x + b)^2 = 3 of 1. */
  @Test
  void aBranchOfTwoLayersTriples() {
    Propagation seen = deep(4, block(1, dense(RELU, 2), dense(LINEAR, 2)));
    assertThat(seen.activation(4)).isCloseTo(81, EXACT);
    assertThat(seen.gradient(0)).isCloseTo(81, EXACT);
    assertThat(seen.preActivation()).containsExactly(new double[] {3, 9, 27, 81}, EXACT);
  }

  /**
   * x + ReLU(x W): the mean of the branch adds to the mean of x. From E x = 0 the first block makes
   * 1 + 1 of 1 and a mean of 1 / sqrt(pi); the second 2 + 2 + 2 (1 / sqrt pi) sqrt(2 / pi). In the
   * end the factor is k = 2 + 2 r / sqrt(pi), where r = E x / rms(x) solves r (sqrt(k) - 1) = 1 /
   * sqrt(pi): 2.90.
   */
  @Test
  void positiveBranchesAddUpTheirMeans() {
    Propagation seen = deep(60, block(1, dense(RELU, 2)));
    assertThat(seen.activation(1)).isCloseTo(2, EXACT);
    assertThat(seen.activation(2)).isCloseTo(4 + 2 * Math.sqrt(2) / Math.PI, EXACT);
    double k = seen.activation(60) / seen.activation(59);
    double r = (k - 2) * Math.sqrt(Math.PI) / 2;
    assertThat(r * (Math.sqrt(k) - 1)).isCloseTo(1 / Math.sqrt(Math.PI), within(1e-6));
    assertThat(k).isCloseTo(2.90, within(0.005));
    assertThat(seen.gradient(59)).isCloseTo(2, EXACT);
  }

  /**
   * Before the branch, a norm adds as much at each block; behind the sum it keeps the stream at 1.
   */
  @Test
  void normsBeforeAndBehind() {
    MomentMap layerNorm = new MomentMap.Norm(true, 1e-12);
    MomentMap rms = new MomentMap.Norm(false, 1e-12);
    for (MomentMap norm : List.of(layerNorm, rms)) {
      Propagation pre = deep(20, block(1, norm, dense(RELU, 2), dense(LINEAR, 2)));
      assertThat(pre.activation(20)).isCloseTo(1 + 20 * 2, within(1e-6));
      assertThat(pre.gradient(19)).isCloseTo(1 + 2.0 / (1 + 19 * 2), within(1e-6));
      List<MomentMap> post = List.of(block(1, dense(RELU, 2), dense(LINEAR, 2)), norm);
      Propagation seen = Propagation.through(post, INPUT, 1);
      assertThat(seen.activation(2)).isCloseTo(1, within(1e-9));
      assertThat(seen.gradient(1)).isCloseTo(1.0 / 3, within(1e-9));
      assertThat(seen.gradient(0)).isCloseTo(1, within(1e-9));
    }
    Propagation centred = Propagation.through(List.of(dense(RELU, 2), layerNorm, rms), INPUT, 1);
    assertThat(centred.activation(2)).isCloseTo(1, within(1e-9));
    assertThat(centred.gradient(1)).isCloseTo(1 / (1 - 1 / Math.PI), within(1e-9));
  }

  /** GPT-2's blocks, every token seeing itself alone: 12 of 768 and 32 of 4096. */
  @Test
  void gpt2sStreamOverItsEmbedding() {
    assertThat(gpt2(768, 12)).isCloseTo(283, within(1.0));
    assertThat(gpt2(4096, 32)).isCloseTo(9430, within(10.0));
  }

  private static double gpt2(int width, int blocks) {
    double variance = 0.02 * 0.02;
    double in = width * variance;
    double out = in / (2 * blocks);
    MomentMap norm = new MomentMap.Norm(true, 1e-5);
    MomentMap attention = block(1, norm, dense(LINEAR, in), dense(LINEAR, out));
    MomentMap feedForward = block(1, norm, dense(GELU, in), dense(LINEAR, 4 * out));
    List<MomentMap> layers =
        Collections.nCopies(blocks, List.of(attention, feedForward)).stream()
            .flatMap(List::stream)
            .toList();
    Propagation seen = Propagation.through(layers, SignalMoments.normal(variance), 1);
    return seen.activation(2 * blocks) / variance;
  }

  @Test
  void ofNumbersOfWhichTooLittleIsKnownNothingIsSaid() {
    SignalMoments only = SignalMoments.of(1);
    MomentMap relu = new MomentMap.Apply(RELU);
    refused(relu, only);
    refused(new MomentMap.Norm(true, 1e-5), only);
    refused(block(1, dense(RELU, 2)), only);
    refused(block(1, relu, dense(LINEAR, 2)), SignalMoments.of(2));
    assertThat(block(1, dense(TANH, 1)).forward(only).second()).isGreaterThan(1);
    assertThat(block(1, dense(RELU, 2), dense(LINEAR, 2)).forward(only).second())
        .isCloseTo(3, EXACT);
    assertThat(new MomentMap.Norm(false, 1e-9).forward(only).second()).isCloseTo(1, within(1e-6));
  }

  private static void refused(MomentMap map, SignalMoments in) {
    assertThatIllegalArgumentException().isThrownBy(() -> Propagation.through(List.of(map), in, 1));
  }

  /** Where all layers are dense, both ways of following them say the same. */
  @Test
  void denseLayersAreWhatTheyWere() {
    List<LayerScale> scales =
        List.of(new LayerScale(TANH, 1.5, 0.7, 0.1), new LayerScale(RELU, 2, 1));
    List<MomentMap> maps = scales.stream().<MomentMap>map(MomentMap.Dense::new).toList();
    Propagation one = Propagation.of(scales, 1, 1);
    Propagation other = Propagation.through(maps, INPUT, 1);
    assertThat(other.preActivation()).containsExactly(one.preActivation(), EXACT);
    assertThat(other.activation()).containsExactly(one.activation(), EXACT);
    assertThat(other.gradient()).containsExactly(one.gradient(), EXACT);
  }
}
