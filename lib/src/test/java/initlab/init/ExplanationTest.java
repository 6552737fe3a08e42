package initlab.init;

import static org.assertj.core.api.Assertions.assertThat;

import initlab.math.RandomStreams;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

class ExplanationTest {

  @Test
  void saysTheFormulaWithThisLayersNumbers() {
    assertThat(Init.heNormal().explain(WeightShape.conv(3, 3, 64, 128)).toString().lines())
        .contains(
            "He, convolution 3 x 3 x 64 x 128: 73728 weights",
            "  fan_in   3 * 3 * 64 = 576 products enter one output",
            "  fan_out  3 * 3 * 128 = 1152 outputs are reached by one input",
            "  rule     std = sqrt(2 / fan_in) = sqrt(2 / 576) = 0.0589256, normal",
            "  due      mean 0, std 0.0589256, limits none");
  }

  @Test
  void everyRuleHasAFormula() {
    formula(Init.zeros(), "W = 0");
    formula(Init.identity(2), "W = 2 on the diagonal");
    formula(Init.normal(0.5), "std = 0.5");
    formula(Init.uniform(3), "std = (high - low) / sqrt(12) = 1.73205");
    formula(Init.truncatedNormal(0.02), "std before the cut 0.0227369, after it 0.02");
    formula(Init.xavierUniform(), "sqrt(1 / ((fan_in + fan_out) / 2)) = sqrt(1 / 5)");
    formula(Init.xavierUniform(), "limit = sqrt(3) std = 0.774597");
    formula(Init.flaxDense(), "limit = 2 std / 0.8796 = 1.13685");
    formula(Init.orthogonal(2), "rows orthonormal, std = gain / sqrt(longer side) = 2 / sqrt(6)");
    formula(Init.sparse(0.5, 3), "std sqrt(kept) = 3 sqrt(0.5)");
  }

  private static void formula(Initializer rule, String words) {
    assertThat(rule.explain(WeightShape.dense(4, 6)).toString()).contains(words);
  }

  /** The 95 % interval holds what is due in 87 to 100 of 100 seeds' draws: false alarm 1e-3. */
  @Test
  void theIntervalHoldsWhatIsDue() {
    for (Initializer rule : List.of(Init.heNormal(), Init.heUniform(), Init.flaxDense())) {
      int held = 0;
      for (int seed = 0; seed < 100; seed++) {
        int stream = seed;
        Initializer seeded = (s, rng) -> rule.draw(s, RandomStreams.layer(9, stream));
        Explanation e = seeded.explain(WeightShape.dense(50, 40));
        double due = rule.std(e.shape()).orElseThrow();
        held += due >= e.stdLow() && due <= e.stdHigh() ? 1 : 0;
      }
      assertThat(held).isBetween(87, 100);
    }
  }

  /** Weights 0, 0, 0, 4: mean 1, variance 3, fourth central moment 21, error sqrt(4 / 16). */
  @Test
  void theErrorIsTheFormula() {
    Initializer mine = (shape, rng) -> new DMatrixRMaj(2, 2, true, 0, 0, 0, 4);
    Explanation e = mine.explain(WeightShape.dense(2, 2));
    assertThat(e.stdError()).isEqualTo(0.5);
    assertThat(e.stdLow()).isEqualTo(Math.sqrt(3) - 0.98);
    assertThat(e.stdHigh()).isEqualTo(Math.sqrt(3) + 0.98);
    assertThat(e.toString().lines())
        .contains("  drawn    mean 1, std 1.73205, 95 % interval 0.752051 to 2.71205");
  }

  @Test
  void oneWeightAloneHasNoSpread() {
    Initializer two = (shape, rng) -> new DMatrixRMaj(1, 1, true, 2);
    Explanation e = two.explain(WeightShape.dense(1, 1));
    assertThat(e.stdError()).isNaN();
    assertThat(e.toString().lines())
        .contains(
            "custom, dense layer 1 x 1: 1 weight", "  drawn    2: one weight alone has no spread");
    assertThat(Init.normal(1).explain(WeightShape.dense(1, 2)).toString()).contains("2 weights");
  }

  @Test
  void aLambdaIsOnlyMeasured() {
    Initializer mine =
        (shape, rng) -> {
          DMatrixRMaj w = new DMatrixRMaj(shape.rows(), shape.cols());
          org.ejml.dense.row.CommonOps_DDRM.fill(w, 2);
          return w;
        };
    assertThat(mine.named("two").explain(WeightShape.dense(3, 5)).toString().lines())
        .contains(
            "two, dense layer 3 x 5: 15 weights",
            "  fan_in   3 products enter one output",
            "  rule     states no standard deviation: only the draw can tell",
            "  drawn    mean 2, std 0, 95 % interval 0 to 0",
            "  effect   fan_in E W^2 = 12 forward, fan_out E W^2 = 20 backward");
    assertThat(mine.name()).isEqualTo("custom");
    assertThat(mine.std(WeightShape.dense(3, 5))).isEmpty();
  }

  /** The fourth moment of two weights is their variance squared, whatever they are. */
  @Test
  void aFewWeightsTellNoInterval() {
    Explanation two = Init.heNormal().explain(WeightShape.dense(1, 2));
    assertThat(two.toString()).contains(", std 0.297434: too few weights for an interval\n");
    assertThat(two.stdLow()).isNaN();
    assertThat(Init.heNormal().explain(WeightShape.dense(1, 3)).stdHigh()).isNaN();
    Explanation four = Init.heNormal().explain(WeightShape.dense(2, 2));
    assertThat(four.stdHigh() - four.stdLow()).isGreaterThan(0.1);
  }
}
