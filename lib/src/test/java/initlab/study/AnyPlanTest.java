package initlab.study;

import static initlab.init.Activation.LINEAR;
import static initlab.init.Activation.RELU;
import static initlab.init.Activation.SILU;
import static initlab.init.Activation.TANH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import initlab.init.Activation;
import initlab.init.Init;
import initlab.nn.Layer;
import initlab.nn.Memory;
import initlab.nn.Network;
import initlab.nn.Plan;
import initlab.nn.Role;
import initlab.nn.Rules;
import initlab.nn.Signal;
import initlab.nn.Start;
import initlab.nn.layer.Dense;
import initlab.nn.layer.Gated;
import initlab.nn.layer.Mlp;
import initlab.nn.layer.Residual;
import initlab.nn.layer.Rnn;
import initlab.nn.lsuv.Lsuv;
import initlab.study.doctor.Diagnosis;
import initlab.study.doctor.Doctor;
import initlab.study.doctor.Findings;
import initlab.study.experiment.Spectrum;
import initlab.study.probe.Measure;
import initlab.study.probe.Probe;
import initlab.study.probe.Report;
import initlab.train.History;
import initlab.train.Training;
import initlab.train.data.Data;
import initlab.train.data.Dataset;
import java.util.stream.DoubleStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;

/** Study, Probe, Doctor, Training and LSUV on plans of layers that are not dense. */
class AnyPlanTest {
  private static final Plan TOKENS =
      Plan.of(
          Signal.tokens(6, 4),
          Rnn.of(8, TANH),
          Residual.of(Gated.of(12, SILU), Dense.of(8, LINEAR)).scaled(0.5),
          new Halved(),
          Dense.of(2, LINEAR));

  /** A reader's own layer, in the five lines of a cell. */
  record Halved() implements Layer {
    @Override
    public Signal out(Signal in) {
      return in;
    }

    @Override
    public void forward(Memory m) {
      CommonOps_DDRM.scale(0.5, m.x(), m.z());
    }

    @Override
    public void backward(Memory m) {
      CommonOps_DDRM.scale(0.5, m.dz(), m.dx());
    }
  }

  @Test
  void aStudyMeasuresEveryLayer() {
    Rules rules = Rules.of(Init.xavierNormal()).on(Role.RECURRENT, Init.orthogonal());
    Results seen =
        Study.of(TOKENS)
            .seeds(3)
            .compare(Init.heNormal())
            .and(rules.named("mixed"))
            .measure(Measure.WEIGHT_GRADIENT);
    double[] a = seen.of("mixed").band(Measure.ACTIVATION).median();
    assertThat(a).hasSize(5);
    assertThat(a[3] / a[2]).isBetween(0.2499, 0.2501);
    assertThat(DoubleStream.of(a).min().orElse(0)).isPositive();
    double[] g = seen.of("He").band(Measure.GRADIENT).median();
    assertThat(g).hasSize(5);
    assertThat(DoubleStream.of(g).min().orElse(0)).isPositive();
    double[] weights = seen.of("He").band(Measure.WEIGHT_GRADIENT).median();
    assertThat(weights[1]).isPositive();
    assertThat(weights[2]).isPositive();
    assertThat(weights[3]).isNaN(); // it has none
    assertThat(seen.of("He").theory()).isEmpty();
    assertThat(seen.plot().toString()).contains("4 layers, 6 x 4 -> 6 x 2");
  }

  @Test
  void theGradientOfALayersWeightsIsTakenOverAllInsideIt() {
    Network net = TOKENS.init(Init.heNormal(), 1);
    DMatrixRMaj x = Data.normal(5, 24, 1);
    DMatrixRMaj gradient = Data.normal(5, 12, 2);
    Report report = Probe.backward(net, x, gradient);
    var pass = net.forward(x).backward(gradient);
    double sum = 0;
    int count = 0;
    for (String path : new String[] {"2.gated.W", "2.gated.V", "2.dense.W"}) {
      DMatrixRMaj dw = pass.gradient(net.parameter(path));
      sum += Math.pow(org.ejml.dense.row.NormOps_DDRM.normF(dw), 2);
      count += dw.getNumElements();
    }
    assertThat(report.profile(Measure.WEIGHT_GRADIENT)[2] / (sum / count))
        .isBetween(1 - 1e-12, 1 + 1e-12);
  }

  @Test
  void trainingLearnsAndLsuvPreparesIt() {
    Plan plan =
        Plan.of(
            Signal.vector(2),
            Dense.of(16, TANH),
            Residual.of(Gated.of(16, SILU), Dense.of(16, LINEAR)),
            Dense.of(1, LINEAR));
    Dataset xor = Data.xor(200, 1);
    Training training = Training.of(plan, xor).adam(0.02).steps(300);
    History drawn = training.from(Init.heNormal(), 1);
    History looked = training.from(Lsuv.on(xor.x()), 1);
    assertThat(drawn.accuracy()).isGreaterThan(0.95);
    assertThat(looked.accuracy()).isGreaterThan(0.95);
    assertThat(drawn.series("update:data of 2.gated.V")).isNotEmpty();
    assertThat(drawn.series("update:data of W1")).isNotEmpty();
  }

  /** Targets have a row for each sample; the net has one for each step in time. */
  @Test
  void trainingOverTimeTakesTargetsOfEveryStep() {
    Plan plan = Plan.of(Signal.tokens(5, 1), Rnn.of(8, TANH), Dense.of(1, LINEAR));
    DMatrixRMaj x = Data.normal(60, 5, 1);
    DMatrixRMaj before = new DMatrixRMaj(60, 5);
    for (int row = 0; row < 60; row++) {
      for (int t = 1; t < 5; t++) {
        before.set(row, t, x.get(row, t - 1));
      }
    }
    Training training = Training.of(plan, Dataset.of(x, before)).adam(0.02).steps(400);
    double start = training.steps(1).from(Init.xavierNormal(), 1).finalLoss();
    History trained = training.from(Init.xavierNormal(), 1);
    assertThat(trained.finalLoss()).isLessThan(0.05 * start);
    Dataset data = Dataset.of(x, before); // everything else takes such targets too
    assertThat(data.loss(trained.net())).isEqualTo(trained.finalLoss());
    Report report = Probe.backward(trained.net(), x, before, data.loss());
    assertThat(report.profile(Measure.GRADIENT)[2]).isPositive();
  }

  @Test
  void theDoctorExaminesItAndRepairsIt() {
    Plan plan =
        Plan.of(
            Signal.vector(30),
            Residual.of(Dense.of(30, RELU)),
            Dense.of(30, RELU),
            Dense.of(3, LINEAR));
    DMatrixRMaj x = Data.normal(64, 30, 1);
    Findings twins = Doctor.examine(plan.init(Init.constant(0.1), 1), x, Data.normal(64, 3, 2));
    assertThat(twins.of(Diagnosis.SYMMETRY)).isPresent();
    Rules small = Rules.of(Init.heNormal()).on("2.W", Init.normal(1e-6));
    Findings found = Doctor.examine(plan.init(small, 1), x, Data.normal(64, 3, 2));
    assertThat(found.of(Diagnosis.VANISHING).orElseThrow().layer()).isEqualTo(2);
  }

  @Test
  void theJacobianIsThatOfTheWholeNet() {
    Plan plan = Plan.of(Signal.vector(3), Residual.of(Dense.of(3, TANH)), Dense.of(2, SILU));
    Network net = plan.init(Init.xavierNormal(), 1);
    DMatrixRMaj x = Data.normal(1, 3, 1);
    DMatrixRMaj jacobian = Spectrum.jacobian(net, x);
    assertThat(jacobian.numRows).isEqualTo(3);
    for (int i = 0; i < 3; i++) {
      DMatrixRMaj above = x.copy();
      DMatrixRMaj below = x.copy();
      above.data[i] += 1e-6;
      below.data[i] -= 1e-6;
      for (int j = 0; j < 2; j++) {
        double slope =
            (net.forward(above).output().data[j] - net.forward(below).output().data[j]) / 2e-6;
        assertThat(jacobian.get(i, j) - slope).isBetween(-1e-8, 1e-8);
      }
    }
  }

  /** No expectation exists, or theory refuses to find it: measurement goes on without a line. */
  @Test
  void theoryThatDoesNotExistEndsNoStudy() {
    for (Activation f :
        new Activation[] {Math::signum, z -> Math.pow(z, 40), z -> Math.exp(z * z)}) {
      Results seen = Study.of(Mlp.deep(f, 16, 2)).seeds(2).compare(Init.heNormal()).measure();
      assertThat(seen.rows()).hasSize(1);
      assertThat(seen.plot().toString()).isNotEmpty();
      assertThat(seen.table().text()).contains("He");
    }
  }

  /** A function without a value is named inside a block too, and a start that is none. */
  @Test
  void mistakesInsideBlocksAndStartsAreNamed() {
    Plan hidden = Plan.of(Signal.vector(8), Residual.of(Dense.of(8, Math::log)));
    assertThatThrownBy(() -> Study.of(hidden).seeds(1).compare(Init.heNormal()).measure())
        .hasMessageContaining("layer 1.dense");
    Study study = Study.of(Mlp.deep(RELU, 8, 3)).seeds(1);
    Start shallow = Start.of("mine", (plan, seed) -> Mlp.deep(RELU, 8, 2).init(Init.ones(), seed));
    assertThatThrownBy(() -> study.and(shallow).measure())
        .hasMessageContaining("Start \"mine\", seed 1: the number of layers that it starts is 2");
    assertThatThrownBy(() -> study.on((n, width, seed) -> Data.normal(n, width, seed)).on(nan(8)))
        .hasMessageContaining("NaN");
    assertThatThrownBy(() -> study.compare(Init.heNormal(), Init.heNormal()))
        .hasMessageContaining("the name of two starts is He");
  }

  private static DMatrixRMaj nan(int width) {
    DMatrixRMaj x = new DMatrixRMaj(1, width);
    x.set(0, 0, Double.NaN);
    return x;
  }

  @Test
  void aFunctionWithoutAValueIsNamed() {
    Activation root = Math::sqrt;
    assertThatThrownBy(
            () -> Study.of(Mlp.deep(root, 16, 2)).seeds(1).compare(Init.heNormal()).measure())
        .hasMessageContaining("Start \"He\", seed 1: f(")
        .hasMessageContaining("layer 1");
    Plan rooted = Mlp.of(root, 2, 4, 1);
    assertThatThrownBy(() -> Training.of(rooted, Data.xor(20, 1)).from(Init.heNormal(), 1))
        .hasMessageContaining("it must be a number");
  }
}
