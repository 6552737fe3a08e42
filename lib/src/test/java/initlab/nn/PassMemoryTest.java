package initlab.nn;

import static initlab.init.Activation.TANH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import initlab.init.Init;
import initlab.init.WeightShape;
import initlab.nn.layer.Attention;
import initlab.nn.layer.Dense;
import initlab.nn.layer.Gated;
import initlab.nn.layer.Mlp;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;

/** What a layer may do with the memory of a pass, and what it is told if it does otherwise. */
class PassMemoryTest {

  /** Does in its two passes what a test tells it to. */
  private record Told(Consumer<Memory> forward, Consumer<Memory> backward) implements Layer {
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
      m.z().setTo(m.x());
      forward.accept(m);
    }

    @Override
    public void backward(Memory m) {
      m.dx().setTo(m.dz());
      backward.accept(m);
    }
  }

  private static DMatrixRMaj ones(int rows, int cols) {
    DMatrixRMaj m = new DMatrixRMaj(rows, cols);
    CommonOps_DDRM.fill(m, 1);
    return m;
  }

  private static Network net(Consumer<Memory> forward, Consumer<Memory> backward) {
    return Plan.of(Signal.tokens(2, 4), new Told(forward, backward)).init(Init.heNormal(), 1);
  }

  private static void refusesForward(Consumer<Memory> deed, String words) {
    assertThatThrownBy(() -> net(deed, m -> {}).forward(ones(3, 8)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(words);
  }

  private static void refusesBackward(Consumer<Memory> deed, String words) {
    Pass pass = net(m -> m.forward(0, m.x()), deed).forward(ones(3, 8));
    assertThatThrownBy(() -> pass.backward(ones(3, 8)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(words);
  }

  @Test
  void wrongShapesAreNamedWithTheirLayer() {
    refusesForward(
        m -> m.z().reshape(6, 5), "what layer 1 (told) gave forward is 6 x 5; it must be 6 x 4.");
    refusesForward(
        m -> m.z().reshape(3, 4), "what layer 1 (told) gave forward is 3 x 4; it must be 6 x 4.");
    refusesForward(
        m -> m.forward(0, ones(6, 3)),
        "what layer 1.dense (dense) is given is 6 x 3; it must be 6 x 4.");
    refusesForward(
        m -> m.forward(0, ones(5, 4)),
        "what layer 1.dense (dense) is given is 5 x 4; it must be 6 x 4.");
    refusesBackward(
        m -> m.dx().reshape(6, 2), "what layer 1 (told) gave backward is 6 x 2; it must be 6 x 4");
    refusesBackward(
        m -> m.dx().reshape(2, 4), "what layer 1 (told) gave backward is 2 x 4; it must be 6 x 4");
    refusesBackward(
        m -> m.backward(0, ones(3, 4)),
        "what layer 1.dense (dense) is given back is 3 x 4; it must be 6 x");
    refusesBackward(
        m -> m.backward(0, ones(6, 1)),
        "what layer 1.dense (dense) is given back is 6 x 1; it must be 6 x");
  }

  @Test
  void numbersOfSlotsAndOfLayersInsideAreCountedFromZero() {
    refusesForward(
        m -> m.forward(1, m.x()),
        "the number of a layer inside of layer 1 is 1; it must be 0 to 0.");
    refusesForward(
        m -> m.forward(-1, m.x()),
        "the number of a layer inside of layer 1 is -1; it must be 0 to");
    refusesForward(
        m -> m.value(0), "the number of a slot of layer 1 is 0; it must be left out. It has 0");
    refusesBackward(
        m -> m.backward(1, m.dz()), "the number of a layer inside of layer 1 is 1; it must be");
    refusesBackward(
        m -> m.gradient(0), "the number of a slot of layer 1 is 0; it must be left out.");
    refusesForward(
        m -> m.forward(0, m.scratch(1, 6, 4)),
        "the input of layer 1.dense is a scratch matrix; it must be one that lasts until the way");
    refusesForward(
        m -> {
          m.forward(0, m.x());
          m.forward(0, m.x());
        },
        "the input of layer 1.dense is its second; it must be one that lasts until the way back, once");
  }

  /**
   * What is kept lasts until the way back, is a matrix for each number, and has the shape asked.
   */
  @Test
  void keptMatricesLastAndScratchMatricesAreShared() {
    List<DMatrixRMaj> seen = new ArrayList<>();
    Network net =
        Plan.of(
                Signal.vector(4),
                new Told(
                    m -> {
                      CommonOps_DDRM.fill(m.keep(1, 2, 3), 7);
                      CommonOps_DDRM.fill(m.keep(0, 5, 1), 8);
                      seen.add(m.scratch(0, 2, 2));
                      seen.add(m.scratch(1, 3, 1));
                      m.forward(0, m.keep(2, m.batch(), 4));
                    },
                    m -> {
                      seen.add(m.keep(1, 2, 3).copy());
                      seen.add(m.keep(0, 5, 1).copy());
                      assertThat(m.in()).isEqualTo(Signal.vector(4));
                      assertThat(m.out()).isEqualTo(Signal.vector(4));
                      assertThat(m.batch()).isEqualTo(9);
                      assertThat(m.da()).isSameAs(m.dz());
                    }),
                new Told(m -> seen.add(m.scratch(0, 1, 7)), m -> {}))
            .init(Init.heNormal(), 1);
    net.forward(ones(9, 4)).backward(ones(9, 4));
    assertThat(seen.get(0)).isNotSameAs(seen.get(1)).isSameAs(seen.get(2));
    assertThat(seen.get(1).numRows).isEqualTo(3);
    assertThat(seen.get(2).numCols).isEqualTo(7);
    assertThat(seen.get(3).data).hasSize(6).containsOnly(7);
    assertThat(seen.get(4).data).hasSize(5).containsOnly(8);
  }

  /** Gradients of parameters are a third of the work: a pass that wants none says so. */
  @Test
  void onlyAPassThatKeepsLeastWantsNoGradients() {
    Network net = Mlp.deep(TANH, 4, 2).init(Init.heNormal(), 1);
    for (Pass.Keep keep : Pass.Keep.values()) {
      Pass pass = new Pass(net, keep).forward(ones(2, 4));
      assertThat(pass.layer(1).wantsGradients()).isEqualTo(keep != Pass.Keep.LEAST);
      assertThat(pass.keep()).isEqualTo(keep);
    }
  }

  /** Doubles that grow with the batch, by hand, for each kind of pass. */
  @Test
  void whatAPassHoldsIsCounted() {
    Network net = Mlp.of(TANH, 3, 4, 4, 2).init(Init.heNormal(), 1);
    int batch = 10;
    int z = 4 + 4 + 2;
    int inner = 4 + 4; // the last layer is linear: its a is its z, its dz its da
    assertThat(doubles(net, Pass.Keep.ALL, batch))
        .isEqualTo(batch * (z + inner + inner + (3 + 4 + 4) + 2));
    // a of two layers; two matrices by turns for gradients, as large as any that they held
    assertThat(doubles(net, Pass.Keep.LEAST, batch)).isEqualTo(batch * (z + inner + 4 + 4));
    assertThat(doubles(net, Pass.Keep.FOR_WEIGHTS, batch)).isEqualTo(batch * (z + inner + 4 + 4));
    Network scratch = Plan.of(Signal.vector(3), Gated.of(2, TANH)).init(Init.heNormal(), 1);
    // z 2; u and v 2 + 2; du, dv 2 + 2 and dx's other half 3; dx 3; the output's gradient 2
    assertThat(doubles(scratch, Pass.Keep.ALL, batch)).isEqualTo(batch * (2 + 4 + 7 + 3 + 2));
  }

  private static long doubles(Network net, Pass.Keep keep, int batch) {
    Pass pass = new Pass(net, keep).forward(ones(batch, net.plan().inputs()));
    return pass.backward(ones(batch, net.plan().outputs())).doubles();
  }

  /** A layer that writes its gradient in its first backward pass, and then forgets to. */
  private record Forgetful(AtomicInteger passes) implements Layer {
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
      if (passes.getAndIncrement() == 0) {
        m.gradient(0).zero();
      }
    }
  }

  /** The gradient of the batch before is none of this batch. */
  @Test
  void aGradientIsMissingWhereOnlyAnOlderOneIsThere() {
    Layer forgetful = new Forgetful(new AtomicInteger());
    Pass pass = Plan.of(Signal.vector(4), forgetful).init(Init.zeros(), 1).pass();
    pass.forward(ones(2, 4)).backward(ones(2, 4));
    pass.forward(ones(2, 4));
    assertThatThrownBy(() -> pass.backward(ones(2, 4)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("the gradient of W that layer 1 wrote is missing");
  }

  /** After the next batch went forward, gradients of the one before are no longer given. */
  @Test
  void gradientsOfTheBatchBeforeAreGone() {
    Network net = Mlp.of(TANH, 2, 3, 1).init(Init.heNormal(), 1);
    Pass pass = net.forward(ones(1, 2)).backward(ones(1, 1));
    assertThat(pass.gradient(net.parameter("1.W")).getNumElements()).isEqualTo(6);
    pass.forward(ones(4, 2));
    assertThatThrownBy(() -> pass.gradient(net.parameter("1.W")))
        .hasMessageContaining("Nothing came back");
  }

  @Test
  void whatNoMemoryHoldsIsRefusedBeforeItIsTaken() {
    Network attention = Plan.of(Signal.tokens(50_000, 2), Attention.of(1)).init(Init.zeros(), 1);
    assertThatThrownBy(() -> attention.forward(new DMatrixRMaj(1, 100_000)))
        .hasMessage(
            "the size of a matrix of layer 1 (attention) is 50000 x 50000; it must be below 2^31"
                + " numbers in all. Take fewer samples, places or channels.");
  }
}
