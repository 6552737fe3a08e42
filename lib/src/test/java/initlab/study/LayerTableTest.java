package initlab.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import initlab.study.probe.Measure;
import initlab.theory.Propagation;
import initlab.view.Table;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/** One start's layers below each other, every cell against plain loops. */
class LayerTableTest {
  private static final Result ROW = Seen.FOUND.of("normal, std 0.3");

  private static double cell(Table table, String column, int row) {
    return table.data().doubleColumn(column).get(row);
  }

  private static void holds(Table table, DoubleUnaryOperator shown) {
    Propagation theory = ROW.theory().orElseThrow();
    assertThat(table.data().longColumn("layer").asList()).containsExactly(1L, 2L, 3L);
    for (int l = 1; l <= 3; l++) {
      int layer = l;
      ToDoubleFunction<Loops> number = n -> Loops.second(n.a[layer]);
      assertThat(cell(table, "median", l - 1))
          .isCloseTo(shown.applyAsDouble(Seen.quantile(0.5, 2, number)), Loops.EXACT);
      assertThat(cell(table, "5 %", l - 1))
          .isCloseTo(shown.applyAsDouble(Seen.quantile(0.05, 2, number)), Loops.EXACT);
      assertThat(cell(table, "95 %", l - 1))
          .isCloseTo(shown.applyAsDouble(Seen.quantile(0.95, 2, number)), Loops.EXACT);
      assertThat(cell(table, "theory", l - 1))
          .isCloseTo(shown.applyAsDouble(theory.activation(l)), Loops.EXACT);
    }
  }

  @Test
  void momentsAreSecondMomentsWithTheirRoots() {
    Table table = ROW.table(0.5, 0.25);
    holds(table, v -> v);
    assertThat(table.data().columnNames())
        .containsExactly("layer", "the text", "median", "5 %", "95 %", "theory", "rms");
    assertThat(table.data().name())
        .isEqualTo("normal, std 0.3: second moment of activations, median and 5-95 % over seeds");
    assertThat(cell(table, "the text", 0)).isEqualTo(0.5);
    assertThat(cell(table, "the text", 1)).isEqualTo(0.25);
    assertThat(table.data().doubleColumn("the text").isMissing(2)).isTrue();
    for (int l = 1; l <= 3; l++) {
      assertThat(cell(table, "rms", l - 1))
          .isCloseTo(Math.sqrt(cell(table, "median", l - 1)), Loops.EXACT);
    }
    assertThatThrownBy(() -> ROW.table(1, 2, 3, 4)).hasMessageContaining("at most 3");
    assertThat(ROW.table(1, 2, 3).height()).isEqualTo(3);
  }

  @Test
  void sizesAreTheRootsOfAll() {
    Table table = ROW.sizes();
    holds(table, Math::sqrt);
    assertThat(table.data().columnNames())
        .containsExactly("layer", "median", "5 %", "95 %", "theory");
    assertThat(table.data().name())
        .isEqualTo(
            "normal, std 0.3: root mean square of activations, median and 5-95 % over seeds");
    assertThat(cell(ROW.sizes(7), "the text", 0)).isEqualTo(7);
  }

  @Test
  void withoutTheoryItsColumnIsMissing() {
    Table table = Seen.FOUND.of("tilted").table();
    assertThat(table.data().doubleColumn("theory").isMissing(0)).isTrue();
    assertThat(cell(table, "median", 2))
        .isCloseTo(Seen.quantile(0.5, 1, n -> Loops.second(n.a[3])), Loops.EXACT);
  }

  @Test
  void measuresStandBesideEachOtherFromTheInputOn() {
    Table table = ROW.measures(Measure.GRADIENT, Measure.PRE_ACTIVATION_MEAN);
    assertThat(table.data().columnNames())
        .containsExactly("layer", "second moment of gradients dL/da", "mean of pre-activations");
    assertThat(table.data().name()).isEqualTo("normal, std 0.3: medians over seeds");
    assertThat(table.data().longColumn("layer").asList()).containsExactly(0L, 1L, 2L, 3L);
    for (int l = 0; l <= 3; l++) {
      int layer = l;
      assertThat(cell(table, "second moment of gradients dL/da", l))
          .isCloseTo(Seen.quantile(0.5, 2, n -> Loops.second(n.da[layer])), Loops.EXACT);
      if (l > 0) {
        assertThat(cell(table, "mean of pre-activations", l))
            .isCloseTo(Seen.quantile(0.5, 2, n -> Loops.mean(n.z[layer])), Loops.EXACT);
      }
    }
    assertThat(table.data().doubleColumn("mean of pre-activations").isMissing(0)).isTrue();
    assertThatThrownBy(ROW::measures).hasMessageContaining("number of measures is 0");
  }
}
