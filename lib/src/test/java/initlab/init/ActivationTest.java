package initlab.init;

import static initlab.init.Activation.ELU;
import static initlab.init.Activation.GELU;
import static initlab.init.Activation.LINEAR;
import static initlab.init.Activation.MISH;
import static initlab.init.Activation.RELU;
import static initlab.init.Activation.SELU;
import static initlab.init.Activation.SIGMOID;
import static initlab.init.Activation.SILU;
import static initlab.init.Activation.SOFTPLUS;
import static initlab.init.Activation.TANH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import initlab.math.Derivative;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ActivationTest {
  private static final double[] POINTS = {-30, -3, -0.7, -1e-9, 0, 1e-9, 0.4, 2, 30};

  /** f(-1) and f(2), from the formulas in another program, to 12 digits. */
  static Stream<Arguments> values() {
    return Stream.of(
        Arguments.of(LINEAR, "linear", -1, 2),
        Arguments.of(RELU, "ReLU", 0, 2),
        Arguments.of(Activation.leakyRelu(0.1), "leaky ReLU 0.1", -0.1, 2),
        Arguments.of(TANH, "tanh", -0.761594155956, 0.964027580076),
        Arguments.of(SIGMOID, "sigmoid", 0.268941421370, 0.880797077978),
        Arguments.of(SOFTPLUS, "softplus", 0.313261687518, 2.126928011043),
        Arguments.of(ELU, "ELU", -0.632120558829, 2),
        Arguments.of(SELU, "SELU", -1.111330737813, 2.101401974711),
        Arguments.of(GELU, "GELU", -0.158655253931, 1.954499736104),
        Arguments.of(SILU, "SiLU", -0.268941421370, 1.761594155956),
        Arguments.of(MISH, "Mish", -0.303401461374, 1.943958959534));
  }

  @ParameterizedTest
  @MethodSource("values")
  void hasItsValuesNameAndSlope(Activation f, String name, double atMinus1, double at2) {
    assertThat(f.apply(-1)).isCloseTo(atMinus1, within(1e-9));
    assertThat(f.apply(2)).isCloseTo(at2, within(1e-9));
    assertThat(f.name()).isEqualTo(name);
    assertThat(f).hasToString(name);
    for (double z : new double[] {-3, -0.7, 0.4, 2}) {
      assertThat(f.slope(z)).isCloseTo(Derivative.at(f::apply, z), within(1e-9));
      assertThat(f.exactSlope(z)).isEqualTo(f.slope(z));
    }
    for (double z : POINTS) {
      assertThat(f.apply(z)).isFinite();
      assertThat(f.slope(z)).isFinite();
    }
  }

  /** exp(1000) is no double: each formula must go around it, and be the asymptote there. */
  @Test
  void farOutEachIsItsAsymptote() {
    assertThat(SIGMOID.apply(1000)).isEqualTo(1);
    assertThat(SIGMOID.apply(-1000)).isZero();
    assertThat(TANH.slope(1000)).isZero();
    for (Activation f : List.of(SOFTPLUS, ELU, GELU, SILU, MISH)) {
      assertThat(f.apply(1000)).as(f.name()).isEqualTo(1000);
      assertThat(f.slope(1000)).as(f.name()).isEqualTo(1);
      assertThat(f.apply(-1000)).as(f.name()).isEqualTo(f == ELU ? -1 : 0);
      assertThat(f.slope(-1000)).as(f.name()).isZero();
    }
    assertThat(SELU.apply(-1000)).isCloseTo(-1.758099340847377, within(1e-14));
  }

  /** exp(z) - 1 and 1 - 1 / (1 + exp(z)) would lose all digits there. */
  @Test
  void noDigitIsLostWhereAFunctionIsSmall() {
    assertThat(ELU.apply(-1e-12) / -1e-12).isCloseTo(1, within(1e-11));
    assertThat(SELU.apply(-1e-12) / -1e-12).isCloseTo(SELU.slope(0), within(1e-11));
    assertThat(SIGMOID.apply(-40) / Math.exp(-40)).isCloseTo(1, within(1e-14));
    assertThat(SIGMOID.slope(40) / Math.exp(-40)).isCloseTo(1, within(1e-14));
    assertThat(SOFTPLUS.apply(-40) / Math.exp(-40)).isCloseTo(1, within(1e-14));
  }

  @Test
  void wholeArraysAreTheSameFunction() {
    Activation mine = z -> Math.sin(z) + 2 * z;
    for (Activation f : List.of(RELU, Activation.leakyRelu(0.2), TANH, mine, TANH.named("x"))) {
      double[] a = POINTS.clone();
      f.apply(POINTS, a, 8);
      double[] gradient = {1, 2, 3, 4, 5, 6, 7, 8, 9};
      f.backward(POINTS, gradient, 8);
      for (int i = 0; i < 8; i++) {
        assertThat(a[i]).isEqualTo(f.apply(POINTS[i]));
        assertThat(gradient[i]).isEqualTo((i + 1) * f.slope(POINTS[i]));
      }
      assertThat(a[8]).isEqualTo(POINTS[8]);
      assertThat(gradient[8]).isEqualTo(9);
    }
  }

  @Test
  void kinksTakeTheSlopeToTheirLeft() {
    assertThat(RELU.slope(0)).isZero();
    assertThat(Activation.leakyRelu(0.2).slope(0)).isEqualTo(0.2);
    assertThat(SELU.slope(0)).isCloseTo(1.0507009873554805 * 1.6732632423543772, within(1e-12));
    double[] gradient = {3, 3};
    Activation.leakyRelu(0.5).backward(new double[] {0, -0.0}, gradient, 2);
    assertThat(gradient).containsExactly(1.5, 1.5);
  }

  @Test
  void aLambdaHasASlopeAndMayHaveAName() {
    Activation mine = z -> Math.exp(z / 2);
    assertThat(mine.slope(1)).isCloseTo(0.5 * Math.exp(0.5), within(1e-9));
    assertThat(mine.slope(40) / Math.exp(20)).isCloseTo(0.5, within(1e-7));
    Activation steep = z -> 3 * z;
    for (double z : new double[] {-1e12, -1e6, 0, 1e6, 1e12}) {
      assertThat(steep.slope(z)).isCloseTo(3, within(1e-9));
    }
    assertThat(mine.name()).isEqualTo("activation");
    assertThat(mine.named("mine")).hasToString("mine");
    assertThat(mine.named("mine").apply(2)).isEqualTo(Math.E);
    assertThat(mine.named("mine").slope(1)).isEqualTo(mine.slope(1));
    assertThat(mine.named("mine").exactSlope(1)).isEqualTo(mine.exactSlope(1));
    assertThat(mine.exactSlope(1)).isNotEqualTo(mine.slope(1));
    assertThatIllegalArgumentException().isThrownBy(() -> mine.named(null));
    assertThatIllegalArgumentException().isThrownBy(() -> Activation.leakyRelu(Double.NaN));
  }

  /** Java leaves Math.tanh free by an ulp, and newer ones use the freedom; StrictMath is one. */
  @Test
  void tanhIsTheSameOnEveryJava() {
    for (double z = -4; z < 4; z += 0.01) {
      assertThat(TANH.apply(z)).isEqualTo(StrictMath.tanh(z));
    }
  }

  @Test
  void onlyWhatCameWithADerivativeHasOne() {
    Activation mine = Math::sin;
    assertThat(mine.hasDerivative()).isFalse();
    assertThat(mine.named("mine").hasDerivative()).isFalse();
    assertThat(TANH.hasDerivative()).isTrue();
    assertThat(TANH.named("mine").hasDerivative()).isTrue();
    assertThat(RELU.hasDerivative()).isTrue();
    assertThat(Activation.of("mine", Math::sin, Math::cos).hasDerivative()).isTrue();
  }

  /** Where a function overflows so does its slope; of a NaN it is NaN. */
  @Test
  void slopesBeyondAllDoublesAreInfinite() {
    Activation exp = Math::exp;
    assertThat(exp.slope(800)).isInfinite();
    assertThat(exp.exactSlope(800)).isInfinite();
    assertThat(exp.slope(-800)).isZero();
    Activation cliff = z -> z > 0 ? Double.NEGATIVE_INFINITY : 1;
    assertThat(cliff.slope(0)).isEqualTo(Double.NEGATIVE_INFINITY);
    Activation none = z -> Double.NaN;
    assertThat(none.slope(1)).isNaN();
    assertThat(none.exactSlope(1)).isNaN();
  }

  /** A wave's second moment is (1 - exp(-2 v)) / 2 for arguments of variance v. */
  @Test
  void aSineHasItsFrequencyInValueSlopeAndName() {
    Activation wave = Activation.sine(30);
    assertThat(wave.name()).isEqualTo("sin 30z");
    assertThat(wave.apply(0.1)).isEqualTo(Math.sin(3.0));
    assertThat(wave.slope(0.1)).isEqualTo(30 * Math.cos(3.0));
    assertThat(wave.hasDerivative()).isTrue();
    assertThat(Gain.secondMoment(Activation.sine(2)))
        .isCloseTo(Math.sqrt(2 / (1 - Math.exp(-8))), within(1e-9));
    assertThatIllegalArgumentException().isThrownBy(() -> Activation.sine(0));
    assertThatIllegalArgumentException().isThrownBy(() -> Activation.sine(Double.NaN));
  }
}
