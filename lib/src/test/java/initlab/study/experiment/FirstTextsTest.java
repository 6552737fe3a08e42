package initlab.study.experiment;

import static initlab.init.Activation.RELU;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import initlab.init.Init;
import initlab.nn.Plan;
import initlab.nn.Rules;
import initlab.nn.layer.Embedding;
import initlab.nn.layer.Mlp;
import initlab.train.data.Data;
import initlab.train.data.Dataset;
import initlab.train.data.Relabelled;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

/** What nets lose before step one, and what a first block is told of words and places. */
class FirstTextsTest {

  /** Zeros lose log 2 exactly; the prior's loss is H(p), but for the share of rare ones drawn. */
  @Test
  void theLossBeforeStepOneIsMeasuredForAnyPlanAndStart() {
    Dataset rare = Data.rare(500, 3, 0.1, 1);
    Plan plan = Mlp.of(RELU, 3, 4, 1);
    Rules zeros = Rules.of(Init.heNormal()).on("2.W", Init.zeros());
    StartLoss seen =
        StartLoss.of(plan, rare)
            .and(zeros.named("bias 0"), zeros.on("2.b", Init.prior(0.1)).named("prior"))
            .compare(Init.normal(1));
    assertThat(seen.median("bias 0")).isCloseTo(Math.log(2), within(1e-12));
    assertThat(seen.ofZero()).isCloseTo(Math.log(2), within(1e-12));
    double share = rare.counts()[0] / rare.samples();
    double due = -share * Math.log(0.1) - (1 - share) * Math.log(0.9);
    assertThat(seen.interval("prior").high()).isCloseTo(due, within(1e-12));
    assertThat(seen.toString()).contains("bias 0", "prior", "normal, std 1", "30 nets");
    assertThat(seen.display()).isNotEmpty();
    assertThatThrownBy(() -> seen.median("He")).hasMessageContaining("the start is He");
    assertThatThrownBy(() -> seen.compare(Init.normal(1))).hasMessageContaining("no other start");
    assertThatThrownBy(seen::and).hasMessageContaining("the number of starts is 0");
  }

  /** Rows of variance 1/d beside waves of second moment 1/2; times sqrt(d) of 1. */
  @Test
  void theRootOfTheWidthMakesWordsAsLoudAsPlaces() {
    var rows = Init.normal(1 / Math.sqrt(256));
    var quiet = WordsAndPlaces.of(Embedding.of(9, 256), rows);
    var loud = WordsAndPlaces.of(Embedding.of(9, 256).scaled(), rows);
    assertThat(quiet.shareOfWords()).isCloseTo(1 / 129.0, within(0.002));
    assertThat(loud.shareOfWords()).isCloseTo(2 / 3.0, within(0.05));
    assertThat(quiet.sameWordOverNeighbour()).isNegative();
    assertThat(loud.sameWordOverNeighbour()).isGreaterThan(0.3);
    assertThat(quiet.map().text()).contains("Rows as they are");
    assertThat(loud.toString()).contains("Rows times sqrt(width)");
    assertThat(loud.display()).isNotEmpty();
    assertThatThrownBy(() -> WordsAndPlaces.of(Embedding.of(5, 8), rows))
        .hasMessageContaining("the vocabulary is 5");
  }

  @Test
  void bothLawsStandBesideTheExactLoss() {
    LossLaws laws = LossLaws.of(50_257);
    assertThat(laws.loss(0)).isCloseTo(Math.log(50_257), within(1e-9));
    assertThat(laws.loss(27.7)).isCloseTo(117.35, within(0.01));
    assertThat(laws.table(1, 27.7).text()).contains("ln V + s^2/2", "11.32", "117.4");
    assertThatThrownBy(() -> LossLaws.of(1)).hasMessageContaining("the vocabulary is 1");
    assertThatThrownBy(laws::table).hasMessageContaining("how many standard deviations is 0");
  }

  @Test
  void otherClassesAreAskedOfTheSameSamples() {
    DMatrixRMaj x = new DMatrixRMaj(new double[][] {{1}, {2}, {3}});
    Dataset three = Dataset.labelled("three", x, new int[] {0, 1, 2}, 3);
    Dataset two = Relabelled.of(three, "odd or even", 2, old -> old % 2);
    assertThat(two.y().data).containsExactly(1, 0, 0, 1, 1, 0);
    assertThat(two.x().data).containsExactly(1, 2, 3);
    assertThat(two.name()).isEqualTo("odd or even");
    assertThatThrownBy(() -> Relabelled.of(three, "three", 2, old -> old))
        .hasMessageContaining("label 2 is 2");
    assertThatThrownBy(() -> Relabelled.of(Data.xor(3, 1), "x", 2, old -> old))
        .hasMessageContaining("the columns of targets is 1");
  }
}
