package initlab.nn.layer;

import static initlab.init.Activation.LINEAR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import initlab.init.Init;
import initlab.math.Moments;
import initlab.nn.Network;
import initlab.nn.Pass;
import initlab.nn.Plan;
import initlab.nn.Role;
import initlab.nn.Rules;
import initlab.nn.Signal;
import initlab.train.data.Data;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.NormOps_DDRM;
import org.junit.jupiter.api.Test;

/** Words become rows of a table, and rows become logits. */
class EmbeddingTest {
  private static final Plan THREE_WORDS = Plan.of(Signal.tokens(2, 1), Embedding.of(3, 2));

  private static DMatrixRMaj ids(double... ids) {
    return new DMatrixRMaj(ids.length / 2, 2, true, ids);
  }

  private static Network with(Plan plan, double... table) {
    Network net = Network.blank(plan);
    net.parameter("1.table").load(new DMatrixRMaj(3, table.length / 3, true, table));
    return net;
  }

  @Test
  void anIdIsARowOfTheTable() {
    Network net = with(THREE_WORDS, 1, 2, 3, 4, 5, 6);
    assertThat(net.forward(ids(2, 0, 1, 1)).output().data).containsExactly(5, 6, 1, 2, 3, 4, 3, 4);
    Plan scaled = Plan.of(Signal.tokens(2, 1), Embedding.of(3, 4).scaled());
    Network four = with(scaled, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3);
    assertThat(four.forward(ids(1, 2)).output().data).containsExactly(4, 4, 4, 4, 6, 6, 6, 6);
  }

  @Test
  void aWordGetsTheGradientsOfAllItsPlacesAndAnAbsentOneNone() {
    Network net = with(THREE_WORDS, 1, 2, 3, 4, 5, 6);
    Pass pass =
        net.forward(ids(2, 0, 2, 2)).backward(new DMatrixRMaj(4, 2, true, 1, 2, 3, 4, 5, 6, 7, 8));
    assertThat(pass.gradient(net.parameter("1.table")).data)
        .containsExactly(3, 4, 0, 0, 1 + 5 + 7, 2 + 6 + 8);
    assertThat(pass.da(0).data).containsOnly(0);
  }

  /** The word's own logit is |e|^2: the double start of a tied head. */
  @Test
  void aTiedHeadHasTheTableOfTheEmbedding() {
    Plan plan =
        THREE_WORDS
            .then(1, Unembedding.of(3).tied("w"))
            .map(l -> l instanceof Embedding e ? e.tied("w") : l);
    Network net = with(plan, 1, 2, 3, 4, 5, 6);
    assertThat(net.parameters()).hasSize(1);
    assertThat(net.parameter("1.table").role()).isEqualTo(Role.EMBEDDING);
    assertThat(net.forward(ids(0, 1)).output().data).containsExactly(5, 11, 17, 11, 25, 39);
    assertThat(Rules.of(Init.gpt2()).explain(plan)).contains("tied: 2.table");
    Plan halved = plan.map(l -> l instanceof Unembedding u ? u.dividedBy(2) : l);
    assertThat(with(halved, 1, 2, 3, 4, 5, 6).forward(ids(0, 0)).output().data)
        .containsExactly(2.5, 5.5, 8.5, 2.5, 5.5, 8.5);
    assertThat(halved.layers().get(1)).hasToString("unembedding, 3 words, tied to w, logits / 2");
  }

  /**
   * One product enters each output of an embedding, whatever the id, and one number of an id
   * reaches all outputs of its place: counted by pushing ones.
   */
  @Test
  void fansAreWhatIsCounted() {
    var shape = Network.redrawing(THREE_WORDS).parameter("1.table").shape();
    Network ones = THREE_WORDS.init(Init.ones(), 1);
    assertThat(ones.forward(ids(0, 2)).output().data).containsOnly(shape.fanIn());
    double reached = CommonOps_DDRM.elementSum(ones.forward(ids(1, 1)).output()) / 2;
    assertThat(reached).isEqualTo(shape.fanOut());
    Plan head = Plan.of(Signal.vector(5), Unembedding.of(7));
    var own = Network.redrawing(head).parameter("1.table").shape();
    Network counted = head.init(Init.ones(), 1);
    Pass pass = counted.forward(new DMatrixRMaj(1, 5, true, 1, 1, 1, 1, 1));
    assertThat(pass.output().data).containsOnly(own.fanIn()).hasSize(7);
    pass.backward(new DMatrixRMaj(1, 7, true, 1, 1, 1, 1, 1, 1, 1));
    assertThat(pass.da(0).data).containsOnly(own.fanOut()).hasSize(5);
  }

  /**
   * With Var(E) = 1 / fan, N(0, 1) keeps its variance: an embedding's outputs with fan_in = 1, a
   * head's logits with fan_in, and gradients with fan_out. 40,000 numbers of at least 2,000
   * independent ones: the variance is within 0.19 (6 sd of 2 / sqrt(2 * 2000)); false alarms 1e-8.
   */
  @Test
  void fansKeepVariances() {
    Plan words = Plan.of(Signal.tokens(10, 1), Embedding.of(100, 20));
    DMatrixRMaj ids = Data.ids(200, 10, 100, 1);
    assertThat(variance(words.init(Init.lecunNormal(), 1).forward(ids).output()))
        .isCloseTo(1, within(0.19));
    Plan head = Plan.of(Signal.vector(50), Unembedding.of(200));
    assertThat(variance(head.init(Init.lecunNormal(), 1).forward(Data.normal(200, 50, 2)).output()))
        .isCloseTo(1, within(0.19));
    var fanOut =
        Init.varianceScaling(1, initlab.init.FanMode.OUT, initlab.init.Distribution.NORMAL);
    Pass back = head.init(fanOut, 1).forward(Data.normal(200, 50, 2));
    assertThat(variance(back.backward(Data.normal(200, 200, 3)).da(0))).isCloseTo(1, within(0.19));
  }

  private static double variance(DMatrixRMaj m) {
    return Moments.of(m).variance();
  }

  @Test
  void aBadIdIsNamedWithItsSamplePlaceLayerAndVocabulary() {
    Network net = THREE_WORDS.init(Init.ones(), 1);
    assertThatThrownBy(() -> net.forward(ids(0, 1, 2, 3)))
        .hasMessage(
            "the id of sample 1, place 1 (from 0), into layer 1 (embedding), is 3; it must be a whole"
                + " number from 0 to 2. Its vocabulary is 3: count words from 0, or plan a larger"
                + " one.");
    for (double bad : new double[] {-1, 0.5, Double.NaN, Double.POSITIVE_INFINITY, 1e300}) {
      assertThatThrownBy(() -> net.forward(ids(bad, 0)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("the id of sample 0, place 0 (from 0), into layer 1");
    }
    assertThatThrownBy(() -> Plan.of(Signal.tokens(3, 2), Embedding.of(5, 4)))
        .hasMessageContaining("Layer 1 (embedding)")
        .hasMessageContaining("the channels at each place is 2; it must be 1");
    assertThatThrownBy(() -> Embedding.of(0, 4)).hasMessageContaining("the vocabulary is 0");
    assertThatThrownBy(() -> Embedding.of(3, 0)).hasMessageContaining("the width is 0");
    assertThatThrownBy(() -> Unembedding.of(0)).hasMessageContaining("the vocabulary is 0");
    assertThatThrownBy(() -> Unembedding.of(3).dividedBy(0)).hasMessageContaining("the divisor is");
  }

  @Test
  void aTieOfTwoShapesIsRefused() {
    Plan plan =
        Plan.of(Signal.tokens(2, 1), Embedding.of(3, 2).tied("w"), Unembedding.of(4).tied("w"));
    assertThatThrownBy(() -> Network.blank(plan))
        .hasMessageContaining("2.table, tied to 1.table")
        .hasMessageContaining("4 x 2")
        .hasMessageContaining("3 x 2");
  }

  @Test
  void onlyAPlanThatBeginsWithWordsTakesIds() {
    assertThat(THREE_WORDS.vocabulary()).isEqualTo(3);
    assertThat(Plan.of(Signal.vector(3), Unembedding.of(4)).vocabulary()).isZero();
    assertThat(Plan.of(Signal.vector(3), Dense.of(4, LINEAR)).vocabulary()).isZero();
    assertThat(Embedding.of(3, 2).words(5)).isEqualTo(Embedding.of(5, 2));
    assertThat(Unembedding.of(3).words(5)).isEqualTo(Unembedding.of(5));
  }

  /** A table of its own is (words x width): a word's row is what enters its logit. */
  @Test
  void rulesThatTellInputsFromOutputsTellThemHereToo() {
    Plan plan = Plan.of(Signal.tokens(3, 10), Unembedding.of(40));
    DMatrixRMaj spectral = plan.init(Init.spectral(), 1).parameter("1.table").value();
    assertThat(NormOps_DDRM.normP2(spectral)).isCloseTo(2, within(1e-12));
    DMatrixRMaj sparse = plan.init(Init.sparse(0.8, 1), 1).parameter("1.table").value();
    for (int word = 0; word < 40; word++) {
      int zeros = 0;
      for (int i = 0; i < 10; i++) {
        zeros += sparse.get(word, i) == 0 ? 1 : 0;
      }
      assertThat(zeros).isEqualTo(8);
    }
  }
}
