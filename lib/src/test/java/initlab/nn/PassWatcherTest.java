package initlab.nn;

import static initlab.init.Activation.LINEAR;
import static initlab.init.Activation.TANH;
import static org.assertj.core.api.Assertions.assertThat;

import initlab.Stopped;
import initlab.init.Init;
import initlab.nn.layer.Dense;
import initlab.nn.layer.Mlp;
import initlab.nn.layer.Residual;
import java.util.ArrayList;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;

/** Who looks on while a batch passes, and how an interrupt ends it. */
class PassWatcherTest {

  private static DMatrixRMaj ones(int rows, int cols) {
    DMatrixRMaj m = new DMatrixRMaj(rows, cols);
    CommonOps_DDRM.fill(m, 1);
    return m;
  }

  /** An interrupt is heard at every layer, on the way forward and on the way back. */
  @Test
  void anInterruptIsHeardAtEveryLayer() {
    Network net = Mlp.deep(TANH, 4, 9).init(Init.heNormal(), 1);
    List<String> told = new ArrayList<>();
    Watcher stop =
        new Watcher() {
          @Override
          public void forward(Memory m) {
            told.add(m.node().path());
            interruptAt(4);
          }

          @Override
          public void backward(Memory m) {
            told.add("-" + m.node().path());
            interruptAt(3);
          }

          private void interruptAt(int count) {
            if (told.size() == count) {
              Thread.currentThread().interrupt();
            }
          }
        };
    Stopped.onTheWay(() -> net.pass().forward(ones(2, 4), stop));
    assertThat(told).containsExactly("1", "2", "3", "4");
    told.clear();
    Pass pass = net.forward(ones(2, 4));
    Stopped.onTheWay(() -> pass.backward(ones(2, 4), stop));
    assertThat(told).containsExactly("-9", "-8", "-7");
  }

  /** Whoever has seen enough ends the pass; a layer that is asked again gives z again. */
  @Test
  void aWatcherMayAskAgainAndMayEndThePass() {
    Network net =
        Plan.of(
                Signal.vector(4),
                Residual.of(Dense.of(4, TANH)),
                Dense.of(4, TANH),
                Dense.of(4, TANH))
            .init(Init.heNormal(), 1);
    List<String> asked = new ArrayList<>();
    Watcher watcher =
        new Watcher() {
          @Override
          public boolean again(Memory m) {
            asked.add(m.node().path());
            return asked.size() == 1 || asked.size() == 4;
          }

          @Override
          public boolean enough() {
            return asked.size() >= 4;
          }
        };
    Pass pass = net.pass().forward(ones(2, 4), watcher);
    assertThat(asked).containsExactly("1.dense", "1.dense", "1", "2", "2");
    assertThat(pass.output()).isSameAs(pass.layer(2).a());
    assertThat(pass.output().data).isEqualTo(net.forward(ones(2, 4)).a(2).data);
  }

  @Test
  void aWatcherIsToldOfEveryLayerInOrder() {
    Plan plan =
        Plan.of(
            Signal.vector(3),
            Residual.of(Dense.of(4, TANH), Dense.of(3, LINEAR)),
            Dense.of(2, TANH));
    List<String> told = new ArrayList<>();
    Watcher watcher =
        new Watcher() {
          @Override
          public void forward(Memory m) {
            told.add(m.node().path());
          }

          @Override
          public void backward(Memory m) {
            told.add("-" + m.node().path());
          }
        };
    Pass pass = plan.init(Init.heNormal(), 1).pass();
    pass.forward(ones(2, 3), watcher).backward(ones(2, 2), watcher);
    assertThat(told)
        .containsExactly("1.dense", "1.dense2", "1", "2", "-2", "-1.dense2", "-1.dense", "-1");
  }
}
