package initlab.study;

import static initlab.init.Activation.LINEAR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import initlab.init.Init;
import initlab.math.Interval;
import initlab.nn.layer.Mlp;
import initlab.study.probe.Measure;
import initlab.view.Table;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/**
 * What results answer, on nets whose every number follows from the input: weights of twice the
 * identity multiply second moments by 4 a layer, both ways.
 */
class ResultsTest {
  private static final Percentage EXACT = Percentage.withPercentage(1e-10);
  private static final Results FOUND =
      Study.of(Mlp.deep(LINEAR, 16, 3))
          .seeds(6)
          .batch(8)
          .compare(Init.identity(2).named("twice"), Init.identity(), Init.zeros())
          .measure(Measure.WEIGHT_GRADIENT, Measure.BATCH_VARIANCE);
  private static final Interval INPUT = FOUND.of("twice").band(Measure.ACTIVATION).at(0);
  private static final Interval OUTPUT = FOUND.of("twice").band(Measure.GRADIENT).at(3);

  private static double cell(Table table, String column, int row) {
    return table.data().doubleColumn(column).get(row);
  }

  @Test
  void numbersAreThoseWhereTheWayEnds() {
    assertThat(FOUND.median("twice")).isCloseTo(64 * INPUT.median(), EXACT);
    assertThat(FOUND.interval("twice").low()).isCloseTo(64 * INPUT.low(), EXACT);
    assertThat(FOUND.interval("twice").high()).isCloseTo(64 * INPUT.high(), EXACT);
    assertThat(FOUND.rms("twice")).isCloseTo(8 * Math.sqrt(INPUT.median()), EXACT);
    assertThat(FOUND.median("twice", Measure.GRADIENT)).isCloseTo(64 * OUTPUT.median(), EXACT);
    assertThat(FOUND.rms("twice", Measure.GRADIENT)).isCloseTo(8 * OUTPUT.root().median(), EXACT);
    assertThat(FOUND.median("twice", Measure.WEIGHT_GRADIENT))
        .isEqualTo(FOUND.at(1).median("twice", Measure.WEIGHT_GRADIENT))
        .isPositive();
    assertThat(FOUND.medianInterval("twice").low()).isLessThan(FOUND.interval("twice").low());
  }

  @Test
  void otherLayersAreAskedByTheirNumber() {
    assertThat(FOUND.at(2).median("twice")).isCloseTo(16 * INPUT.median(), EXACT);
    assertThat(FOUND.at(1).rms("twice")).isCloseTo(2 * Math.sqrt(INPUT.median()), EXACT);
    assertThat(FOUND.at(3).median("twice", Measure.GRADIENT)).isEqualTo(OUTPUT.median());
    assertThat(FOUND.at(2).interval("twice", Measure.GRADIENT).high())
        .isCloseTo(4 * OUTPUT.high(), EXACT);
    // six seeds: the median lies between the smallest and the largest
    Interval known = FOUND.at(0).medianInterval("identity");
    assertThat(known.low()).isLessThan(INPUT.low());
    assertThat(known.high()).isGreaterThan(INPUT.high());
    assertThat(FOUND.at(0).medianInterval("identity", Measure.GRADIENT).median())
        .isEqualTo(OUTPUT.median());
  }

  @Test
  void trendsAreFollowedTheWayTheSignalGoes() {
    assertThat(FOUND.trend("twice")).isEqualTo("grows");
    assertThat(FOUND.trend("twice", Measure.GRADIENT)).isEqualTo("grows");
    assertThat(FOUND.trend("twice", Measure.PRE_ACTIVATION)).isEqualTo("grows");
    assertThat(FOUND.trend("identity")).isEqualTo("keeps its size");
    assertThat(FOUND.trend("zeros")).isEqualTo("shrinks");
    assertThat(FOUND.trend("zeros", Measure.PRE_ACTIVATION)).isEqualTo("is not a number");
  }

  @Test
  void factorsAreThoseOfOneLayer() {
    assertThat(FOUND.factor("twice")).isCloseTo(4, within(1e-12));
    assertThat(FOUND.factor("twice", Measure.GRADIENT)).isCloseTo(4, within(1e-12));
    assertThat(FOUND.of("twice").factor(Measure.ACTIVATION).low()).isCloseTo(4, within(1e-12));
    assertThat(FOUND.of("twice").factors(1).mean()).isCloseTo(4, within(1e-12));
    assertThat(FOUND.of("twice").factors(1).count()).isEqualTo(6 * 3);
    assertThat(FOUND.of("twice").factors(3).secondMoment()).isCloseTo(64 * 64, EXACT);
    assertThatThrownBy(() -> FOUND.of("twice").factors(4)).hasMessageContaining("1 to 3");
    assertThat(FOUND.thousandfold("twice")).isCloseTo(6 / Math.log10(4), within(1e-9));
    assertThat(FOUND.thousandfold("identity")).isInfinite();
    assertThat(FOUND.thousandfold("zeros")).isZero();
    assertThat(Growth.thousandfold(new Interval(0.9, 0.99, 1.1))).isNaN();
  }

  @Test
  void theGrowthTableHoldsThemAll() {
    Table growth = FOUND.growth();
    assertThat(growth.data().columnNames())
        .containsExactly(
            "start",
            "forward",
            "forward 5 %",
            "forward 95 %",
            "forward theory",
            "forward size",
            "forward layers to 1000x in size",
            "backward",
            "backward 5 %",
            "backward 95 %",
            "backward theory",
            "backward size",
            "backward layers to 1000x in size");
    for (String way : List.of("forward", "backward")) {
      assertThat(cell(growth, way, 0)).isCloseTo(4, within(1e-12));
      assertThat(cell(growth, way + " 5 %", 0)).isCloseTo(4, within(1e-12));
      assertThat(cell(growth, way + " 95 %", 0)).isCloseTo(4, within(1e-12));
      assertThat(cell(growth, way + " size", 0)).isCloseTo(2, within(1e-12));
      assertThat(cell(growth, way, 2)).isZero();
      assertThat(cell(growth, way + " theory", 2)).isZero();
    }
    assertThat(cell(growth, "backward layers to 1000x in size", 0)).isCloseTo(9.966, within(0.001));
    assertThat(growth.text()).contains("\u221E");
  }

  @Test
  void theStandardTableHoldsBothEnds() {
    Table table = FOUND.table();
    assertThat(cell(table, "a, last layer", 0)).isCloseTo(64 * INPUT.median(), EXACT);
    assertThat(cell(table, "a 5 %", 0)).isCloseTo(64 * INPUT.low(), EXACT);
    assertThat(cell(table, "a 95 %", 0)).isCloseTo(64 * INPUT.high(), EXACT);
    assertThat(cell(table, "a theory", 2)).isZero();
    assertThat(cell(table, "a rms", 0)).isCloseTo(8 * INPUT.root().median(), EXACT);
    assertThat(cell(table, "dL/da, input", 0)).isCloseTo(64 * OUTPUT.median(), EXACT);
    assertThat(cell(table, "dL/da 5 %", 0)).isCloseTo(64 * OUTPUT.low(), EXACT);
    assertThat(cell(table, "dL/da 95 %", 0)).isCloseTo(64 * OUTPUT.high(), EXACT);
    assertThat(cell(table, "dL/da theory", 2)).isZero();
    assertThat(cell(table, "dL/da rms", 0)).isCloseTo(8 * OUTPUT.root().median(), EXACT);
  }

  @Test
  void aMeasureHasATableOfItsLayers() {
    Table table = FOUND.table(Measure.GRADIENT, 1, 3);
    assertThat(table.height()).isEqualTo(3);
    assertThat(cell(table, "layer 1", 0)).isCloseTo(16 * OUTPUT.median(), EXACT);
    assertThat(cell(table, "layer 1", 2)).isZero();
    assertThat(cell(table, "layer 3", 2)).isEqualTo(OUTPUT.median());
    assertThat(FOUND.table(Measure.GRADIENT).data().columnNames())
        .containsExactly("start", "layer 0");
  }

  @Test
  void aStartStandsBesideWhatATextSays() {
    Table table = FOUND.of("twice").table(5, 17);
    assertThat(table.data().columnNames())
        .containsExactly("layer", "the text", "median", "5 %", "95 %", "theory", "rms");
    assertThat(cell(table, "the text", 1)).isEqualTo(17);
    assertThat(table.data().doubleColumn("the text").isMissing(2)).isTrue();
    assertThat(cell(table, "median", 1)).isCloseTo(16 * INPUT.median(), EXACT);
    assertThat(cell(table, "5 %", 1)).isCloseTo(16 * INPUT.low(), EXACT);
    assertThat(cell(table, "95 %", 2)).isCloseTo(64 * INPUT.high(), EXACT);
    assertThat(cell(table, "rms", 2)).isCloseTo(8 * INPUT.root().median(), EXACT);
    assertThat(cell(FOUND.of("zeros").table(), "theory", 0)).isZero();
    Table sizes = FOUND.of("twice").sizes(2);
    assertThat(cell(sizes, "median", 2)).isCloseTo(8 * INPUT.root().median(), EXACT);
    assertThat(cell(sizes, "5 %", 2)).isCloseTo(8 * INPUT.root().low(), EXACT);
    assertThatThrownBy(() -> FOUND.of("twice").table(1, 2, 3, 4)).hasMessageContaining("at most 3");
  }

  @Test
  void aStartShowsSeveralMeasuresLayerByLayer() {
    Table table = FOUND.of("twice").measures(Measure.PRE_ACTIVATION, Measure.BATCH_VARIANCE);
    String z = Measure.PRE_ACTIVATION.label();
    assertThat(table.data().doubleColumn(z).isMissing(0)).isTrue();
    assertThat(cell(table, z, 2)).isCloseTo(16 * INPUT.median(), EXACT);
    String variance = Measure.BATCH_VARIANCE.label();
    assertThat(cell(table, variance, 3)).isCloseTo(64 * cell(table, variance, 0), EXACT);
    assertThatThrownBy(() -> FOUND.of("twice").measures()).hasMessageContaining("measures is 0");
  }

  @Test
  void theFigureNamesItsMeasuresAndLeavesOutLayersThatHaveNone() {
    String text = FOUND.plot(Measure.PRE_ACTIVATION, Measure.WEIGHT_GRADIENT).text();
    assertThat(text).contains("second moment of pre-activations", "second moment of dL/dW");
    assertThat(text).contains("identity, layer 3", "identity, layer 1").doesNotContain("NaN");
    assertThat(FOUND.plot().text()).contains("forward", "backward");
  }

  @Test
  void whatIsNotThereIsRefused() {
    assertThatThrownBy(() -> FOUND.median("He")).hasMessageContaining("[twice, identity, zeros]");
    assertThatThrownBy(() -> FOUND.at(4)).hasMessageContaining("0 to 3");
    assertThatThrownBy(() -> FOUND.table(Measure.GRADIENT, 4)).hasMessageContaining("0 to 3");
    assertThatThrownBy(() -> FOUND.median("twice", Measure.RANK))
        .hasMessageContaining("Ask for it");
    assertThatThrownBy(() -> FOUND.rms("twice", Measure.DEAD))
        .hasMessageContaining("the measure is DEAD; it must be a second moment");
  }

  @Test
  void whoChangesAnArrayChangesHisOwn() {
    String before = FOUND.plot().text();
    Result row = FOUND.of("zeros");
    row.theory().orElseThrow().activation()[3] = 1e6;
    row.theory().orElseThrow().gradient()[0] = 1e6;
    row.theory().orElseThrow().preActivation()[0] = 1e6;
    row.reports().get(0).profile(Measure.ACTIVATION)[3] = 1e6;
    row.band(Measure.ACTIVATION).median()[3] = 1e6;
    row.reports().get(0).measures().clear();
    assertThat(FOUND.plot().text()).isEqualTo(before);
    assertThat(row.theory().orElseThrow().activation(3)).isZero();
    assertThat(row.theory().orElseThrow().gradient(0)).isZero();
    assertThatThrownBy(() -> row.theory().orElseThrow().activation(4))
        .hasMessageContaining("the layer is 4; it must be 0 to 3");
  }

  @Test
  void severalPlansShareATable() {
    var studies =
        Studies.over(
            List.of(1, 2),
            depth ->
                Study.of(Mlp.deep(LINEAR, 16, depth))
                    .seeds(2)
                    .compare(Init.identity(2).named("twice"), Init.zeros()));
    Interval input = studies.of(1).at(0).interval("zeros");
    Interval output = studies.of(1).at(1).interval("zeros", Measure.GRADIENT);
    var data = studies.table().data();
    assertThat(data.stringColumn("start").asList()).startsWith("twice", "zeros", "twice");
    assertThat(data.doubleColumn("a, last layer").asDoubleArray())
        .containsExactly(4 * input.median(), 0, 16 * input.median(), 0);
    assertThat(data.doubleColumn("a 5 %").get(2)).isEqualTo(16 * input.low());
    assertThat(data.doubleColumn("a 95 %").get(2)).isEqualTo(16 * input.high());
    assertThat(data.doubleColumn("dL/da, input").asDoubleArray())
        .containsExactly(4 * output.median(), 0, 16 * output.median(), 0);
    assertThat(data.doubleColumn("dL/da 5 %").get(0)).isEqualTo(4 * output.low());
    assertThat(data.doubleColumn("dL/da 95 %").get(0)).isEqualTo(4 * output.high());
    assertThatThrownBy(() -> studies.of(3)).hasMessageContaining("one of [1, 2]");
  }
}
