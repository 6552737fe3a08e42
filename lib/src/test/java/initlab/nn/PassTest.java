package initlab.nn;

import static initlab.init.Activation.LINEAR;
import static initlab.init.Activation.RELU;
import static initlab.init.Activation.TANH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import initlab.init.Init;
import initlab.init.WeightShape;
import initlab.nn.layer.Dense;
import initlab.nn.layer.GroupNorm;
import initlab.nn.layer.Mlp;
import initlab.nn.layer.Residual;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;

/** What a pass keeps, tells and refuses. */
class PassTest {

  /** A reader's layer that gives what it is told to. */
  private record Odd(int rowsTooMany, double gives) implements Layer {
    @Override
    public Signal out(Signal in) {
      return in;
    }

    @Override
    public void forward(Memory m) {
      m.z().reshape(m.x().numRows + rowsTooMany, m.x().numCols);
      CommonOps_DDRM.fill(m.z(), gives);
    }

    @Override
    public void backward(Memory m) {
      m.dx().setTo(m.dz());
    }
  }

  private static DMatrixRMaj ones(int rows, int cols) {
    DMatrixRMaj m = new DMatrixRMaj(rows, cols);
    CommonOps_DDRM.fill(m, 1);
    return m;
  }

  @Test
  void aLayerOfTheWrongShapeIsNamedByItsPath() {
    Plan plan = Plan.of(Signal.vector(4), Residual.of(new Odd(1, 0)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> plan.init(Init.zeros(), 1).forward(ones(2, 4)))
        .withMessageStartingWith("what layer 1.odd (odd) gave forward is 3 x 4; it must be 2 x 4.");
  }

  @Test
  void aLayerThatMakesNanIsNamedByItsPath() {
    Plan plan = Plan.of(Signal.vector(4), Dense.of(4, RELU), new Odd(0, Double.NaN));
    Pass pass = plan.init(Init.heNormal(), 1).forward(ones(2, 4));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NotANumber.blame(pass.layer(2)))
        .withMessageContaining("layer 2 (odd) made of a finite input is NaN");
    Network overflowing = Mlp.deep(LINEAR, 4, 2).init(Init.constant(1e200), 1);
    Pass infinite = overflowing.forward(ones(2, 4));
    NotANumber.blame(infinite.layer(1)); // overflow is a result, and nobody's mistake
    NotANumber.blame(infinite.layer(2));
  }

  @Test
  void misfitsOfAPlanAreNamedWithTheirLayer() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> Plan.of(Signal.vector(10), Dense.of(4, RELU), Residual.of(Dense.of(9, TANH))))
        .withMessageStartingWith(
            "Layer 2 (residual), which takes 4: what the branch gives is 9; it must be 4.");
    Residual odd = Residual.of(Dense.of(6, RELU), GroupNorm.of(4));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Plan.of(Signal.vector(6), Residual.of(Dense.of(6, RELU), odd)))
        .withMessageStartingWith(
            "Layer 1.residual.groupnorm (groupnorm), which takes 6: the number of groups is 4;");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Plan.of(Signal.vector(10)))
        .withMessageStartingWith("the number of layers is 0");
  }

  /** A container that runs its one inner layer as it is told to. */
  private record Odder(boolean twice, boolean fromScratch) implements Layer {
    @Override
    public Signal out(Signal in) {
      return in;
    }

    @Override
    public List<Inner> inside(Signal in) {
      return List.of(new Inner("dense", Dense.of(in.channels(), TANH), in));
    }

    @Override
    public void forward(Memory m) {
      DMatrixRMaj x = fromScratch ? m.scratch(0, m.x().numRows, m.x().numCols) : m.x();
      DMatrixRMaj once = m.forward(0, x);
      m.z().setTo(twice ? m.forward(0, once) : once);
    }

    @Override
    public void backward(Memory m) {
      m.dx().setTo(m.backward(0, m.dz()));
    }
  }

  /** What would give wrong gradients without a word. */
  @Test
  void aLayerInsideIsPassedOnceAndFromMatricesThatLast() {
    for (boolean twice : new boolean[] {true, false}) {
      Network net = Plan.of(Signal.vector(4), new Odder(twice, !twice)).init(Init.heNormal(), 1);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> net.forward(ones(2, 4)))
          .withMessageStartingWith("the input of layer 1.dense is")
          .withMessageContaining("lasts until the way back, once in a pass");
    }
  }

  /** A layer with a weight, whose gradient is written as it is told to. */
  private record Careless(boolean writes) implements Layer {
    @Override
    public Signal out(Signal in) {
      return in;
    }

    @Override
    public List<Slot> slots(Signal in) {
      return List.of(Slot.weight("W", WeightShape.dense(in.channels(), in.channels())));
    }

    @Override
    public void forward(Memory m) {
      m.z().setTo(m.x());
    }

    @Override
    public void backward(Memory m) {
      m.dx().setTo(m.dz());
      if (writes) {
        m.gradient(0).reshape(1, 2);
      }
    }
  }

  @Test
  void aGradientThatIsMissingOrOfTheWrongShapeIsNamed() {
    for (boolean writes : new boolean[] {true, false}) {
      Network net = Plan.of(Signal.vector(4), new Careless(writes)).init(Init.zeros(), 1);
      Pass pass = net.forward(ones(2, 4));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> pass.backward(ones(2, 4)))
          .withMessageStartingWith("the gradient of W that layer 1 wrote is")
          .withMessageContaining(writes ? "1 x 2; it must be 4 x 4" : "missing; it must be 4 x 4");
    }
  }

  @Test
  void whatASparingPassHasWrittenOverIsNotShown() {
    Network net = Mlp.deep(TANH, 4, 6).init(Init.heNormal(), 1);
    Pass least = new Pass(net, Pass.Keep.LEAST).forward(ones(2, 4)).backward(ones(2, 4));
    assertThat(least.z(3).numRows).isEqualTo(2);
    assertThat(least.a(6)).isSameAs(least.output());
    assertThatThrownBy(() -> least.a(1)).hasMessageContaining("keeps no activations");
    assertThatThrownBy(() -> least.da(1)).hasMessageContaining("keeps no gradients");
    assertThatThrownBy(() -> least.dz(1)).hasMessageContaining("keeps no gradients");
    Pass weights = new Pass(net, Pass.Keep.FOR_WEIGHTS).forward(ones(2, 4)).backward(ones(2, 4));
    assertThatThrownBy(() -> weights.shares(net.parameter("3.W")))
        .hasMessageContaining("gradients");
  }

  @Test
  void thingsOutOfOrderAreNamed() {
    Network net = Mlp.of(TANH, 2, 3, 1).init(Init.heNormal(), 1);
    Pass pass = net.pass();
    assertThatThrownBy(() -> pass.backward(ones(1, 1)))
        .hasMessageContaining("Nothing went forward");
    pass.forward(ones(1, 2));
    assertThatThrownBy(() -> pass.gradient(net.parameter("1.W")))
        .hasMessageContaining("Nothing came back");
    pass.backward(ones(1, 1));
    Network other = Mlp.of(TANH, 2, 3, 1).init(Init.heNormal(), 1);
    assertThatThrownBy(() -> pass.gradient(other.parameter("1.W")))
        .hasMessageContaining("one of this network");
    assertThatThrownBy(() -> pass.z(0)).hasMessageContaining("the layer is 0");
    assertThatThrownBy(() -> pass.layer(1).value(2)).hasMessageContaining("0 to 1");
    Network line = Mlp.deep(LINEAR, 3, 1).init(Init.heNormal(), 1);
    Pass again = line.forward(ones(1, 3));
    double[] once = again.output().data.clone();
    again.forward(again.output()); // its own output as the next input
    assertThat(again.output().data).isNotEqualTo(once);
  }

  @Test
  void nothingIsNoLayerAndNoSignal() {
    Layer nothing =
        new Layer() {
          @Override
          @SuppressWarnings("NullAway") // as a reader might
          public Signal out(Signal in) {
            return null;
          }

          @Override
          public void forward(Memory m) {}

          @Override
          public void backward(Memory m) {}
        };
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Plan.of(Signal.vector(4), Dense.of(4, TANH), nothing))
        .withMessageContaining("Layer 2 (layer), which takes 4: out(4) is null");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Slot.vector("a.b", 3, Role.BIAS))
        .withMessageContaining("\"a.b\"");
  }

  @Test
  void aRedrawingNetworkForgetsAndSaysSo() {
    Network net = Network.redrawing(Mlp.deep(TANH, 4, 3));
    assertThatThrownBy(() -> net.parameter("1.W").load(new DMatrixRMaj(4, 4)))
        .hasMessageContaining("forgets what is loaded into 1.W");
    assertThatThrownBy(() -> initlab.nn.lsuv.Lsuv.fit(net, ones(2, 4)))
        .hasMessageContaining("forgets scales");
  }

  @Test
  void tiesOfDifferentShapesAreRefused() {
    Plan plan = Plan.of(Signal.vector(3), Dense.of(4, TANH).tied("w"), Dense.of(4, TANH).tied("w"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> plan.init(Init.zeros(), 1))
        .withMessageStartingWith("2.W, tied to 1.W, is 4 x 4, role weight; it must be 3 x 4");
  }

  /** 50 layers x 32 samples x 8: z of all, and two matrices by turns for a, two for gradients. */
  @Test
  void aSparingPassKeepsLittle() {
    Network net = Mlp.deep(RELU, 8, 50).init(Init.heNormal(), 1);
    Pass least = new Pass(net, Pass.Keep.LEAST).forward(ones(32, 8)).backward(ones(32, 8));
    assertThat(least.doubles()).isEqualTo((50 + 2 + 2) * 32 * 8);
    Pass all = net.forward(ones(32, 8)).backward(ones(32, 8));
    assertThat(all.doubles()).isEqualTo((50 * 4 + 1) * 32 * 8);
  }

  @Test
  void aNetworkSaysWhatItIs() {
    Plan plan = Plan.of(Signal.tokens(5, 4), Residual.of(Dense.of(4, TANH)), Dense.of(2, LINEAR));
    assertThat(plan).hasToString("2 layers, 5 x 4 -> 5 x 2");
    assertThat(plan.init(Init.zeros(), 1))
        .hasToString("network, 2 layers: 5 x 4 -> 5 x 4 residual, 5 x 4 -> 5 x 2 linear");
    assertThat(Signal.image(28, 28, 3)).hasToString("28 x 28 x 3");
    assertThat(Slot.weight("W", WeightShape.dense(2, 3)).tied("a").tie()).isEqualTo("a");
  }
}
