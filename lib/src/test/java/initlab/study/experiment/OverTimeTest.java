package initlab.study.experiment;

import static initlab.init.Activation.LINEAR;
import static initlab.init.Activation.TANH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import initlab.init.Init;
import initlab.nn.Memory;
import initlab.nn.Network;
import initlab.nn.Pass;
import initlab.nn.Plan;
import initlab.nn.Role;
import initlab.nn.Rules;
import initlab.nn.Signal;
import initlab.nn.Watcher;
import initlab.nn.layer.Dense;
import initlab.nn.layer.Gru;
import initlab.nn.layer.LastStep;
import initlab.nn.layer.Lstm;
import initlab.nn.layer.Rnn;
import initlab.study.probe.Inputs;
import initlab.theory.Propagation;
import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;

class OverTimeTest {

  private static Plan last(int steps, int hidden) {
    return last(steps, 4, hidden);
  }

  private static Plan last(int steps, int channels, int hidden) {
    return Plan.of(Signal.tokens(steps, channels), Rnn.of(hidden, LINEAR), new LastStep());
  }

  /** One linear unit with U = 0.5 and W = 0: dL/dh(t) = 0.5^(T - t) of that at T; h stays 0. */
  @Test
  void theGradientIsThatOfTheStateWithAllThatLaterStepsSendBack() {
    Rules half = Rules.of(Init.zeros()).on(Role.RECURRENT, Init.constant(0.5)).named("half");
    OverTime seen = OverTime.of(last(4, 1)).seeds(3).batch(2).and(half);
    double end = seen.gradient("half", 4).median();
    assertThat(seen.gradient("half", 3).median()).isCloseTo(end / 4, within(1e-12 * end));
    assertThat(seen.gradient("half", 1).median()).isCloseTo(end / 64, within(1e-12 * end));
    assertThat(seen.reach("half").median()).isCloseTo(1.0 / 64, within(1e-12));
    assertThat(seen.state("half", 4).high()).isZero();
    assertThat(seen.steps()).isEqualTo(4);
  }

  /**
   * A GRU carries h alone: its first three steps by themselves, sent back what the whole layer
   * shows as dL/dh(3), must give the same dL/dx(1) ... dL/dx(3).
   */
  @Test
  void whatAGruShowsIsWhatItsFirstHalfNeeds() {
    Plan whole = Plan.of(Signal.tokens(6, 3), Gru.of(5), new LastStep());
    Plan half = Plan.of(Signal.tokens(3, 3), Gru.of(5), new LastStep());
    Network net = whole.init(Init.lecunNormal(), 1);
    Network first = half.init(Init.lecunNormal(), 1);
    DMatrixRMaj x = Inputs.normal().of(1, 18, 1);
    DMatrixRMaj[] shown = new DMatrixRMaj[1];
    Pass pass = net.pass();
    pass.forward(x);
    pass.backward(
        Inputs.gradient(1, 5, 1),
        new Watcher() {
          @Override
          public void backward(Memory m) {
            if (m.node().layer() instanceof Gru gru) {
              shown[0] = CommonOps_DDRM.extract(gru.stateGradient(m), 2, 3, 0, 5);
            }
          }
        });
    Pass short3 = first.forward(new DMatrixRMaj(1, 9, true, Arrays.copyOf(x.data, 9)));
    short3.backward(shown[0]);
    assertThat(Arrays.copyOf(short3.da(0).data, 9))
        .containsExactly(Arrays.copyOf(pass.da(0).data, 9), within(1e-14));
  }

  @Test
  void everyKindOfRecurrentLayerShowsIt() {
    for (Plan plan :
        new Plan[] {
          Plan.of(Signal.tokens(6, 3), Lstm.of(5), new LastStep()),
          Plan.of(Signal.tokens(6, 3), Gru.of(5), new LastStep())
        }) {
      OverTime seen = OverTime.of(plan).seeds(4).batch(3).compare(Init.lecunNormal());
      assertThat(seen.gradient("LeCun", 5).median()).isPositive();
      assertThat(seen.theory("LeCun")).isEmpty();
      assertThat(seen.plot().text()).contains("LeCun");
    }
  }

  /**
   * Linear, U of gain 0.9, new input: q(t) = 0.81 q(t - 1) + 1, and gradients fall by 0.81 a step.
   * Of 64 channels, 128 hidden numbers and 16 samples a seed scatters by 5 %, the median of 10 by 2
   * %; the bound is five times that.
   */
  @Test
  void theoryStandsBesideASimpleLayer() {
    Rules rules =
        Rules.of(Init.lecunNormal()).on(Role.RECURRENT, Init.orthogonal(0.9)).named("gain 0.9");
    OverTime seen = OverTime.of(last(12, 64, 128)).seeds(10).batch(16).and(rules);
    Propagation theory = seen.theory("gain 0.9").orElseThrow();
    double q = 0;
    for (int t = 1; t <= 12; t++) {
      q = 0.81 * q + 1;
      assertThat(theory.activation(t)).isCloseTo(q, within(1e-9));
      assertThat(theory.gradient(t)).isCloseTo(Math.pow(0.81, 12 - t), within(1e-9));
      assertThat(seen.state("gain 0.9", t).median()).isCloseTo(q, within(0.1 * q));
      double due = theory.gradient(t);
      assertThat(seen.gradient("gain 0.9", t).median()).isCloseTo(due, within(0.1 * due));
    }
  }

  @Test
  void theoryIsLeftOutWhereItDoesNotHold() {
    Plan readout = Plan.of(Signal.tokens(3, 4), Rnn.of(8, TANH), Dense.of(2, LINEAR));
    OverTime one = OverTime.of(readout).seeds(2).batch(2).compare(Init.lecunNormal());
    assertThat(one.theory("LeCun")).isEmpty();
    Rules biased = Rules.of(Init.lecunNormal()).on("1.b", Init.ones()).named("biased");
    OverTime two = OverTime.of(last(3, 8)).seeds(2).batch(2).and(biased);
    assertThat(two.theory("biased")).isEmpty();
    DMatrixRMaj x = new DMatrixRMaj(2, 12);
    x.data[0] = 1;
    OverTime three = OverTime.of(last(3, 8)).seeds(2).on(Inputs.always(x));
    assertThat(three.compare(Init.lecunNormal()).theory("LeCun")).isEmpty();
  }

  @Test
  void badInputIsRefused() {
    OverTime seen = OverTime.of(last(3, 2)).seeds(2).batch(2).compare(Init.lecunNormal());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> OverTime.of(Plan.of(Signal.vector(3), Dense.of(2, TANH))))
        .withMessageContaining("it must be one with a recurrent layer");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> seen.state("LeCun", 0))
        .withMessage("the step is 0; it must be 1 to 3. h(0) is 0.");
    assertThatIllegalArgumentException().isThrownBy(() -> seen.gradient("LeCun", 4));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> seen.reach("He"))
        .withMessageContaining("one of [LeCun]");
    assertThatIllegalArgumentException().isThrownBy(() -> seen.seeds(0));
    assertThatIllegalArgumentException().isThrownBy(() -> OverTime.of(last(3, 2)).plot());
    assertThat(seen).hasToString("2 layers, 3 x 4 -> 2; 2 seeds, batch 2; [LeCun]");
  }
}
