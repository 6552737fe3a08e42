package initlab.lesson.exercise;

import initlab.init.Activation;
import initlab.init.Initializer;
import initlab.init.WeightShape;
import initlab.nn.Network;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.ToDoubleFunction;
import org.ejml.data.DMatrixRMaj;

/**
 * What readers get wrong, to look for in a {@link Trial}: {@code
 * Trial.that("He").without(Mistakes.weights(mine, shape -> 2 / shape.fanIn()))}. Nothing is drawn
 * before the check asks.
 */
final class Mistakes {
  private Mistakes() {}

  /**
   * The weights that a rule draws have another mean than 0, or another variance than is due. It is
   * told apart: swapped fans, a factor 2, a variance for a standard deviation, a uniform limit
   * without sqrt 3.
   *
   * @param mine what the reader wrote
   * @param due the variance that a weight of a shape is due
   */
  static Mistake weights(Initializer mine, ToDoubleFunction<WeightShape> due) {
    return () -> WeightMistakes.in(mine, due);
  }

  /**
   * Some weight that a rule draws lies beyond a limit: the law is not the uniform one, whatever its
   * variance.
   *
   * @param mine what the reader wrote
   * @param limit the largest size of a weight of a shape
   */
  static Mistake beyond(Initializer mine, ToDoubleFunction<WeightShape> limit) {
    return () -> WeightMistakes.beyond(mine, limit);
  }

  /**
   * The weights that a rule draws are just those that one known mistake gives.
   *
   * @param mine what the reader wrote
   * @param wrong the variance that a weight of a shape has under that mistake
   * @param name the mistake in words
   */
  static Mistake known(Initializer mine, ToDoubleFunction<WeightShape> wrong, String name) {
    return () -> WeightMistakes.in(mine, wrong).isPresent() ? Optional.empty() : Optional.of(name);
  }

  /**
   * A function gives some activation another gain than 2 / sqrt(E f(2Z)^2), which keeps
   * pre-activations of variance 4. It is told apart: the gain for variance 1, a variance taken for
   * a standard deviation, a moment for a gain, a missing root, the slope for the function, ReLU's
   * gain for every f.
   */
  static Mistake gain(ToDoubleFunction<Activation> mine) {
    return () -> GainMistakes.in(mine);
  }

  /**
   * A rule does not draw uniformly distributed orthogonal matrices, also tall and wide ones. It is
   * told apart: a wrong shape, no factorization, another length than 1, no sign fix after QR.
   */
  static Mistake orthogonal(Initializer mine) {
    return () -> OrthogonalMistakes.in(mine);
  }

  /**
   * A rescaling, given a network and a batch (batch x in), does not bring the pre-activations of
   * every layer to variance 1. It is told apart: a layer left out, the variance for its root, all
   * layers measured before any was rescaled.
   *
   * @param mine changes the network's weights in place
   */
  static Mistake lsuv(BiConsumer<Network, DMatrixRMaj> mine) {
    return () -> LsuvMistakes.in(mine);
  }
}
