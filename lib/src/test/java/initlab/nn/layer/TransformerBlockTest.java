package initlab.nn.layer;

import static initlab.init.Activation.GELU;
import static initlab.init.Activation.LINEAR;
import static initlab.init.Activation.RELU;
import static initlab.init.Activation.SILU;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import initlab.init.Distribution;
import initlab.init.FanMode;
import initlab.init.Init;
import initlab.math.Moments;
import initlab.nn.Network;
import initlab.nn.Parameter;
import initlab.nn.Pass;
import initlab.nn.Plan;
import initlab.nn.Rules;
import initlab.nn.Signal;
import initlab.nn.lsuv.Lsuv;
import initlab.study.Study;
import initlab.study.doctor.Doctor;
import initlab.study.probe.Measure;
import initlab.study.probe.Probe;
import initlab.train.History;
import initlab.train.Training;
import initlab.train.data.Data;
import initlab.train.data.Dataset;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;

class TransformerBlockTest {
  private static final Signal TEXT = Signal.tokens(6, 8);
  private static final TransformerBlock BLOCK =
      TransformerBlock.preNorm(Attention.of(2).causal(), FeedForward.of(32, GELU));

  /** x W with W = c for one place and one channel; the norm off. */
  private static Network scalar(TransformerBlock block, double feedForward) {
    TransformerBlock plain = block.norm(Residual.of(Dense.of(1, LINEAR).withoutBias()));
    Network net = Network.blank(Plan.of(Signal.vector(1), plain).onPlainJava());
    net.parameter("1.attention.v").load(new DMatrixRMaj(new double[] {2}));
    net.parameter("1.attention.out").load(new DMatrixRMaj(new double[] {3}));
    net.parameter("1.feedforward.up").load(new DMatrixRMaj(new double[] {1}));
    net.parameter("1.feedforward.down").load(new DMatrixRMaj(new double[] {feedForward}));
    net.parameter("1.norm1.dense.W").load(new DMatrixRMaj(new double[] {1}));
    return net;
  }

  /** norm1 doubles, norm2 does nothing, attention is times 6, the feed-forward part times 10. */
  @Test
  void skipsNormsAndBranchesStandWhereTheyShould() {
    var attention = Attention.of(1);
    var feedForward = FeedForward.of(1, LINEAR);
    DMatrixRMaj one = new DMatrixRMaj(new double[] {1});
    Network pre = scalar(TransformerBlock.preNorm(attention, feedForward), 10);
    assertThat(pre.forward(one).output().get(0)).isEqualTo((1 + 6 * 2) * 11);
    Network post = scalar(TransformerBlock.postNorm(attention, feedForward), 10);
    assertThat(post.forward(one).output().get(0)).isEqualTo(2 * (1 + 6) * 11);
    Network deep = scalar(TransformerBlock.deepNorm(attention, feedForward, 8), 10);
    assertThat(deep.forward(one).output().get(0)).isEqualTo(2 * (2 + 6) * (2 + 10));
    assertThat(TransformerBlock.deepNormGain(2)).isEqualTo(0.5);
  }

  /** h = f(x Gate) (x Up): f belongs to the gate. */
  @Test
  void aGateOpensWhatGoesUp() {
    Network net =
        Network.blank(Plan.of(Signal.vector(1), FeedForward.gated(2, RELU)).onPlainJava());
    net.parameter("1.gate").load(new DMatrixRMaj(1, 2, true, 2, -1));
    net.parameter("1.up").load(new DMatrixRMaj(1, 2, true, -3, 5));
    net.parameter("1.down").load(new DMatrixRMaj(2, 1, true, 1, 100));
    assertThat(net.forward(new DMatrixRMaj(2, 1, true, 4, -4)).output().data)
        .containsExactly(8 * -12, 4 * -20 * 100);
  }

  @Test
  void pathsReadLikeAModels() {
    Plan plan = Plan.of(TEXT, BLOCK).then(1, Dense.of(3, LINEAR));
    assertThat(Network.blank(plan).parameters().stream().map(Parameter::path))
        .containsExactly(
            "1.norm1.scale",
            "1.norm1.shift",
            "1.attention.q",
            "1.attention.k",
            "1.attention.v",
            "1.attention.out",
            "1.norm2.scale",
            "1.norm2.shift",
            "1.feedforward.up",
            "1.feedforward.down",
            "2.W",
            "2.b");
    String told = Rules.of(Init.normal(0.02)).on("*.attention.out", Init.zeros()).explain(plan);
    assertThat(told).contains("1.attention.out", "*.attention.out");
    assertThat(BLOCK.norm(RmsNorm.of()).norm()).isEqualTo(RmsNorm.of());
  }

  /**
   * By counting: ones through weights of ones. Of a gated part each of h's numbers is a product of
   * two sums of fan_in each.
   */
  @Test
  void fansOfTheFeedForwardPartAreCounted() {
    DMatrixRMaj ones = new DMatrixRMaj(1, 5);
    CommonOps_DDRM.fill(ones, 1);
    FeedForward[] parts = {FeedForward.of(7, LINEAR), FeedForward.gated(7, LINEAR)};
    for (FeedForward part : parts) {
      Network net = Plan.of(Signal.vector(5), part).onPlainJava().init(Init.ones(), 1);
      double up = net.parameter("1.up").shape().fanIn();
      double down = net.parameter("1.down").shape().fanIn();
      assertThat(net.forward(ones).output().get(0)).isEqualTo(part.gated() ? 25 * 7 : 5 * 7);
      assertThat(up).isEqualTo(5);
      assertThat(down).isEqualTo(7);
      assertThat(net.parameter("1.up").shape().fanOut()).isEqualTo(7);
      assertThat(net.parameter("1.down").shape().fanOut()).isEqualTo(5);
    }
  }

  /**
   * N(0, 1) with Var(W) = 1 / fan_in forward, 1 / fan_out backward, through 128 wide and 96 hidden
   * numbers of 64 samples: the relative spread is about 0.03; 0.25 is eight of them, false alarms
   * below 1e-12.
   */
  @Test
  void fansOfTheFeedForwardPartKeepSizes() {
    Plan plain = Plan.of(Signal.vector(128), FeedForward.of(96, LINEAR));
    DMatrixRMaj x = Data.normal(64, 128, 1);
    Pass pass = plain.init(Init.lecunNormal(), 1).forward(x);
    assertThat(Moments.of(pass.output()).secondMoment()).isCloseTo(1, within(0.25));
    var byOut = Init.varianceScaling(1, FanMode.OUT, Distribution.NORMAL);
    Pass back = plain.init(byOut, 1).forward(x).backward(Data.normal(64, 128, 2));
    assertThat(Moments.of(back.da(0)).secondMoment()).isCloseTo(1, within(0.25));
    Plan gated = Plan.of(Signal.vector(128), FeedForward.gated(96, LINEAR));
    Pass product = gated.init(Init.lecunNormal(), 1).forward(x);
    assertThat(Moments.of(product.output()).secondMoment()).isCloseTo(1, within(0.4));
  }

  @Test
  void studyProbeDoctorAndLsuvWorkOnIt() {
    TransformerBlock gated =
        TransformerBlock.postNorm(Attention.of(4), FeedForward.gated(11, SILU));
    Plan plan = Plan.of(TEXT, BLOCK, gated).then(1, Dense.of(3, LINEAR));
    var seen =
        Study.of(plan)
            .seeds(3)
            .batch(4)
            .compare(Init.xavierNormal())
            .measure(Measure.ACTIVATION, Measure.WEIGHT_GRADIENT);
    assertThat(seen.toString()).isNotEmpty();
    Network net = plan.init(Init.xavierNormal(), 1);
    DMatrixRMaj x = Data.normal(4, 48, 1);
    var report = Probe.backward(net, x, Data.normal(4, 18, 2));
    assertThat(report.profile(Measure.WEIGHT_GRADIENT)[1]).isPositive();
    assertThat(Doctor.examine(net, x, Data.normal(4, 18, 3)).toString()).isNotEmpty();
    Lsuv.fit(net, x);
    assertThat(Moments.of(net.forward(x).z(3)).variance()).isCloseTo(1, within(0.1));
  }

  /** The output grows with down; up and gate stay as they were drawn. */
  @Test
  void lsuvRescalesWhatGoesDown() {
    Plan plan = Plan.of(TEXT, FeedForward.of(9, GELU), FeedForward.gated(9, SILU));
    Network net = plan.init(Init.normal(2), 1);
    double[] up = net.parameter("1.up").value().data.clone();
    double[] gate = net.parameter("2.gate").value().data.clone();
    double[] opened = net.parameter("2.up").value().data.clone();
    Lsuv.fit(net, Data.normal(20, 48, 1));
    assertThat(net.parameter("1.up").value().data).isEqualTo(up);
    assertThat(net.parameter("2.gate").value().data).isEqualTo(gate);
    assertThat(net.parameter("2.up").value().data).isEqualTo(opened);
  }

  /** Biases of the output are those that centre; nothing is asked of an adapter that is silent. */
  @Test
  void lsuvCentresByTheBiasOfTheOutput() {
    Plan plan =
        Plan.of(TEXT, Attention.of(2).withBias(), Adapter.of(3, RELU), FeedForward.of(9, RELU))
            .withBiases();
    DMatrixRMaj x = Data.normal(30, 48, 1);
    for (int i = 0; i < x.getNumElements(); i++) {
      x.data[i] += 3;
    }
    Network net = Lsuv.on(x).centred().start(plan, 1);
    Pass pass = net.forward(x);
    for (int layer : new int[] {1, 3}) {
      assertThat(Moments.of(pass.z(layer)).mean()).isCloseTo(0, within(0.1));
      assertThat(Moments.of(pass.z(layer)).variance()).isCloseTo(1, within(0.1));
    }
    assertThat(net.parameter("1.bq").value().data).containsOnly(0);
  }

  /** To say which of its places is largest, a place must see the others. */
  @Test
  void twoBlocksLearn() {
    Plan plan = Plan.of(Signal.tokens(4, 8), BLOCK).then(1, BLOCK, Dense.of(1, LINEAR));
    DMatrixRMaj x = Data.normal(32, 32, 1);
    DMatrixRMaj y = new DMatrixRMaj(32, 4);
    for (int row = 0; row < 32; row++) {
      for (int place = 0; place < 4; place++) {
        y.set(row, place, place == 0 ? 0 : x.get(row, 8 * (place - 1)));
      }
    }
    Dataset data = new Dataset("the place before", x, y, initlab.nn.loss.Loss.squared());
    History history = Training.of(plan, data).adam(0.01).steps(60).from(Init.xavierNormal(), 1);
    assertThat(history.last("loss")).isLessThan(0.2 * history.series("loss")[0]);
  }

  @Test
  void whatDoesNotFitIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Plan.of(TEXT, TransformerBlock.preNorm(Attention.of(3), BLOCK)))
        .withMessageStartingWith("Layer 1.attention (attention), which takes 6 x 8: the number of");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> Plan.of(TEXT, TransformerBlock.preNorm(Attention.of(2), Dense.of(5, RELU))))
        .withMessageContaining("what feedforward gives is 6 x 5; it must be 6 x 8");
    assertThatThrownBy(() -> TransformerBlock.deepNorm(BLOCK, BLOCK, 0))
        .hasMessageContaining("the number of blocks is 0");
  }

  @Test
  void alphaHasNoMeaningWhereNormsComeFirst() {
    TransformerBlock plain = TransformerBlock.preNorm(Attention.of(2), FeedForward.of(8, GELU));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new TransformerBlock(true, 2, plain.attention(), plain.feedForward(), plain.norm()))
        .withMessage(
            "alpha where norms come first is 2; it must be 1. DeepNorm has its norms after the sums.");
  }
}
