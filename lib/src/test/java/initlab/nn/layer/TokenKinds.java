package initlab.nn.layer;

import static initlab.init.Activation.LINEAR;
import static initlab.init.Activation.TANH;

import initlab.nn.Plan;
import initlab.nn.Signal;
import java.util.stream.Stream;

/** Plans that begin or end with words. */
final class TokenKinds {
  private TokenKinds() {}

  static Stream<Plan> all() {
    return Stream.of(
        Plan.of(Signal.tokens(5, 1), Embedding.of(7, 3)).named("embedding"),
        Plan.of(Signal.vector(1), Embedding.of(4, 3).scaled(), Dense.of(2, TANH))
            .named("embedding of one word, scaled"),
        Plan.of(Signal.vector(6), Unembedding.of(5).dividedBy(3)).named("unembedding"),
        Plan.of(
                Signal.tokens(5, 1),
                Embedding.of(7, 3).tied("words").scaled(),
                Positions.learned(),
                Residual.of(Positions.sinusoidal(), Rnn.of(3, TANH)),
                Unembedding.of(7).tied("words").dividedBy(2))
            .named("both ends tied, positions"),
        Plan.of(Signal.image(3, 2, 5), Positions.sinusoidal(), Dense.of(2, LINEAR))
            .named("positions of an image, odd channels"),
        Plan.of(
                Signal.tokens(3, 4),
                Residual.of(Positions.learned(), Unembedding.of(4).tied("e")),
                Unembedding.of(4).tied("e"))
            .named("positions and unembedding inside, tied"));
  }
}
