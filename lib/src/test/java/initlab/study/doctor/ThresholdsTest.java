package initlab.study.doctor;

import static initlab.init.Activation.LINEAR;
import static initlab.init.Activation.RELU;
import static initlab.init.Activation.TANH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import initlab.init.Init;
import initlab.math.Moments;
import initlab.nn.Network;
import initlab.nn.layer.Mlp;
import initlab.train.data.Data;
import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;

/** Each symptom with a net that has it, and with one that only just has not. */
class ThresholdsTest {

  private static List<Diagnosis> faults(Findings found) {
    return found.list().stream().map(Finding::fault).toList();
  }

  private static List<Diagnosis> linear(double... factors) {
    return faults(Exact.examine(Exact.diagonal(LINEAR, factors)));
  }

  /** Of a linear layer E a^2 is healthy from 0.99 / 100 to 1.01 * 100. */
  @Test
  void aSignalIsLevelWithinAFactorHundred() {
    assertThat(linear(0.0100, 50)).isEmpty();
    assertThat(linear(0.0098, 50)).containsExactly(Diagnosis.VANISHING);
    assertThat(linear(100.5, 0.5)).isEmpty();
    assertThat(linear(101.5, 0.5)).containsExactly(Diagnosis.EXPLODING);
  }

  /** The first layer that is too small or too large is told, with its number. */
  @Test
  void theFirstLayerOutsideIsTold() {
    Finding small =
        Exact.examine(Exact.diagonal(LINEAR, 0.2, 0.2, 0.2, 0.2))
            .of(Diagnosis.VANISHING)
            .orElseThrow();
    assertThat(small.layer()).isEqualTo(3);
    assertThat(small.number()).isCloseTo(0.008, within(1e-12));
    assertThat(new double[] {small.low(), small.high()})
        .containsExactly(new double[] {0.0099, Double.POSITIVE_INFINITY}, within(1e-9));
    Finding large =
        Exact.examine(Exact.diagonal(LINEAR, 5, 5, 5)).of(Diagnosis.EXPLODING).orElseThrow();
    assertThat(large.layer()).isEqualTo(3);
    assertThat(large.number()).isCloseTo(125, within(1e-9));
    assertThat(new double[] {large.low(), large.high()})
        .containsExactly(new double[] {0, 101}, within(1e-6));
  }

  /** Layer 2 multiplies gradients; layer 1 makes up for it going forward. */
  @Test
  void gradientsAreLevelWithinAFactorHundred() {
    assertThat(linear(1 / 99.0, 99, 1)).isEmpty();
    assertThat(linear(1 / 100.5, 100.5, 1)).containsExactly(Diagnosis.GRADIENT_EXPLODING);
    assertThat(linear(99, 1 / 99.0, 1)).isEmpty();
    assertThat(linear(100.5, 1 / 100.5, 1)).containsExactly(Diagnosis.GRADIENT_VANISHING);
  }

  /** Gradients are compared with those of the layer before the output, and not with its own. */
  @Test
  void theStepThroughTheOutputLayerIsNoFault() {
    assertThat(linear(1, 1, 1e-2)).isEmpty();
    assertThat(linear(1, 1, 99)).isEmpty();
    Finding seen =
        Exact.examine(Exact.diagonal(LINEAR, 0.02, 1, 20, 20, 0.1))
            .of(Diagnosis.GRADIENT_EXPLODING)
            .orElseThrow();
    assertThat(seen.layer()).isEqualTo(2); // 20 * 20 behind layers 4 and 3
    assertThat(seen.number()).isCloseTo(400, within(1e-9));
    assertThat(seen.what()).isEqualTo("E (dL/da)^2 / layer 4's");
  }

  /** Factors alike keep dL/dW level: a^T dz. Others, as above, do not. */
  @Test
  void gradientsAreMaskedOnlyWhereThoseOfWeightsAreLevel() {
    Findings level = Exact.examine(Exact.diagonal(LINEAR, 4.7, 4.7, 4.7, 4.7, 4.7));
    Finding masked = level.of(Diagnosis.MASKED_GRADIENT).orElseThrow();
    assertThat(masked.layer()).isOne();
    assertThat(masked.number()).isCloseTo(4.7 * 4.7 * 4.7, within(1e-9));
    assertThat(new double[] {masked.low(), masked.high()}).containsExactly(0.01, 100);
    assertThat(linear(4.6, 4.6, 4.6, 4.6, 4.6)).doesNotContain(Diagnosis.MASKED_GRADIENT);
    // dL/dW of layers 1 and 2 differ as their factors do, by 101 and by 99
    assertThat(linear(0.0996, 10.06, 10.06, 1)).containsExactly(Diagnosis.GRADIENT_EXPLODING);
    assertThat(linear(0.1016, 10.06, 10.06, 1))
        .containsExactly(Diagnosis.GRADIENT_EXPLODING, Diagnosis.MASKED_GRADIENT);
  }

  @Test
  void moreThanATenthOfTheNeuronsMayNotBeDead() {
    assertThat(dead(64, 10)).doesNotContain(Diagnosis.DEAD);
    assertThat(dead(64, 11)).contains(Diagnosis.DEAD);
    // of four samples 3 / 16 more may be off by chance: 28.75 %
    assertThat(dead(4, 28)).doesNotContain(Diagnosis.DEAD);
    assertThat(dead(4, 29)).contains(Diagnosis.DEAD);
    assertThat(dead(2, 85)).doesNotContain(Diagnosis.DEAD);
    assertThat(dead(2, 86)).contains(Diagnosis.DEAD);
    assertThat(dead(1, 99)).doesNotContain(Diagnosis.DEAD);
  }

  /** 100 neurons on N(0, 1) made positive; so many have a bias that keeps them off. */
  private static List<Diagnosis> dead(int samples, int off) {
    double[] biases = new double[100];
    Arrays.fill(biases, 0, off, -20);
    DMatrixRMaj x = Data.normal(samples, 100, 1);
    CommonOps_DDRM.abs(x);
    return faults(Exact.examine(Exact.shifted(RELU, biases), x));
  }

  /** Inputs 0.5 and 3 go through W = I: tanh is flat at 3, and 0.379 of it may be. */
  @Test
  void moreThanAThirdOfWhatIsSteepMayNotBeFlat() {
    assertThat(HealthyRange.saturated(TANH)[1]).isBetween(0.371, 0.389);
    assertThat(flat(37)).isEmpty();
    assertThat(flat(39)).containsExactly(Diagnosis.SATURATED);
  }

  private static List<Diagnosis> flat(int percent) {
    DMatrixRMaj x = new DMatrixRMaj(100, 100);
    for (int i = 0; i < x.getNumElements(); i++) {
      boolean far = (i % 100 + i / 100) % 100 < percent;
      x.data[i] = (far ? 3 : 0.5) * (Integer.bitCount(i / 100 & i % 100) % 2 == 0 ? 1 : -1);
    }
    return faults(Exact.examine(Exact.shifted(TANH, new double[100]), x));
  }

  /** Two samples of this cosine; a bias at right angles to both brings them nearer. */
  private static List<Diagnosis> alike(double cosine, double bias) {
    DMatrixRMaj x = new DMatrixRMaj(2, 3, true, 1, 0, 0, cosine, Math.sqrt(1 - cosine * cosine), 0);
    Network net = Exact.shifted(LINEAR, 0, 0, bias);
    return faults(Exact.examine(net, x));
  }

  @Test
  void samplesAreAlikeFromACosineOfNinetyEightHundredthsOn() {
    double to981 = Math.sqrt((0.981 - 0.5) / 0.019);
    double to979 = Math.sqrt((0.979 - 0.5) / 0.021);
    assertThat(alike(0.5, to981)).contains(Diagnosis.COLLAPSE);
    assertThat(alike(0.5, to979)).doesNotContain(Diagnosis.COLLAPSE);
  }

  @Test
  void inputsAlikeFromTheStartAreNotBlamedOnTheNet() {
    assertThat(alike(0.89, 3)).contains(Diagnosis.COLLAPSE);
    assertThat(alike(0.91, 3)).doesNotContain(Diagnosis.COLLAPSE);
    assertThat(alike(0.999, 0)).doesNotContain(Diagnosis.COLLAPSE);
  }

  @Test
  void aColumnOfTheInputMayHaveASecondMomentFromATenthToTen() {
    assertThat(scaled(9.9)).isEmpty();
    assertThat(scaled(10.1)).containsExactly(Diagnosis.UNSCALED_INPUT);
    assertThat(scaled(0.11)).isEmpty();
    assertThat(scaled(0.09)).containsExactly(Diagnosis.UNSCALED_INPUT);
  }

  /** The largest column counts: behind it a small one is but a small input. */
  private static List<Diagnosis> scaled(double secondMoment) {
    DMatrixRMaj x = Exact.input();
    for (int row = 0; row < x.numRows; row++) {
      for (int col = 0; col < x.numCols; col++) {
        x.set(row, col, x.get(row, col) * Math.sqrt(col == 5 ? secondMoment : 0.05));
      }
    }
    return faults(Exact.examine(Exact.diagonal(LINEAR, 1, 1), x));
  }

  /** Weights of exactly Var W = 1 / fan_out: fan_in Var W is fan_in / fan_out of what is due. */
  private static List<Diagnosis> swapped(int in, int out) {
    Network net = Mlp.deep(LINEAR, in, 1).then(1, Exact.layer(out)).init(Init.orthogonal(), 1);
    DMatrixRMaj w = net.layer(2).weights();
    w.setTo(Data.normal(in, out, 3));
    double std = Moments.of(w).std();
    CommonOps_DDRM.scale(1 / (std * Math.sqrt(out)), w);
    return faults(Exact.examine(net, Data.normal(64, in, 1)));
  }

  @Test
  void fansAreSwappedWhereTheyDifferByMoreThanAQuarter() {
    assertThat(swapped(30, 50)).containsExactly(Diagnosis.FANS_SWAPPED);
    assertThat(swapped(30, 36)).isEmpty();
    assertThat(swapped(50, 30)).containsExactly(Diagnosis.FANS_SWAPPED);
    assertThat(swapped(36, 30)).isEmpty();
    // fewer than 800 weights know their variance too badly
    assertThat(swapped(15, 50)).isEmpty();
    assertThat(swapped(16, 50)).containsExactly(Diagnosis.FANS_SWAPPED);
  }
}
