package initlab.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import initlab.init.Init;
import initlab.init.WeightShape;
import initlab.nn.layer.BatchNorm;
import initlab.nn.layer.Dense;
import initlab.train.History;
import initlab.train.Training;
import initlab.train.data.Data;
import initlab.train.data.Dataset;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;

/** Layers that compute otherwise in training, remember batches, or begin as they say themselves. */
class PassModeTest {
  private static final Plan PLAN = Plan.of(Signal.vector(3), new Shaken(), Dense.of(1, z -> z));

  private static DMatrixRMaj ones() {
    DMatrixRMaj x = new DMatrixRMaj(4, 3);
    x.fill(1);
    return x;
  }

  @Test
  void noiseIsThatOfItsSeedAndStepAndOnlyInTraining() {
    Network net = PLAN.init(Init.ones(), 1);
    double[] first = net.forward(ones()).z(1).data.clone();
    assertThat(net.forward(ones()).z(1).data).isEqualTo(first);
    assertThat(net.pass().noise(0, 1).forward(ones()).z(1).data).isNotEqualTo(first);
    assertThat(net.pass().noise(7, 0).forward(ones()).z(1).data).isNotEqualTo(first);
    assertThat(net.evaluate(ones()).z(1).data).isEqualTo(ones().data);
    assertThat(net.differsInTraining()).isTrue();
    assertThat(Plan.of(Signal.vector(3), Dense.of(1, z -> z)).init(Init.ones(), 1))
        .returns(false, Network::differsInTraining);
  }

  /** The statistic goes to the mean of x by a tenth of the distance at each step. */
  @Test
  void trainingMovesAStatisticByWhatItsLayerSays() {
    Dataset data = Dataset.of(ones(), Data.normal(4, 1, 1));
    Network net = Training.of(PLAN, data).adam(0.01).steps(3).from(Init.ones(), 1).net();
    assertThat(net.parameter("1.mean").value().get(0))
        .isCloseTo(1 - Math.pow(0.9, 3), within(1e-12));
    assertThat(net.parameter("1.mean").drawn()).isFalse();
  }

  @Test
  void theLossThatIsToldIsTheOneWithoutNoise() {
    Dataset data = Dataset.of(ones(), new DMatrixRMaj(4, 1));
    assertThat(Training.of(PLAN, data).steps(1).from(Init.ones(), 1).series("loss")[0])
        .isEqualTo(9);
  }

  /**
   * Eighty layers of weights 1e4 overflow where a norm goes by what it remembers, which is nothing
   * yet; in training it goes by the batch.
   */
  @Test
  void aLookThatOverflowsEndsNoTrainingThatIsWell() {
    Plan plan =
        Plan.of(Signal.vector(3), Dense.of(8, z -> z))
            .then(80, Dense.of(8, z -> z), BatchNorm.of())
            .then(1, Dense.of(1, z -> z));
    Dataset data = Dataset.of(Data.normal(16, 3, 1), Data.normal(16, 1, 2));
    Rules rules = Rules.of(Init.normal(1e4)).onLast(Init.normal(0.1));
    History history = Training.of(plan, data).sgd(1e-3).steps(200).every(10).from(rules, 1);
    assertThat(history.series("loss")[0]).isInfinite();
    assertThat(history.diverged()).isFalse();
    assertThat(history.finalLoss()).isFinite();
    assertThat(history.loss()[0]).isLessThan(100);
  }

  @Test
  void aSlotsOwnStartIsOverruledByItsPathAlone() {
    Plan plan = Plan.of(Signal.vector(3), new Silent(), new Silent());
    Rules rules = Rules.of(Init.heNormal());
    assertThat(sum(plan.init(rules, 1), "1.B")).isZero();
    assertThat(sum(plan.init(rules.on(Role.WEIGHT, Init.ones()), 1), "1.A")).isEqualTo(9);
    assertThat(sum(plan.init(rules.on(Role.WEIGHT, Init.ones()), 1), "1.B")).isZero();
    assertThat(sum(plan.init(rules.on(Silent.class, Init.ones()), 1), "1.B")).isZero();
    assertThat(sum(plan.init(rules.on("*.B", Init.ones()), 1), "2.B")).isEqualTo(9);
    assertThat(sum(plan.init(Rules.torch(), 1), "1.B")).isZero();
    assertThat(sum(plan.init(Rules.keras(), 1), "1.B")).isZero();
    assertThat(rules.explain(plan)).contains("usual for B of such a layer");
  }

  private static double sum(Network net, String path) {
    return CommonOps_DDRM.elementSum(net.parameter(path).value());
  }

  /** x plus noise in training; it remembers the mean of x. */
  private record Shaken() implements Layer {
    @Override
    public Signal out(Signal in) {
      return in;
    }

    @Override
    public List<Slot> slots(Signal in) {
      return List.of(Slot.vector("mean", 1, Role.STATISTIC));
    }

    @Override
    public boolean differsInTraining() {
      return true;
    }

    @Override
    public void forward(Memory m) {
      m.z().setTo(m.x());
      UniformRandomProvider random = m.random();
      for (int i = 0; m.training() && i < m.z().getNumElements(); i++) {
        m.z().data[i] += random.nextDouble();
      }
    }

    @Override
    public void backward(Memory m) {
      m.dx().setTo(m.dz());
      if (m.wantsGradients()) {
        double mean = CommonOps_DDRM.elementSum(m.x()) / m.x().getNumElements();
        m.gradient(0).set(0, 0.1 * (m.value(0).get(0) - mean));
      }
    }
  }

  /** x A + x B, whose B begins at 0. */
  private record Silent() implements Layer {
    @Override
    public Signal out(Signal in) {
      return in;
    }

    @Override
    public List<Slot> slots(Signal in) {
      WeightShape square = WeightShape.dense(in.channels(), in.channels());
      return List.of(Slot.weight("A", square), Slot.weight("B", square).begins(Init.zeros()));
    }

    @Override
    public void forward(Memory m) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void backward(Memory m) {
      throw new UnsupportedOperationException();
    }
  }
}
