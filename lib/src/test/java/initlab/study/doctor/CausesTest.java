package initlab.study.doctor;

import static initlab.init.Activation.LINEAR;
import static initlab.init.Activation.RELU;
import static initlab.init.Activation.TANH;
import static org.assertj.core.api.Assertions.assertThat;

import initlab.init.Activation;
import initlab.init.Init;
import initlab.nn.Network;
import initlab.nn.layer.Mlp;
import initlab.train.data.Data;
import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The cause that a finding names is the one that was planted. */
class CausesTest {
  private static final String BIASES = "its biases outweigh what its weights pass on";
  private static final String DUE =
      "its weights have the size that is due: look at what comes in, and at how narrow the layers are";

  private static String cause(Findings found, Diagnosis fault) {
    return found.of(fault).orElseThrow().cause();
  }

  private static Findings examine(Network net) {
    DMatrixRMaj x = Data.normal(32, net.plan().inputs(), 1);
    return Doctor.examine(net, x, Data.normal(32, net.plan().outputs(), 2));
  }

  @ParameterizedTest
  @CsvSource({
    "UNSCALED_INPUT, the input is not scaled, no one standardized the data",
    "SYMMETRY, neurons are twins, equal weights get equal gradients: what starts equal stays equal",
    "FANS_SWAPPED, the fans are swapped, Var W was divided by fan_out where fan_in is due",
    "VANISHING, the signal vanishes, weights are too small for this activation",
    "EXPLODING, the signal explodes, weights are too large for this activation",
    "GRADIENT_VANISHING, gradients vanish on the way back, fan_out Var W E f'^2 is below 1",
    "GRADIENT_EXPLODING, gradients explode on the way back, fan_out Var W E f'^2 is above 1",
    "SATURATED, activations are saturated, weights are too large for this activation",
    "DEAD, neurons are dead, what comes in keeps them where the activation is 0",
    "COLLAPSE, samples have become alike, 'the activation pulls samples together, layer by layer'"
  })
  void everyFaultHasItsWords(Diagnosis fault, String words, String cause) {
    assertThat(fault.words()).isEqualTo(words);
    assertThat(fault.cause()).isEqualTo(cause);
  }

  @Test
  void theTrapOfMaskedGradientsHasItsWords() {
    assertThat(Diagnosis.MASKED_GRADIENT.words())
        .isEqualTo("gradients of weights look level, and hide that dL/da is not");
    assertThat(Diagnosis.MASKED_GRADIENT.cause())
        .isEqualTo("dL/dW = a^T dL/dz: what one factor gains, the other loses");
    assertThat(Diagnosis.values()).hasSize(11);
  }

  @Test
  void weightsOfTheWrongSizeAreBlamed() {
    Findings small = examine(Mlp.deep(RELU, 40, 4).init(Init.normal(0.001), 1));
    assertThat(cause(small, Diagnosis.VANISHING)).isEqualTo(Diagnosis.VANISHING.cause());
    assertThat(cause(small, Diagnosis.GRADIENT_VANISHING))
        .isEqualTo(Diagnosis.GRADIENT_VANISHING.cause());
    // half of what is due is too small, also where it takes eight layers to be seen
    Findings half = examine(Mlp.deep(RELU, 40, 14).init(Init.lecunNormal(), 1));
    assertThat(cause(half, Diagnosis.VANISHING)).isEqualTo(Diagnosis.VANISHING.cause());
    Findings large = examine(Mlp.deep(RELU, 40, 4).init(Init.normal(10), 1));
    assertThat(cause(large, Diagnosis.EXPLODING)).isEqualTo(Diagnosis.EXPLODING.cause());
    assertThat(cause(large, Diagnosis.GRADIENT_EXPLODING))
        .isEqualTo(Diagnosis.GRADIENT_EXPLODING.cause());
    Findings flat = examine(Mlp.deep(TANH, 40, 2).init(Init.normal(10), 1));
    assertThat(cause(flat, Diagnosis.SATURATED)).isEqualTo(Diagnosis.SATURATED.cause());
    Findings alike = examine(Mlp.deep(RELU, 100, 50).init(Init.heNormal(), 1));
    assertThat(cause(alike, Diagnosis.COLLAPSE)).isEqualTo(Diagnosis.COLLAPSE.cause());
  }

  @Test
  void weightsOfNoSizeAreBlamed() {
    Findings none = examine(Mlp.deep(RELU, 40, 4).init(Init.zeros(), 1));
    assertThat(cause(none, Diagnosis.VANISHING)).isEqualTo("its weights are all 0");
    assertThat(cause(none, Diagnosis.DEAD)).isEqualTo("its weights are all 0");
    assertThat(cause(none, Diagnosis.SYMMETRY)).isEqualTo(Diagnosis.SYMMETRY.cause());
    Network net = Mlp.of(TANH, 40, 40, 40, 40).init(Init.xavierNormal(), 1);
    net.layer(2).weights().zero();
    Findings cut = examine(net);
    assertThat(cause(cut, Diagnosis.VANISHING)).isEqualTo("its weights are all 0");
    assertThat(cause(cut, Diagnosis.GRADIENT_VANISHING))
        .isEqualTo("the weights of layer 2 are all 0");
  }

  private static Network biased(Activation f, int layer, double bias) {
    Network net = Mlp.of(f, 40, 40, 40, 40).init(Init.heNormal(), 1);
    Arrays.fill(net.parameter(layer + ".b").value().data, bias);
    return net;
  }

  @Test
  void biasesAreBlamedAndNotTheWeights() {
    Findings off = examine(biased(RELU, 2, -20));
    assertThat(cause(off, Diagnosis.VANISHING)).isEqualTo(BIASES);
    assertThat(cause(off, Diagnosis.DEAD)).isEqualTo(BIASES);
    assertThat(cause(examine(biased(RELU, 2, 20)), Diagnosis.EXPLODING)).isEqualTo(BIASES);
    assertThat(cause(examine(biased(TANH, 2, 20)), Diagnosis.SATURATED)).isEqualTo(BIASES);
    assertThat(cause(examine(biased(LINEAR, 2, 15)), Diagnosis.COLLAPSE)).isEqualTo(BIASES);
    // biases of less than half of E z^2 are left in peace: E (x W)^2 is 2
    assertThat(examine(biased(RELU, 1, 1)).of(Diagnosis.DEAD)).isEmpty();
    Network both = biased(TANH, 2, 1.2);
    CommonOps_DDRM.scale(30, both.layer(2).weights());
    assertThat(cause(examine(both), Diagnosis.SATURATED)).isEqualTo(Diagnosis.SATURATED.cause());
  }

  @Test
  void aMeanOfWeightsIsBlamed() {
    DMatrixRMaj x = Data.normal(32, 40, 1);
    CommonOps_DDRM.abs(x);
    Findings sums = Exact.examine(Mlp.deep(RELU, 40, 4).init(Init.uniform(0, 1), 1), x);
    assertThat(cause(sums, Diagnosis.EXPLODING)).startsWith("the mean of its weights is not 0");
    assertThat(cause(sums, Diagnosis.COLLAPSE)).startsWith("the mean of its weights is not 0");
  }

  @Test
  void anActivationThatGivesNothingIsBlamed() {
    Activation nil = z -> 0;
    Findings found = examine(Mlp.deep(nil.named("nil"), 40, 2).init(Init.heNormal(), 1));
    assertThat(cause(found, Diagnosis.DEAD))
        .isEqualTo("its activation is 0 wherever a usual signal goes");
    Activation late = z -> z > 1.9 ? z : 0;
    assertThat(examine(Mlp.deep(late, 40, 6).init(Init.lecunNormal(), 1)).of(Diagnosis.DEAD))
        .hasValueSatisfying(dead -> assertThat(dead.cause()).isEqualTo(Diagnosis.DEAD.cause()));
  }

  /** fan_in Var W is 1.75 in each layer, of 2 that are due; on this input the signal doubles. */
  @Test
  void chanceInNarrowLayersIsNotBlamedOnTheWeights() {
    Network net = Exact.diagonal(RELU, 2, 2, 2, 2, 2, 2, 2, 2);
    DMatrixRMaj x = Exact.input();
    CommonOps_DDRM.abs(x);
    assertThat(cause(Exact.examine(net, x), Diagnosis.EXPLODING)).isEqualTo(DUE);
    Network large = Exact.diagonal(RELU, 12, 12, 12);
    assertThat(cause(Exact.examine(large, x), Diagnosis.EXPLODING))
        .isEqualTo(Diagnosis.EXPLODING.cause());
  }

  /** fan_in Var W is 7 / 8 of the factor: weights a little off what is due are not to blame. */
  @Test
  void weightsThatAreNearlyDueAreNotBlamed() {
    Findings faint = Exact.examine(Exact.diagonal(LINEAR, 0.0105, 0.93));
    assertThat(cause(faint, Diagnosis.VANISHING)).isEqualTo(DUE);
    Findings small = Exact.examine(Exact.diagonal(LINEAR, 0.0105, 0.9));
    assertThat(cause(small, Diagnosis.VANISHING)).isEqualTo(Diagnosis.VANISHING.cause());
    Findings loud = Exact.examine(Exact.diagonal(LINEAR, 100, 1.4));
    assertThat(cause(loud, Diagnosis.EXPLODING)).isEqualTo(DUE);
    Findings large = Exact.examine(Exact.diagonal(LINEAR, 100, 1.5));
    assertThat(cause(large, Diagnosis.EXPLODING)).isEqualTo(Diagnosis.EXPLODING.cause());
  }

  /** E x^2 = 9 is just allowed, and tanh is flat at 3. */
  @Test
  void aLargeSignalThatComesInIsBlamed() {
    Network net = Exact.diagonal(TANH, 1, 1);
    DMatrixRMaj x = Exact.input();
    CommonOps_DDRM.scale(3, x);
    assertThat(cause(Exact.examine(net, x), Diagnosis.SATURATED))
        .isEqualTo("what comes in is too large: the weights are not");
  }

  @Test
  void anInputOfZerosIsCalledThat() {
    Findings found = Exact.examine(Exact.diagonal(LINEAR, 1, 1), new DMatrixRMaj(4, Exact.WIDTH));
    assertThat(cause(found, Diagnosis.UNSCALED_INPUT)).isEqualTo("every number of the input is 0");
    assertThat(found.list().get(0).repair())
        .isEqualTo("none of these helps: x = Standardized.by(x).apply(x)");
    assertThat(found.list().get(0).after()).isNaN();
  }
}
