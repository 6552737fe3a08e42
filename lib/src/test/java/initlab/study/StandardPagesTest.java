package initlab.study;

import static initlab.init.Activation.RELU;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import initlab.init.Init;
import initlab.nn.layer.Mlp;
import initlab.theory.FiniteWidth;
import initlab.theory.Propagation;
import initlab.view.Table;
import initlab.view.figure.Curve;
import initlab.view.figure.Panel;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/** The standard figure's series, and the table of its ends, against plain loops. */
class StandardPagesTest {
  private static final List<String> NAMES = List.of("LeCun", "tilted", "normal, std 0.3");

  private static Propagation theory(int start) {
    return Seen.FOUND.rows().get(start).theory().orElseThrow();
  }

  @Test
  void theTableHoldsBothEndsOfEveryStart() {
    Table table = Seen.FOUND.table();
    var data = table.data();
    assertThat(data.columnNames())
        .containsExactly(
            "start",
            "a, last layer",
            "a 5 %",
            "a 95 %",
            "a theory",
            "a rms",
            "dL/da, input",
            "dL/da 5 %",
            "dL/da 95 %",
            "dL/da theory",
            "dL/da rms");
    assertThat(data.stringColumn("start").asList()).isEqualTo(NAMES);
    assertThat(data.name())
        .isEqualTo(
            "tanh net, 3 layers, 5 -> 3: second moments, median over seeds with 5-95 %; "
                + "rms is the median's root");
    for (int row = 0; row < 3; row++) {
      ends(table, row, "a", "a, last layer", n -> Loops.second(n.a[3]));
      ends(table, row, "dL/da", "dL/da, input", n -> Loops.second(n.da[0]));
    }
    for (int row : new int[] {0, 2}) {
      assertThat(cell(table, "a theory", row)).isEqualTo(theory(row).activation()[3]);
      assertThat(cell(table, "dL/da theory", row)).isEqualTo(theory(row).gradient()[0]);
    }
    assertThat(data.doubleColumn("a theory").isMissing(1)).isTrue();
    assertThat(data.doubleColumn("dL/da theory").isMissing(1)).isTrue();
  }

  private static void ends(
      Table table, int row, String brief, String name, ToDoubleFunction<Loops> number) {
    double median = Seen.quantile(0.5, row, number);
    assertThat(cell(table, name, row)).isCloseTo(median, Loops.EXACT);
    assertThat(cell(table, brief + " 5 %", row))
        .isCloseTo(Seen.quantile(0.05, row, number), Loops.EXACT);
    assertThat(cell(table, brief + " 95 %", row))
        .isCloseTo(Seen.quantile(0.95, row, number), Loops.EXACT);
    assertThat(cell(table, brief + " rms", row)).isCloseTo(Math.sqrt(median), Loops.EXACT);
  }

  private static double cell(Table table, String column, int row) {
    return table.data().doubleColumn(column).get(row);
  }

  @Test
  void aStudyIsMeasuredOnTheWayToItsTable() {
    assertThat(Seen.STUDY.table().text()).isEqualTo(Seen.FOUND.table().text());
    assertThat(Seen.STUDY.plot().text()).isEqualTo(Seen.FOUND.plot().text());
  }

  @Test
  void theFigureHoldsEveryLayerOfEveryStart() {
    Panel[] panels = StandardPages.panels(Seen.FOUND);
    assertThat(panels).hasSize(2);
    assertThat(panels[0].title()).isEqualTo("forward: second moment of activations");
    assertThat(panels[1].title()).isEqualTo("backward: second moment of gradients");
    assertThat(panels[0].endsLeft()).isFalse();
    assertThat(panels[1].endsLeft()).isTrue();
    for (int start = 0; start < 3; start++) {
      Curve forward = panels[0].curves().get(start);
      Curve backward = panels[1].curves().get(start);
      for (int l = 0; l <= 3; l++) {
        int layer = l;
        point(forward, start, l, n -> Loops.second(n.a[layer]));
        point(backward, start, l, n -> Loops.second(n.da[layer]));
      }
      if (start != 1) {
        assertThat(forward.theory()).isEqualTo(theory(start).activation());
        assertThat(backward.theory()).isEqualTo(theory(start).gradient());
      }
    }
    assertThat(panels[0].curves().get(1).theory()).isEmpty();
    assertThat(panels[1].curves().get(1).theory()).isEmpty();
    assertThat(panels[0].curves().get(0).theoryLow()).isEmpty();
  }

  private static void point(Curve curve, int start, int l, ToDoubleFunction<Loops> number) {
    assertThat(curve.name()).isEqualTo(NAMES.get(start));
    assertThat(curve.x()[l]).isEqualTo(l);
    assertThat(curve.x()).hasSize(4);
    assertThat(curve.median()[l]).isCloseTo(Seen.quantile(0.5, start, number), Loops.EXACT);
    assertThat(curve.low()[l]).isCloseTo(Seen.quantile(0.05, start, number), Loops.EXACT);
    assertThat(curve.high()[l]).isCloseTo(Seen.quantile(0.95, start, number), Loops.EXACT);
  }

  /** With one input theory is the law of this width: its median, and a band of its own. */
  @Test
  void ofOneInputTheFigureHoldsTheLaw() {
    Results seen =
        Study.of(Mlp.of(RELU, 5, 9, 4))
            .batch(1)
            .seeds(3)
            .compare(Init.heNormal(), Init.orthogonal())
            .measure();
    Panel[] panels = StandardPages.panels(seen);
    FiniteWidth law = seen.law("He").orElseThrow();
    Curve forward = panels[0].curves().get(0);
    assertThat(forward.theory()).isEqualTo(law.activation().median());
    assertThat(forward.theoryLow()).isEqualTo(law.activation().low());
    assertThat(forward.theoryHigh()).isEqualTo(law.activation().high());
    Curve backward = panels[1].curves().get(0);
    assertThat(backward.theory()).isEqualTo(law.gradient().median());
    assertThat(backward.theoryLow()).isEqualTo(law.gradient().low());
    assertThat(backward.theoryHigh()).isEqualTo(law.gradient().high());
    // the mean of dependent weights would be another thing under the same name
    assertThat(panels[0].curves().get(1).theory()).isEmpty();
    assertThat(panels[1].curves().get(1).theory()).isEmpty();
    assertThat(seen.table().data().name()).endsWith("root; theory is the mean over nets");
    assertThat(cell(seen.table(), "a theory", 0)).isCloseTo(1 * 5 * 2 / 5.0 / 2 * 2, within(1e-9));
  }

  @Test
  void withoutAnyLawOneInputIsShownWithTheMean() {
    Results seen =
        Study.of(Mlp.of(RELU, 5, 9, 4)).batch(1).seeds(2).compare(Init.orthogonal()).measure();
    Curve forward = StandardPages.panels(seen)[0].curves().get(0);
    assertThat(forward.theory()).isEqualTo(seen.rows().get(0).theory().orElseThrow().activation());
    assertThat(seen.plot().text()).startsWith("ReLU net, 2 layers, 5 -> 4\n");
  }

  /** A law that reaches infinity has no band to draw, only its median. */
  @Test
  void aLawThatOverflowsHasNoBand() {
    Results seen =
        Study.of(Mlp.of(RELU, 4, 4, 4)).batch(1).seeds(2).compare(Init.normal(1e155)).measure();
    Curve forward = StandardPages.panels(seen)[0].curves().get(0);
    assertThat(forward.theory()).hasSize(3);
    assertThat(forward.theoryHigh()).isEmpty();
  }

  @Test
  void aPointEverySoManyLayersLeavesTheOthersOut() {
    assertThat(Seen.FOUND.plotEvery(3).text())
        .contains("a point every 3 layers", "LeCun, layer 3: median");
    assertThat(Seen.FOUND.plotEvery(2).text()).contains("LeCun, layer 2: median");
  }
}
