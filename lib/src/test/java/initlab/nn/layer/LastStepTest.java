package initlab.nn.layer;

import static org.assertj.core.api.Assertions.assertThat;

import initlab.init.Activation;
import initlab.init.Init;
import initlab.nn.Network;
import initlab.nn.Pass;
import initlab.nn.Plan;
import initlab.nn.Signal;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

/** Only the last step goes on, and only to it does a gradient go back. */
class LastStepTest {
  @Test
  void theLastStepOfEverySample() {
    Plan plan = Plan.of(Signal.tokens(3, 2), new LastStep()).onPlainJava();
    Network net = plan.init(Init.zeros(), 1);
    DMatrixRMaj x = new DMatrixRMaj(new double[][] {{1, 2, 3, 4, 5, 6}, {7, 8, 9, 10, 11, 12}});
    Pass pass = net.forward(x);
    assertThat(pass.output().data).startsWith(5, 6, 11, 12);
    assertThat(pass.output().numRows).isEqualTo(2);
    pass.backward(new DMatrixRMaj(new double[][] {{1, -1}, {2, -2}}));
    assertThat(pass.da(0).data).startsWith(0, 0, 0, 0, 1, -1, 0, 0, 0, 0, 2, -2);
    assertThat(plan.outputs()).isEqualTo(2);
  }

  @Test
  void readsWhatALoopHasCarried() {
    Plan plan =
        Plan.of(Signal.tokens(4, 1), Rnn.of(1, Activation.LINEAR), new LastStep()).onPlainJava();
    Network net = plan.init(Init.ones(), 1);
    DMatrixRMaj x = new DMatrixRMaj(new double[][] {{1, 10, 100, 1000}});
    assertThat(net.forward(x).output().get(0, 0)).isEqualTo(1111);
  }
}
