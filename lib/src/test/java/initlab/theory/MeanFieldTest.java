package initlab.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import initlab.init.Activation;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MeanFieldTest {
  private static final MeanField HE = MeanField.of(Activation.RELU).weights(2);
  private static final MeanField TANH = MeanField.of(Activation.TANH);

  /** The arc-cosine kernel: (sqrt(1 - c^2) + c (pi - arccos c)) / pi. Cho and Saul (2009). */
  @ParameterizedTest
  @ValueSource(doubles = {-1, -0.9, -0.3, 0, 0.5, 0.99, 1})
  void reluFollowsTheArcCosineKernel(double c) {
    double angle = Math.PI - Math.acos(c);
    double exact = (Math.sqrt(1 - c * c) + c * angle) / Math.PI;
    assertThat(HE.correlation(1.7, c)).isCloseTo(exact, Offset.offset(1e-9));
    assertThat(HE.correlationSlope(1.7, c)).isCloseTo(angle / Math.PI, Offset.offset(1e-9));
  }

  @Test
  void heKeepsEveryVariance() {
    assertThat(HE.variance(0.3)).isCloseTo(0.3, Offset.offset(1e-12));
    assertThat(HE.chi(0.3)).isCloseTo(1, Offset.offset(1e-12));
    assertThat(HE.fixedPoint().q()).isEqualTo(1);
    assertThat(HE.fixedPoint().c()).isEqualTo(1);
    assertThat(HE.weights(1.9).fixedVariance()).isZero();
    assertThat(HE.weights(2.1).fixedPoint().q()).isInfinite();
  }

  /** The published edge of chaos of tanh: 1.761 at sigma_b^2 = 0.05, 1 without biases. */
  @Test
  void tanhHasItsEdgeOfChaos() {
    MeanField critical = TANH.bias(0.05).critical();
    assertThat(critical.weightVariance()).isCloseTo(1.761, Offset.offset(0.0005));
    FixedPoint at = critical.fixedPoint();
    assertThat(at.chi()).isCloseTo(1, Offset.offset(1e-8));
    assertThat(at.correlationDepth()).isGreaterThan(1e6);
    assertThat(at.phase()).startsWith("edge of chaos");
    assertThat(TANH.critical().weightVariance()).isCloseTo(1, Offset.offset(1e-9));
    assertThat(HE.critical().weightVariance()).isCloseTo(2, Offset.offset(1e-9));
    assertThatThrownBy(() -> HE.bias(0.1).critical()).hasMessageContaining("edge of chaos");
  }

  @Test
  void orderedPairsMeetAndChaoticPairsPart() {
    FixedPoint ordered = TANH.weights(1.2).bias(0.05).fixedPoint();
    assertThat(ordered.c()).isEqualTo(1);
    assertThat(ordered.phase()).startsWith("ordered");
    MeanField chaos = TANH.weights(2.5).bias(0.05);
    FixedPoint chaotic = chaos.fixedPoint();
    assertThat(chaotic.phase()).startsWith("chaotic");
    assertThat(chaotic.c()).isBetween(0.1, 0.9);
    assertThat(chaos.correlation(chaotic.q(), chaotic.c()))
        .isCloseTo(chaotic.c(), Offset.offset(1e-9));
    assertThat(TANH.weights(2.5).fixedPoint().c()).isZero();
  }

  /** tanh at gain 1 dies like 1 / (2 L); at 5/3 it looks flat forward and grows backward. */
  @Test
  void tanhAtGainsOneAndFiveThirds() {
    double[] one = TANH.through(50).activation();
    assertThat(one[50]).isBetween(0.0085, 0.0105);
    assertThat(TANH.through(400).activation()[400] * 800).isBetween(0.9, 1.1);
    Propagation steep = TANH.gain(5 / 3.0).through(50);
    assertThat(steep.activation()[50]).isCloseTo(0.424, Offset.offset(0.001));
    assertThat(steep.gradient()[0]).isBetween(6e3, 8e3);
  }

  /** Theory takes a lambda's slopes beside its kink as exactly as those of the constant. */
  @Test
  void aLambdaHasTheTheoryOfTheConstantItIs() {
    MeanField lambda = MeanField.of(z -> Math.max(0, z)).weights(2);
    assertThat(lambda.chi(0.3)).isCloseTo(1, Offset.offset(1e-10));
    assertThat(lambda.correlationSlope(1.7, 0.5))
        .isCloseTo(HE.correlationSlope(1.7, 0.5), Offset.offset(1e-9));
    assertThat(lambda.fixedPoint().phase()).startsWith("edge of chaos");
    assertThat(lambda.through(100).gradient()[0]).isCloseTo(1, Offset.offset(1e-8));
    MeanField tanh = MeanField.of(Math::tanh).bias(0.05);
    assertThat(tanh.critical().weightVariance())
        .isCloseTo(TANH.bias(0.05).critical().weightVariance(), Offset.offset(1e-8));
  }

  /** So close to the edge of chaos that the correlation is not told from 1. */
  @Test
  void justBeyondTheEdgePairsAreOne() {
    MeanField critical = TANH.bias(0.05).critical();
    FixedPoint beyond = critical.weights(critical.weightVariance() * (1 + 1e-7)).fixedPoint();
    assertThat(beyond.chi()).isBetween(1 + 1e-8, 1 + 1e-6);
    assertThat(beyond.c()).isBetween(1 - 1e-6, 1.0);
  }

  @Test
  void biasesAddTheirVariance() {
    assertThat(TANH.bias(0.3).variance(0)).isEqualTo(0.3);
    assertThat(TANH.weights(0).bias(0.3).through(2).preActivation()).containsExactly(0.3, 0.3);
  }

  /** E exp(s Z)^2 = exp(2 s^2): its mass lies at z = 2 s, far beyond what a normal reaches. */
  @Test
  void whatGrowsFastIsFollowedUntilItDiesOut() {
    MeanField exp = MeanField.of(Math::exp);
    for (double s : new double[] {0.5, 3, 6, 10, 12}) {
      assertThat(exp.activationMoment(s * s) / Math.exp(2 * s * s))
          .isCloseTo(1, Offset.offset(1e-9));
      assertThat(exp.slopeMoment(s * s) / Math.exp(2 * s * s)).isCloseTo(1, Offset.offset(1e-9));
    }
    assertThat(exp.activationMoment(400)).isInfinite();
    assertThat(exp.slopeMoment(400)).isInfinite();
    assertThat(MeanField.of(z -> Math.exp(z * z / 4)).activationMoment(1)).isInfinite();
    assertThat(MeanField.of(z -> Math.exp(z * z / 5)).activationMoment(1))
        .isCloseTo(Math.sqrt(5), Offset.offset(1e-9));
  }

  /** Under a step pairs meet like arcsin: the same at every size of q, however narrow in z. */
  @Test
  void hugeVariancesMakeTanhASign() {
    double arcsin = 2 / Math.PI * Math.asin(0.5);
    assertThat(TANH.correlation(1e20, 0.5)).isCloseTo(arcsin, Offset.offset(1e-8));
    double slope = TANH.correlationSlope(1e20, 0.5) * 1e20;
    assertThat(slope * Math.PI / 2 * Math.sqrt(0.75)).isCloseTo(1, Offset.offset(1e-7));
  }

  @Test
  void aJumpIsNamedAndADerivativeIsBelieved() {
    Activation sign = Math::signum;
    assertThat(MeanField.of(sign).activationMoment(2)).isCloseTo(1, Offset.offset(1e-12));
    assertThatThrownBy(() -> MeanField.of(sign.named("sign")).slopeMoment(1))
        .hasMessageContaining("sign at z = 0 is a jump; it must be continuous there")
        .hasMessageContaining("Activation.of(");
    assertThatThrownBy(() -> MeanField.of(sign).chi(3)).hasMessageContaining("a jump");
    assertThatThrownBy(() -> MeanField.of(sign).correlationSlope(1, 0.5))
        .hasMessageContaining("a jump");
    assertThatThrownBy(() -> MeanField.of(z -> Math.rint(4 * z) / 4).slopeMoment(1))
        .hasMessageContaining("a jump");
    MeanField through = MeanField.of(Activation.of("sign", Math::signum, z -> 1));
    assertThat(through.slopeMoment(2)).isCloseTo(1, Offset.offset(1e-12));
  }

  @Test
  void aNanIsNamedWithItsPlace() {
    MeanField mine = MeanField.of(z -> z > 0.5 ? Double.NaN : z);
    assertThatThrownBy(() -> mine.activationMoment(1)).hasMessageContaining("is NaN");
    assertThatThrownBy(() -> mine.slopeMoment(1)).hasMessageContaining("is NaN");
    assertThatThrownBy(() -> mine.correlation(1, 0.5)).hasMessageContaining("is NaN");
  }

  @Test
  void settingsKeepEachOther() {
    assertThat(TANH.weights(2).bias(0.3).gain(3)).isEqualTo(new MeanField(Activation.TANH, 9, 0.3));
    assertThat(TANH.gain(2).bias(0.3)).isEqualTo(new MeanField(Activation.TANH, 4, 0.3));
    assertThat(TANH).isEqualTo(new MeanField(Activation.TANH, 1, 0));
    assertThat(TANH.weights(2).bias(0.3))
        .hasToString("mean field of tanh, sigma_w^2 2, sigma_b^2 0.3");
  }

  @Test
  void badArgumentsAreNamed() {
    assertThatThrownBy(() -> TANH.weights(-1)).hasMessageContaining("sigma_w^2 is -1");
    assertThatThrownBy(() -> TANH.bias(Double.NaN)).hasMessageContaining("sigma_b^2 is NaN");
    assertThatThrownBy(() -> TANH.variance(-1)).hasMessageContaining("the variance q is -1");
    assertThatThrownBy(() -> TANH.correlation(1, 1.1)).hasMessageContaining("correlation is 1.1");
    assertThatThrownBy(() -> TANH.through(0)).hasMessageContaining("depth is 0");
  }
}
