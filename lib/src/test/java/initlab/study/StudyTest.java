package initlab.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import initlab.init.Activation;
import initlab.init.Init;
import initlab.init.Initializer;
import initlab.math.Band;
import initlab.nn.Plan;
import initlab.nn.layer.Mlp;
import initlab.nn.lsuv.Lsuv;
import initlab.study.probe.Inputs;
import initlab.study.probe.Measure;
import initlab.study.probe.Probe;
import initlab.study.probe.Report;
import initlab.train.data.Data;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StudyTest {
  private static final Plan PLAN = Mlp.deep(Activation.RELU, 64, 6);

  /**
   * 200 seeds of a 64-wide net: a layer's second moment has relative standard deviation near
   * sqrt(5/64) a layer at most, 0.7 after six; over 200 seeds the mean's is 0.05, so that 25 % is
   * five of them (false alarms below 1e-5 a number). Forgetting the factor 2 would be wrong by 98
   * %.
   */
  @Test
  void theoryIsTheMeanOfMeasurement() {
    Results found =
        Study.of(PLAN)
            .seeds(200)
            .batch(16)
            .compare(Init.heNormal(), Init.xavierNormal(), Init.normal(0.05))
            .measure();
    for (Result row : found.rows()) {
      double[] a = row.theory().orElseThrow().activation();
      double[] g = row.theory().orElseThrow().gradient();
      for (int l = 0; l <= 6; l++) {
        assertThat(mean(row, Measure.ACTIVATION, l) / a[l]).isBetween(0.75, 1.25);
        assertThat(mean(row, Measure.GRADIENT, l) / g[l]).isBetween(0.75, 1.25);
      }
    }
  }

  private static double mean(Result row, Measure measure, int layer) {
    return row.reports().stream()
        .mapToDouble(r -> r.profile(measure)[layer])
        .average()
        .orElseThrow();
  }

  @Test
  void equalStudiesGiveEqualNumbersWhateverThreadsRun() {
    Study study = Study.of(PLAN).seeds(8).compare(Init.heNormal(), Init.orthogonal());
    double[] once = study.measure().of("orthogonal").band(Measure.GRADIENT).median();
    double[] again = study.measure().of("orthogonal").band(Measure.GRADIENT).median();
    assertThat(again).isEqualTo(once);
  }

  @Test
  void zerosAreZeroFromTheFirstLayerOn() {
    Band band =
        Study.of(PLAN)
            .seeds(3)
            .compare(Init.zeros())
            .measure()
            .of("zeros")
            .band(Measure.ACTIVATION);
    assertThat(band.high()[0]).isBetween(0.8, 1.2);
    assertThat(band.high()[1]).isZero();
  }

  @Test
  void theoryIsSilentWhereItsAssumptionFails() {
    Initializer positive = Init.constant(0.1);
    Result row = Study.of(PLAN).seeds(1).compare(positive).measure().rows().get(0);
    assertThat(row.theory()).isEmpty();
  }

  @Test
  void lsuvKeepsEveryPreActivationNearOne() {
    Result row =
        Study.of(PLAN).seeds(5).and(Lsuv.on(Data.normal(256, 64, 9))).measure().rows().get(0);
    double[] z = row.band(Measure.PRE_ACTIVATION).median();
    for (int l = 1; l <= 6; l++) {
      assertThat(z[l]).isBetween(0.8, 1.25);
    }
  }

  @Test
  void aStudyWithoutStartsOrSeedsSaysSo() {
    assertThatThrownBy(() -> Study.of(PLAN).measure()).hasMessageContaining("compare(");
    assertThatThrownBy(() -> Study.of(PLAN).seeds(0)).hasMessageContaining("number of seeds is 0");
    assertThatThrownBy(() -> Study.of(PLAN).batch(0)).hasMessageContaining("batch size is 0");
    var found = Study.of(PLAN).seeds(1).compare(Init.zeros()).measure();
    assertThatThrownBy(() -> found.of("He")).hasMessageContaining("[zeros]");
  }

  @Test
  void heOnOneInputIsShownWithTheLawOfItsWidth() {
    Study study = Study.of(PLAN).seeds(3).compare(Init.heNormal(), Init.orthogonal());
    assertThat(study.plot().text())
        .doesNotContain("its band"); // many inputs: only the mean is known
    String words = study.batch(1).plot().text();
    assertThat(words)
        .startsWith(
            "ReLU net, 6 layers, 64 -> 64; one input, theory: median and 5-95 % at this width\n");
    assertThat(words.lines().filter(line -> line.contains("its band"))).hasSize(2);
    assertThat(words.lines().filter(line -> line.contains("its band")))
        .allMatch(l -> l.contains("He"));
  }

  @Test
  void weightGradientsAreThereOnlyWhereAsked() {
    Study study = Study.of(PLAN).seeds(2).compare(Init.heNormal());
    assertThatThrownBy(() -> study.measure().of("He").band(Measure.WEIGHT_GRADIENT))
        .hasMessageContaining("measure(Measure.WEIGHT_GRADIENT)");
    Result asked = study.measure(Measure.WEIGHT_GRADIENT).of("He");
    assertThat(asked.band(Measure.WEIGHT_GRADIENT).median()[6]).isPositive();
    assertThat(asked.band(Measure.GRADIENT).median())
        .isEqualTo(study.measure().of("He").band(Measure.GRADIENT).median());
  }

  @Test
  void sparingMemoryChangesNothing() {
    Report report =
        Study.of(PLAN).seeds(2).compare(Init.heNormal()).measure().rows().get(0).reports().get(1);
    Report alone =
        Probe.backward(
            PLAN.init(Init.heNormal(), 2), Data.normal(64, 64, 2), Inputs.gradient(64, 64, 2));
    for (Measure measure : report.measures()) {
      assertThat(report.profile(measure)).isEqualTo(alone.profile(measure));
    }
  }

  @Test
  void aStartThatThrowsIsNamedWithItsSeed() {
    Initializer bad =
        (shape, rng) -> {
          throw new ArithmeticException("no such thing");
        };
    assertThatThrownBy(() -> Study.of(PLAN).compare(bad.named("mine")).measure())
        .hasMessageContaining("Start \"mine\", seed 1: no such thing");
  }

  @Test
  void unscaledInputsAreExpectedAsTheyAre() {
    var x = Data.normal(32, 64, 1);
    org.ejml.dense.row.CommonOps_DDRM.scale(10, x);
    Result row = Study.of(PLAN).on(x).seeds(2).compare(Init.heNormal()).measure().rows().get(0);
    assertThat(row.theory().orElseThrow().activation()[0]).isBetween(90.0, 110.0);
    assertThat(row.band(Measure.ACTIVATION).low()[0]).isBetween(90.0, 110.0);
  }

  @Test
  void aStudyBeginsAtAnySeed() {
    Study study = Study.of(PLAN).compare(Init.heNormal());
    var three = study.seeds(3).measure().of("He").reports();
    var last = study.from(3).seeds(1).measure().of("He").reports();
    assertThat(last.get(0).profile(Measure.ACTIVATION))
        .isEqualTo(three.get(2).profile(Measure.ACTIVATION));
    assertThat(last.get(0).profile(Measure.GRADIENT))
        .isEqualTo(three.get(2).profile(Measure.GRADIENT));
  }

  @Test
  void theLawOfThisWidthCanBeAskedFor() {
    var seen = Study.of(PLAN).seeds(2).compare(Init.heNormal(), Init.orthogonal()).measure();
    assertThat(seen.law("He").orElseThrow().activation().size()).isEqualTo(PLAN.depth() + 1);
    assertThat(seen.law("orthogonal")).isEmpty();
  }

  @Test
  void densitiesOfBothWaysStandSideBySide() {
    Study study = Study.of(PLAN).batch(8).compare(Init.heNormal());
    assertThat(study.gradients(1, 2).toString()).contains("gradients dL/da", "layer 2");
    assertThat(study.bothWays(1).toString()).contains("activations", "gradients dL/da");
    assertThatThrownBy(() -> study.gradients(99)).hasMessageContaining("a layer is 99");
  }

  @Test
  void drawingAgainOnTheWayBackChangesNothing() {
    Study study = Study.of(PLAN).seeds(2).compare(Init.heNormal());
    Set<Measure> all = EnumSet.allOf(Measure.class);
    Report kept = new SeedRunner(study, all, false).measure(study.starts().get(0), 3);
    Report redrawn = new SeedRunner(study, all, true).measure(study.starts().get(0), 3);
    for (Measure measure : Measure.values()) {
      assertThat(redrawn.profile(measure)).isEqualTo(kept.profile(measure));
    }
  }
}
