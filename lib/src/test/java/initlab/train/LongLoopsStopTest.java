package initlab.train;

import initlab.Stopped;
import initlab.base.Parallel;
import initlab.init.Activation;
import initlab.init.Init;
import initlab.nn.Network;
import initlab.nn.layer.Mlp;
import initlab.train.data.Data;
import initlab.train.data.Standardized;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

/** Loops that are short as a rule, and take minutes where a reader asks for much. */
class LongLoopsStopTest {

  /** The list of what is to be done would be as long as the count, before any of it begins. */
  @Test
  void countsOfSeedsBeyondAllReason() {
    int most = Integer.MAX_VALUE;
    Stopped.atOnce(() -> Parallel.seeds("nothing", List.of(1), most, (item, seed) -> seed));
    Training training = Training.of(Mlp.of(Activation.TANH, 2, 3, 1), Data.xor(4, 1)).steps(1);
    Stopped.atOnce(() -> training.over(most, Init.xavierNormal()));
  }

  @Test
  void largeDataAreMadeAndStandardized() {
    Stopped.atOnce(() -> Data.spirals(2, 1_000, 1, 0.1, 1));
    Stopped.atOnce(() -> Standardized.by(new DMatrixRMaj(3, 2)));
  }

  @Test
  void largeNetworksAreMade() {
    Stopped.atOnce(() -> Network.blank(Mlp.deep(Activation.TANH, 3, 2)));
  }
}
