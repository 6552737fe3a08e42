package initlab.nn.layer;

import static initlab.init.Activation.LINEAR;
import static initlab.init.Activation.TANH;

import initlab.nn.Plan;
import initlab.nn.Signal;
import java.util.stream.Stream;

/** Plans with convolutions and pooling of every kind, with sizes that are odd and unequal. */
final class ConvKinds {
  private static final Signal IMAGE = Signal.image(5, 4, 2);

  private ConvKinds() {}

  static Stream<Plan> all() {
    return Stream.of(
        Plan.of(IMAGE, Conv2d.of(3, 3, TANH)).named("conv"),
        Plan.of(IMAGE, Conv2d.of(3, 3, TANH).same(), Conv2d.of(1, 2, TANH)).named("conv, same"),
        Plan.of(IMAGE, Conv2d.of(3, 2, 3, TANH).padding(2).stride(2)).named("conv, strided"),
        Plan.of(IMAGE, Conv2d.of(2, 3, TANH).stride(3)).named("conv that leaves places out"),
        Plan.of(IMAGE, Conv2d.of(3, 2, TANH).dilation(2).same()).named("conv, dilated"),
        Plan.of(IMAGE, Conv2d.of(2, 2, TANH).dilation(3).stride(2).padding(1))
            .named("conv, dilated and strided"),
        Plan.of(Signal.image(4, 3, 4), Conv2d.of(3, 6, TANH).groups(2).padding(1).stride(2))
            .named("conv, grouped"),
        Plan.of(IMAGE, Conv2d.depthwise(3, 1, TANH).same(), Conv2d.of(1, 3, LINEAR))
            .named("conv, separable"),
        Plan.of(Signal.image(3, 4, 3), Conv2d.depthwise(2, 2, TANH)).named("conv, depthwise"),
        Plan.of(Signal.image(3, 2, 2), Conv2d.transposed(3, 3, TANH).stride(2).padding(1))
            .named("conv, transposed"),
        Plan.of(
                Signal.image(2, 3, 4),
                Conv2d.transposed(2, 6, TANH).groups(2).dilation(2).stride(3),
                Conv2d.of(5, 1, TANH))
            .named("conv, transposed in groups"),
        Plan.of(Signal.tokens(7, 2), Conv1d.of(3, 4, TANH).stride(2), Conv1d.depthwise(2, 1, TANH))
            .named("conv of texts"),
        Plan.of(Signal.tokens(3, 2), Conv1d.transposed(4, 3, TANH).stride(2))
            .named("conv of texts, transposed"),
        Plan.of(Signal.volume(3, 4, 3, 2), Conv3d.of(3, 2, TANH).same().dilation(1))
            .named("conv of volumes"),
        Plan.of(Signal.volume(3, 4, 5, 2), Conv3d.of(2, 2, TANH).stride(2).padding(1).groups(2))
            .named("conv of volumes, strided"),
        Plan.of(Signal.volume(2, 2, 1, 3), Conv3d.transposed(2, 2, TANH).stride(2))
            .named("conv of volumes, transposed"),
        Plan.of(Signal.image(6, 5, 2), Pool.max(2), Pool.average(2).stride(1)).named("pools"),
        Plan.of(Signal.image(5, 5, 2), Pool.max(3).stride(2), Pool.global())
            .named("pools that overlap"),
        Plan.of(Signal.tokens(7, 2), Pool.average(3).stride(2), Pool.max(2))
            .named("pools of texts"),
        Plan.of(Signal.volume(3, 2, 4, 2), Pool.max(2), Pool.global()).named("pools of volumes"),
        Plan.of(
                Signal.image(6, 6, 1),
                Conv2d.of(3, 3, TANH).same(),
                Pool.max(2),
                Residual.of(Conv2d.of(3, 4, TANH).same(), Conv2d.of(1, 3, LINEAR).withoutBias()),
                Flatten.of(),
                Dense.of(2, LINEAR))
            .named("conv net"),
        Plan.of(Signal.image(4, 4, 16), Conv2d.of(2, 24, TANH), Pool.global())
            .named("conv, by OpenBLAS"));
  }
}
