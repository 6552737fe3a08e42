package initlab.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import initlab.init.Activation;
import initlab.nn.layer.Mlp;
import initlab.study.probe.Inputs;
import initlab.train.data.Data;
import initlab.view.Table;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Several plans in one table, every cell against plain loops. */
class StudiesTest {
  private static final List<Integer> WIDTHS = List.of(4, 6);
  private static final Studies STUDIES =
      Studies.over(
          WIDTHS,
          width ->
              Study.of(Mlp.of(Activation.TANH, 5, width, 3).onPlainJava())
                  .seeds(3)
                  .batch(7)
                  .compare(Seen.RULES.get(0), Seen.RULES.get(2)));

  private static double[] each(int width, int rule, boolean forward) {
    return IntStream.rangeClosed(1, 3)
        .mapToDouble(
            seed -> {
              Loops loops =
                  new Loops(
                      Mlp.of(Activation.TANH, 5, width, 3).init(Seen.RULES.get(rule), seed),
                      Data.normal(7, 5, seed),
                      Inputs.gradient(7, 3, seed),
                      v -> 1 - Math.tanh(v) * Math.tanh(v));
              return Loops.second(forward ? loops.a[2] : loops.da[0]);
            })
        .toArray();
  }

  @Test
  void theTableHoldsEveryStartOfEveryPlan() {
    Table table = STUDIES.table();
    assertThat(table.data().columnNames())
        .containsExactly(
            "plan",
            "start",
            "a, last layer",
            "a 5 %",
            "a 95 %",
            "dL/da, input",
            "dL/da 5 %",
            "dL/da 95 %");
    assertThat(table.data().name()).isEqualTo("Second moments, median over seeds with 5-95 %");
    assertThat(table.data().stringColumn("start").asList())
        .containsExactly("LeCun", "normal, std 0.3", "LeCun", "normal, std 0.3");
    assertThat(table.data().stringColumn("plan").asList())
        .containsExactly(
            STUDIES.of(4).study().plan().toString(),
            STUDIES.of(4).study().plan().toString(),
            STUDIES.of(6).study().plan().toString(),
            STUDIES.of(6).study().plan().toString());
    for (int row = 0; row < 4; row++) {
      int width = WIDTHS.get(row / 2);
      int rule = row % 2 == 0 ? 0 : 2;
      holds(table, row, "a, last layer", "a", each(width, rule, true));
      holds(table, row, "dL/da, input", "dL/da", each(width, rule, false));
    }
  }

  private static void holds(Table table, int row, String name, String brief, double[] due) {
    assertThat(table.data().doubleColumn(name).get(row))
        .isCloseTo(Loops.quantile(0.5, due), Loops.EXACT);
    assertThat(table.data().doubleColumn(brief + " 5 %").get(row))
        .isCloseTo(Loops.quantile(0.05, due), Loops.EXACT);
    assertThat(table.data().doubleColumn(brief + " 95 %").get(row))
        .isCloseTo(Loops.quantile(0.95, due), Loops.EXACT);
  }

  @Test
  void eachIsAskedByWhatWasVaried() {
    assertThat(STUDIES.of(6).study().plan().layers()).hasSize(2);
    assertThat(STUDIES.of(6).median("LeCun"))
        .isCloseTo(Loops.quantile(0.5, each(6, 0, true)), Loops.EXACT);
    assertThatThrownBy(() -> STUDIES.of(5)).hasMessageContaining("one of [4, 6]");
    assertThatThrownBy(() -> Studies.over(List.of(), any -> Seen.STUDY))
        .hasMessageContaining("number of studies is 0");
  }
}
