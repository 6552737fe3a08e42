package initlab.study;

import static initlab.init.Activation.LINEAR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import initlab.init.Init;
import initlab.nn.Plan;
import initlab.nn.Role;
import initlab.nn.Rules;
import initlab.nn.Signal;
import initlab.nn.layer.Dense;
import initlab.nn.layer.Gru;
import initlab.nn.layer.LastStep;
import initlab.nn.layer.Lstm;
import initlab.nn.lsuv.Lsuv;
import initlab.study.doctor.Doctor;
import initlab.study.probe.Inputs;
import initlab.study.probe.Measure;
import initlab.study.probe.Probe;
import initlab.study.race.Race;
import initlab.train.History;
import initlab.train.Training;
import initlab.train.data.Data;
import initlab.train.data.Dataset;
import org.junit.jupiter.api.Test;

/** Study, Probe, Lsuv, Doctor, Race and Training on LSTM and GRU. */
class RecurrentModelsTest {
  private static final Plan PLAN =
      Plan.of(Signal.tokens(6, 3), Lstm.of(8), Gru.of(8), new LastStep(), Dense.of(3, LINEAR));
  private static final Rules RULES =
      Rules.of(Init.xavierUniform())
          .on(Role.RECURRENT, Init.orthogonalGates())
          .on("1.bf", Init.ones())
          .named("forget bias 1");

  @Test
  void studyAndProbeMeasureEveryLayer() {
    Results seen = Study.of(PLAN).seeds(3).batch(4).and(RULES).measure(Measure.WEIGHT_GRADIENT);
    assertThat(seen.of("forget bias 1").band(Measure.ACTIVATION).at(2).median()).isPositive();
    assertThat(seen.of("forget bias 1").band(Measure.WEIGHT_GRADIENT).at(1).median()).isPositive();
    var net = PLAN.init(RULES, 1);
    var report = Probe.backward(net, Data.normal(4, 18, 1), Inputs.gradient(4, 3, 1));
    assertThat(report.profile(Measure.GRADIENT)).hasSize(5).doesNotContain(Double.NaN);
  }

  @Test
  void lsuvRefusesALayerOfGatesByName() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Lsuv.fit(PLAN.init(RULES, 1), Data.normal(4, 18, 1)))
        .withMessageStartingWith("the weights of layer 1 (lstm) is [W, U]; it must be such that z");
  }

  @Test
  void theDoctorExaminesIt() {
    Dataset data = Data.memory(32, 6, 3, 0.1, 1);
    assertThat(Doctor.examine(PLAN.init(RULES, 1), data.x(), data.y(), data.loss()).toString())
        .isNotBlank();
  }

  @Test
  void trainingAndARaceLowerTheLoss() {
    Dataset data = Data.memory(64, 6, 3, 0.1, 1);
    History run = Training.of(PLAN, data).adam(0.03).steps(30).from(RULES, 1);
    assertThat(run.net().plan()).isEqualTo(PLAN);
    assertThat(data.loss(run.net())).isLessThan(0.9 * data.lossOfZero());
    Race.Result race =
        Race.of(seed -> Training.of(PLAN, data).adam(0.03).steps(20))
            .seeds(2)
            .and(RULES, Rules.keras())
            .run();
    assertThat(race.table().toString()).contains("forget bias 1", "Keras' defaults");
  }

  @Test
  void explainSaysWhatEveryGateGot() {
    assertThat(RULES.explain(PLAN).lines().filter(line -> line.startsWith("1.bf")))
        .singleElement()
        .asString()
        .contains("1 x 8", "bias", "ones", "1.bf");
    assertThat(Rules.keras().explain(PLAN)).contains("Keras forget bias");
    assertThat(Rules.torch().explain(PLAN)).contains("PyTorch RNN, two biases");
    assertThat(Rules.flax().explain(PLAN)).contains("orthogonal, each gate");
  }
}
