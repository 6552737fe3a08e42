package initlab.nn.layer;

import static initlab.init.Activation.LINEAR;
import static initlab.init.Activation.TANH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import initlab.Stopped;
import initlab.init.Activation;
import initlab.init.Init;
import initlab.nn.Network;
import initlab.nn.Pass;
import initlab.nn.Plan;
import initlab.nn.Role;
import initlab.nn.Rules;
import initlab.nn.Signal;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleUnaryOperator;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

class RnnTest {
  private static final Plan ONE = Plan.of(Signal.tokens(3, 1), Rnn.of(1, LINEAR));

  /** h(t) = 2 x(t) + 10 h(t - 1) + 1, for two samples: (1, 2, 3) and (0, 0, 1). */
  @Test
  void everyStepIsTheFormula() {
    Network net = Network.blank(ONE);
    net.parameter("1.W").load(new DMatrixRMaj(1, 1, true, 2));
    net.parameter("1.U").load(new DMatrixRMaj(1, 1, true, 10));
    net.parameter("1.b").load(new DMatrixRMaj(1, 1, true, 1));
    DMatrixRMaj x = new DMatrixRMaj(2, 3, true, 1, 2, 3, 0, 0, 1);
    assertThat(net.forward(x).output().data).containsExactly(3, 35, 357, 1, 11, 113);
    DMatrixRMaj rows = new DMatrixRMaj(6, 1, true, x.data);
    assertThat(net.forward(rows).output().data).containsExactly(3, 35, 357, 1, 11, 113);
  }

  @Test
  void recurrentWeightsHaveARoleOfTheirOwn() {
    Plan plan = Plan.of(Signal.tokens(3, 4), Rnn.of(8, TANH));
    Rules rules = Rules.of(Init.xavierNormal()).on(Role.RECURRENT, Init.identity());
    Network net = plan.init(rules, 1);
    assertThat(net.parameter("1.U").value().get(3, 3)).isEqualTo(1);
    assertThat(net.parameter("1.U").value().get(3, 4)).isZero();
    assertThat(net.parameter("1.W").value().get(3, 4)).isNotZero();
  }

  /** A layer of many steps is long: it looks for an interrupt between two of them. */
  @Test
  void anInterruptStopsItBetweenTwoSteps() {
    var left = new AtomicInteger(Integer.MAX_VALUE);
    DoubleUnaryOperator counted =
        z -> {
          if (left.decrementAndGet() == 0) {
            Thread.currentThread().interrupt();
          }
          return z;
        };
    Activation f = Activation.of("counted", counted, counted);
    Network net = Plan.of(Signal.tokens(50, 1), Rnn.of(1, f)).init(Init.ones(), 1);
    DMatrixRMaj x = new DMatrixRMaj(1, 50);
    left.set(5);
    Stopped.onTheWay(() -> net.forward(x));
    assertThat(left).hasValue(0);
    Pass pass = net.forward(x);
    left.set(7);
    Stopped.onTheWay(() -> pass.backward(new DMatrixRMaj(50, 1)));
    assertThat(left).hasValue(0);
  }

  @Test
  void badInputIsNamed() {
    Network net = ONE.init(Init.ones(), 1);
    assertThatThrownBy(() -> net.forward(new DMatrixRMaj(4, 1)))
        .hasMessageContaining("the number of rows of the input is 4; it must be a multiple of 3");
    assertThatThrownBy(() -> Rnn.of(0, TANH)).hasMessageContaining("hidden is 0");
  }
}
