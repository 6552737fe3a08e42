package initlab.study.doctor;

import static initlab.init.Activation.GELU;
import static initlab.init.Activation.LINEAR;
import static initlab.init.Activation.RELU;
import static initlab.init.Activation.SELU;
import static initlab.init.Activation.TANH;
import static initlab.init.Activation.leakyRelu;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import initlab.init.Activation;
import initlab.init.Gain;
import initlab.init.Init;
import initlab.init.Initializer;
import initlab.math.Moments;
import initlab.nn.Network;
import initlab.nn.Plan;
import initlab.nn.Signal;
import initlab.nn.Start;
import initlab.nn.layer.Dense;
import initlab.nn.layer.Mlp;
import initlab.nn.layer.Residual;
import initlab.nn.lsuv.Lsuv;
import initlab.train.data.Data;
import initlab.train.data.Standardized;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a finding prints, typed by hand, gives the number that it promises. */
class RepairByHandTest {
  private static final DMatrixRMaj X = Data.normal(32, 40, 1);

  private static double secondMoment(Network net, int layer, DMatrixRMaj x) {
    return Moments.of(net.forward(x).a(layer)).secondMoment();
  }

  private static double cosine(DMatrixRMaj a) {
    double sum = 0;
    for (int row = 0; row + 1 < a.numRows; row += 2) {
      double dot = 0;
      double one = 0;
      double two = 0;
      for (int col = 0; col < a.numCols; col++) {
        dot += a.get(row, col) * a.get(row + 1, col);
        one += a.get(row, col) * a.get(row, col);
        two += a.get(row + 1, col) * a.get(row + 1, col);
      }
      sum += dot / Math.sqrt(one * two);
    }
    return sum / (a.numRows / 2);
  }

  static Stream<Arguments> redrawn() {
    Activation twice = z -> 2 * Math.max(0, z);
    Initializer scaled = Init.lecunNormal().gain(Gain.secondMoment(twice));
    return Stream.of(
        rule(RELU, "Init.heNormal()", Init.heNormal()),
        rule(leakyRelu(0.9), "Init.heNormal(0.9)", Init.heNormal(0.9)),
        rule(TANH, "Init.xavierNormal()", Init.xavierNormal()),
        rule(LINEAR, "Init.xavierNormal()", Init.xavierNormal()),
        rule(SELU, "Init.lecunNormal()", Init.lecunNormal()),
        rule(twice, "Init.lecunNormal().gain(Gain.secondMoment(f))", scaled),
        Arguments.of(GELU, "Lsuv.on(x)", Lsuv.on(X)));
  }

  private static Arguments rule(Activation f, String code, Initializer weights) {
    return Arguments.of(f, code, Start.drawn(weights));
  }

  @ParameterizedTest
  @MethodSource("redrawn")
  void theRuleThatIsPrintedIsTheOneThatWasTried(Activation f, String code, Start start) {
    Plan plan = Mlp.of(f, 40, 60, 50);
    Finding small =
        Doctor.examine(plan.init(Init.normal(1e-4), 1), X, Data.normal(32, 50, 2))
            .of(Diagnosis.VANISHING)
            .orElseThrow();
    assertThat(small.repair()).isEqualTo("net = plan.init(" + code + ", 1)");
    assertThat(small.after()).isEqualTo(secondMoment(plan.init(start, 1), small.layer(), X));
  }

  /** F8: He's rule for a slope of 0.9 is not that of ReLU, which makes E a^2 explode. */
  @Test
  void aLeakyReluIsRepairedByItsOwnGain() {
    Plan plan = Mlp.deep(leakyRelu(0.9), 64, 50);
    DMatrixRMaj x = Data.normal(64, 64, 1);
    DMatrixRMaj y = Data.normal(64, 64, 2);
    Findings large = Doctor.examine(plan.init(Init.heNormal(), 1), x, y);
    assertThat(large.list())
        .isNotEmpty()
        .allMatch(found -> found.repair().equals("net = plan.init(Init.heNormal(0.9), 1)"))
        .allMatch(Finding::repaired);
    assertThat(Doctor.examine(plan.init(Init.heNormal(0.9), 1), x, y).healthy()).isTrue();
  }

  @Test
  void theInputIsStandardizedAsPrinted() {
    DMatrixRMaj x = X.copy();
    CommonOps_DDRM.scale(10, x);
    x.set(3, 7, 1e4);
    Finding raw =
        Exact.examine(Mlp.deep(TANH, 40, 2).init(Init.xavierNormal(), 1), x).list().get(0);
    assertThat(raw.repair()).isEqualTo("x = Standardized.by(x).apply(x)");
    assertThat(raw.after())
        .isEqualTo(HealthyRange.largestColumn(Standardized.by(x).apply(x)))
        .isCloseTo(1, within(1e-9));
    // a column without spread stays 0, and so does all of it
    assertThat(raw.number()).isCloseTo(1e8 / 32, within(1e5));
  }

  static Stream<Arguments> collapsing() {
    Plan chain = Mlp.deep(RELU, 40, 60);
    Plan net = Mlp.of(RELU, 40, 50, 50, 50, 50, 50, 50, 50, 50, 50, 50, 50, 50, 50, 50, 50, 50, 9);
    String widths = "40" + ", 50".repeat(16) + ", 9";
    Residual block = Residual.of(Dense.of(40, RELU)).scaled(3);
    Plan blocks = Plan.of(Signal.vector(40), block).then(14, block);
    String change =
        "plan.map(l -> l instanceof Dense d && d.activation() != LINEAR ? d.activation(TANH) : l)";
    return Stream.of(
        Arguments.of(chain, "Mlp.deep(TANH, 40, 60)"),
        Arguments.of(net, "Mlp.of(TANH, " + widths + ")"),
        Arguments.of(net.withoutBiases(), "Mlp.of(TANH, " + widths + ").withoutBiases()"),
        Arguments.of(blocks, change));
  }

  /** All weights share one sign, which makes samples alike in a few layers. */
  @ParameterizedTest
  @MethodSource("collapsing")
  void anotherActivationIsTriedAsPrinted(Plan plan, String code) {
    Initializer alike = Init.uniform(-0.05, 0.25);
    DMatrixRMaj x = X.copy();
    CommonOps_DDRM.abs(x);
    Finding same =
        Doctor.examine(plan.init(alike, 1), x, Data.normal(32, plan.outputs(), 2))
            .of(Diagnosis.COLLAPSE)
            .orElseThrow();
    assertThat(same.repair()).isEqualTo("net = " + code + ".init(Init.orthogonal(), 1)");
    Plan bent =
        plan.map(l -> l instanceof Dense d && d.activation() != LINEAR ? d.activation(TANH) : l);
    DMatrixRMaj a = bent.init(Init.orthogonal(), 1).forward(x).a(same.layer());
    assertThat(same.after()).isCloseTo(cosine(a), within(1e-12));
  }

  /** No weights give a step function a gradient. */
  @Test
  void whatChangesNothingIsNotPrescribed() {
    Activation step = z -> z > 0 ? 1 : 0;
    Finding gradients =
        Exact.examine(Mlp.deep(step, 8, 4).init(Init.lecunNormal(), 1))
            .of(Diagnosis.GRADIENT_VANISHING)
            .orElseThrow();
    assertThat(gradients.repair())
        .startsWith("none of these helps: ")
        .contains("net = plan.init(Lsuv.on(x), 1)");
    assertThat(gradients.after()).isNaN();
    assertThat(gradients.repaired()).isFalse();
    assertThat(gradients.toString()).doesNotContain("NaN").doesNotContain("then");
  }

  /** W16: a net that LSUV has started already, and that LSUV would leave as it is. */
  @Test
  void theStartThatItHasIsNotPrescribed() {
    Network net = Lsuv.on(X).start(Mlp.deep(Activation.SIGMOID, 40, 6), 1);
    Finding gradients = Doctor.examine(net, X, X).of(Diagnosis.GRADIENT_VANISHING).orElseThrow();
    assertThat(gradients.number()).isBetween(1e-4, 0.01);
    assertThat(gradients.repair()).isEqualTo("none of these helps: net = plan.init(Lsuv.on(x), 1)");
    assertThat(gradients.after()).isNaN();
  }

  /** 3 + tanh loses a factor 20 a layer under LSUV too: two layers are more than a factor 100. */
  @Test
  void whatGoesHalfOfTheWayIsPrescribedWithWhatItReaches() {
    Activation lifted = z -> 3 + Math.tanh(z);
    Network net = Mlp.deep(lifted, 40, 6).init(Init.lecunNormal().gain(0.15), 1);
    Finding gradients = Doctor.examine(net, X, X).of(Diagnosis.GRADIENT_VANISHING).orElseThrow();
    assertThat(gradients.repair()).isEqualTo("net = plan.init(Lsuv.on(x), 1)");
    assertThat(gradients.layer()).isEqualTo(3);
    assertThat(gradients.repaired()).isFalse();
    assertThat(Math.log(0.01 / gradients.after()))
        .isLessThan(Math.log(0.01 / gradients.number()) / 2)
        .isPositive();
  }
}
