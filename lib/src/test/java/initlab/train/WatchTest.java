package initlab.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import initlab.init.Activation;
import initlab.init.Init;
import initlab.nn.Network;
import initlab.nn.layer.Mlp;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

class WatchTest {

  /** A net 2 -> 2 -> 3 with these weights. */
  private static Network net(double[][] first, double[][] second) {
    Network net = Mlp.of(Activation.TANH, 2, 2, 3).init(Init.zeros(), 1);
    net.layer(1).weights().setTo(new DMatrixRMaj(first));
    net.layer(2).weights().setTo(new DMatrixRMaj(second));
    return net;
  }

  @Test
  void theSpreadIsTheLargestDifferenceWithinARow() {
    Network net = net(new double[][] {{-1, 1}, {5, 5.5}}, new double[][] {{7, 7, 7}, {-3, -3, 4}});
    assertThat(Watch.spread(1).look(net, 0)).isEqualTo(2);
    assertThat(Watch.spread(2).look(net, 0)).isEqualTo(7);
    assertThat(Watch.spread(2).name()).isEqualTo("spread of W2");
  }

  @Test
  void equalNeuronsHaveNoSpreadWhateverTheirInputs() {
    Network net = net(new double[][] {{-1, -1}, {5, 5}}, new double[][] {{0, 0, 0}, {2, 2, 2}});
    assertThat(Watch.spread(1).look(net, 0)).isZero();
    assertThat(Watch.spread(2).look(net, 0)).isZero();
  }

  @Test
  void theRankIsThatOfTheLayersWeights() {
    Network net = net(new double[][] {{1, 2}, {3, 4}}, new double[][] {{1, 2, 3}, {2, 4, 6}});
    assertThat(Watch.rank(1).look(net, 0)).isEqualTo(2);
    assertThat(Watch.rank(2).look(net, 0)).isEqualTo(1);
    assertThat(Watch.rank(2).name()).isEqualTo("rank of W2");
  }

  @Test
  void aWatchThatFailsNamesItselfItsStepAndItsCause() {
    Network net = net(new double[2][2], new double[2][3]);
    var cause = new IllegalStateException("no such thing");
    Watch broken =
        new Watch(
            "mine",
            n -> {
              throw cause;
            });
    assertThatThrownBy(() -> broken.look(net, 12))
        .hasMessage("The watch \"mine\" failed at step 12: no such thing. Mend its function.")
        .hasCause(cause);
  }
}
