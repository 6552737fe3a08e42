package initlab.nn.layer;

import static initlab.init.Activation.LINEAR;
import static initlab.init.Activation.TANH;

import initlab.nn.Plan;
import initlab.nn.Signal;
import java.util.stream.Stream;

/** Plans with layers that normalize, for tests that all kinds of layers pass. */
final class NormKinds {
  private NormKinds() {}

  static Stream<Plan> all() {
    return Stream.of(
        Plan.of(Signal.vector(5), LayerNorm.of(), Dense.of(7, TANH), LayerNorm.of().withoutBias())
            .named("layer norm"),
        Plan.of(Signal.tokens(3, 5), RmsNorm.of(), Dense.of(7, TANH), RmsNorm.of())
            .named("root mean square norm"),
        Plan.of(
                Signal.tokens(3, 5),
                Residual.of(LayerNorm.of(), Dense.of(7, TANH), RmsNorm.of(), Dense.of(5, LINEAR)),
                LayerNorm.of(),
                Dense.of(3, TANH))
            .named("norms in a residual block"));
  }
}
