package initlab.nn;

import static initlab.init.Activation.LINEAR;
import static initlab.init.Activation.TANH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import initlab.init.Init;
import initlab.nn.layer.Dense;
import initlab.nn.layer.Mlp;
import initlab.nn.layer.Rnn;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;

/** What goes into a pass: a row for each sample or for each place, and nothing else. */
class PassRowsTest {

  private static DMatrixRMaj ones(int rows, int cols) {
    DMatrixRMaj m = new DMatrixRMaj(rows, cols);
    CommonOps_DDRM.fill(m, 1);
    return m;
  }

  @Test
  void aBatchMayHaveARowForASampleOrForAPlace() {
    Plan plan = Plan.of(Signal.tokens(3, 2), Rnn.of(4, TANH), Dense.of(2, LINEAR));
    Network net = plan.init(Init.heNormal(), 1);
    DMatrixRMaj bySample = new DMatrixRMaj(5, 6);
    for (int i = 0; i < 30; i++) {
      bySample.data[i] = Math.sin(i);
    }
    Pass samples = net.forward(bySample);
    Pass places = net.forward(DMatrixRMaj.wrap(15, 2, bySample.data.clone()));
    assertThat(samples.batch()).isEqualTo(5);
    assertThat(places.batch()).isEqualTo(5);
    assertThat(samples.output().data).isEqualTo(places.output().data);
    assertThat(samples.a(0).numRows).isEqualTo(15);
    assertThat(samples.output().numRows).isEqualTo(15);
    DMatrixRMaj targets = samples.targets(bySample);
    assertThat(targets.numRows).isEqualTo(15);
    assertThat(targets.numCols).isEqualTo(2);
    assertThat(targets.data).isEqualTo(bySample.data);
    for (DMatrixRMaj other : List.of(ones(15, 2), ones(5, 5), ones(4, 6), ones(30, 1))) {
      assertThat(samples.targets(other)).isSameAs(other);
    }
    samples.backward(bySample);
    places.backward(DMatrixRMaj.wrap(15, 2, bySample.data.clone()));
    assertThat(samples.da(0).data).isEqualTo(places.da(0).data);
    assertThat(samples.da(2).data).startsWith(bySample.data);
  }

  @Test
  void rowsAndColumnsThatDoNotFitAreNamed() {
    Network net = Plan.of(Signal.tokens(3, 2), Dense.of(4, TANH)).init(Init.heNormal(), 1);
    refused(
        () -> net.forward(ones(4, 2)),
        "the number of rows of the input is 4; it must be a multiple of 3.");
    refused(() -> net.forward(ones(3, 4)), "the width of the input is 4; it must be 2, or 6.");
    refused(() -> net.forward(new DMatrixRMaj(0, 6)), "the number of samples is 0");
    Pass pass = net.forward(ones(2, 6));
    refused(() -> pass.backward(ones(3, 12)), "the rows of the gradient is 9; it must be 6.");
    refused(() -> pass.backward(ones(3, 4)), "the rows of the gradient is 3; it must be 6.");
    refused(
        () -> pass.backward(ones(6, 3)), "the width of the gradient is 3; it must be 4, or 12.");
    refused(
        () -> pass.backward(ones(5, 4)), "the number of rows of the gradient is 5; it must be a");
    Network vector = Mlp.deep(TANH, 4, 2).init(Init.heNormal(), 1);
    refused(
        () -> vector.forward(ones(3, 4)).backward(ones(3, 2)),
        "the width of the gradient is 2; it must be 4. Make the two equal.");
    refused(() -> vector.forward(null), "the input is null");
    refused(() -> vector.forward(ones(3, 4)).backward(null), "the gradient is null");
  }

  @Test
  void gradientsAndPathsThatAreNotThereAreNamed() {
    Network net = Mlp.of(TANH, 2, 3, 1).init(Init.heNormal(), 1);
    Pass pass = net.forward(ones(5, 2));
    assertThatThrownBy(() -> pass.backward(ones(4, 1)))
        .hasMessageContaining("the rows of the gradient is 4; it must be 5");
    assertThatThrownBy(() -> net.parameter("3.W"))
        .hasMessageContaining("one of [1.W, 1.b, 2.W, 2.b]");
    assertThatThrownBy(() -> net.layer(3))
        .hasMessageContaining("the layer is 3; it must be 1 to 2");
    Pass sparing = new Pass(net, Pass.Keep.LEAST).forward(ones(5, 2)).backward(ones(5, 1));
    assertThatThrownBy(() -> sparing.gradient(net.parameter("1.W")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("net.pass()");
    assertThatThrownBy(() -> net.forward(new DMatrixRMaj(0, 2)))
        .hasMessageContaining("samples is 0");
  }

  private static void refused(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable work, String words) {
    assertThatThrownBy(work)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(words);
  }
}
