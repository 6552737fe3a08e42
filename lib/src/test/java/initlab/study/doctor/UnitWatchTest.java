package initlab.study.doctor;

import static initlab.init.Activation.LINEAR;
import static initlab.init.Activation.RELU;
import static initlab.init.Activation.TANH;
import static org.assertj.core.api.Assertions.assertThat;

import initlab.init.Activation;
import initlab.init.Init;
import initlab.nn.Network;
import initlab.nn.Pass;
import initlab.nn.Plan;
import initlab.nn.Signal;
import initlab.nn.layer.Dense;
import initlab.nn.layer.Residual;
import initlab.train.data.Data;
import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;

/** Neurons are looked at where they are, also in layers inside others. */
class UnitWatchTest {
  private static final Plan BLOCK =
      Plan.of(
          Signal.vector(20),
          Residual.of(Dense.of(20, RELU), Dense.of(20, TANH), Dense.of(20, LINEAR)),
          Dense.of(20, LINEAR));
  private static final DMatrixRMaj X = Data.normal(64, 20, 1);

  private static Network net() {
    return BLOCK.init(Init.lecunNormal(), 1);
  }

  private static UnitWatch watch(Network net) {
    UnitWatch watch = new UnitWatch(net.depth());
    new Pass(net, Pass.Keep.LEAST).forward(X, watch);
    return watch;
  }

  @Test
  void deadNeuronsInsideABlockAreFoundWithTheirPath() {
    Network net = net();
    Arrays.fill(net.parameter("1.dense.b").value().data, 3, 10, -100);
    assertThat(watch(net).dead(1).path()).isEqualTo("1.dense");
    assertThat(watch(net).dead(1).share()).isEqualTo(0.35);
    assertThat(watch(net).dead(1).most()).isEqualTo(HealthyRange.dead(64)[1]);
    assertThat(watch(net).dead(2).share()).isZero();
    Finding dead = Exact.examine(net, X).of(Diagnosis.DEAD).orElseThrow();
    assertThat(dead.layer()).isOne();
    assertThat(dead.what()).isEqualTo("share of dead neurons of 1.dense");
    assertThat(dead.number()).isEqualTo(0.35);
    assertThat(dead.cause()).isEqualTo("its biases outweigh what its weights pass on");
    assertThat(dead.repaired()).isTrue();
  }

  @Test
  void flatNeuronsInsideABlockAreFoundWithTheirPath() {
    Network net = net();
    CommonOps_DDRM.scale(1000, net.parameter("1.dense2.W").value());
    UnitWatch.Share flat = watch(net).flat(1);
    assertThat(flat.path()).isEqualTo("1.dense2");
    assertThat(flat.share()).isGreaterThan(0.98);
    assertThat(flat.most()).isEqualTo(HealthyRange.saturated(TANH)[1]);
    Finding found = Exact.examine(net, X).of(Diagnosis.SATURATED).orElseThrow();
    assertThat(found.what()).isEqualTo("share where f is flat of 1.dense2");
  }

  /** ReLU is flat in half of its neurons and may be; tanh in a third and may hardly be. */
  @Test
  void theWorstIsTheOneFarthestAboveWhatIsHealthyForIt() {
    UnitWatch.Share usual = watch(net()).flat(1);
    assertThat(usual.share() - usual.most()).isNegative();
    Network both = net();
    Arrays.fill(both.parameter("1.dense2.b").value().data, 0, 9, 5);
    assertThat(watch(both).flat(1).path()).isEqualTo("1.dense2");
    assertThat(watch(both).flat(1).share()).isBetween(0.44, 0.55);
  }

  /** As Fixup and ReZero begin; what is linear and gives 0 is no dead neuron. */
  @Test
  void aLinearBranchThatIsZeroIsNotDead() {
    Network net = net();
    net.parameter("1.dense3.W").value().zero();
    assertThat(watch(net).dead(1).share()).isZero();
    Activation same = z -> z;
    Plan renamed = Plan.of(Signal.vector(20), Residual.of(Dense.of(20, RELU), Dense.of(20, same)));
    Network blank = renamed.init(Init.lecunNormal(), 1);
    blank.parameter("1.dense2.W").value().zero();
    assertThat(watch(blank).dead(1).share()).isZero();
  }

  @Test
  void biasesOutweighFromHalfOfESquareZOn() {
    Network net = Exact.shifted(LINEAR, 0.9, -0.9, 0.9, -0.9);
    DMatrixRMaj x = new DMatrixRMaj(2, 4, true, 1, 1, 1, 1, -1, -1, -1, -1);
    assertThat(outweigh(net, x)).isFalse();
    CommonOps_DDRM.scale(1.2, net.parameter("1.b").value());
    assertThat(outweigh(net, x)).isTrue(); // 1.08^2 beside 1 + 1.08^2
    net.parameter("1.b").value().zero();
    assertThat(outweigh(net, new DMatrixRMaj(4, 4))).isFalse();
  }

  private static boolean outweigh(Network net, DMatrixRMaj x) {
    UnitWatch watch = new UnitWatch(net.depth());
    net.pass().forward(x, watch);
    assertThat(watch.biasesOutweigh(2)).isFalse();
    return watch.biasesOutweigh(1);
  }
}
