package initlab.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import initlab.study.probe.Measure;
import initlab.view.Table;
import initlab.view.figure.Curve;
import initlab.view.figure.Panel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Figures and tables of any measure: every point and cell against plain loops. */
class ProfilesTest {

  @Test
  void aPanelHoldsTheLayersThatHaveANumber() {
    Panel[] panels =
        Profiles.panels(Seen.FOUND, Measure.PRE_ACTIVATION_VARIANCE, Measure.WEIGHT_GRADIENT);
    assertThat(panels[0].title()).isEqualTo("variance of pre-activations");
    assertThat(panels[1].title()).isEqualTo("second moment of dL/dW");
    for (Panel panel : panels) {
      assertThat(panel.xLabel()).isEqualTo("layer");
      assertThat(panel.curves().stream().map(Curve::name))
          .containsExactly("LeCun", "tilted", "normal, std 0.3");
    }
    assertThat(panels[0].endsLeft()).isFalse();
    assertThat(panels[1].endsLeft()).isTrue();
    for (int start = 0; start < 3; start++) {
      for (int l = 1; l <= 3; l++) {
        int layer = l;
        Curve z = panels[0].curves().get(start);
        assertThat(z.x()).containsExactly(1, 2, 3);
        assertThat(z.median()[l - 1])
            .isCloseTo(Seen.quantile(0.5, start, n -> Loops.variance(n.z[layer])), Loops.EXACT);
        assertThat(z.low()[l - 1])
            .isCloseTo(Seen.quantile(0.05, start, n -> Loops.variance(n.z[layer])), Loops.EXACT);
        assertThat(z.high()[l - 1])
            .isCloseTo(Seen.quantile(0.95, start, n -> Loops.variance(n.z[layer])), Loops.EXACT);
        Curve dw = panels[1].curves().get(start);
        assertThat(dw.median()[l - 1])
            .isCloseTo(Seen.quantile(0.5, start, n -> Loops.second(n.dw[layer])), Loops.EXACT);
      }
    }
  }

  /** A mean may be negative: it has no logarithm, and a panel of one makes its neighbours plain. */
  @ParameterizedTest
  @EnumSource
  void everyMeasureCanBeDrawn(Measure measure) {
    boolean signed =
        measure == Measure.ACTIVATION_MEAN
            || measure == Measure.PRE_ACTIVATION_MEAN
            || measure == Measure.CORRELATION;
    assertThat(measure.signed()).isEqualTo(signed);
    assertThatCode(() -> Seen.FOUND.plot(measure).text()).doesNotThrowAnyException();
    assertThat(Profiles.panels(Seen.FOUND, measure)[0].log()).isEqualTo(!signed);
    Panel[] both = Profiles.panels(Seen.FOUND, Measure.GRADIENT, measure);
    assertThat(both[0].log()).isEqualTo(!signed);
    assertThat(both[1].log()).isEqualTo(!signed);
    assertThat(both[1].title()).isEqualTo(measure.label());
    assertThatCode(() -> Seen.FOUND.plot(Measure.GRADIENT, measure).text())
        .doesNotThrowAnyException();
  }

  @Test
  void aFigureSaysItsPlanAndPanelsInOrder() {
    String text = Seen.FOUND.plot(Measure.PRE_ACTIVATION, Measure.RANK).text();
    assertThat(text).startsWith("tanh net, 3 layers, 5 -> 3\nsecond moment of pre-activations");
    assertThat(text.indexOf("effective rank")).isGreaterThan(text.indexOf("pre-activations"));
    assertThatThrownBy(() -> Seen.FOUND.plot(new Measure[0]))
        .hasMessageContaining("number of measures is 0");
  }

  @Test
  void aTableHoldsTheMediansOfItsLayers() {
    Table table = Seen.FOUND.table(Measure.ACTIVATION_MEAN, 3, 1);
    assertThat(table.data().columnNames()).containsExactly("start", "layer 3", "layer 1");
    assertThat(table.data().name())
        .isEqualTo("tanh net, 3 layers, 5 -> 3: mean of activations, median over seeds");
    assertThat(table.data().stringColumn("start").asList())
        .containsExactly("LeCun", "tilted", "normal, std 0.3");
    for (int start = 0; start < 3; start++) {
      for (int l : new int[] {1, 3}) {
        assertThat(table.data().doubleColumn("layer " + l).get(start))
            .isCloseTo(Seen.quantile(0.5, start, n -> Loops.mean(n.a[l])), Loops.EXACT);
      }
    }
    assertThat(Seen.FOUND.table(Measure.ACTIVATION_MEAN).data().columnNames())
        .containsExactly("start", "layer 3");
    assertThat(Seen.FOUND.table(Measure.WEIGHT_GRADIENT).data().columnNames())
        .containsExactly("start", "layer 1");
    assertThatThrownBy(() -> Seen.FOUND.table(Measure.RANK, -1)).hasMessageContaining("0 to 3");
  }
}
