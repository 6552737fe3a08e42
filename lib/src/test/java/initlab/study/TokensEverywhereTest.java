package initlab.study;

import static initlab.init.Activation.RELU;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import initlab.init.Init;
import initlab.nn.Network;
import initlab.nn.Plan;
import initlab.nn.Role;
import initlab.nn.Rules;
import initlab.nn.Signal;
import initlab.nn.layer.Dense;
import initlab.nn.layer.Embedding;
import initlab.nn.layer.Positions;
import initlab.nn.layer.Residual;
import initlab.nn.layer.Unembedding;
import initlab.nn.loss.Loss;
import initlab.nn.lsuv.Lsuv;
import initlab.study.doctor.Doctor;
import initlab.study.probe.Inputs;
import initlab.study.probe.Measure;
import initlab.study.probe.Probe;
import initlab.study.probe.Report;
import initlab.study.race.Race;
import initlab.train.Training;
import initlab.train.data.Data;
import initlab.train.data.Dataset;
import initlab.train.data.Text;
import org.junit.jupiter.api.Test;

/** Study, Probe, Lsuv, Doctor, Training, Race and explain on nets of words. */
class TokensEverywhereTest {
  private static final Text TEXT = Text.madeUp(12);
  private static final Plan TIED =
      Plan.of(
          Signal.tokens(6, 1),
          Embedding.of(12, 8).tied("words"),
          Positions.learned(),
          Residual.of(Dense.of(8, RELU)),
          Unembedding.of(12).tied("words"));
  private static final Plan PLAIN =
      Plan.of(Signal.tokens(6, 1), Embedding.of(12, 8), Dense.of(8, RELU), Unembedding.of(12));
  private static final Rules RULES =
      Rules.of(Init.heNormal()).on(Role.EMBEDDING, Init.normal(0.3)).named("small table");

  @Test
  void aStudyFeedsIdsAndShowsNoSizeOfIds() {
    Results seen = Study.of(TIED).seeds(3).batch(16).and(RULES).measure();
    double[] forward = seen.of("small table").band(Measure.ACTIVATION).median();
    double[] backward = seen.of("small table").band(Measure.GRADIENT).median();
    assertThat(forward[0]).isNaN();
    assertThat(backward[0]).isNaN();
    assertThat(forward[1]).isCloseTo(0.09, within(0.05));
    assertThat(seen.median("small table", Measure.GRADIENT)).isEqualTo(backward[1]).isPositive();
    assertThat(seen.trend("small table", Measure.GRADIENT)).isNotEqualTo("is not a number");
    assertThat(seen.factor("small table")).isPositive();
    assertThat(seen.plot().text()).contains("small table, layer 1: median").doesNotContain("NaN");
    assertThat(seen.table().toString()).contains("dL/da, layer 1");
    assertThat(seen.growth().toString()).doesNotContain("NaN");
  }

  @Test
  void aStudyTakesTextsAndRareWords() {
    Study study = Study.of(TIED).seeds(2).batch(5).and(RULES);
    assertThat(study.on(Inputs.zipf(12)).firstBatch().data).isEqualTo(Data.zipf(5, 6, 12, 1).data);
    assertThat(study.on(Inputs.text(TEXT)).firstBatch().data)
        .isEqualTo(TEXT.draw(5, 6, 1).x().data);
    assertThat(study.firstBatch().data).isEqualTo(Data.ids(5, 6, 12, 1).data);
    assertThat(study.on(Inputs.zipf(12)).measure().median("small table")).isPositive();
    assertThatThrownBy(() -> study.on(Inputs.ids(13)).seeds(50).measure())
        .hasMessageContaining("into layer 1 (embedding), is 12");
    assertThatThrownBy(() -> Inputs.ids(0)).hasMessageContaining("the vocabulary is 0");
    assertThatThrownBy(() -> Inputs.zipf(0)).hasMessageContaining("the vocabulary is 0");
  }

  @Test
  void aProbeLooksBothWays() {
    Dataset data = TEXT.draw(10, 6, 1);
    Report report = Probe.backward(TIED.init(RULES, 1), data.x(), data.y(), data.loss());
    assertThat(report.first()).isEqualTo(1);
    assertThat(report.profile(Measure.GRADIENT)[0]).isNaN();
    assertThat(report.profile(Measure.WEIGHT_GRADIENT)[1]).isPositive();
    assertThat(report.plot().text()).doesNotContain("NaN");
    assertThat(report.table().toString()).isNotEmpty();
  }

  @Test
  void lsuvGivesATableOfItsOwnVarianceOne() {
    Network net = PLAIN.init(Init.orthogonal(), 1);
    assertThat(Lsuv.fit(net, Data.ids(50, 6, 12, 1)).converged()).isTrue();
    Network drawn = Lsuv.onBatches(16)[0].start(PLAIN, 1);
    assertThat(drawn.parameter("1.table").value().getNumElements()).isEqualTo(96);
    assertThatThrownBy(() -> Lsuv.fit(TIED.init(RULES, 1), Data.ids(50, 6, 12, 1)))
        .hasMessageContaining("the number of layers that share 1.table is 2 (1, 4)");
  }

  @Test
  void theDoctorDoesNotJudgeIdsByTheirSize() {
    Dataset data = TEXT.draw(40, 6, 1);
    Network net = PLAIN.init(RULES, 1);
    String found = Doctor.examine(net, data.x(), data.y(), Loss.tokens()).toString();
    assertThat(found).doesNotContainIgnoringCase("input is not scaled").doesNotContain("UNSCALED");
    Network dead = PLAIN.init(Init.normal(1e-6), 1);
    assertThat(Doctor.examine(dead, data.x(), data.y(), Loss.tokens()).toString())
        .contains("the signal vanishes");
  }

  @Test
  void trainingAndARaceLearnTheLanguage() {
    Race.Result race =
        Race.of(seed -> Training.of(TIED, TEXT.draw(60, 6, seed)).adam(0.03).steps(60).holdOut(20))
            .seeds(2)
            .and(RULES)
            .run();
    double end = race.median("small table", "held-out loss");
    assertThat(end).isLessThan(Math.log(12) - 0.2).isGreaterThan(TEXT.entropy() - 0.3);
    assertThat(race.median("small table", "held-out accuracy")).isGreaterThan(0.2);
    assertThat(race.shareAtChance("small table")).isZero();
    assertThat(race.plot().text()).contains("held-out");
  }

  @Test
  void whatDoesNotFitIsNamed() {
    assertThatThrownBy(() -> Training.of(TIED, TEXT.draw(5, 7, 1)))
        .hasMessageContaining("the width of the input is 7; it must be 6");
    assertThatThrownBy(() -> Training.of(TIED, Text.madeUp(13).draw(60, 6, 1)).from(RULES, 1))
        .hasMessageContaining("into layer 1 (embedding)");
  }

  @Test
  void explainNamesBothEndsOfATie() {
    assertThat(RULES.explain(TIED))
        .contains("1.table      12 x 8  embedding  normal, std 0.3  role embedding; tied: 4.table");
    assertThat(Rules.torch().explain(TIED)).contains("PyTorch Embedding");
    assertThat(Rules.keras().explain(PLAIN)).contains("Keras Embedding", "Keras Dense");
    assertThat(Rules.flax().explain(TIED)).contains("Flax Embed");
  }
}
