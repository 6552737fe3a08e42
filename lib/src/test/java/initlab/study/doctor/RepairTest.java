package initlab.study.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import initlab.init.Activation;
import initlab.init.Init;
import initlab.nn.Network;
import initlab.nn.layer.Mlp;
import initlab.train.data.Data;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The repair follows from what an activation does, and brings the signal back for each. */
class RepairTest {
  private static final DMatrixRMaj X = Data.normal(64, 80, 1);

  static Stream<Arguments> repairs() {
    Activation relu = z -> Math.max(0, z);
    Activation bent = z -> z > 0 ? z : 0.2 * z;
    Activation six = z -> Math.min(Math.max(0, z), 6);
    Activation twice = z -> 2 * Math.max(0, z);
    Activation square = z -> Math.max(0, z) * Math.max(0, z);
    Activation arc = Math::atan;
    String scaled = "Init.lecunNormal().gain(Gain.secondMoment(f))";
    return Stream.of(
        Arguments.of(Activation.RELU, "Init.heNormal()"),
        Arguments.of(relu, "Init.heNormal()"),
        Arguments.of(relu.named("clip"), "Init.heNormal()"),
        Arguments.of(six.named("ReLU6"), "Init.heNormal()"),
        Arguments.of(Activation.leakyRelu(0.2), "Init.heNormal(0.2)"),
        Arguments.of(bent, "Init.heNormal(0.2)"),
        Arguments.of(bent.named("ReLU"), "Init.heNormal(0.2)"),
        Arguments.of(twice.named("ReLU"), scaled),
        Arguments.of(square.named("ReLU^2"), "Lsuv.on(x)"),
        Arguments.of(Activation.SELU, "Init.lecunNormal()"),
        Arguments.of(Activation.TANH, "Init.xavierNormal()"),
        Arguments.of(arc, "Init.xavierNormal()"),
        Arguments.of(Activation.LINEAR, "Init.xavierNormal()"),
        Arguments.of(Activation.GELU, "Lsuv.on(x)"),
        Arguments.of(Activation.SILU, "Lsuv.on(x)"));
  }

  /** Weights of std 1e-4 kill every signal in one layer, whatever bends it. */
  @ParameterizedTest
  @MethodSource("repairs")
  void aDeadSignalComesBack(Activation f, String rule) {
    Network net = Mlp.deep(f, 80, 6).init(Init.normal(1e-4), 1);
    Finding found = Doctor.examine(net, X, X).of(Diagnosis.VANISHING).orElseThrow();
    assertThat(found.layer()).isEqualTo(1);
    assertThat(found.repair()).isEqualTo("net = plan.init(" + rule + ", 1)");
    assertThat(found.repaired()).isTrue();
  }

  /** A sigmoid gives 1/4 whatever its weights: what dies is what tells the samples apart. */
  @ParameterizedTest
  @MethodSource("small")
  void aSigmoidsGradientDies(double std) {
    Network net = Mlp.deep(Activation.SIGMOID, 80, 6).init(Init.normal(std), 1);
    Findings found = Doctor.examine(net, X, X);
    assertThat(found.of(Diagnosis.VANISHING)).isEmpty();
    Finding gradients = found.of(Diagnosis.GRADIENT_VANISHING).orElseThrow();
    assertThat(gradients.repair()).contains("Lsuv.on(x)");
  }

  static Stream<Double> small() {
    return Stream.of(1e-4, 0.01);
  }

  /** Xavier's weights are what it has: where they do not help, the start that looks at data may. */
  @ParameterizedTest
  @MethodSource("shifted")
  void whereTheRuleHelpsNotAnotherIsTried(double shift) {
    DMatrixRMaj x = X.copy();
    for (int i = 0; i < x.getNumElements(); i++) {
      x.data[i] = 0.1 * x.data[i] + shift; // second moment below 10, as the doctor allows
    }
    Network net = Mlp.deep(Activation.TANH, 80, 6).init(Init.xavierNormal().gain(4), 1);
    Finding flat = Doctor.examine(net, x, X).of(Diagnosis.SATURATED).orElseThrow();
    assertThat(flat.repair()).contains("Lsuv.on(x)");
    assertThat(flat.repaired()).isTrue();
  }

  static Stream<Double> shifted() {
    return Stream.of(3.0);
  }
}
