package initlab.nn.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import initlab.init.Init;
import initlab.math.Moments;
import initlab.nn.Network;
import initlab.nn.Pass;
import initlab.nn.Plan;
import initlab.nn.Signal;
import initlab.nn.lsuv.Lsuv;
import initlab.train.data.Data;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

/** What tells one place from another. */
class PositionsTest {

  @Test
  void wavesAreVaswanis() {
    Plan plan = Plan.of(Signal.tokens(3, 4), Positions.sinusoidal());
    DMatrixRMaj p = plan.init(Init.ones(), 1).forward(new DMatrixRMaj(1, 12)).output();
    for (int t = 0; t < 3; t++) {
      assertThat(p.get(t, 0)).isCloseTo(Math.sin(t), within(1e-15));
      assertThat(p.get(t, 1)).isCloseTo(Math.cos(t), within(1e-15));
      assertThat(p.get(t, 2)).isCloseTo(Math.sin(t / 100.0), within(1e-15));
      assertThat(p.get(t, 3)).isCloseTo(Math.cos(t / 100.0), within(1e-15));
    }
  }

  /** sin^2 + cos^2 = 1 for each pair, so that their second moment is 1/2, whatever the width. */
  @Test
  void wavesHaveTheSecondMomentOneHalf() {
    Plan plan = Plan.of(Signal.tokens(9, 16), Positions.sinusoidal());
    DMatrixRMaj p = plan.init(Init.ones(), 1).forward(new DMatrixRMaj(1, 9 * 16)).output();
    assertThat(Moments.of(p).secondMoment()).isCloseTo(0.5, within(1e-15));
  }

  @Test
  void learnedOnesAreARowForEachPlaceTheSameForEachSample() {
    Plan plan = Plan.of(Signal.tokens(2, 3), Positions.learned());
    Network net = Network.blank(plan);
    net.parameter("1.positions").load(new DMatrixRMaj(2, 3, true, 1, 2, 3, 4, 5, 6));
    DMatrixRMaj x = new DMatrixRMaj(2, 6, true, 0, 0, 0, 0, 0, 0, 10, 10, 10, 20, 20, 20);
    assertThat(net.forward(x).output().data)
        .containsExactly(1, 2, 3, 4, 5, 6, 11, 12, 13, 24, 25, 26);
    Pass pass = net.forward(x).backward(x);
    assertThat(pass.gradient(net.parameter("1.positions")).data)
        .containsExactly(10, 10, 10, 20, 20, 20);
    assertThat(net.parameter("1.positions").shape().fanIn()).isEqualTo(1);
    assertThat(net.parameter("1.positions").shape().fanOut()).isEqualTo(3);
  }

  @Test
  void aLongerTextThanPlannedIsRefused() {
    Network net = Plan.of(Signal.tokens(2, 3), Positions.learned()).init(Init.ones(), 1);
    assertThatThrownBy(() -> net.forward(new DMatrixRMaj(1, 9)))
        .hasMessageContaining("the width of the input is 9; it must be 3, or 6");
  }

  /** x + P does not grow in proportion to P, so that no division of P gives variance 1. */
  @Test
  void lsuvRefusesThemByName() {
    Plan plan = Plan.of(Signal.tokens(2, 3), Positions.learned());
    assertThatThrownBy(() -> Lsuv.fit(plan.init(Init.normal(1), 1), Data.normal(4, 6, 1)))
        .hasMessageContaining("the weights of layer 1 (positions)")
        .hasMessageContaining("start this net by Rules instead");
  }
}
