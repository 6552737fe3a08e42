package initlab.study;

import static initlab.init.Activation.LINEAR;
import static initlab.init.Activation.RELU;
import static org.assertj.core.api.Assertions.assertThat;

import initlab.init.Init;
import initlab.math.Moments;
import initlab.nn.Network;
import initlab.nn.Pass;
import initlab.nn.Plan;
import initlab.nn.Rules;
import initlab.nn.Signal;
import initlab.nn.layer.Conv;
import initlab.nn.layer.Conv2d;
import initlab.nn.layer.Dense;
import initlab.nn.layer.Flatten;
import initlab.nn.layer.Pool;
import initlab.nn.lsuv.Lsuv;
import initlab.nn.lsuv.LsuvTrace;
import initlab.study.doctor.Diagnosis;
import initlab.study.doctor.Doctor;
import initlab.study.probe.Measure;
import initlab.study.probe.Probe;
import initlab.study.probe.Report;
import initlab.study.race.Race;
import initlab.train.History;
import initlab.train.Training;
import initlab.train.data.Data;
import initlab.train.data.Dataset;
import initlab.train.data.Digits;
import java.util.Collections;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

/** Study, Probe, LSUV, Doctor, Training, Race and explain on a small convolutional net. */
class ConvPlansTest {
  private static final Plan NET =
      Plan.of(
          Signal.image(12, 12, 1),
          Conv2d.of(3, 6, RELU).same(),
          Pool.max(2),
          Conv2d.of(3, 8, RELU).same(),
          Pool.average(2),
          Flatten.of(),
          Dense.of(10, LINEAR));

  @Test
  void aStudyMeasuresEveryLayer() {
    Results seen =
        Study.of(NET).seeds(3).batch(4).compare(Init.heNormal()).measure(Measure.WEIGHT_GRADIENT);
    double[] a = seen.of("He").band(Measure.ACTIVATION).median();
    double[] g = seen.of("He").band(Measure.GRADIENT).median();
    assertThat(a).hasSize(7);
    assertThat(a[5]).isEqualTo(a[4]); // flattened, and no number changed
    for (int l = 0; l <= 6; l++) {
      assertThat(a[l]).isPositive();
      assertThat(g[l]).isPositive();
    }
    double[] weights = seen.of("He").band(Measure.WEIGHT_GRADIENT).median();
    assertThat(weights[1]).isPositive();
    assertThat(weights[2]).isNaN();
    assertThat(seen.plot().toString()).contains("6 layers, 12 x 12 x 1 -> 10");
  }

  @Test
  void aProbeLooksAtIt() {
    Network net = NET.init(Init.heNormal(), 1);
    DMatrixRMaj x = Data.normal(4, 144, 1);
    Report report = Probe.backward(net, x, Data.normal(4, 10, 2));
    var pass = net.forward(x).backward(Data.normal(4, 10, 2));
    assertThat(report.profile(Measure.WEIGHT_GRADIENT)[3])
        .isEqualTo(Moments.of(pass.gradient(net.parameter("3.W"))).secondMoment());
  }

  @Test
  void lsuvGivesEveryConvolutionVarianceOne() {
    Network net = NET.init(Init.orthogonal(), 1);
    DMatrixRMaj x = Data.normal(20, 144, 1);
    LsuvTrace trace = Lsuv.fit(net, x);
    Pass pass = net.forward(x);
    for (int l : new int[] {1, 3, 6}) {
      assertThat(Moments.of(pass.z(l)).variance()).isBetween(0.9, 1.1);
    }
    assertThat(trace.toString()).isNotEmpty();
  }

  @Test
  void theDoctorFindsTheLayerThatVanishes() {
    Rules small = Rules.of(Init.heNormal()).on("3.W", Init.normal(1e-6));
    DMatrixRMaj x = Data.normal(30, 144, 1);
    var found = Doctor.examine(NET.init(small, 1), x, Data.normal(30, 10, 2));
    assertThat(found.of(Diagnosis.VANISHING).orElseThrow().layer()).isEqualTo(3);
    var fine = Doctor.examine(NET.init(Init.heNormal(), 1), x, Data.normal(30, 10, 2));
    assertThat(fine.of(Diagnosis.VANISHING)).isEmpty();
  }

  @Test
  void rulesNameItsLayersByKindAndByPath() {
    Rules rules = Rules.of(Init.lecunNormal()).on(Conv.class, Init.heNormal());
    assertThat(rules.explain(NET).lines().map(line -> line.replaceAll(" +", " ").strip()))
        .containsExactly(
            "1.W 3 x 3 x 1 x 6 weight He Conv layers",
            "1.b 1 x 6 bias zeros usual for a bias",
            "3.W 3 x 3 x 6 x 8 weight He Conv layers",
            "3.b 1 x 8 bias zeros usual for a bias",
            "6.W 72 x 10 weight LeCun all weights",
            "6.b 1 x 10 bias zeros usual for a bias");
  }

  /** Fifteen steps on fifty made-up digits; a net that does not learn stays at ln 10 = 2.3. */
  @Test
  void trainingLearnsAndARaceSeesIt() {
    Dataset digits = Digits.madeUp().draw(50, 1);
    Training training = Training.of(NET, digits).adam(0.02).batch(50).steps(15).every(15);
    History trained = training.from(Init.heNormal(), 1);
    assertThat(trained.finalLoss()).isLessThan(1.5);
    Race race = Race.of(seed -> training).rates(0.02).seeds(2).compare(Init.heNormal());
    assertThat(race.run().best("He").toString()).isNotEmpty();
  }

  /** What a pass holds grows with the batch by activations alone: patches are never kept. */
  @Test
  void noPatchesAreKept() {
    Plan deep =
        Plan.of(
            Signal.image(16, 16, 32),
            Collections.nCopies(5, Conv2d.of(3, 32, RELU).same().withoutBias()));
    Pass pass = new Pass(Network.blank(deep), Pass.Keep.LEAST);
    pass.forward(Data.normal(16, deep.inputs(), 1)).backward(Data.normal(16, deep.inputs(), 2));
    double activations = 16.0 * deep.inputs();
    assertThat(pass.doubles() / activations).isBetween(5.0, 10.0);
  }
}
