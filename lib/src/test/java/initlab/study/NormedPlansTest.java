package initlab.study;

import static initlab.init.Activation.LINEAR;
import static initlab.init.Activation.RELU;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import initlab.init.Init;
import initlab.math.Moments;
import initlab.nn.Layer;
import initlab.nn.Network;
import initlab.nn.Plan;
import initlab.nn.Rules;
import initlab.nn.Signal;
import initlab.nn.layer.Activate;
import initlab.nn.layer.BatchNorm;
import initlab.nn.layer.Dense;
import initlab.nn.layer.Dropout;
import initlab.nn.layer.GroupNorm;
import initlab.nn.layer.LayerNorm;
import initlab.nn.layer.Residual;
import initlab.nn.layer.RmsNorm;
import initlab.nn.loss.Loss;
import initlab.nn.lsuv.Lsuv;
import initlab.study.doctor.Diagnosis;
import initlab.study.doctor.Doctor;
import initlab.study.doctor.Findings;
import initlab.study.probe.Measure;
import initlab.study.probe.Probe;
import initlab.study.race.Race;
import initlab.train.History;
import initlab.train.Training;
import initlab.train.data.Data;
import initlab.train.data.Dataset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Study, Probe, LSUV, Doctor, Training and Race on nets with norms, dropout and learned blocks. */
class NormedPlansTest {
  private static final int WIDTH = 32;
  private static final Dense PLAIN = Dense.of(WIDTH, LINEAR);
  private static final Dense RELUS = Dense.of(WIDTH, RELU);
  private static final DMatrixRMaj X = Data.normal(64, WIDTH, 1);
  private static final DMatrixRMaj Y = Data.normal(64, 4, 2);
  private static final Dataset DATA = new Dataset("numbers", X, Y, Loss.squared());

  private static Plan six(String name, Layer... block) {
    List<Layer> all = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      all.addAll(List.of(block));
    }
    all.add(Dense.of(4, LINEAR));
    return Plan.of(Signal.vector(WIDTH), all).named(name);
  }

  static Stream<Plan> plans() {
    return Stream.of(
        six("norm before the branch", Residual.of(LayerNorm.of(), RELUS, PLAIN)),
        six("root mean square norm before it", Residual.of(RmsNorm.of(), RELUS, PLAIN)),
        six("norm behind the sum", Residual.of(RELUS, PLAIN), LayerNorm.of()),
        six("batch norms", PLAIN, BatchNorm.of(), Activate.of(RELU)),
        six("group norms", PLAIN, GroupNorm.of(4), Activate.of(RELU)),
        six(
            "blocks of He et al.",
            Residual.of(PLAIN, BatchNorm.of(), Activate.of(RELU), PLAIN, BatchNorm.of())
                .activation(RELU)),
        six("ReZero", Residual.of(RELUS, PLAIN).reZero()),
        six("layer scale", Residual.of(RELUS, PLAIN).layerScale(1e-5)),
        six("dropout", RELUS, Dropout.of(0.1)));
  }

  @ParameterizedTest
  @MethodSource("plans")
  void everythingWorks(Plan plan) {
    Results seen = Study.of(plan).seeds(3).compare(Init.heNormal()).measure();
    Network net = plan.init(Init.heNormal(), 1);
    double[] a = Probe.backward(net, X, Y).profile(Measure.ACTIVATION);
    assertThat(a).hasSize(plan.depth() + 1);
    for (int l = 0; l <= plan.depth(); l++) {
      assertThat(a[l]).isPositive().isFinite();
      assertThat(seen.of("He").band(Measure.GRADIENT).median()[l]).isPositive().isFinite();
    }
    assertThat(Rules.of(Init.heNormal()).explain(plan).lines().count())
        .isEqualTo(net.parameters().size());
    Findings found = Doctor.examine(net, X, Y);
    assertThat(found.of(Diagnosis.EXPLODING)).isEmpty();
    assertThat(found.of(Diagnosis.VANISHING)).isEmpty();
    assertThat(found.of(Diagnosis.SYMMETRY)).isEmpty();
    History learned = Training.of(plan, DATA).adam(0.003).steps(40).from(Init.heNormal(), 1);
    assertThat(learned.finalLoss()).isLessThan(0.5 * learned.loss()[0]);
  }

  /** LSUV gives z before a norm variance 1 too, and what the norm gives does not change by it. */
  @ParameterizedTest
  @MethodSource("plans")
  void lsuvRescalesWhatStandsBeforeANorm(Plan plan) {
    Network net = plan.init(Init.normal(3), 1);
    double before = Moments.of(net.forward(X).z(1)).secondMoment();
    Lsuv.fit(net, X);
    var pass = net.forward(X);
    for (int l = 1; l <= plan.depth(); l++) {
      if (plan.layers().get(l - 1) instanceof Dense) {
        assertThat(Moments.of(pass.z(l)).variance()).isCloseTo(1, within(0.1));
      }
    }
    assertThat(before).isGreaterThan(1);
  }

  /** Weights of std 0.01 before a norm are no fault; the same without norms are. */
  @Test
  void theScaleOfWhatANormForgetsIsNoFault() {
    Rules tiny = Rules.of(Init.normal(0.01)).on("19.W", Init.heNormal());
    Rules huge = Rules.of(Init.normal(100)).on("19.W", Init.heNormal());
    for (Layer norm : List.of(BatchNorm.of(), LayerNorm.of(), RmsNorm.of(), GroupNorm.of(2))) {
      Plan normed = six("normed", PLAIN, norm, Activate.of(RELU));
      for (Rules rules : List.of(tiny, huge)) {
        var found = Doctor.examine(normed.init(rules, 1), X, Y);
        assertThat(found.of(Diagnosis.VANISHING)).as("%s", norm).isEmpty();
        assertThat(found.of(Diagnosis.EXPLODING)).as("%s", norm).isEmpty();
      }
    }
    Plan bare = six("bare", RELUS);
    assertThat(Doctor.examine(bare.init(Init.normal(0.01), 1), X, Y).of(Diagnosis.VANISHING))
        .isPresent();
    assertThat(Doctor.examine(bare.init(Init.normal(100), 1), X, Y).of(Diagnosis.EXPLODING))
        .isPresent();
  }

  /** After 100 steps at momentum 0.1 what is left of the start is 0.9^100 = 3e-5. */
  @Test
  void runningNumbersFollowTheBatches() {
    Plan plan = Plan.of(Signal.vector(WIDTH), BatchNorm.of(), Dense.of(4, LINEAR));
    History learned = Training.of(plan, DATA).sgd(1e-9).steps(100).from(Init.heNormal(), 1);
    double[] mean = learned.net().parameter("1.mean").value().data;
    double[] variance = learned.net().parameter("1.variance").value().data;
    for (int c = 0; c < WIDTH; c++) {
      double[] column = new double[X.numRows];
      for (int row = 0; row < column.length; row++) {
        column[row] = X.get(row, c);
      }
      Moments batch = Moments.of(column);
      assertThat(mean[c]).isCloseTo(batch.mean(), within(1e-4));
      assertThat(variance[c]).isCloseTo(batch.variance() * 64 / 63, within(1e-4));
    }
    DMatrixRMaj trained = learned.net().forward(X).output();
    DMatrixRMaj used = learned.net().evaluate(X).output();
    assertThat(used.get(0)).isCloseTo(trained.get(0), within(0.05)).isNotEqualTo(trained.get(0));
  }

  @Test
  void aRaceTakesThem() {
    var result =
        Race.of(seed -> Training.of(six("batch norms", PLAIN, BatchNorm.of()), DATA).steps(5))
            .rates(0.001, 0.01)
            .seeds(2)
            .compare(Init.heNormal(), Init.normal(1))
            .run();
    assertThat(result.toString()).isNotEmpty();
  }
}
