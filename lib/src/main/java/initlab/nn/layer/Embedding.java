package initlab.nn.layer;

import initlab.base.Args;
import initlab.init.WeightShape;
import initlab.nn.Layer;
import initlab.nn.Memory;
import initlab.nn.Role;
import initlab.nn.Signal;
import initlab.nn.Slot;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * A table with a row for each word: an id k at a place becomes row k of E (vocabulary x width). Ids
 * come in as doubles, (batch * places x 1), whole and from 0 to vocabulary - 1; no gradient goes
 * back to them, so that dx is 0. One number of E enters each output: fan_in = 1, fan_out = width.
 *
 * @param vocabulary how many words
 * @param width how many numbers for each
 * @param tie embeddings and unembeddings of one tie share their table; "" for one with its own
 * @param byRoot whether rows are multiplied by sqrt(width), as in Vaswani et al. (2017)
 */
public record Embedding(int vocabulary, int width, String tie, boolean byRoot) implements Layer {

  public Embedding {
    Args.atLeast(1, vocabulary, "the vocabulary", "Give the number of words.");
    Args.atLeast(1, width, "the width", "A word needs one number at least.");
    Args.given(tie, "the tie", "\"\" for a table of its own.");
  }

  /** A table of so many words, each a row of so many numbers. */
  public static Embedding of(int vocabulary, int width) {
    return new Embedding(vocabulary, width, "", false);
  }

  /** The same, its table shared with everything of this tie: {@code tied("words")}. */
  public Embedding tied(String to) {
    return new Embedding(vocabulary, width, to, byRoot);
  }

  /** The same with its rows multiplied by sqrt(width) on their way into the net. */
  public Embedding scaled() {
    return new Embedding(vocabulary, width, tie, true);
  }

  /** The same for another number of words. */
  public Embedding words(int count) {
    return new Embedding(count, width, tie, byRoot);
  }

  @Override
  public Signal out(Signal in) {
    if (in.channels() != 1) {
      throw Args.bad(
          "the channels at each place",
          in.channels(),
          "1, an id",
          "Plan it with Signal.tokens(places, 1).");
    }
    return in.channels(width);
  }

  @Override
  public List<Slot> slots(Signal in) {
    return List.of(slot(vocabulary, width, tie));
  }

  /** The table of an embedding, and of whatever is tied to one. */
  static Slot slot(int vocabulary, int width, String tie) {
    return Slot.of("table", WeightShape.embedding(vocabulary, width), Role.EMBEDDING).tied(tie);
  }

  private double scale() {
    return byRoot ? Math.sqrt(width) : 1;
  }

  @Override
  public void forward(Memory m) {
    DMatrixRMaj table = m.value(0);
    for (int row = 0; row < m.x().numRows; row++) {
      System.arraycopy(table.data, id(m, row) * width, m.z().data, row * width, width);
    }
    if (byRoot) {
      CommonOps_DDRM.scale(scale(), m.z());
    }
  }

  /** The id in this row. */
  private int id(Memory m, int row) {
    double id = m.x().data[row];
    if (id >= 0 && id < vocabulary && id == (int) id) {
      return (int) id;
    }
    int places = m.in().places();
    throw Args.bad(
        "the id of sample "
            + row / places
            + ", place "
            + row % places
            + " (from 0), into layer "
            + m.node().path()
            + " (embedding),",
        id,
        "a whole number from 0 to " + (vocabulary - 1),
        "Its vocabulary is " + vocabulary + ": count words from 0, or plan a larger one.");
  }

  @Override
  public void backward(Memory m) {
    m.dx().zero();
    if (!m.wantsGradients()) {
      return;
    }
    DMatrixRMaj gradient = m.gradient(0);
    gradient.zero();
    for (int row = 0; row < m.x().numRows; row++) {
      int to = id(m, row) * width;
      for (int col = 0; col < width; col++) {
        gradient.data[to + col] += m.dz().data[row * width + col];
      }
    }
    if (byRoot) {
      CommonOps_DDRM.scale(scale(), gradient);
    }
  }

  @Override
  public boolean needsInput() {
    return false;
  }
}
