package initlab.nn.layer;

import static initlab.init.Activation.LINEAR;
import static initlab.init.Activation.RELU;
import static initlab.init.Activation.TANH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import initlab.init.Init;
import initlab.nn.Layer;
import initlab.nn.Network;
import initlab.nn.Node;
import initlab.nn.Parameter;
import initlab.nn.Pass;
import initlab.nn.Plan;
import initlab.nn.Role;
import initlab.nn.Rules;
import initlab.nn.Signal;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

/** Residual blocks on numbers small enough to be followed by hand, and how they begin. */
class ResidualByHandTest {
  private static final Dense ONE = Dense.of(1, LINEAR).withoutBias();
  private static final Dense TWO = Dense.of(2, LINEAR).withoutBias();

  private static DMatrixRMaj matrix(int rows, int cols, double... numbers) {
    return new DMatrixRMaj(rows, cols, true, numbers);
  }

  /** z = x + 3 alpha (10 x): alpha's gradient is the sum of dz 3 (10 x) although alpha is 0. */
  @Test
  void aZeroFactorHasAGradientAndWhatItMultipliesHasNone() {
    Plan plan = Plan.of(Signal.vector(1), Residual.of(ONE).scaled(3).reZero());
    Network net = plan.init(Init.constant(10), 1);
    assertThat(net.parameter("1.alpha").value().data).containsExactly(0);
    Pass pass = net.forward(matrix(2, 1, 5, -1)).backward(matrix(2, 1, 1, 2));
    assertThat(pass.output().data).containsExactly(5, -1);
    assertThat(pass.gradient(net.parameter("1.alpha")).data).containsExactly(150 - 60);
    assertThat(pass.gradient(net.parameter("1.dense.W")).data).containsExactly(0);
    assertThat(pass.da(0).data).containsExactly(1, 2);
    net.parameter("1.alpha").value().set(0, 0.5);
    pass.forward(matrix(2, 1, 5, -1)).backward(matrix(2, 1, 1, 2));
    assertThat(pass.output().data).containsExactly(80, -16);
    assertThat(pass.gradient(net.parameter("1.dense.W")).data).containsExactly(1.5 * (5 - 2));
    assertThat(pass.da(0).data).containsExactly(16, 32);
    assertThat(Residual.of(ONE).skipInit()).isEqualTo(Residual.of(ONE).reZero());
  }

  /** z = x + gamma (x W), W the identity: each channel has a number of its own. */
  @Test
  void layerScaleHasANumberForEachChannel() {
    Plan plan = Plan.of(Signal.tokens(2, 2), Residual.of(TWO).layerScale(0.25));
    Network net = plan.init(Init.identity(), 1);
    assertThat(net.parameter("1.gamma").value().data).containsExactly(0.25, 0.25);
    net.parameter("1.gamma").load(matrix(1, 2, 2, 100));
    Pass pass = net.forward(matrix(2, 2, 1, 2, 3, 4)).backward(matrix(2, 2, 1, 1, 10, 0));
    assertThat(pass.output().data).containsExactly(3, 202, 9, 404);
    assertThat(pass.gradient(net.parameter("1.gamma")).data).containsExactly(1 + 30, 2);
    assertThat(pass.da(0).data).containsExactly(3, 101, 30, 0);
  }

  /** z = (x A) + (x B), a = ReLU(z): where the width changes, x takes a way of its own. */
  @Test
  void aShortcutMayHaveLayers() {
    Residual block = Residual.of(ONE).shortcut(ONE).activation(RELU);
    Network net = Network.blank(Plan.of(Signal.vector(2), block).onPlainJava());
    assertThat(net.nodes().map(Node::path)).containsExactly("1", "1.shortcut.dense", "1.dense");
    net.parameter("1.dense.W").load(matrix(2, 1, 1, 2));
    net.parameter("1.shortcut.dense.W").load(matrix(2, 1, 10, 20));
    Pass pass = net.forward(matrix(2, 2, 1, 1, -1, 0)).backward(matrix(2, 1, 1, 1));
    assertThat(pass.output().data).containsExactly(33, 0);
    assertThat(pass.da(0).data).containsExactly(11, 22, 0, 0);
    assertThat(net.layer(1)).hasToString("2 -> 1 residual ReLU");
  }

  /** Learned strengths begin as their block says, whatever rule the other scales begin by. */
  @Test
  void rulesLeaveStrengthsAloneUnlessTheyNameThem() {
    Plan plan =
        Plan.of(
            Signal.vector(2),
            Residual.of(TWO, BatchNorm.of()).reZero(),
            Residual.of(TWO).layerScale(1e-5));
    Rules rules = Rules.of(Init.heNormal()).on(Role.SCALE, Init.constant(3));
    Network net = plan.init(rules, 1);
    assertThat(net.parameter("1.batchnorm.scale").value().data).containsExactly(3, 3);
    assertThat(net.parameter("1.alpha").value().data).containsExactly(0);
    assertThat(net.parameter("2.gamma").value().data).containsExactly(1e-5, 1e-5);
    Network other = plan.init(rules.on("*.alpha", Init.ones()), 1);
    assertThat(other.parameter("1.alpha").value().data).containsExactly(1);
    assertThat(rules.explain(plan))
        .contains("1.alpha", "usual for alpha of such a layer", "usual for gamma of such a layer");
  }

  /**
   * The last weight of a branch, or the scale of its last norm, at zero: x goes through as it is.
   */
  @Test
  void aBranchMayBeginSilentByRule() {
    Residual dense = Residual.of(Dense.of(4, RELU), Dense.of(2, LINEAR));
    Residual normed =
        Residual.of(
            TWO.withBias(), BatchNorm.of(), Activate.of(RELU), TWO.withBias(), BatchNorm.of());
    Rules rules =
        Rules.of(Init.heNormal())
            .on("*.dense2.W", Init.zeros())
            .on("*.batchnorm2.scale", Init.zeros());
    DMatrixRMaj x = matrix(2, 2, 1, -2, 3, 4);
    Network net = Plan.of(Signal.vector(2), dense, normed).init(rules, 1);
    assertThat(net.forward(x).output().data).isEqualTo(x.data);
    for (Parameter p : net.parameters()) {
      boolean zero = p.path().matches(".*dense2.W|.*batchnorm2.scale|.*(b|shift|mean)");
      assertThat(p.value().get(0) == 0).as(p.path()).isEqualTo(zero);
    }
  }

  @Test
  void aBlockSaysWhatItIs() {
    assertThat(Residual.of(ONE).layerScale(1e-6))
        .hasToString("residual, scale 1, gamma from 1e-6, of [" + ONE + "]");
    assertThat(Residual.of(ONE).shortcut(TWO).activation(TANH))
        .hasToString("residual, scale 1, of [" + ONE + "] beside [" + TWO + "], tanh");
    assertThat(Residual.of(ONE).shortcut(TWO).map(layer -> layer.withBias()))
        .isEqualTo(Residual.of(ONE.withBias()).shortcut(TWO.withBias()));
  }

  @Test
  @SuppressWarnings("NullAway") // as a reader might
  void badBlocksAreNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Plan.of(Signal.vector(3), Residual.of(ONE).shortcut(TWO)))
        .withMessageContaining("Layer 1 (residual), which takes 3: what the branch gives is 1")
        .withMessageContaining("it must be 2. Only equal signals can be added")
        .withMessageContaining(".shortcut(layer)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Residual.of(ONE).layerScale(Double.NaN))
        .withMessageContaining("what the branch begins multiplied by is NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Residual.of(ONE).activation(null))
        .withMessageContaining("the activation is null");
  }

  @Test
  void whatIsNotThereIsNamed() {
    refused(() -> Residual.of(ONE, null), "number 2 of the layers in the branch is null");
    refused(() -> Residual.of((Layer[]) null), "the layers is null");
    refused(
        () -> Residual.of(ONE).shortcut((Layer) null), "number 1 of the layers in the shortcut");
    refused(() -> new Residual(1, null, List.of(ONE), List.of(), LINEAR), "the strength is null");
    refused(() -> new BranchStrength(null, 1), "the name of what is learned is null");
    refused(() -> new BranchStrength("beta", 1), "beta; it must be alpha, gamma or none");
  }

  private static void refused(ThrowingCallable what, String words) {
    assertThatIllegalArgumentException().isThrownBy(what).withMessageContaining(words);
  }
}
