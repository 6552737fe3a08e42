package initlab.nn.layer;

import static initlab.init.Activation.LINEAR;
import static initlab.init.Activation.RELU;
import static initlab.init.Activation.TANH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import initlab.init.Activation;
import initlab.init.Init;
import initlab.init.WeightShape;
import initlab.nn.Layer;
import initlab.nn.Memory;
import initlab.nn.Network;
import initlab.nn.Parameter;
import initlab.nn.Pass;
import initlab.nn.Plan;
import initlab.nn.Role;
import initlab.nn.Signal;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

/** Every kind of layer on numbers small enough to be followed by hand, unequal in every way. */
class LayersByHandTest {

  private static DMatrixRMaj matrix(int rows, int cols, double... numbers) {
    return new DMatrixRMaj(rows, cols, true, numbers);
  }

  private static Network blank(Signal in, Layer... layers) {
    return Network.blank(Plan.of(in, layers).onPlainJava());
  }

  /** Two samples, f = square: z = x W + b, dW = x^T dz, db = the sum of dz, dx = dz W^T. */
  @Test
  void denseIsTheFormulaBothWays() {
    Activation square = z -> z * z;
    Network net = blank(Signal.vector(2), Dense.of(3, square));
    net.parameter("1.W").load(matrix(2, 3, 1, 2, 0, 0, -1, 3));
    net.parameter("1.b").load(matrix(1, 3, 0.5, 0, -1));
    Pass pass = net.forward(matrix(2, 2, 1, 2, 3, -1));
    assertThat(pass.z(1).data).containsExactly(1.5, 0, 5, 3.5, 7, -4);
    assertThat(pass.a(1).data).containsExactly(2.25, 0, 25, 12.25, 49, 16);
    pass.backward(matrix(2, 3, 1, 1, 1, 2, 0, -1));
    double[] dz = {3, 0, 10, 14, 0, 8};
    assertThat(pass.dz(1).data).containsExactly(dz, within(1e-6));
    assertThat(pass.gradient(net.parameter("1.W")).data)
        .containsExactly(new double[] {45, 0, 34, -8, 0, 12}, within(1e-6));
    assertThat(pass.gradient(net.parameter("1.b")).data)
        .containsExactly(new double[] {17, 0, 18}, within(1e-6));
    assertThat(pass.da(0).data).containsExactly(new double[] {3, 30, 14, 24}, within(1e-6));
    assertThat(pass.da(1).data).containsExactly(1, 1, 1, 2, 0, -1);
  }

  /** f belongs to W: z = f(x W) (x V), and not f(x V) (x W). */
  @Test
  void gatedOpensByItsFirstWeight() {
    Network net = blank(Signal.vector(1), Gated.of(2, RELU));
    net.parameter("1.W").load(matrix(1, 2, 2, -1));
    net.parameter("1.V").load(matrix(1, 2, -3, 5));
    Pass pass = net.forward(matrix(2, 1, 4, -4));
    assertThat(pass.z(1).data).containsExactly(8 * -12, 0, 0, 4 * -20);
    assertThat(pass.a(1)).isSameAs(pass.z(1));
    pass.backward(matrix(2, 2, 1, 10, 100, 1000));
    assertThat(pass.gradient(net.parameter("1.W")).data).containsExactly(-48, 80_000);
    assertThat(pass.gradient(net.parameter("1.V")).data).containsExactly(32, -16_000);
    assertThat(Gated.of(2, RELU).outputWeight()).isEqualTo("V");
    assertThat(Gated.deep(TANH, 8, 3)).hasToString("gated tanh net, 3 layers, 8 -> 8");
    assertThat(Gated.deep(TANH, 8, 3).layers()).hasSize(3).containsOnly(Gated.of(8, TANH));
    assertThat(Gated.of(3, TANH).slots(Signal.vector(2)).get(1).shape())
        .isEqualTo(WeightShape.dense(2, 3));
  }

  /** z = x + 0.5 (2 (3 x)), so that dz / dx = 4, and the inner gradients see 0.5 of it. */
  @Test
  void residualAddsItsScaledBranch() {
    Layer three = Dense.of(1, LINEAR).withoutBias();
    Network net = blank(Signal.vector(1), Residual.of(three, three).scaled(0.5));
    net.parameter("1.dense.W").load(matrix(1, 1, 3));
    net.parameter("1.dense2.W").load(matrix(1, 1, 2));
    Pass pass = net.forward(matrix(2, 1, 1, 10));
    assertThat(pass.output().data).containsExactly(4, 40);
    pass.backward(matrix(2, 1, 1, 1));
    assertThat(pass.da(0).data).containsExactly(4, 4);
    assertThat(pass.gradient(net.parameter("1.dense.W")).data).containsExactly(11);
    assertThat(pass.gradient(net.parameter("1.dense2.W")).data).containsExactly(16.5);
    assertThat(Residual.of(three).scale()).isEqualTo(1);
    assertThat(Residual.of(three).scaled(0.1).scaled(3).scale()).isEqualTo(3);
    assertThat(Residual.of(three).needsInput()).isFalse();
    assertThat(Residual.of(new Plain()).needsInput()).isTrue();
  }

  private record Plain() implements Layer {
    @Override
    public Signal out(Signal in) {
      return in;
    }

    @Override
    public void forward(Memory m) {
      m.z().setTo(m.x());
    }

    @Override
    public void backward(Memory m) {
      m.dx().setTo(m.dz());
    }
  }

  @Test
  void aLayerThatSaysNothingOfItselfIsAsPlainAsCanBe() {
    Layer plain = new Plain();
    assertThat(plain.kind()).isEqualTo("plain");
    assertThat(plain.activation()).isSameAs(LINEAR);
    assertThat(plain.slots(Signal.vector(2))).isEmpty();
    assertThat(plain.inside(Signal.vector(2))).isEmpty();
    assertThat(plain.needsInput()).isTrue();
    assertThat(plain.outputWeight()).isEmpty();
    assertThat(plain.withoutBias()).isSameAs(plain);
    assertThat(plain.withBias()).isSameAs(plain);
    assertThat(plain.map(layer -> Dense.of(3, TANH))).isEqualTo(Dense.of(3, TANH));
  }

  /** Square layers in a row, each of its width and activation; the last of several is linear. */
  @Test
  void perceptronsHaveTheLayersTheyAreAskedFor() {
    assertThat(Mlp.deep(TANH, 5, 3).layers())
        .containsExactly(
            Dense.of(5, TANH).withoutBias(),
            Dense.of(5, TANH).withoutBias(),
            Dense.of(5, TANH).withoutBias());
    assertThat(Mlp.of(RELU, 7, 5, 3, 2).layers())
        .containsExactly(Dense.of(5, RELU), Dense.of(3, RELU), Dense.of(2, LINEAR));
    assertThat(Mlp.of(RELU, 7, 5, 3, 2)).hasToString("ReLU net, 3 layers, 7 -> 2");
    assertThat(Mlp.of(RELU, 7, 2)).hasToString("linear net, 1 layer, 7 -> 2");
    assertThat(Mlp.deep(RELU, 1, 1)).hasToString("ReLU net, 1 layer, 1 -> 1");
    assertThat(Mlp.of(RELU, 7, 2).inputs()).isEqualTo(7);
    Network net = Network.blank(Mlp.of(RELU, 7, 5, 2));
    assertThat(net.parameter("1.W").shape()).isEqualTo(WeightShape.dense(7, 5));
    assertThat(net.parameter("2.b").shape()).isEqualTo(WeightShape.dense(1, 2));
    assertThat(net.parameter("2.b").role()).isEqualTo(Role.BIAS);
    assertThat(net.parameter("2.W").role()).isEqualTo(Role.WEIGHT);
  }

  /** What is tied is one parameter with a gradient from each place, its bias too. */
  @Test
  void tiedLayersShareWeightsAndBiases() {
    Dense step = Dense.of(1, LINEAR).tied("t");
    Network net = blank(Signal.vector(1), step, step, Dense.of(1, LINEAR), step);
    assertThat(net.parameters().stream().map(Parameter::path))
        .containsExactly("1.W", "1.b", "3.W", "3.b");
    net.parameter("1.W").load(matrix(1, 1, 2));
    net.parameter("1.b").load(matrix(1, 1, 1));
    net.parameter("3.W").load(matrix(1, 1, 10));
    Pass pass = net.forward(matrix(1, 1, 5));
    assertThat(pass.output().data).containsExactly(461); // 5 -> 11 -> 23 -> 230 -> 461
    pass.backward(matrix(1, 1, 1));
    assertThat(pass.shares(net.parameter("1.W")).stream().map(share -> share.get(0)))
        .containsExactly(5 * 40.0, 11 * 20.0, 230 * 1.0);
    assertThat(pass.gradient(net.parameter("1.W")).data).containsExactly(650);
    assertThat(pass.gradient(net.parameter("1.b")).data).containsExactly(61);
    pass.forward(matrix(1, 1, 5)).backward(matrix(1, 1, 2));
    assertThat(pass.gradient(net.parameter("1.b")).data).containsExactly(122);
    Dense changed = step.activation(TANH).withoutBias().withBias();
    assertThat(changed).isEqualTo(new Dense(1, TANH, true, "t"));
  }

  @Test
  void namesInsideAreKindsAndTheirCounts() {
    Layer dense = Dense.of(2, TANH);
    var chain =
        Layer.Inner.chain(
            Signal.vector(3),
            java.util.List.of(dense, new Plain(), dense, Dense.of(5, TANH), new Plain()));
    assertThat(chain.stream().map(Layer.Inner::name))
        .containsExactly("dense", "plain", "dense2", "dense3", "plain2");
    assertThat(chain.stream().map(inner -> inner.in().channels())).containsExactly(3, 2, 2, 2, 5);
  }

  @Test
  @SuppressWarnings("NullAway") // as a reader might
  void badLayersAreNamed() {
    refused(() -> Dense.of(0, TANH), "the width is 0");
    refused(() -> Dense.of(3, null), "the activation is null");
    refused(() -> Dense.of(3, TANH).tied(null), "the tie is null");
    refused(() -> Gated.of(0, TANH), "the width is 0");
    refused(() -> Gated.of(3, null), "the gate is null");
    refused(() -> Gated.deep(TANH, 3, 0), "depth is 0");
    refused(() -> Rnn.of(3, null), "the activation is null");
    refused(() -> Residual.of(), "the number of layers in the branch is 0");
    refused(() -> Residual.of(Dense.of(3, TANH)).scaled(Double.NaN), "the scale is NaN");
    refused(() -> Mlp.of(null, 3, 3, 3), "the activation is null");
    refused(() -> Mlp.deep(TANH, 0, 3), "the width is 0");
    assertThat(Network.blank(Mlp.deep(TANH, 2, 1)).layer(1).weights().numCols).isEqualTo(2);
    assertThat(
            Plan.of(Signal.vector(2), Dense.of(2, TANH))
                .init(Init.ones(), 1)
                .layer(1)
                .weights()
                .data)
        .containsOnly(1);
  }

  private static void refused(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable work, String words) {
    assertThatIllegalArgumentException().isThrownBy(work).withMessageStartingWith(words);
  }

  /** What is said of a layer stays said, whatever is said next. */
  @Test
  void wordsOutliveEachOther() {
    assertThat(Attention.of(2).causal().unscaled().withBias().headWidth(3).valueWidth(5))
        .isEqualTo(Attention.of(2).valueWidth(5).headWidth(3).withBias().unscaled().causal())
        .isEqualTo(new Attention(2, 3, 5, true, false, true));
    Dense one = Dense.of(6, TANH);
    assertThat(Residual.of(one).scaled(2).layerScale(0.1).shortcut(one).activation(RELU))
        .isEqualTo(Residual.of(one).activation(RELU).shortcut(one).layerScale(0.1).scaled(2))
        .isNotEqualTo(Residual.of(one).activation(RELU).shortcut(one).reZero().scaled(2));
    assertThat(Embedding.of(5, 4).tied("w").scaled().words(7))
        .isEqualTo(Embedding.of(5, 4).words(7).scaled().tied("w"))
        .isEqualTo(new Embedding(7, 4, "w", true));
    assertThat(Unembedding.of(5).tied("w").dividedBy(2).words(7))
        .isEqualTo(Unembedding.of(5).words(7).dividedBy(2).tied("w"))
        .isEqualTo(new Unembedding(7, "w", 2));
    assertThat(Lora.of(one, 2).alpha(3).rankStabilized())
        .isEqualTo(Lora.of(one, 2).rankStabilized().alpha(3))
        .isEqualTo(new Lora(one, 2, 3, true));
    Conv conv = Conv2d.of(3, 6, RELU);
    assertThat(conv.stride(2).padding(1).dilation(2).groups(2).activation(TANH).withoutBias())
        .isEqualTo(conv.withoutBias().activation(TANH).groups(2).dilation(2).padding(1).stride(2))
        .isNotEqualTo(conv.withoutBias().activation(TANH).groups(2).padding(1).stride(2));
    assertThat(new BatchNorm(0.1, 0.2, true).withoutBias().withBias())
        .isEqualTo(new BatchNorm(0.1, 0.2, true));
    assertThat(new GroupNorm(2, 0.1, true).withoutBias().withBias())
        .isEqualTo(new GroupNorm(2, 0.1, true));
    assertThat(new LayerNorm(0.1, true).withoutBias().withBias())
        .isEqualTo(new LayerNorm(0.1, true));
    assertThat(FeedForward.gated(3, RELU).withBias().withoutBias())
        .isEqualTo(FeedForward.gated(3, RELU));
  }
}
