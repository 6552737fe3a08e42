package initlab.nn.layer;

import static initlab.init.Activation.LINEAR;
import static initlab.init.Activation.SILU;
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
            .named("norms in a residual block"),
        Plan.of(Signal.image(2, 3, 6), GroupNorm.of(2), Dense.of(4, TANH), GroupNorm.of(4))
            .named("group norm"),
        Plan.of(Signal.vector(5), Dense.of(4, SILU), GroupNorm.of(1).withoutBias())
            .named("group norm of a vector"),
        Plan.of(
                Signal.image(2, 3, 2),
                BatchNorm.of(),
                Dense.of(3, LINEAR),
                BatchNorm.of().withoutBias(),
                Activate.of(TANH))
            .named("batch norm"),
        Plan.of(Signal.vector(4), BatchNorm.of(), Dense.of(3, SILU), BatchNorm.of())
            .named("batch norm of vectors"),
        Plan.of(
                Signal.tokens(3, 4),
                Dropout.of(0.4),
                Dense.of(4, TANH),
                Residual.of(Dropout.of(0.2), Dense.of(4, SILU), Dropout.of(0)))
            .named("dropout"),
        Plan.of(
                Signal.vector(4),
                Residual.of(
                    Dense.of(5, LINEAR),
                    BatchNorm.of(),
                    Activate.of(SILU),
                    Dense.of(4, LINEAR),
                    BatchNorm.of()),
                Activate.of(TANH))
            .named("a residual block with batch norms"));
  }
}
