package initlab.nn.layer;

import static initlab.init.Activation.LINEAR;
import static initlab.init.Activation.RELU;
import static initlab.init.Activation.TANH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import initlab.init.Init;
import initlab.nn.Network;
import initlab.nn.Plan;
import initlab.nn.Rules;
import initlab.nn.Signal;
import initlab.nn.Transfer;
import initlab.nn.lsuv.Lsuv;
import initlab.train.History;
import initlab.train.Training;
import initlab.train.data.Data;
import initlab.train.data.Dataset;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;

class LoraTest {
  private static final Plan BASE = Mlp.of(TANH, 2, 16, 16, 1);
  private static final Plan ADAPTED =
      BASE.map(layer -> layer instanceof Dense dense ? Lora.of(dense, 1).alpha(2) : layer);
  private static final Rules RULES = Rules.of(Init.heNormal());

  /** z = x W + b + (alpha / r) x A B: 3 + 1 + 4 / 2 (1 * 10 + 2 * 100), by hand. */
  @Test
  void theCorrectionIsTheFormula() {
    Dense dense = Dense.of(2, LINEAR);
    Lora lora = Lora.of(dense, 2).alpha(4);
    Network net = Network.blank(Plan.of(Signal.vector(2), lora).onPlainJava());
    net.parameter("1.base.W").load(new DMatrixRMaj(2, 2, true, 3, 0, 0, 0));
    net.parameter("1.base.b").load(new DMatrixRMaj(1, 2, true, 1, 0));
    net.parameter("1.A").load(new DMatrixRMaj(2, 2, true, 1, 2, 0, 0));
    net.parameter("1.B").load(new DMatrixRMaj(2, 2, true, 10, 0, 100, 0));
    DMatrixRMaj x = new DMatrixRMaj(1, 2, true, 1, 0);
    assertThat(net.forward(x).output().data).containsExactly(424, 0);
    assertThat(lora.scale()).isEqualTo(2);
    assertThat(Lora.of(dense, 2).scale()).isEqualTo(1);
    assertThat(lora.rankStabilized().scale()).isEqualTo(4 / Math.sqrt(2));
    assertThat(lora).hasToString("LoRA of rank 2, scale 2, beside " + dense);
  }

  @Test
  void atTheStartItIsItsBaseToTheLastBit() {
    Network base = BASE.init(Init.xavierNormal(), 1);
    Network adapted = Transfer.of(base, RULES).start(ADAPTED, 7);
    DMatrixRMaj x = Data.normal(50, 2, 1);
    assertThat(adapted.forward(x).output().data).isEqualTo(base.forward(x).output().data);
    assertThat(adapted.parameter("2.A").value().get(0)).isNotZero();
    assertThat(adapted.parameter("2.B").value().data).containsOnly(0);
    Network other = RULES.on("*.B", Init.ones()).start(ADAPTED, 7);
    assertThat(other.parameter("2.B").value().data).containsOnly(1);
  }

  @Test
  void loadedBasesAreKeptByRules() {
    Network net = Network.blank(ADAPTED);
    net.parametersOf("*.base.*").forEach(p -> p.load(p.value().copy()));
    assertThat(RULES.keep("*.base.*").explain(net)).contains("loaded, kept");
  }

  /** Only A and B move; the loss falls all the same, and paths that name nothing are refused. */
  @Test
  void onlyWhatIsNamedLearns() {
    Dataset data = Data.xor(100, 1);
    History base = Training.of(BASE, data).adam(0.01).steps(20).from(Init.xavierNormal(), 1);
    Training training = Training.of(ADAPTED, data).adam(0.01).steps(60).only("*.A", "*.B");
    History tuned = training.from(Transfer.of(base.net(), RULES), 1);
    assertThat(tuned.last("loss")).isLessThan(0.9 * base.last("loss"));
    for (int layer = 1; layer <= 3; layer++) {
      for (String name : new String[] {"W", "b"}) {
        assertThat(tuned.net().parameter(layer + ".base." + name).value().data)
            .isEqualTo(base.net().parameter(layer + "." + name).value().data);
      }
      assertThat(tuned.net().parameter(layer + ".B").value().get(0)).isNotZero();
    }
    refused(() -> training.only("*.C"), "the path is \"*.C\"");
    refused(() -> training.only(), "the number of paths is 0");
    assertThat(training.only("3.*").from(RULES, 1).net().parameter("2.B").value().data)
        .containsOnly(0);
  }

  @Test
  void anAdapterBeginsAsIfItWereNotThere() {
    Plan plan = Plan.of(Signal.vector(5), Adapter.of(3, TANH).withBias());
    Network net = plan.init(Init.heNormal(), 1);
    DMatrixRMaj x = Data.normal(4, 5, 1);
    assertThat(net.forward(x).output().data).isEqualTo(x.data);
    assertThat(net.parameter("1.down").shape().cols()).isEqualTo(3);
    net.parameter("1.up").value().fill(1);
    assertThat(net.forward(x).output().data).isNotEqualTo(x.data);
  }

  /** LSUV visits the base, and no matrix that begins at 0. */
  @Test
  void lsuvDividesTheBase() {
    Network net = ADAPTED.init(Init.normal(0.1), 1);
    double[] a = net.parameter("2.A").value().data.clone();
    double before = net.parameter("2.base.W").value().get(0);
    Lsuv.fit(net, Data.normal(64, 2, 1));
    assertThat(net.parameter("2.A").value().data).isEqualTo(a);
    assertThat(net.parameter("2.base.W").value().get(0)).isNotEqualTo(before);
  }

  @Test
  void whatDoesNotFitIsRefused() {
    Dense dense = Dense.of(6, TANH);
    refused(() -> Lora.of(dense, 0), "the rank is 0");
    refused(() -> Lora.of(dense, 7), "the rank of LoRA is 7; it must be at most the 6 outputs");
    refused(
        () -> Plan.of(Signal.vector(4), Lora.of(dense, 5)),
        "the rank of LoRA is 5; it must be at most the 4 inputs");
    refused(() -> Lora.of(dense, 2).alpha(Double.NaN), "alpha is NaN");
    refused(
        () -> Plan.of(Signal.vector(4), Adapter.of(5, TANH)),
        "the width of the bottleneck is 5; it must be at most the width 4");
    refused(
        () -> Transfer.of(BASE.init(RULES, 1), RULES).start(Mlp.of(TANH, 3, 2), 1),
        "what the plan has of the trained net is nothing");
    Lora twice = (Lora) Lora.of(dense, 2).map(l -> l instanceof Dense d ? Lora.of(d, 1) : l);
    assertThat(twice).isEqualTo(Lora.of(dense, 2));
  }

  private static void refused(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable work, String words) {
    assertThatIllegalArgumentException().isThrownBy(work).withMessageContaining(words);
  }

  @Test
  void anAdapterMayBeAsWideAsWhatPasses() {
    assertThat(Plan.of(Signal.vector(6), Adapter.of(6, RELU)).output()).isEqualTo(Signal.vector(6));
  }

  /** What begins silent has no size that a scale could mend. */
  @Test
  void lsuvLeavesWhatIsSilentAlone() {
    Plan plan = Plan.of(Signal.vector(9), Adapter.of(3, RELU), Lora.of(Dense.of(9, LINEAR), 2));
    Network net = plan.init(Init.normal(2), 1);
    double[] a = net.parameter("2.A").value().data.clone();
    double[] down = net.parameter("1.down").value().data.clone();
    DMatrixRMaj x = Data.normal(50, 9, 1);
    CommonOps_DDRM.scale(3, x);
    Lsuv.fit(net, x);
    assertThat(net.parameter("2.A").value().data).isEqualTo(a);
    assertThat(net.parameter("1.down").value().data).isEqualTo(down);
  }
}
