package initlab.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import initlab.init.Init;
import initlab.init.Initializer;
import initlab.init.WeightShape;
import java.util.OptionalDouble;
import org.apache.commons.rng.UniformRandomProvider;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

class RuleTraitsTest {
  private static final WeightShape SHAPE = WeightShape.dense(12, 20);

  private static Initializer lambda(Initializer rule) {
    return (shape, rng) -> rule.draw(shape, rng);
  }

  /** A law that is stated is believed, at every size: no draw of a few numbers overrules it. */
  @Test
  void aStatedLawIsTaken() {
    for (int in = 1; in <= 24; in += in < 6 ? 1 : 5) {
      for (int out = 1; out <= 24; out += out < 6 ? 1 : 5) {
        WeightShape shape = WeightShape.dense(in, out);
        RuleTraits he = RuleTraits.of(Init.heNormal(), shape);
        assertThat(he.variance()).isCloseTo(2.0 / in, within(1e-12));
        assertThat(he.centred()).isTrue();
        assertThat(he.independent()).as("%d x %d", in, out).isTrue();
        if (in > 1 && out > 1) {
          assertThat(RuleTraits.of(Init.orthogonal(), shape).independent())
              .as("orthogonal %d x %d", in, out)
              .isFalse();
        }
      }
    }
    assertThat(RuleTraits.of(Init.zeros(), SHAPE).centred()).isTrue();
    assertThat(RuleTraits.of(Init.constant(0.1), SHAPE).centred()).isFalse();
    assertThat(RuleTraits.of(Init.uniform(-0.1, 0.101), SHAPE).centred()).isFalse();
    assertThat(RuleTraits.of(Init.identity(), WeightShape.dense(9, 9)).centred()).isFalse();
  }

  /** 2^20 weights or 256 draws: 256 x 240 numbers tell a variance to 0.6 %; five of them 3 %. */
  @Test
  void aRuleWithoutALawIsKnownByItsDraws() {
    RuleTraits uniform = RuleTraits.of(lambda(Init.uniform(-0.5, 0.5)), SHAPE);
    assertThat(uniform.variance() * 12).isBetween(0.97, 1.03);
    assertThat(uniform.centred()).isTrue();
    assertThat(uniform.independent()).isTrue();
    RuleTraits tilted = RuleTraits.of(lambda(Init.uniform(-0.4, 0.6)), SHAPE);
    assertThat(tilted.variance() * 12).isBetween(0.97, 1.03);
    assertThat(tilted.centred()).isFalse();
    assertThat(RuleTraits.of(lambda(Init.orthogonal()), SHAPE).independent()).isFalse();
    Initializer alike =
        (shape, rng) -> {
          DMatrixRMaj w = Init.normal(1).draw(shape, rng);
          for (int i = 0; i < w.numRows; i++) {
            for (int j = 1; j < w.numCols; j++) {
              w.set(i, j, w.get(i, 0));
            }
          }
          return w;
        };
    assertThat(RuleTraits.of(alike, SHAPE).independent()).isFalse();
  }

  @Test
  void aStatedSpreadIsTakenWithoutALaw() {
    Initializer stated =
        new Initializer() {
          @Override
          public DMatrixRMaj draw(WeightShape shape, UniformRandomProvider rng) {
            return Init.normal(0.2).draw(shape, rng);
          }

          @Override
          public OptionalDouble std(WeightShape shape) {
            return OptionalDouble.of(0.25);
          }
        };
    assertThat(RuleTraits.of(stated, SHAPE).variance()).isEqualTo(0.0625);
  }

  /** The rank costs the third power of a side: of a large matrix a part is looked at. */
  @Test
  void aLargeMatrixIsLookedAtInPart() {
    WeightShape large = WeightShape.dense(3000, 700);
    assertThat(RuleTraits.of(Init.heNormal(), large).independent()).isTrue();
    assertThat(RuleTraits.of(Init.orthogonal(), large).independent()).isFalse();
    assertThat(RuleTraits.of(Init.heNormal(), large).variance())
        .isCloseTo(2.0 / 3000, within(1e-12));
  }
}
