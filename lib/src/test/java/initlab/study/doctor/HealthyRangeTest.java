package initlab.study.doctor;

import static initlab.init.Activation.LINEAR;
import static initlab.init.Activation.RELU;
import static initlab.init.Activation.TANH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import initlab.init.Activation;
import initlab.init.Init;
import initlab.nn.Network;
import initlab.nn.layer.Mlp;
import initlab.study.probe.UnitShares;
import initlab.train.data.Data;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the doctor calls healthy, and that the card of formulas calls the same healthy. */
class HealthyRangeTest {

  /** The numbers of the second column in the row of the card that begins so. */
  private static double[] card(String row) throws IOException {
    String line =
        Files.readAllLines(Path.of("..", "notebooks", "card.md")).stream()
            .filter(text -> text.startsWith("| " + row))
            .findFirst()
            .orElseThrow(() -> new AssertionError("the card has no row: " + row));
    return Pattern.compile("\\d+(\\.\\d+)?")
        .matcher(line.split("\\|")[2])
        .results()
        .mapToDouble(number -> Double.parseDouble(number.group()))
        .toArray();
  }

  @Test
  void theCardSaysWhatTheDoctorJudgesBy() throws IOException {
    assertThat(card("second moment of the largest column")).containsExactly(HealthyRange.input());
    double least = 1 / Math.sqrt(HealthyRange.LEVEL);
    assertThat(card("second moment of activations"))
        .containsExactly(new double[] {least, 1 / least}, within(1e-12));
    assertThat(card("second moment of ∂L/∂a")).containsExactly(HealthyRange.LEVEL);
    assertThat(card("dead neurons")).containsExactly(100 * HealthyRange.DEAD);
    assertThat(card("cosine of two samples"))
        .containsExactly(HealthyRange.ALIKE, HealthyRange.ALIKE_ALREADY);
  }

  /** The shares are estimated from 10,000 normal numbers: their standard errors are below 0.005. */
  @Test
  void theCardSaysWhatSaturatedIs() throws IOException {
    double[] healthy = card("saturated neurons");
    assertThat(healthy).hasSize(2);
    assertThat(100 * HealthyRange.saturated(TANH)[1]).isCloseTo(healthy[0], within(1.0));
    assertThat(100 * HealthyRange.saturated(RELU)[1]).isCloseTo(healthy[1], within(1.0));
    String page = Files.readString(Path.of("..", "notebooks", "card.md"));
    assertThat(page).contains("at most a tenth of the steepest (tanh: abs(a) > 0.95)");
    assertThat(Math.sqrt(1 - UnitShares.FLAT)).isCloseTo(0.95, within(0.005));
  }

  @Test
  void aSlopeIsFlatAtATenthOfTheSteepest() {
    DMatrixRMaj z = new DMatrixRMaj(1, 4, true, 0, 1.80, -1.83, 5);
    assertThat(UnitShares.saturated(z, TANH)).isEqualTo(0.5);
    assertThat(UnitShares.saturated(z, LINEAR)).isZero();
    DMatrixRMaj away = new DMatrixRMaj(1, 2, true, -1, 2);
    assertThat(UnitShares.saturated(away, Math::signum)).isEqualTo(1);
  }

  @Test
  void pastStdTenASignalExplodesUnlessItIsBounded() {
    assertThat(HealthyRange.signal(RELU))
        .containsExactly(new double[] {0.00495, 50.5}, within(1e-6));
    assertThat(HealthyRange.signal(LINEAR))
        .containsExactly(new double[] {0.0099, 101}, within(1e-6));
    Activation wave = Math::sin;
    for (Activation f : new Activation[] {TANH, Activation.SIGMOID, wave}) {
      assertThat(HealthyRange.signal(f)[1]).isInfinite();
    }
    Activation slow = z -> Math.signum(z) * Math.log(1 + Math.abs(z));
    assertThat(HealthyRange.signal(slow)[1]).isBetween(3.0, 8.0);
  }

  @Test
  void whereNoExpectationExistsNothingIsUnhealthy() {
    Activation wild = z -> Math.exp(z * z);
    assertThat(HealthyRange.signal(wild)).containsExactly(0, Double.POSITIVE_INFINITY);
    assertThat(HealthyRange.needed(z -> 0)).isNaN();
    assertThat(HealthyRange.needed(RELU)).isCloseTo(2, within(1e-9));
  }

  /** E f(s Z)^2 by the trapezoidal rule over 24 standard deviations, an independent quadrature. */
  private static double moment(Activation f, double s) {
    double sum = 0;
    double step = 1e-3;
    for (double z = -12; z <= 12; z += step) {
      sum += f.apply(s * z) * f.apply(s * z) * Math.exp(-z * z / 2);
    }
    return sum * step / Math.sqrt(2 * Math.PI);
  }

  @Test
  void aSignalIsHealthyBetweenStdOneTenthAndTen() {
    Activation lambda = z -> z > 0 ? z : 0.3 * z;
    for (Activation f : new Activation[] {RELU, Activation.GELU, Activation.SELU, lambda}) {
      double[] range = HealthyRange.signal(f);
      assertThat(range[0]).isCloseTo(0.99 * moment(f, 0.1), within(1e-6 * range[0]));
      assertThat(range[1]).isCloseTo(1.01 * moment(f, 10), within(1e-6 * range[1]));
    }
    // what falls is healthy between the same two, the other way round
    Activation falls = z -> Math.exp(-z * z / 8) + 0.01 * Math.abs(z);
    double small = moment(falls, 10);
    double large = moment(falls, 0.1);
    assertThat(small).isLessThan(large);
    assertThat(HealthyRange.signal(falls)[0]).isCloseTo(0.99 * small, within(1e-6 * small));
    assertThat(HealthyRange.signal(falls)[1]).isCloseTo(1.01 * large, within(1e-6 * large));
  }

  /**
   * Of 64 neurons chance alone makes E a^2 0.235; seeds are fixed, but none of 40 is called sick.
   */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void theSignalOfASigmoidDoesNotVanishByChance(long seed) {
    Network net = Mlp.deep(Activation.SIGMOID, 64, 4).init(Init.xavierNormal(), seed);
    DMatrixRMaj x = Data.normal(64, 64, seed);
    assertThat(Doctor.examine(net, x, Data.normal(64, 64, seed + 100)).of(Diagnosis.VANISHING))
        .isEmpty();
    double usual = moment(Activation.SIGMOID, 1);
    assertThat(HealthyRange.signal(Activation.SIGMOID)[0]).isCloseTo(usual / 2, within(1e-6));
  }

  /** Bounded on one side only is not bounded. */
  @Test
  void oneSideThatGrowsIsEnoughToExplode() {
    assertThat(HealthyRange.signal(z -> Math.min(z, 1))[1]).isFinite();
    assertThat(HealthyRange.signal(z -> Math.max(z, -1))[1]).isFinite();
    assertThat(HealthyRange.signal(z -> Math.max(-1, Math.min(z, 1)))[1]).isInfinite();
    // whatever it is bounded by
    assertThat(HealthyRange.signal(z -> 5 * Math.tanh(z))[1]).isInfinite();
    assertThat(HealthyRange.signal(z -> 0.2 * Math.tanh(z))[1]).isInfinite();
    assertThat(HealthyRange.signal(z -> 0.1 * Math.max(0, z))[1]).isFinite();
    // up to twice what it reaches within 10 it may still creep
    assertThat(HealthyRange.signal(z -> z / (1 + Math.abs(z)))[1]).isInfinite();
  }

  /** Share of the standard normal beyond z, by its density. */
  private static double beyond(double z) {
    double sum = 0;
    for (double t = z; t < 10; t += 1e-4) {
      sum += Math.exp(-t * t / 2) * 1e-4;
    }
    return sum / Math.sqrt(2 * Math.PI);
  }

  @Test
  void aThirdOfWhatIsSteepMayBeFlat() {
    double usual = 2 * beyond(1.8184); // |tanh'| = 0.1 there
    assertThat(Math.pow(Math.cosh(1.8184), -2)).isCloseTo(0.1, within(1e-4));
    assertThat(HealthyRange.saturated(TANH))
        .containsExactly(new double[] {0, usual + (1 - usual) / 3}, within(0.008));
    assertThat(HealthyRange.saturated(RELU)[1]).isCloseTo(0.5 + 0.5 / 3, within(0.015));
    assertThat(HealthyRange.saturated(LINEAR)[1]).isCloseTo(1 / 3.0, within(1e-12));
  }

  @Test
  void aTenthAndWhatChanceSwitchesOffMayBeDead() {
    assertThat(HealthyRange.dead(1)).containsExactly(0, 1.6);
    assertThat(HealthyRange.dead(2)).containsExactly(new double[] {0, 0.85}, within(1e-12));
    assertThat(HealthyRange.dead(5)).containsExactly(new double[] {0, 0.19375}, within(1e-12));
    assertThat(HealthyRange.dead(64)).containsExactly(new double[] {0, 0.1}, within(1e-12));
  }

  @Test
  void theOtherRangesAreThese() {
    assertThat(HealthyRange.level()).containsExactly(0.01, 100);
    assertThat(HealthyRange.input()).containsExactly(0.1, 10);
    assertThat(HealthyRange.due()).containsExactly(0.8, 1.25);
    assertThat(HealthyRange.cosine(0.89)).containsExactly(-1, 0.98);
    assertThat(HealthyRange.cosine(0.9)).containsExactly(-1, 2);
    assertThat(HealthyRange.cosine(Double.NaN)).containsExactly(-1, 2);
    assertThat(HealthyRange.needed(TANH)).isCloseTo(1 / moment(TANH, 1), within(1e-6));
  }

  @Test
  void theLargestColumnOfTheInputIsItsLargestSecondMoment() {
    DMatrixRMaj x = new DMatrixRMaj(2, 3, true, 1, 3, -4, 1, -1, 0);
    assertThat(HealthyRange.largestColumn(x)).isEqualTo(8); // of 1, 5 and 8
    assertThat(HealthyRange.largestColumn(new DMatrixRMaj(2, 3))).isZero();
  }
}
