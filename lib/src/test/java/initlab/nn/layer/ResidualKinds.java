package initlab.nn.layer;

import static initlab.init.Activation.LINEAR;
import static initlab.init.Activation.SILU;
import static initlab.init.Activation.TANH;

import initlab.nn.Plan;
import initlab.nn.Signal;
import java.util.stream.Stream;

/** Plans with every kind of residual block, for tests that all kinds of layers pass. */
final class ResidualKinds {
  private ResidualKinds() {}

  static Stream<Plan> all() {
    Residual block = Residual.of(Dense.of(7, TANH), Dense.of(5, LINEAR));
    Residual wider = Residual.of(Dense.of(6, SILU), BatchNorm.of(), Dense.of(3, TANH));
    return Stream.of(
        Plan.of(Signal.vector(5), block.reZero(), block.skipInit().scaled(0.5), block)
            .named("a learned number"),
        Plan.of(Signal.tokens(3, 5), block.layerScale(0.1).scaled(2), block.layerScale(1))
            .named("a learned vector"),
        Plan.of(
                Signal.tokens(3, 5),
                wider.shortcut(Dense.of(3, LINEAR), BatchNorm.of()).activation(TANH),
                Residual.of(Residual.of(Dense.of(3, TANH)).reZero()).layerScale(0.5))
            .named("a shortcut of layers"),
        Plan.of(
                Signal.vector(5),
                Dense.of(5, TANH),
                Residual.of(LayerNorm.of(), Dense.of(4, SILU))
                    .shortcut(RmsNorm.of(), Dense.of(4, LINEAR))
                    .layerScale(0.2))
            .named("a shortcut that needs x"),
        Plan.of(
                Signal.vector(5),
                Residual.of(Dense.of(4, SILU)).shortcut(RmsNorm.of(), Dense.of(4, LINEAR)))
            .named("a shortcut that alone needs x"));
  }
}
