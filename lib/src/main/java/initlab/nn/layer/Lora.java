package initlab.nn.layer;

import initlab.base.Args;
import initlab.base.Numbers;
import initlab.init.Activation;
import initlab.init.Init;
import initlab.init.WeightShape;
import initlab.nn.Layer;
import initlab.nn.Memory;
import initlab.nn.Signal;
import initlab.nn.Slot;
import java.util.List;
import java.util.function.UnaryOperator;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * A dense layer with a correction of low rank beside it: z = x W + b + s x A B, a = f(z), with A
 * (in x rank), B (rank x width), and s = alpha / rank. Hu et al. (2022).
 *
 * <p>B begins at zeros, so that the net does what it did, to the last bit. The dense layer's own
 * parameters are "base.W" and "base.b"; {@code Training.only("*.A", "*.B")} leaves them as they
 * are.
 *
 * @param base the dense layer
 * @param rank r, the columns of A
 * @param alpha in s
 * @param byRoot whether s is alpha / sqrt(rank). Kalajdzievski (2023)
 */
public record Lora(Dense base, int rank, double alpha, boolean byRoot) implements Layer {

  public Lora {
    Args.given(base, "the layer", "Such as Dense.of(64, RELU).");
    Args.atLeast(1, rank, "the rank", "8 is usual.");
    Args.finite(alpha, "alpha", "The rank, or twice the rank, is usual.");
    if (rank > base.width()) {
      throw tooHigh(rank, base.width(), "outputs");
    }
  }

  /** This layer with a correction of this rank, and alpha = rank, so that s = 1. */
  public static Lora of(Dense base, int rank) {
    return new Lora(base, rank, rank, false);
  }

  /** The same with another alpha. */
  public Lora alpha(double a) {
    return new Lora(base, rank, a, byRoot);
  }

  /** The same with s = alpha / sqrt(rank), as rsLoRA has it. */
  public Lora rankStabilized() {
    return new Lora(base, rank, alpha, true);
  }

  /** s. */
  public double scale() {
    return alpha / (byRoot ? Math.sqrt(rank) : rank);
  }

  @Override
  public Signal out(Signal in) {
    if (rank > in.channels()) {
      throw tooHigh(rank, in.channels(), "inputs");
    }
    return base.out(in);
  }

  private static IllegalArgumentException tooHigh(int rank, int side, String what) {
    return Args.bad(
        "the rank of LoRA",
        rank,
        "at most the " + side + " " + what + " of the layer",
        "No product of this shape has a higher rank: 8 is usual.");
  }

  @Override
  public List<Slot> slots(Signal in) {
    return List.of(
        Slot.weight("A", WeightShape.dense(in.channels(), rank)),
        Slot.weight("B", WeightShape.dense(rank, base.width())).begins(Init.zeros()));
  }

  /** The dense layer, without its f, which comes after the sum. */
  @Override
  public List<Inner> inside(Signal in) {
    return List.of(new Inner("base", base.activation(Activation.LINEAR), in));
  }

  @Override
  public Activation activation() {
    return base.activation();
  }

  @Override
  public void forward(Memory m) {
    DMatrixRMaj xa = m.keep(0, m.x().numRows, rank);
    DMatrixRMaj correction = m.scratch(0, m.x().numRows, base.width());
    m.product().times(m.x(), m.value(0), xa);
    m.product().times(xa, m.value(1), correction);
    CommonOps_DDRM.add(m.forward(0, m.x()), scale(), correction, m.z());
  }

  @Override
  public void backward(Memory m) {
    DMatrixRMaj dxa = m.scratch(1, m.dz().numRows, rank);
    m.product().timesTransposed(m.dz(), m.value(1), dxa);
    CommonOps_DDRM.scale(scale(), dxa);
    if (m.wantsGradients()) {
      m.product().transposedTimes(m.keep(0, dxa.numRows, rank), m.dz(), m.gradient(1));
      CommonOps_DDRM.scale(scale(), m.gradient(1));
      m.product().transposedTimes(m.x(), dxa, m.gradient(0));
    }
    m.product().timesTransposed(dxa, m.value(0), m.dx());
    CommonOps_DDRM.addEquals(m.dx(), m.backward(0, m.dz()));
  }

  @Override
  public boolean needsInput() {
    return false;
  }

  @Override
  public String outputWeight() {
    return "B";
  }

  /** The dense layer inside is changed only into another dense layer. */
  @Override
  public Layer map(UnaryOperator<Layer> change) {
    Dense changed = base.map(change) instanceof Dense dense ? dense : base;
    return change.apply(new Lora(changed, rank, alpha, byRoot));
  }

  /** Such as "LoRA of rank 8, scale 2, beside ...". */
  @Override
  public String toString() {
    return "LoRA of rank " + rank + ", scale " + Numbers.brief(scale(), 6) + ", beside " + base;
  }
}
