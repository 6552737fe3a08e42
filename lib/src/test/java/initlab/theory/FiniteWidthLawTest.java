package initlab.theory;

import static org.assertj.core.api.Assertions.assertThat;

import initlab.init.Activation;
import initlab.math.Interval;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.statistics.inference.KolmogorovSmirnovTest;
import org.apache.commons.statistics.inference.PValueMethod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The law of finite width is that of real nets, forward and backward: two samples, one of chains,
 * one of nets of plain loops, by Kolmogorov and Smirnov. A p-value above 1e-6 is asked for: a false
 * alarm in one of 30,000 runs for all comparisons together, and none at the fixed seeds. Of 2000
 * nets and 4000 chains a distance of 0.075 between the two distributions is refused.
 */
class FiniteWidthLawTest {
  private static final double ALARM = 1e-6;
  private static final int CHAINS = 4000;

  private record Case(List<LayerScale> layers, int[] widths, int nets) {
    @Override
    public String toString() {
      return layers.get(0) + ", " + widths.length + " widths from " + widths[0];
    }
  }

  private static Case deep(Activation f, double weights, double biases, int width, int depth) {
    int[] widths = new int[depth + 1];
    Arrays.fill(widths, width);
    int nets = (int) Math.min(2000, 2_000_000L / (depth * width * width));
    LayerScale layer = new LayerScale(f, weights, weights, biases);
    return new Case(Collections.nCopies(depth, layer), widths, nets);
  }

  static Stream<Case> cases() {
    Activation wave = z -> Math.sin(2 * z) + 0.3;
    return Stream.of(
        deep(Activation.RELU, 2, 0, 4, 8),
        deep(Activation.RELU, 2, 0.1, 16, 5),
        deep(Activation.TANH, 2.25, 0, 5, 12),
        deep(Activation.TANH, 2, 0.3, 24, 6),
        deep(Activation.GELU, 2.25, 0, 8, 8),
        deep(Activation.SELU, 1, 0, 4, 10),
        deep(Activation.SELU, 1.2, 0.2, 16, 5),
        deep(Activation.leakyRelu(0.5), 1.6, 0, 6, 6),
        deep(Activation.LINEAR, 1, 0, 5, 8),
        deep(wave.named("wave"), 1, 0.1, 6, 6),
        deep(Activation.RELU, 2, 0.5, 2, 4),
        deep(Activation.RELU, 1.5, 1, 1, 3),
        deep(Activation.TANH, 2.25, 0, 1, 3),
        deep(Activation.TANH, 2.25, 0, 128, 2),
        unequal(Activation.TANH, 2),
        unequal(Activation.RELU, 2),
        unequal(z -> z > 0 ? z : 0.2 * Math.sin(z), 1.8));
  }

  /** One weight variance a layer, so that forward and backward differ where the widths do. */
  private static Case unequal(Activation f, double weights) {
    int[] widths = {12, 4, 30, 3, 9};
    List<LayerScale> layers =
        Stream.of(1, 2, 3, 4)
            .map(l -> new LayerScale(f, weights, weights * widths[l] / widths[l - 1], 0.02 * l))
            .toList();
    return new Case(layers, widths, 2000);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void chainsAreDistributedAsNetsAre(Case one) {
    double[][][] nets = new PlainNets(one.layers, one.widths, 7).moments(one.nets, 1.3);
    double[][][] chains = chains(one.layers, one.widths, 1.3, 1);
    int depth = one.layers.size();
    for (int l : new int[] {1, depth / 2, depth}) {
      alike(nets[0][l], chains[0][l], "a(" + l + ")");
      alike(nets[1][depth - l], chains[1][depth - l], "dL/da(" + (depth - l) + ")");
    }
    assertThat(chains[0][0]).containsOnly(1.3);
    alike(nets[1][depth], chains[1][depth], "dL/da at the output");
  }

  private static double[][][] chains(
      List<LayerScale> layers, int[] widths, double input, int part) {
    double[][][] found = new double[2][widths.length][CHAINS];
    MomentChain chain = new MomentChain(layers, widths, part);
    for (int net = 0; net < CHAINS; net++) {
      chain.run(input, found[0], found[1], net);
    }
    return found;
  }

  private static void alike(double[] nets, double[] chains, String where) {
    assertThat(pValue(nets, chains)).as(where).isGreaterThan(ALARM);
  }

  /** Weights half as large again, forward and backward: refused. */
  @Test
  void anotherLawIsRefused() {
    Case due = deep(Activation.TANH, 2.25, 0, 5, 12);
    Case other = deep(Activation.TANH, 5, 0, 5, 12);
    double[][][] nets = new PlainNets(due.layers, due.widths, 7).moments(2000, 1);
    double[][][] chains = chains(other.layers, other.widths, 1, 1);
    assertThat(pValue(nets[1][0], chains[1][0])).isLessThan(ALARM);
    assertThat(pValue(nets[0][12], chains[0][12])).isLessThan(ALARM);
  }

  private static double pValue(double[] nets, double[] chains) {
    var test = KolmogorovSmirnovTest.withDefaults().with(PValueMethod.ASYMPTOTIC);
    return test.test(nets, chains).getPValue();
  }

  /** Where all of a layer is 0 no neuron of the next is open, and no gradient comes back. */
  @Test
  void aDeadLayerPassesNoGradient() {
    double[][][] found =
        chains(Collections.nCopies(6, new LayerScale(Activation.RELU, 2, 2)), width(2, 6), 1, 3);
    int dead = 0;
    for (int net = 0; net < CHAINS; net++) {
      if (found[0][5][net] == 0) {
        dead++;
        assertThat(found[0][6][net]).isZero();
        assertThat(found[1][5][net]).isZero();
        assertThat(found[1][0][net]).isZero();
      }
    }
    // one layer of two dies with probability 1/4: five with 1 - 0.75^5 = 0.763, error 0.0067
    assertThat(dead / (double) CHAINS).isBetween(0.763 - 0.034, 0.763 + 0.034);
  }

  /** Whatever the number of processors, net k of part p is the k-th of that part's own stream. */
  @Test
  void theBandIsThatOfFiftyChainsInTheirOrder() {
    List<LayerScale> layers = Collections.nCopies(3, new LayerScale(Activation.TANH, 2, 2, 0.1));
    int[] widths = width(3, 3);
    double[][][] found = new double[2][4][120];
    for (int part = 1; part <= 50; part++) {
      MomentChain chain = new MomentChain(layers, widths, part);
      for (int net = (part - 1) * 120 / 50; net < part * 120 / 50; net++) {
        chain.run(0.5, found[0], found[1], net);
      }
    }
    FiniteWidth law = FiniteWidth.of(layers, widths, 0.5, 120);
    for (int l = 0; l <= 3; l++) {
      assertThat(law.activation().at(l)).isEqualTo(Interval.of(found[0][l]));
      assertThat(law.gradient().at(l)).isEqualTo(Interval.of(found[1][l]));
    }
  }

  private static int[] width(int width, int depth) {
    int[] widths = new int[depth + 1];
    Arrays.fill(widths, width);
    return widths;
  }
}
