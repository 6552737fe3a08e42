package initlab.nn.layer;

import static initlab.init.Activation.RELU;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import initlab.init.Init;
import initlab.math.Moments;
import initlab.nn.Memory;
import initlab.nn.Network;
import initlab.nn.Parameter;
import initlab.nn.Pass;
import initlab.nn.Plan;
import initlab.nn.Signal;
import initlab.nn.Watcher;
import initlab.train.data.Data;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;

class AttentionTest {

  private static DMatrixRMaj matrix(int rows, int cols, double... numbers) {
    return new DMatrixRMaj(rows, cols, true, numbers);
  }

  /** Two places, one head of width 1: logits are q_i k_j, shares e^q_i k_j over their sum. */
  private static Network one(Attention attention) {
    Network net = Network.blank(Plan.of(Signal.tokens(2, 1), attention).onPlainJava());
    net.parameter("1.q").load(matrix(1, 1, 2));
    net.parameter("1.k").load(matrix(1, 1, 3));
    net.parameter("1.v").load(matrix(1, 1, 5));
    net.parameter("1.out").load(matrix(1, 1, 7));
    return net;
  }

  @Test
  void sharesMixValues() {
    double[] z = one(Attention.of(1)).forward(matrix(1, 2, 0, 1)).output().data;
    double p = Math.exp(6) / (1 + Math.exp(6));
    assertThat(z).containsExactly(new double[] {35 / 2.0, 35 * p}, within(1e-12));
    double[] causal = one(Attention.of(1).causal()).forward(matrix(1, 2, 1, -1)).output().data;
    double q = 1 / (1 + Math.exp(12)); // the second place asks both: its logits are -6 and 6
    assertThat(causal).containsExactly(new double[] {35, 35 * (q - (1 - q))}, within(1e-12));
  }

  /** The root is that of the keys' width, whatever the values'. */
  @Test
  void logitsAreDividedByTheRootOfTheHeadsWidth() {
    Attention wide = Attention.of(1).headWidth(4).valueWidth(1);
    assertThat(shareOfFirst(wide)).isCloseTo(share(4 / 2.0), within(1e-12));
    assertThat(shareOfFirst(wide.unscaled())).isCloseTo(share(4), within(1e-12));
  }

  private static double share(double logit) {
    return Math.exp(logit) / (1 + Math.exp(logit));
  }

  private static double shareOfFirst(Attention attention) {
    Plan plan = Plan.of(Signal.tokens(2, 1), attention).onPlainJava();
    return seen(plan.init(Init.ones(), 1), matrix(1, 2, 1, 0)).get(0, 0);
  }

  private static DMatrixRMaj seen(Network net, DMatrixRMaj x) {
    var found = new AtomicReference<>(new DMatrixRMaj(0, 0));
    net.pass()
        .forward(
            x,
            new Watcher() {
              @Override
              public void forward(Memory m) {
                found.set(Attention.shares(m).copy());
              }
            });
    return found.get();
  }

  /** Heads take their own columns: two heads are two attentions side by side. */
  @Test
  void headsDoNotSeeEachOther() {
    Plan two = Plan.of(Signal.tokens(3, 4), Attention.of(2).causal()).onPlainJava();
    Plan one = Plan.of(Signal.tokens(3, 4), Attention.of(1).headWidth(2).causal()).onPlainJava();
    Network both = two.init(Init.xavierNormal(), 1);
    DMatrixRMaj x = Data.normal(2, 12, 1);
    DMatrixRMaj sum = new DMatrixRMaj(6, 4);
    for (int head = 0; head < 2; head++) {
      Network alone = Network.blank(one);
      for (Parameter p : alone.parameters()) {
        DMatrixRMaj all = both.parameter(p.path()).value();
        boolean rows = p.name().equals("out");
        DMatrixRMaj own = new DMatrixRMaj(p.shape().rows(), p.shape().cols());
        Blocks.take(all, rows ? 2 * head : 0, rows ? 0 : 2 * head, own);
        p.load(own);
      }
      CommonOps_DDRM.addEquals(sum, alone.forward(x).output());
    }
    assertThat(both.forward(x).output().data).containsExactly(sum.data, within(1e-12));
  }

  @Test
  void laterPlacesChangeNothingBeforeThem() {
    Network net = Plan.of(Signal.tokens(5, 6), Attention.of(3).causal()).init(Init.heNormal(), 2);
    DMatrixRMaj x = Data.normal(5, 6, 1);
    double[] before = net.forward(x).output().data.clone();
    x.set(3, 2, 9);
    double[] after = net.forward(x).output().data;
    assertThat(Arrays.copyOf(after, 18)).isEqualTo(Arrays.copyOf(before, 18));
    assertThat(after[18]).isNotEqualTo(before[18]);
  }

  /** Large logits do not overflow, and equal ones are shared alike. */
  @Test
  void softmaxIsSafe() {
    DMatrixRMaj z = matrix(2, 2, 1e8, -1e8, 800, 800);
    Softmax.rows(z, 2, false);
    assertThat(z.data).containsExactly(1, 0, 0.5, 0.5);
  }

  /**
   * What enters one number of a query, by counting: weights that are 1, inputs that are 1, give
   * fan_in; and how many numbers one input reaches is fan_out.
   */
  @Test
  void fansAreCounted() {
    Attention attention = Attention.of(3).headWidth(2).valueWidth(5);
    Network net = Plan.of(Signal.tokens(1, 4), attention).onPlainJava().init(Init.ones(), 1);
    DMatrixRMaj ones = new DMatrixRMaj(1, 4);
    CommonOps_DDRM.fill(ones, 1);
    Pass pass = net.forward(ones);
    Memory m = pass.layer(1);
    DMatrixRMaj qkv = m.keep(Attention.QKV, 1, 27);
    DMatrixRMaj mixed = m.keep(Attention.MIXED, 1, 15);
    for (String name : new String[] {"q", "k", "v"}) {
      assertThat(net.parameter("1." + name).shape().fanIn()).isEqualTo(qkv.get(0));
    }
    double fanInOfOut = pass.output().get(0) / mixed.get(0);
    assertThat(net.parameter("1.out").shape().fanIn()).isEqualTo(fanInOfOut).isEqualTo(15);
    ones.zero();
    ones.set(0, 1, 1);
    net.forward(ones).layer(1);
    double reached = CommonOps_DDRM.elementSum(qkv(net, ones));
    double planned =
        net.parameter("1.q").shape().fanOut()
            + net.parameter("1.k").shape().fanOut()
            + net.parameter("1.v").shape().fanOut();
    assertThat(reached).isEqualTo(planned).isEqualTo(27);
    assertThat(net.parameter("1.out").shape().fanOut()).isEqualTo(4);
  }

  private static DMatrixRMaj qkv(Network net, DMatrixRMaj x) {
    Pass pass = net.forward(x);
    return pass.layer(1).keep(Attention.QKV, 1, 27);
  }

  /**
   * N(0, 1) through the real layer, Var(W) = 1 / fan: queries, values and what comes out of one
   * place (whose share is 1) keep the second moment 1; and with 1 / fan_out the gradient does, on
   * its way back through values and out. Over 64 samples and 64 wide the relative spread is sqrt(2
   * / 64) at most per product, about 0.03 over both; 0.25 is eight of them: false alarms below
   * 1e-12.
   */
  @Test
  void fansKeepTheSizeOfNormalNumbers() {
    Plan plan = Plan.of(Signal.tokens(1, 64), Attention.of(2).headWidth(48).valueWidth(24));
    DMatrixRMaj x = Data.normal(64, 64, 1);
    Pass in = plan.init(Init.lecunNormal(), 1).forward(x);
    DMatrixRMaj qkv = in.layer(1).keep(Attention.QKV, 64, 4 * 48 + 48);
    assertThat(Moments.of(qkv).secondMoment()).isCloseTo(1, within(0.25));
    assertThat(Moments.of(in.output()).secondMoment()).isCloseTo(1, within(0.25));
    var byOut = Init.varianceScaling(1, initlab.init.FanMode.OUT, initlab.init.Distribution.NORMAL);
    Pass back = plan.init(byOut, 1).forward(x).backward(Data.normal(64, 64, 2));
    assertThat(Moments.of(back.da(0)).secondMoment()).isCloseTo(1, within(0.25));
  }

  /** Var(q k / sqrt(headWidth)) = |x_i|^2 |x_j|^2 Var(Q) Var(K): 1 for LeCun's rule and N(0, 1). */
  @Test
  void logitsBeginWithVarianceOne() {
    Plan plan = Plan.of(Signal.tokens(16, 64), Attention.of(2));
    var found = new AtomicReference<>(Double.NaN);
    plan.init(Init.lecunNormal(), 3)
        .pass()
        .forward(
            Data.normal(8 * 16, 64, 1),
            new Watcher() {
              @Override
              public void forward(Memory m) {
                found.set(Moments.of(Attention.logits(m)).secondMoment());
              }
            });
    assertThat(found.get()).isCloseTo(1, within(0.5));
  }

  @Test
  void whatDoesNotFitIsRefused() {
    refused(
        () -> Plan.of(Signal.tokens(4, 10), Attention.of(3)),
        "the number of heads is 3; it must be a divisor of the width 10");
    refused(() -> Attention.of(0), "the number of heads is 0");
    refused(() -> Attention.of(2).headWidth(0), "the width of a head is 0");
    refused(() -> Attention.of(2).valueWidth(-1), "the width of a value is -1");
    refused(() -> FeedForward.of(0, RELU), "the hidden width is 0");
    Network dense = Plan.of(Signal.vector(2), Dense.of(2, RELU)).init(Init.ones(), 1);
    refused(() -> seen(dense, matrix(1, 2, 1, 1)), "the layer 1 is");
    assertThat(Plan.of(Signal.tokens(4, 10), Attention.of(3).headWidth(2)).outputs()).isEqualTo(40);
    assertThat(Attention.of(3).headWidth(2).valueWidth(4).causal().unscaled().withBias())
        .hasToString("attention, 3 heads of 2, values of 4, causal, unscaled, biases");
    assertThat(Attention.of(1)).hasToString("attention, 1 head");
  }

  private static void refused(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable work, String words) {
    assertThatIllegalArgumentException().isThrownBy(work).withMessageContaining(words);
  }
}
