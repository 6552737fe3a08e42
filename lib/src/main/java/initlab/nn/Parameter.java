package initlab.nn;

import initlab.base.Args;
import initlab.init.Initializer;
import initlab.init.WeightShape;
import initlab.math.RandomStreams;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;
import org.ejml.data.DMatrixRMaj;

/** Numbers that a network learns: those of one slot, or of several slots that are tied. */
public final class Parameter {
  private final String path;
  private final Slot slot;
  private final Storage storage;
  private final List<Use> uses = new ArrayList<>();
  private boolean loaded;

  Parameter(String path, Slot slot, Storage storage) {
    this.path = path;
    this.slot = slot;
    this.storage = storage;
  }

  /**
   * One place where it is used.
   *
   * @param node the layer
   * @param slot what that layer calls it
   */
  public record Use(Node node, String slot) {

    /** The path of this place, as "3.attention.q". */
    public String path() {
      return node.path() + "." + slot;
    }
  }

  void usedBy(Node node, String slotName) {
    uses.add(new Use(node, slotName));
  }

  /** Where it is first used, from the input on: layer, layers inside, slot, as "3.attention.q". */
  public String path() {
    return path;
  }

  /** A short name: "W3" for the path "3.W", and the path itself where layers lie inside layers. */
  public String label() {
    String[] parts = path.split("\\.", -1);
    return parts.length == 2 ? parts[1] + parts[0] : path;
  }

  /** The places where it is used, first to last: more than one where it is tied. */
  public List<Use> uses() {
    return Collections.unmodifiableList(uses);
  }

  Storage storage() {
    return storage;
  }

  /** Its name in its layer. */
  public String name() {
    return slot.name();
  }

  /** The matrix and both fans. */
  public WeightShape shape() {
    return slot.shape();
  }

  /** What it is for. */
  public Role role() {
    return slot.role();
  }

  /**
   * What it begins with where no rule names it: what its layer says, or what is usual for its role;
   * empty for what a rule has to draw.
   */
  public Optional<Initializer> usual() {
    return slot.start().or(role()::usual);
  }

  /** Whether its layer says what it begins with, whatever is usual for its role. */
  public boolean hasItsOwnStart() {
    return slot.start().isPresent();
  }

  /** Whether a rule has to draw it. */
  public boolean drawn() {
    return usual().isEmpty();
  }

  /** The numbers (rows x cols), changed in place by training. */
  public DMatrixRMaj value() {
    return storage.valueOf(this);
  }

  /** Whether its numbers came from elsewhere, by {@link #load}. */
  public boolean loaded() {
    return loaded;
  }

  /**
   * Takes over these numbers, as of a net that was trained before; a rule then refuses to draw over
   * them.
   *
   * @param numbers (rows x cols), not modified
   * @throws IllegalArgumentException if the shape is another
   * @throws IllegalStateException if this network draws its numbers again and again
   */
  public void load(DMatrixRMaj numbers) {
    if (!storage.lasts()) {
      throw new IllegalStateException(
          "A redrawing network forgets what is loaded into " + path + ": use plan.init(...).");
    }
    Args.given(numbers, "what is loaded into " + path, "Pass a matrix " + shape() + ".");
    if (numbers.numRows != shape().rows() || numbers.numCols != shape().cols()) {
      throw Args.bad(
          "what is loaded into " + path,
          numbers.numRows + " x " + numbers.numCols,
          shape().rows() + " x " + shape().cols(),
          "Weights are (in x out) here: transpose those of PyTorch.");
    }
    value().setTo(numbers);
    loaded = true;
  }

  /** Draws its numbers by this rule, from the stream of its path. */
  void draw(Initializer rule, long seed) {
    storage.fill(this, matrix -> fill(matrix, rule, seed));
  }

  private void fill(DMatrixRMaj matrix, Initializer rule, long seed) {
    try {
      rule.fill(shape(), stream(rule, seed), matrix);
    } catch (IllegalArgumentException bad) {
      throw new IllegalArgumentException("For " + path + ": " + bad.getMessage(), bad);
    }
  }

  /** The stream of a path: the weights of layer 3 are stream 3, whatever the depth. */
  private UniformRandomProvider stream(Initializer rule, long seed) {
    int dot = path.indexOf('.');
    int layer = Integer.parseInt(path.substring(0, dot)) - 1;
    int last = path.lastIndexOf('.');
    String inner = path.substring(dot + 1, last + 1);
    inner += rule.stream(path.substring(last + 1));
    return inner.equals("W")
        ? RandomStreams.layer(seed, layer)
        : RandomStreams.of(seed, "parameter " + inner, layer);
  }

  @Override
  public String toString() {
    return path + " (" + shape() + ")";
  }
}
