package initlab.nn.layer;

import initlab.base.Args;
import initlab.base.Numbers;
import initlab.init.WeightShape;
import initlab.nn.Layer;
import initlab.nn.Memory;
import initlab.nn.Signal;
import initlab.nn.Slot;
import java.util.List;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * From numbers back to words: a logit for each word, z = x E^T / divisor, for E (words x width).
 * Tied to an embedding it has that one's table, drawn once, as an embedding. With a table of its
 * own that is a weight of fan_in = width and fan_out = vocabulary, as in a dense layer.
 *
 * <p>Press and Wolf (2017) tie both ends; T5 divides by sqrt(width) then.
 *
 * @param words how many
 * @param tie embeddings and unembeddings of one tie share their table; "" for one with its own
 * @param divisor what logits are divided by; 1 is usual
 */
public record Unembedding(int words, String tie, double divisor) implements Layer {

  public Unembedding {
    Args.atLeast(1, words, "the vocabulary", "Give the number of words.");
    Args.given(tie, "the tie", "\"\" for a table of its own.");
    Args.positive(divisor, "the divisor", "1 is usual, sqrt(width) is T5's.");
  }

  /** Logits for so many words, from a table of its own. */
  public static Unembedding of(int vocabulary) {
    return new Unembedding(vocabulary, "", 1);
  }

  /** The same, its table shared with everything of this tie: {@code tied("words")}. */
  public Unembedding tied(String to) {
    return new Unembedding(words, to, divisor);
  }

  /** The same with logits divided by this. */
  public Unembedding dividedBy(double by) {
    return new Unembedding(words, tie, by);
  }

  /** The same for another number of words. */
  public Unembedding words(int count) {
    return new Unembedding(count, tie, divisor);
  }

  @Override
  public Signal out(Signal in) {
    return in.channels(words);
  }

  @Override
  public List<Slot> slots(Signal in) {
    int width = in.channels();
    if (!tie.isEmpty()) {
      return List.of(Embedding.slot(words, width, tie));
    }
    WeightShape dense = WeightShape.dense(width, words);
    return List.of(
        Slot.weight("table", new WeightShape("unembedding", words, width, dense.fans(), null)));
  }

  @Override
  public void forward(Memory m) {
    m.product().timesTransposed(m.x(), m.value(0), m.z());
    if (divisor != 1) {
      CommonOps_DDRM.divide(m.z(), divisor);
    }
  }

  @Override
  public void backward(Memory m) {
    m.product().times(m.dz(), m.value(0), m.dx());
    if (m.wantsGradients()) {
      m.product().transposedTimes(m.dz(), m.x(), m.gradient(0));
    }
    if (divisor != 1) {
      CommonOps_DDRM.divide(m.dx(), divisor);
      if (m.wantsGradients()) {
        CommonOps_DDRM.divide(m.gradient(0), divisor);
      }
    }
  }

  @Override
  public boolean needsInput() {
    return false;
  }

  /** "unembedding, 50 words, tied to words, logits / 8". */
  @Override
  public String toString() {
    return "unembedding, "
        + words
        + " words"
        + (tie.isEmpty() ? "" : ", tied to " + tie)
        + (divisor == 1 ? "" : ", logits / " + Numbers.brief(divisor, 6));
  }
}
