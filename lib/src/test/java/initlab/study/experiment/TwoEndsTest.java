package initlab.study.experiment;

import static initlab.init.Activation.LINEAR;
import static initlab.init.Activation.RELU;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import initlab.init.Init;
import initlab.nn.Network;
import initlab.nn.Plan;
import initlab.nn.Rules;
import initlab.nn.Signal;
import initlab.nn.Start;
import initlab.nn.layer.Dense;
import initlab.nn.layer.Embedding;
import initlab.nn.layer.Mlp;
import initlab.nn.layer.Unembedding;
import initlab.train.data.Dataset;
import initlab.train.data.Text;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

/** The first and the last layer: loss before step one, new words, new heads. */
class TwoEndsTest {
  private static final Plan WORDS =
      Plan.of(
          Signal.tokens(5, 1),
          Embedding.of(9, 4).tied("w"),
          Dense.of(4, RELU),
          Unembedding.of(9).tied("w"));
  private static final Dataset TEXT = Text.madeUp(9).draw(8, 5, 1);

  /**
   * Medians of 20 nets of 100 words each: the standard error of the mean is spread / sqrt(2000), of
   * a median 1.25 times that; six of these, and 2 % for a width of only 64, where |x| differs from
   * word to word.
   */
  @Test
  void theLossBeforeStepOneIsTheorys() {
    FirstLoss first = FirstLoss.of(40, 64);
    for (double std : new double[] {0.1, 1, 5}) {
      var theory = first.theoryUntied(std);
      double error = 7.5 * theory.spread() / Math.sqrt(2000) + 0.02 * theory.loss();
      assertThat(first.untied(std).median()).isCloseTo(theory.loss(), within(error));
      var tied = first.theoryTied(std);
      double tiedError = 7.5 * tied.spread() / Math.sqrt(2000) + 0.02 * tied.loss();
      assertThat(first.tied(std).median()).isCloseTo(tied.loss(), within(tiedError));
    }
    assertThat(first.tied(5).median()).isGreaterThan(2 * first.untied(5).median());
  }

  @Test
  void aFigureAndATableSayBoth() {
    FirstLoss first = FirstLoss.of(9, 4);
    assertThat(first.plot().text()).contains("untied theory", "tied theory");
    assertThat(first.display()).isNotEmpty();
    assertThatThrownBy(() -> FirstLoss.of(1, 4)).hasMessageContaining("the vocabulary is 1");
    assertThatThrownBy(() -> first.tied(-1)).hasMessageContaining("deviation of logits is -1");
  }

  @Test
  void newRowsAreTheMeanZerosOrLikeTheOthers() {
    DMatrixRMaj table = new DMatrixRMaj(new double[][] {{1, 2}, {3, 6}});
    assertThat(NewRows.MEAN.append(table, 2, 1).data).containsExactly(1, 2, 3, 6, 2, 4, 2, 4);
    assertThat(NewRows.ZERO.append(table, 1, 1).data).containsExactly(1, 2, 3, 6, 0, 0);
    DMatrixRMaj drawn = NewRows.NORMAL.append(table, 1, 1);
    assertThat(drawn.get(2, 0)).isNotZero();
    assertThat(drawn.data).isEqualTo(NewRows.NORMAL.append(table, 1, 1).data);
    assertThat(NewRows.MEAN).hasToString("mean");
    assertThatThrownBy(() -> NewRows.ZERO.append(table, 0, 1))
        .hasMessageContaining("the number of new words is 0");
  }

  /** exp of the mean logit is at most the mean of their exponentials, Jensen's inequality. */
  @Test
  void theMeanGivesTheNewWordAtMostItsShareWhateverTheNet() {
    for (int seed = 1; seed <= 5; seed++) {
      Network net = WORDS.init(Init.normal(2), seed);
      var asked = new NewTokens(net, TEXT);
      assertThat(asked.largest(NewRows.MEAN)).isLessThanOrEqualTo(1.0 / 10 + 1e-15);
      double most = -Math.log1p(-1.0 / 10);
      assertThat(asked.after(NewRows.MEAN) - asked.before()).isBetween(0.0, most + 1e-12);
    }
  }

  @Test
  void allElseIsAsItWas() {
    Network net = WORDS.init(Init.normal(2), 1);
    Network grown = new NewTokens(net, TEXT).grown(NewRows.ZERO, 3, 1);
    assertThat(grown.plan().vocabulary()).isEqualTo(12);
    DMatrixRMaj before = net.forward(TEXT.x()).output();
    DMatrixRMaj after = grown.forward(TEXT.x()).output();
    for (int row = 0; row < before.numRows; row++) {
      for (int word = 0; word < 12; word++) {
        double due = word < 9 ? before.get(row, word) : 0;
        assertThat(after.get(row, word)).isCloseTo(due, within(1e-12));
      }
    }
    assertThat(new NewTokens(net, TEXT).table().toString()).contains("mean", "zero", "normal");
    Network numbers = Mlp.of(RELU, 3, 2).init(Init.ones(), 1);
    assertThatThrownBy(() -> new NewTokens(numbers, TEXT))
        .hasMessageContaining("the first and the last layer is dense and dense");
  }

  @Test
  void aNewHeadLeavesTheBodyAsItIs() {
    Network body = Mlp.of(RELU, 3, 5, 4).init(Init.heNormal(), 1);
    Plan other = Mlp.of(RELU, 3, 5, 2);
    Start start = NewHead.on(body, Rules.of(Init.normal(0.02)));
    Network net = other.init(start, 7);
    assertThat(net.parameter("1.W").value().data).isEqualTo(body.parameter("1.W").value().data);
    assertThat(net.parameter("2.W").value().data)
        .isEqualTo(other.init(Init.normal(0.02), 7).parameter("2.W").value().data);
    assertThat(net.parameter("2.b").value().data).containsOnly(0);
    assertThat(other.init(NewHead.on(body, Rules.torch()), 7).parameter("2.b").value().data)
        .doesNotContain(0);
    assertThat(start.name()).isEqualTo("normal, std 0.02");
    Plan wider = Plan.of(Signal.vector(3), Dense.of(6, RELU), Dense.of(2, LINEAR));
    assertThatThrownBy(() -> wider.init(start, 1)).hasMessageContaining("that of the trained net");
  }
}
