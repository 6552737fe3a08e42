package initlab.study.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import initlab.init.Activation;
import initlab.init.Init;
import initlab.nn.Network;
import initlab.nn.layer.Mlp;
import initlab.study.Loops;
import initlab.train.data.Data;
import initlab.view.Table;
import initlab.view.figure.Curve;
import initlab.view.figure.Panel;
import java.util.EnumSet;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

/** One net's report as table, figure and words, every number against plain loops. */
class ReportTest {
  private static final Network NET =
      Mlp.of(Activation.TANH, 5, 7, 4, 3).onPlainJava().init(Init.normal(0.4), 9);
  private static final DMatrixRMaj X = Data.normal(6, 5, 2);
  private static final DMatrixRMaj G = Data.normal(6, 3, 3);
  private static final Loops LOOPS = new Loops(NET, X, G, v -> 1 - Math.tanh(v) * Math.tanh(v));
  private static final Report REPORT = Probe.backward(NET, X, G);

  @Test
  void theTableHasARowALayerAndAColumnAMeasure() {
    Table table = REPORT.table();
    assertThat(table.data().name()).isEqualTo(NET.toString());
    assertThat(table.data().longColumn("layer").asList()).containsExactly(0L, 1L, 2L, 3L);
    assertThat(table.data().columnCount()).isEqualTo(1 + Measure.values().length);
    for (Measure measure : Measure.values()) {
      assertThat(table.data().doubleColumn(measure.label()).asDoubleArray())
          .isEqualTo(REPORT.profile(measure));
    }
    assertThat(table.data().doubleColumn("second moment of activations").get(2))
        .isCloseTo(Loops.second(LOOPS.a[2]), Loops.EXACT);
    assertThat(table.data().doubleColumn("second moment of dL/dW").get(3))
        .isCloseTo(Loops.second(LOOPS.dw[3]), Loops.EXACT);
  }

  @Test
  void theFigureShowsBothWays() {
    Panel[] panels = REPORT.panels();
    assertThat(panels).hasSize(2);
    assertThat(panels[0].title()).startsWith("forward");
    assertThat(panels[1].title()).startsWith("backward");
    assertThat(panels[1].endsLeft()).isTrue();
    assertThat(panels[0].curves().stream().map(Curve::name))
        .containsExactly("activations", "pre-activations");
    assertThat(panels[1].curves().stream().map(Curve::name)).containsExactly("dL/da", "dL/dW");
    holds(panels[0].curves().get(0), 0, LOOPS.a);
    holds(panels[0].curves().get(1), 1, LOOPS.z);
    holds(panels[1].curves().get(0), 0, LOOPS.da);
    holds(panels[1].curves().get(1), 1, LOOPS.dw);
    assertThat(REPORT.plot().text()).startsWith(NET + "\nforward");
  }

  private static void holds(Curve curve, int first, double[][][] due) {
    assertThat(curve.x()).hasSize(4 - first);
    for (int l = first; l <= 3; l++) {
      assertThat(curve.x()[l - first]).isEqualTo(l);
      assertThat(curve.median()[l - first]).isCloseTo(Loops.second(due[l]), Loops.EXACT);
    }
  }

  @Test
  void aForwardPassKnowsNoGradients() {
    Report forward = Probe.forward(NET, X);
    EnumSet<Measure> due = EnumSet.allOf(Measure.class);
    due.removeAll(List.of(Measure.GRADIENT, Measure.WEIGHT_GRADIENT));
    assertThat(forward.measures()).containsExactlyElementsOf(due);
    assertThat(forward.panels()).hasSize(1);
    for (Measure measure : due) {
      assertThat(forward.profile(measure)).isEqualTo(REPORT.profile(measure));
    }
    assertThatThrownBy(() -> forward.profile(Measure.GRADIENT))
        .hasMessageContaining("the measure is GRADIENT")
        .hasMessageEndingWith("Go backward.");
    assertThatThrownBy(() -> forward.profile(Measure.WEIGHT_GRADIENT))
        .hasMessageEndingWith("Ask for it: measure(Measure.WEIGHT_GRADIENT).");
  }

  @Test
  void wordsHoldEveryNumber() {
    double last = REPORT.last(Measure.ACTIVATION);
    assertThat(last).isEqualTo(REPORT.profile(Measure.ACTIVATION)[3]);
    assertThat(REPORT.toString().lines()).hasSize(1 + Measure.values().length);
    assertThat(REPORT.toString())
        .startsWith(NET.toString())
        .contains("\n  second moment of pre-activations [NaN, ")
        .contains("\n  share of dead neurons [0, 0, 0, 0]");
  }

  /** What cannot be sent back is named before anything is measured. */
  @Test
  void shapesThatDoNotFitAreNamed() {
    assertThatThrownBy(() -> Probe.backward(NET, X, Data.normal(6, 2, 1)))
        .hasMessageContaining("the width of the gradient is 2; it must be 3");
    assertThatThrownBy(() -> Probe.backward(NET, X, Data.normal(5, 3, 1)))
        .hasMessageContaining("the rows of the gradient is 5; it must be 6");
    assertThatThrownBy(() -> Probe.backward(NET, X, Data.normal(7, 3, 1)))
        .hasMessageContaining("the rows of the gradient is 7; it must be 6");
    assertThatThrownBy(() -> Probe.forward(NET, Data.normal(6, 4, 1)))
        .hasMessageContaining("the width of the input is 4; it must be 5");
    DMatrixRMaj broken = G.copy();
    broken.set(1, 2, Double.NaN);
    assertThatThrownBy(() -> Probe.backward(NET, X, broken))
        .hasMessageContaining("the gradient, row 1, column 2");
    broken.set(1, 2, Double.POSITIVE_INFINITY);
    assertThatThrownBy(() -> Probe.backward(NET, X, broken)).hasMessageContaining("the gradient");
  }

  @Test
  void nothingThatIsGivenIsModified() {
    DMatrixRMaj x = X.copy();
    DMatrixRMaj g = G.copy();
    Probe.backward(NET, x, g);
    assertThat(x.data).isEqualTo(X.data);
    assertThat(g.data).isEqualTo(G.data);
  }
}
