package initlab.nn.layer;

import initlab.init.WeightShape;
import initlab.nn.Layer;
import initlab.nn.Memory;
import initlab.nn.Role;
import initlab.nn.Signal;
import initlab.nn.Slot;
import java.util.List;
import org.ejml.data.DMatrixRMaj;

/**
 * Adds to every place what tells it from the others: z = x + P, for P (places x channels), the same
 * for every sample. Learned, P is a table with a row for each place that its input has. Sinusoidal,
 * it is fixed: P(t, 2i) = sin(t / 10000^(2i / channels)), P(t, 2i + 1) the cosine of the same, of
 * second moment 1/2. Vaswani et al. (2017).
 *
 * @param learns whether P is learned
 */
public record Positions(boolean learns) implements Layer {
  private static final double LONGEST = 10_000;

  /** A row for each place, drawn by the rule for embeddings, and learned. */
  public static Positions learned() {
    return new Positions(true);
  }

  /** Sines and cosines, which are not learned. */
  public static Positions sinusoidal() {
    return new Positions(false);
  }

  @Override
  public Signal out(Signal in) {
    return in;
  }

  @Override
  public List<Slot> slots(Signal in) {
    WeightShape shape = WeightShape.embedding(in.places(), in.channels());
    return learns ? List.of(Slot.of("positions", shape, Role.EMBEDDING)) : List.of();
  }

  @Override
  public void forward(Memory m) {
    DMatrixRMaj positions = learns ? m.value(0) : waves(m);
    int size = positions.getNumElements();
    for (int from = 0; from < m.x().getNumElements(); from += size) {
      for (int i = 0; i < size; i++) {
        m.z().data[from + i] = m.x().data[from + i] + positions.data[i];
      }
    }
  }

  private static DMatrixRMaj waves(Memory m) {
    DMatrixRMaj positions = m.scratch(0, m.in().places(), m.in().channels());
    for (int col = 0; col < positions.numCols; col++) {
      double slower = StrictMath.pow(LONGEST, (col - col % 2) / (double) positions.numCols);
      for (int place = 0; place < positions.numRows; place++) {
        double angle = place / slower;
        positions.set(place, col, col % 2 == 0 ? StrictMath.sin(angle) : StrictMath.cos(angle));
      }
    }
    return positions;
  }

  @Override
  public void backward(Memory m) {
    m.dx().setTo(m.dz());
    if (learns && m.wantsGradients()) {
      DMatrixRMaj gradient = m.gradient(0);
      gradient.zero();
      int size = gradient.getNumElements();
      for (int from = 0; from < m.dz().getNumElements(); from += size) {
        for (int i = 0; i < size; i++) {
          gradient.data[i] += m.dz().data[from + i];
        }
      }
    }
  }

  @Override
  public boolean needsInput() {
    return false;
  }

  /** z = x + P grows with x too. */
  @Override
  public String outputWeight() {
    return learns ? NO_WEIGHT : "";
  }
}
