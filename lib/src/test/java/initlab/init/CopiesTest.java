package initlab.init;

import static initlab.init.Distribution.TRUNCATED_NORMAL;
import static initlab.init.Distribution.UNIFORM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import initlab.math.RandomStreams;
import java.util.List;
import java.util.function.UnaryOperator;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

/** A rule with one setting changed keeps all others, in whatever order they are changed. */
class CopiesTest {
  private static final WeightShape SHAPE = WeightShape.dense(3, 5);

  @Test
  void settingsOfVarianceScalingAreKeptInAnyOrder() {
    List<UnaryOperator<VarianceScaling>> settings =
        List.of(
            rule -> rule.gain(3),
            rule -> rule.mode(FanMode.GEOMETRIC),
            rule -> rule.distribution(TRUNCATED_NORMAL));
    var due =
        new VarianceScaling(
            "He, slope 1, fan_geometric", 1, 9, FanMode.GEOMETRIC, TRUNCATED_NORMAL);
    for (int a = 0; a < 3; a++) {
      for (int b = 0; b < 3; b++) {
        if (a != b) {
          VarianceScaling rule = Init.heNormal(1);
          for (int next : new int[] {a, b, 3 - a - b}) {
            rule = settings.get(next).apply(rule);
          }
          assertThat(rule).isEqualTo(due);
        }
      }
    }
    assertThat(due)
        .hasToString(
            "He, slope 1, fan_geometric, gain 3 (variance 9 / sqrt(fan_in fan_out), truncated normal)");
  }

  @Test
  void oneSettingLeavesTheOthers() {
    var rule = new VarianceScaling("mine", 2, 8, FanMode.OUT, UNIFORM);
    assertThat(rule.gain(5)).isEqualTo(new VarianceScaling("mine", 2, 25, FanMode.OUT, UNIFORM));
    assertThat(rule.mode(FanMode.AVG))
        .isEqualTo(new VarianceScaling("mine, fan_avg", 2, 8, FanMode.AVG, UNIFORM));
    assertThat(rule.distribution(TRUNCATED_NORMAL))
        .isEqualTo(new VarianceScaling("mine", 2, 8, FanMode.OUT, TRUNCATED_NORMAL));
    assertThat(rule.named("yours"))
        .isEqualTo(new VarianceScaling("yours", 8, 8, FanMode.OUT, UNIFORM));
    assertThat(rule.named("yours").gain(4).name()).isEqualTo("yours, gain 4");
    assertThat(rule).hasToString("mine, gain 2.82843 (variance 8 / fan_out, uniform)");
  }

  @Test
  void anOrthogonalRuleKeepsItsNameAndOwnGain() {
    var rule = new Orthogonal("mine", 2, 6);
    assertThat(rule.gain(5)).isEqualTo(new Orthogonal("mine", 2, 5));
    assertThat(rule.named("yours")).isEqualTo(new Orthogonal("yours", 6, 6));
    assertThat(rule).hasToString("mine, gain 6 (rows or columns of length 6)");
    assertThat(rule.gain(2).name()).isEqualTo("mine");
  }

  /** A gain that differs from the rule's own in the seventh digit is another gain. */
  @Test
  void onlyRoundingIsNoOtherGain() {
    assertThat(GainWords.name("rule", 2, 2 + 1e-13)).isEqualTo("rule");
    assertThat(GainWords.name("rule", 2, 2 + 1e-9)).isEqualTo("rule, gain 2");
    assertThat(GainWords.name("rule", 2, -2)).isEqualTo("rule, gain -2");
    assertThat(GainWords.name("rule", 1e-3, 1e-3 + 1e-13)).isEqualTo("rule, gain 0.001");
    assertThat(GainWords.name("rule", -3, -3)).isEqualTo("rule");
  }

  @Test
  void underAnotherNameARuleDrawsTheSame() {
    Initializer lambda = (shape, rng) -> Init.heNormal().draw(shape, rng);
    for (Initializer rule : List.of(Init.normal(2), Init.sparse(0.5, 1), lambda)) {
      Initializer named = rule.named("mine");
      double[] due = rule.draw(SHAPE, RandomStreams.layer(5, 2)).data;
      assertThat(named.draw(SHAPE, RandomStreams.layer(5, 2)).data).isEqualTo(due);
      DMatrixRMaj filled = new DMatrixRMaj(1, 1);
      named.fill(SHAPE, RandomStreams.layer(5, 2), filled);
      assertThat(filled.data).isEqualTo(due);
      assertThat(named.law(SHAPE)).isEqualTo(rule.law(SHAPE));
      assertThat(named.std(SHAPE)).isEqualTo(rule.std(SHAPE));
      assertThat(named.named("yours")).hasToString("yours");
    }
  }

  /** Of a lambda's wrong draw the name that the reader gave is said, and both shapes. */
  @Test
  void aWrongDrawIsToldByTheGivenName() {
    Initializer turned = (shape, rng) -> new DMatrixRMaj(shape.cols(), shape.rows());
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                turned.named("mine").fill(SHAPE, RandomStreams.layer(1, 1), new DMatrixRMaj(1, 1)))
        .withMessage(
            "the shape that mine drew is 5 x 3; it must be 3 x 5. Use shape.rows() and"
                + " shape.cols().");
    Initializer nothing = (shape, rng) -> null;
    assertThatIllegalArgumentException()
        .isThrownBy(() -> nothing.fill(SHAPE, RandomStreams.layer(1, 1), new DMatrixRMaj(1, 1)))
        .withMessageStartingWith("what custom drew is null");
    Initializer tooShort = (shape, rng) -> new DMatrixRMaj(shape.rows(), 1);
    Initializer tooLow = (shape, rng) -> new DMatrixRMaj(1, shape.cols());
    for (Initializer wrong : List.of(tooShort, tooLow)) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> wrong.fill(SHAPE, RandomStreams.layer(1, 1), new DMatrixRMaj(1, 1)))
          .withMessageStartingWith("the shape that custom drew is");
    }
  }
}
