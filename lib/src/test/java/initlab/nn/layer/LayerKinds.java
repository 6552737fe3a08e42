package initlab.nn.layer;

import static initlab.init.Activation.LINEAR;
import static initlab.init.Activation.SILU;
import static initlab.init.Activation.TANH;

import initlab.init.WeightShape;
import initlab.nn.Layer;
import initlab.nn.Memory;
import initlab.nn.Plan;
import initlab.nn.Signal;
import initlab.nn.Slot;
import java.util.List;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/** A plan of every kind of layer, alone and inside others, for tests that all of them pass. */
final class LayerKinds {
  private LayerKinds() {}

  static Stream<Plan> all() {
    return Stream.of(own(), NormKinds.all(), AttentionKinds.all()).flatMap(kinds -> kinds);
  }

  private static Stream<Plan> own() {
    return Stream.of(
        Plan.of(Signal.vector(6), Dense.of(5, TANH), Dense.of(3, SILU).withoutBias())
            .named("dense"),
        Plan.of(Signal.tokens(4, 6), Dense.of(5, TANH)).named("dense, by places"),
        Plan.of(Signal.tokens(6, 3), Rnn.of(4, TANH), Dense.of(2, LINEAR)).named("recurrent"),
        Plan.of(Signal.tokens(4, 2), Rnn.of(3, TANH), new LastStep(), Dense.of(2, LINEAR))
            .named("last step"),
        Recurrent.over(TANH, 5, 4).then(1, Dense.of(2, LINEAR)).named("tied"),
        Plan.of(Signal.vector(6), Gated.of(4, SILU), Gated.of(3, TANH)).named("gated"),
        Plan.of(
                Signal.vector(6),
                Residual.of(Dense.of(8, TANH), Dense.of(6, LINEAR)).scaled(0.5),
                Dense.of(2, TANH))
            .named("residual"),
        Plan.of(
                Signal.tokens(4, 5),
                Residual.of(Residual.of(Rnn.of(5, TANH)), Gated.of(5, SILU)),
                Residual.of(Dense.of(5, TANH).tied("w"), Dense.of(5, TANH).tied("w")))
            .named("nested, tied"),
        Plan.of(Signal.vector(4), Dense.of(4, TANH).tied("s"), new Product("s.W"))
            .named("one slot tied, one not"),
        Plan.of(Signal.vector(6), new Cubed(), Dense.of(4, TANH), new Cubed(), new Cubed())
            .named("a reader's own"),
        Plan.of(
                Signal.vector(4),
                Dense.of(4, TANH),
                new Cubed(),
                Dense.of(4, TANH),
                new Cubed(),
                Dense.of(3, TANH))
            .named("a reader's own, whose input is another layer's f(z)"));
  }

  /** A layer as a reader writes it in a notebook's cell; its way back needs its input. */
  private record Cubed() implements Layer {
    @Override
    public Signal out(Signal in) {
      return in;
    }

    @Override
    public void forward(Memory m) {
      CommonOps_DDRM.elementPower(m.x(), 3, m.z());
    }

    @Override
    public void backward(Memory m) {
      CommonOps_DDRM.elementPower(m.x(), 2, m.dx());
      CommonOps_DDRM.elementMult(m.dx(), m.dz());
      CommonOps_DDRM.scale(3, m.dx());
    }
  }

  /** x A B, both held at once; B may be another layer's weight. */
  private record Product(String tie) implements Layer {
    @Override
    public Signal out(Signal in) {
      return in;
    }

    @Override
    public List<Slot> slots(Signal in) {
      WeightShape square = WeightShape.dense(in.channels(), in.channels());
      return List.of(Slot.weight("A", square), Slot.weight("B", square).tied(tie));
    }

    @Override
    public void forward(Memory m) {
      DMatrixRMaj a = m.value(0);
      DMatrixRMaj b = m.value(1);
      DMatrixRMaj xa = m.keep(0, m.x().numRows, a.numCols);
      m.product().times(m.x(), a, xa);
      m.product().times(xa, b, m.z());
    }

    @Override
    public void backward(Memory m) {
      DMatrixRMaj xa = m.keep(0, m.x().numRows, m.value(0).numCols);
      DMatrixRMaj dxa = m.scratch(0, xa.numRows, xa.numCols);
      m.product().timesTransposed(m.dz(), m.value(1), dxa);
      m.product().transposedTimes(xa, m.dz(), m.gradient(1));
      m.product().transposedTimes(m.x(), dxa, m.gradient(0));
      m.product().timesTransposed(dxa, m.value(0), m.dx());
    }
  }
}
