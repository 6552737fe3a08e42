package initlab.init;

import initlab.base.Args;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.rng.UniformRandomProvider;
import org.ejml.data.DMatrixRMaj;

/**
 * A rule that draws a layer's first weights from the layer's shape and a source of randomness.
 *
 * <p>One line makes a new one: {@code Initializer mine = (shape, rng) -> ...}.
 */
@FunctionalInterface
public interface Initializer {

  /** Weights (rows x cols) for this shape, drawn from this stream alone. */
  DMatrixRMaj draw(WeightShape shape, UniformRandomProvider rng);

  /**
   * Draws into a matrix that exists, to spare memory.
   *
   * @param out reshaped to (rows x cols) and overwritten
   * @throws IllegalArgumentException if the rule draws another shape than it was asked for
   */
  default void fill(WeightShape shape, UniformRandomProvider rng, DMatrixRMaj out) {
    out.setTo(drawn(shape, rng));
  }

  /**
   * What {@link #draw} gives, looked at before anyone computes with it.
   *
   * @throws IllegalArgumentException if it is null or of another shape
   */
  private DMatrixRMaj drawn(WeightShape shape, UniformRandomProvider rng) {
    DMatrixRMaj weights =
        Args.given(draw(shape, rng), "what " + name() + " drew", "Return a matrix.");
    if (weights.numRows != shape.rows() || weights.numCols != shape.cols()) {
      throw Args.bad(
          "the shape that " + name() + " drew",
          weights.numRows + " x " + weights.numCols,
          shape.toString(),
          "Use shape.rows() and shape.cols().");
    }
    return weights;
  }

  /** What the rule promises of the weights of this shape; empty for a rule that states nothing. */
  default Optional<Law> law(WeightShape shape) {
    return Optional.empty();
  }

  /** The standard deviation that a weight of this shape is due, where the rule states one. */
  default OptionalDouble std(WeightShape shape) {
    return law(shape).map(law -> OptionalDouble.of(law.std())).orElse(OptionalDouble.empty());
  }

  /**
   * The rule with this shape's numbers, where the fans come from, and a draw beside the promise.
   */
  default Explanation explain(WeightShape shape) {
    return Explanation.of(this, shape);
  }

  /**
   * The name of the random stream that it draws a parameter from, which is the parameter's own name
   * unless a rule says otherwise: two rules of one stream draw the same numbers in one layer.
   *
   * @param own the parameter's name in its layer, such as "bf"
   */
  default String stream(String own) {
    return own;
  }

  /** What figures and tables call it. */
  default String name() {
    return "custom";
  }

  /** The same rule under a name. */
  default Initializer named(String name) {
    return new NamedInitializer(name, this);
  }
}
