package initlab.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import initlab.init.Activation;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CriticalLineTest {

  private static Activation named(String name) {
    return switch (name) {
      case "tanh" -> Activation.TANH;
      case "SELU" -> Activation.SELU;
      case "GELU" -> Activation.GELU;
      case "SiLU" -> Activation.SILU;
      case "sin" -> Math::sin;
      default -> throw new AssertionError(name);
    };
  }

  /** From 1, step by step, to a variance that stays, and has chi = 1. */
  @ParameterizedTest
  @CsvSource({
    "tanh, 0.05",
    "tanh, 2",
    "SELU, 0.05",
    "SELU, 0.7",
    "GELU, 0.3",
    "SiLU, 1",
    "sin, 0.1"
  })
  void theMapFromOneEndsAtChiOne(String name, double biases) {
    MeanField critical = MeanField.of(named(name)).bias(biases).critical();
    assertThat(critical.biasVariance()).isEqualTo(biases);
    double q = 1;
    for (int l = 0; l < 3000; l++) {
      double next = critical.variance(q);
      if (Math.abs(next - q) < 1e-10 * q) {
        break;
      }
      q = next;
    }
    assertThat(critical.chi(q)).isCloseTo(1, within(1e-6));
    assertThat(critical.fixedPoint().q() / q).isCloseTo(1, within(1e-6));
    assertThat(critical.fixedPoint().phase()).startsWith("edge of chaos");
    assertThat(critical.fixedPoint().correlationDepth()).isGreaterThan(1e6);
  }

  /** q = 0 has chi = 1 at sigma_w^2 = 4, but from 1 the variance runs away from there. */
  @Test
  void noPointIsNamedThatIsNotReached() {
    for (Activation f : List.of(Activation.GELU, Activation.SILU, Activation.MISH)) {
      assertThatThrownBy(() -> MeanField.of(f).critical())
          .hasMessageContaining("sigma_b^2 is 0")
          .hasMessageContaining(f.name() + " has no edge of chaos here");
    }
    assertThatThrownBy(() -> MeanField.of(Activation.GELU).bias(0.04).critical())
        .hasMessageContaining("sigma_b^2 is 0.04");
    // here chi = 1 at a q above 1, but the map from 1 stays at another below
    for (MeanField stuck :
        List.of(MeanField.of(Activation.GELU).bias(0.1), MeanField.of(Activation.SILU).bias(0.3))) {
      assertThatThrownBy(stuck::critical).hasMessageContaining("no edge of chaos here");
    }
    assertThatThrownBy(() -> MeanField.of(z -> z * Math.tanh(z)).critical())
        .hasMessageContaining("no edge of chaos");
    assertThatThrownBy(() -> MeanField.of(Activation.SOFTPLUS).critical())
        .hasMessageContaining("no edge of chaos");
    assertThatThrownBy(() -> MeanField.of(Activation.RELU).bias(0.1).critical())
        .hasMessageContaining("no edge of chaos");
  }

  /** Without biases tanh, SELU and ELU die at their edge, where the slopes at 0 alone count. */
  @Test
  void withoutBiasesTheSlopesAtZeroDecide() {
    double a = 1.6732632423543772;
    double b = 1.0507009873554805;
    assertThat(MeanField.of(Activation.TANH).critical().weightVariance())
        .isCloseTo(1, within(1e-9));
    assertThat(MeanField.of(Math::sin).critical().weightVariance()).isCloseTo(1, within(1e-9));
    assertThat(MeanField.of(Activation.ELU).critical().weightVariance()).isCloseTo(1, within(1e-9));
    assertThat(MeanField.of(Activation.SELU).critical().weightVariance())
        .isCloseTo(2 / (b * b * (1 + a * a)), within(1e-9));
    assertThat(MeanField.of(Activation.leakyRelu(0.5)).critical().weightVariance())
        .isCloseTo(1.6, within(1e-9));
    assertThat(MeanField.of(z -> Math.max(0, z)).critical().weightVariance())
        .isCloseTo(2, within(1e-9));
  }

  /** Far from 0 a sigmoid's slope is small, so its edge is far out: found by the grid's sums. */
  @Test
  void anEdgeFarOutIsFoundToo() {
    MeanField sigmoid = MeanField.of(Activation.SIGMOID).critical();
    double q = sigmoid.fixedVariance();
    double slopes = PlainQuadrature.moment(z -> sigmoid(z) * sigmoid(-z), q);
    assertThat(sigmoid.weightVariance() * slopes).isCloseTo(1, within(1e-5));
    assertThat(sigmoid.weightVariance() * PlainQuadrature.moment(CriticalLineTest::sigmoid, q) / q)
        .isCloseTo(1, within(1e-5));
  }

  private static double sigmoid(double z) {
    return 1 / (1 + Math.exp(-z));
  }

  /** E sin^2 = (1 - e^-2q) / 2 and E cos^2 = (1 + e^-2q) / 2: q = coth q, at 1.19968. */
  @Test
  void cosIsCriticalWhereItsHyperbolicCotangentIsItself() {
    Activation cos = Math::cos;
    double q = 1.2;
    for (int i = 0; i < 100; i++) {
      q = 0.5 * (q + 1 / Math.tanh(q));
    }
    MeanField critical = MeanField.of(cos).critical();
    assertThat(critical.weightVariance()).isCloseTo(2 / (1 - Math.exp(-2 * q)), within(1e-8));
    assertThat(critical.fixedVariance()).isCloseTo(q, within(1e-8));
  }

  /**
   * f = e^(-z^2): E f^2 = (1 + 4 q)^-1/2 and E f'^2 = 4 q (1 + 4 q)^-3/2, so that 1 = 4 q / (1 + 4
   * q) / q.
   */
  @Test
  void aBumpIsCriticalWhereItsClosedFormsSay() {
    Activation bump = z -> Math.exp(-z * z);
    MeanField critical = MeanField.of(bump).critical();
    double q = critical.fixedVariance();
    assertThat(critical.weightVariance() * Math.pow(1 + 4 * q, -0.5)).isCloseTo(q, within(1e-8));
    assertThat(critical.weightVariance() * 4 * q * Math.pow(1 + 4 * q, -1.5))
        .isCloseTo(1, within(1e-6));
  }

  /** exp: V(q) = w e^2q. At w = e^-2 it has V(1) = 1 = chi, but V'(1) = 2: nothing runs into it. */
  @Test
  void aPointThatWouldBeLeftIsNoneEvenWhereTheMapStartsOnIt() {
    Activation exp = Math::exp;
    assertThatThrownBy(() -> MeanField.of(exp.named("exp")).critical())
        .hasMessageContaining("exp has no edge of chaos here");
  }
}
