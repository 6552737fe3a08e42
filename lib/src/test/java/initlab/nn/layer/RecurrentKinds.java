package initlab.nn.layer;

import static initlab.init.Activation.LINEAR;
import static initlab.init.Activation.TANH;

import initlab.nn.Plan;
import initlab.nn.Signal;
import java.util.stream.Stream;

/** Plans of recurrent layers, of odd sizes, one step among them, and inside others. */
final class RecurrentKinds {
  private RecurrentKinds() {}

  static Stream<Plan> all() {
    return Stream.of(
        Plan.of(Signal.tokens(5, 3), Lstm.of(4), Dense.of(2, LINEAR)).named("lstm"),
        Plan.of(Signal.tokens(4, 3), Lstm.of(5), Lstm.of(3).withoutBias(), new LastStep())
            .named("two lstms"),
        Plan.of(Signal.vector(3), Lstm.of(4)).named("lstm, one step"),
        Plan.of(Signal.tokens(5, 3), Gru.of(4), Dense.of(2, LINEAR)).named("gru"),
        Plan.of(Signal.tokens(4, 3), Gru.of(5).withoutBias(), Gru.of(3), new LastStep())
            .named("two grus"),
        Plan.of(Signal.vector(3), Gru.of(4)).named("gru, one step"),
        Plan.of(Signal.tokens(3, 2), Rnn.of(3, TANH).withoutBias(), Rnn.of(2, LINEAR))
            .named("two simple recurrent layers"),
        Plan.of(Signal.tokens(3, 4), Residual.of(Lstm.of(4), Gru.of(4)), Residual.of(Lstm.of(4)))
            .named("lstm and gru inside residual blocks"));
  }
}
