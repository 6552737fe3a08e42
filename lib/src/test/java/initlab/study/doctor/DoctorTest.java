package initlab.study.doctor;

import static initlab.init.Activation.RELU;
import static initlab.init.Activation.TANH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import initlab.init.FanMode;
import initlab.init.Init;
import initlab.init.Initializer;
import initlab.nn.Network;
import initlab.nn.layer.Mlp;
import initlab.train.data.Data;
import initlab.train.data.Standardized;
import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every fault planted, found at its layer, and repaired; and a healthy net left in peace. */
class DoctorTest {
  private static final DMatrixRMaj X = Data.normal(64, 100, 1);

  private static Findings examine(Network net) {
    return Doctor.examine(net, X, Data.normal(64, net.layer(net.depth()).weights().numCols, 2));
  }

  private static Findings deep(Initializer rule) {
    return examine(Mlp.deep(RELU, 100, 20).init(rule, 1));
  }

  /** Seeds are fixed; the ranges are so wide that a net of six layers leaves them in no seed. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void healthyNetsAreLeftInPeace(long seed) {
    assertThat(examine(Mlp.of(RELU, 100, 100, 100, 10).init(Init.heNormal(), seed)).list())
        .isEmpty();
    assertThat(examine(Mlp.of(TANH, 100, 80, 60, 10).init(Init.xavierNormal(), seed)).list())
        .isEmpty();
    assertThat(examine(Mlp.deep(TANH, 100, 20).init(Init.orthogonal(), seed)).healthy()).isTrue();
  }

  @Test
  void tooSmallAndTooLargeAreFoundInBothDirections() {
    Findings small = deep(Init.normal(0.05));
    assertThat(small.of(Diagnosis.VANISHING))
        .hasValueSatisfying(f -> assertThat(f.repaired()).isTrue());
    assertThat(small.of(Diagnosis.GRADIENT_VANISHING))
        .hasValueSatisfying(f -> assertThat(f.layer()).isBetween(5, 19));
    assertThat(small.of(Diagnosis.EXPLODING)).isEmpty();
    Findings large = deep(Init.normal(0.3));
    assertThat(large.of(Diagnosis.EXPLODING))
        .hasValueSatisfying(f -> assertThat(f.layer()).isBetween(1, 6));
    assertThat(large.of(Diagnosis.GRADIENT_EXPLODING)).isPresent();
  }

  @Test
  void theTrapOfLevelWeightGradientsIsNamed() {
    assertThat(deep(Init.normal(0.08)).of(Diagnosis.MASKED_GRADIENT))
        .hasValueSatisfying(f -> assertThat(f.number()).isLessThan(1e-4));
    assertThat(deep(Init.heNormal()).of(Diagnosis.MASKED_GRADIENT)).isEmpty();
  }

  @Test
  void twinsAreFoundAndDrawnApart() {
    Finding twins = deep(Init.constant(0.01)).of(Diagnosis.SYMMETRY).orElseThrow();
    assertThat(twins.number()).isEqualTo(1);
    assertThat(twins.layer()).isEqualTo(1);
    assertThat(twins.after()).isZero();
    assertThat(twins.repair()).contains("Init.heNormal()");
  }

  @Test
  void deadNeuronsAreCounted() {
    Network net = Mlp.of(RELU, 100, 100, 100, 10).init(Init.heNormal(), 1);
    Arrays.fill(net.parameter("2.b").value().data, 0, 50, -100);
    Finding dead = examine(net).of(Diagnosis.DEAD).orElseThrow();
    assertThat(dead.layer()).isEqualTo(2);
    assertThat(dead.number()).isBetween(0.49, 0.6);
    assertThat(dead.repaired()).isTrue();
  }

  @Test
  void saturationIsFoundWhereItBegins() {
    Network net = Mlp.of(TANH, 100, 100, 100, 10).init(Init.xavierNormal(), 1);
    CommonOps_DDRM.scale(30, net.layer(2).weights());
    Finding flat = examine(net).of(Diagnosis.SATURATED).orElseThrow();
    assertThat(flat.layer()).isEqualTo(2);
    assertThat(flat.number()).isGreaterThan(0.6);
    assertThat(flat.repaired()).isTrue();
  }

  @Test
  void samplesThatBecomeAlikeAreFound() {
    Finding alike =
        examine(Mlp.deep(RELU, 100, 50).init(Init.heNormal(), 1))
            .of(Diagnosis.COLLAPSE)
            .orElseThrow();
    assertThat(alike.layer()).isBetween(10, 45);
    assertThat(alike.repaired()).isTrue();
  }

  @Test
  void swappedFansAreFoundWhereTheyDiffer() {
    Initializer swapped = Init.heNormal().mode(FanMode.OUT);
    Finding fans =
        examine(Mlp.of(RELU, 100, 400, 50, 10).init(swapped, 1))
            .of(Diagnosis.FANS_SWAPPED)
            .orElseThrow();
    assertThat(fans.layer()).isEqualTo(1);
    assertThat(fans.number()).isBetween(0.2, 0.3);
  }

  @Test
  void unscaledInputIsNamedFirst() {
    DMatrixRMaj x = X.copy();
    CommonOps_DDRM.scale(100, x);
    Network net = Mlp.of(RELU, 100, 100, 10).init(Init.heNormal(), 1);
    Finding first = Doctor.examine(net, x, Data.normal(64, 10, 2)).list().get(0);
    assertThat(first.fault()).isEqualTo(Diagnosis.UNSCALED_INPUT);
    assertThat(first.after()).isBetween(0.9, 1.1);
  }

  /** W16: the net is right, its input is ten times too large: that alone is told, and mended. */
  @Test
  void aNetThatIsRightIsNotBlamedForItsInput() {
    DMatrixRMaj x = X.copy();
    CommonOps_DDRM.scale(10, x);
    DMatrixRMaj y = Data.normal(64, 100, 2);
    Network net = Mlp.deep(TANH, 100, 6).init(Init.xavierNormal(), 1);
    Findings found = Doctor.examine(net, x, y);
    assertThat(found.list())
        .extracting(Finding::fault, Finding::repaired)
        .containsExactly(tuple(Diagnosis.UNSCALED_INPUT, true));
    assertThat(Doctor.examine(net, Standardized.by(x).apply(x), y).healthy()).isTrue();
  }

  /** A signal behind raw data says nothing of the weights; what the weights themselves say does. */
  @Test
  void behindAnUnscaledInputOnlyCausesAreReported() {
    DMatrixRMaj x = X.copy();
    CommonOps_DDRM.scale(100, x);
    DMatrixRMaj y = Data.normal(64, 100, 2);
    assertThat(Doctor.examine(Mlp.deep(TANH, 100, 10).init(Init.xavierNormal(), 1), x, y).list())
        .extracting(Finding::fault)
        .containsExactly(Diagnosis.UNSCALED_INPUT);
    assertThat(Doctor.examine(Mlp.deep(TANH, 100, 10).init(Init.ones(), 1), x, y).list())
        .extracting(Finding::fault)
        .containsExactly(Diagnosis.UNSCALED_INPUT, Diagnosis.SYMMETRY);
  }

  @Test
  void findingsAreShownAsATable() {
    Findings found = deep(Init.normal(1e3));
    assertThat(found.table().text()).contains("likely cause", "net = plan.init", "explodes");
    assertThat(found.list().get(0)).asString().contains("healthy").doesNotContain("@");
    assertThat(deep(Init.zeros()).of(Diagnosis.VANISHING)).isPresent();
  }

  @Test
  void tanhNeverExplodes() {
    Findings found = examine(Mlp.deep(TANH, 100, 5).init(Init.normal(5), 1));
    assertThat(found.of(Diagnosis.SATURATED)).isPresent();
    assertThat(found.of(Diagnosis.EXPLODING)).isEmpty();
  }

  @Test
  void overflowIsAFindingAndNotAnError() {
    Findings found = examine(Mlp.deep(RELU, 100, 20).init(Init.normal(1e30), 1));
    assertThat(found.of(Diagnosis.EXPLODING).orElseThrow().layer()).isOne();
  }
}
