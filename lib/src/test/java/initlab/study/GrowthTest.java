package initlab.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import initlab.init.Init;
import initlab.math.Band;
import initlab.math.Interval;
import initlab.math.Moments;
import initlab.nn.layer.Mlp;
import initlab.study.probe.Measure;
import initlab.theory.Propagation;
import initlab.view.Table;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/** Factors per layer, each against plain loops. */
class GrowthTest {
  private static final ToDoubleFunction<Loops> FORWARD =
      n -> Math.cbrt(Loops.second(n.a[3]) / Loops.second(n.a[0]));
  private static final ToDoubleFunction<Loops> BACKWARD =
      n -> Math.cbrt(Loops.second(n.da[0]) / Loops.second(n.da[3]));
  private static final ToDoubleFunction<Loops> Z =
      n -> Math.sqrt(Loops.second(n.z[3]) / Loops.second(n.z[1]));
  private static final ToDoubleFunction<Loops> WEIGHTS =
      n -> Math.sqrt(Loops.second(n.dw[1]) / Loops.second(n.dw[3]));

  private static void holds(Interval found, int start, ToDoubleFunction<Loops> number) {
    assertThat(found.median()).isCloseTo(Seen.quantile(0.5, start, number), Loops.EXACT);
    assertThat(found.low()).isCloseTo(Seen.quantile(0.05, start, number), Loops.EXACT);
    assertThat(found.high()).isCloseTo(Seen.quantile(0.95, start, number), Loops.EXACT);
  }

  @Test
  void aFactorIsThatOfOneLayerOnTheWay() {
    for (int start = 0; start < 3; start++) {
      Result row = Seen.FOUND.rows().get(start);
      holds(row.factor(Measure.ACTIVATION), start, FORWARD);
      holds(row.factor(Measure.GRADIENT), start, BACKWARD);
      holds(row.factor(Measure.PRE_ACTIVATION), start, Z);
      holds(row.factor(Measure.WEIGHT_GRADIENT), start, WEIGHTS);
    }
    double factor = Seen.quantile(0.5, 2, BACKWARD);
    assertThat(Seen.FOUND.factor("normal, std 0.3", Measure.GRADIENT))
        .isCloseTo(factor, Loops.EXACT);
    assertThat(Seen.FOUND.factor("LeCun")).isCloseTo(Seen.quantile(0.5, 0, FORWARD), Loops.EXACT);
  }

  @Test
  void factorsOfLayersApartAreTakenOverSeedsAndLayers() {
    Moments two = Seen.FOUND.of("LeCun").factors(2);
    double[] due =
        IntStream.range(0, Seen.SEEDS)
            .mapToObj(nth -> Seen.loops(0, nth))
            .flatMapToDouble(
                n ->
                    IntStream.of(2, 3)
                        .mapToDouble(l -> Loops.second(n.a[l]) / Loops.second(n.a[l - 2])))
            .toArray();
    assertThat(two.count()).isEqualTo(10);
    assertThat(two.mean()).isCloseTo(Loops.mean(new double[][] {due}), Loops.EXACT);
    assertThat(two.secondMoment()).isCloseTo(Loops.second(new double[][] {due}), Loops.EXACT);
    assertThatThrownBy(() -> Seen.FOUND.of("LeCun").factors(0)).hasMessageContaining("1 to 3");
    assertThatThrownBy(() -> Seen.FOUND.of("LeCun").factors(4)).hasMessageContaining("1 to 3");
  }

  @Test
  void theTableHoldsEveryStartBothWays() {
    Table table = Seen.FOUND.growth();
    assertThat(table.data().name())
        .isEqualTo(
            "tanh net, 3 layers, 5 -> 3: factor per layer of the second moment (size: of its"
                + " root)");
    for (int row = 0; row < 3; row++) {
      way(table, row, "forward", FORWARD);
      way(table, row, "backward", BACKWARD);
    }
    Propagation theory = Seen.FOUND.of("normal, std 0.3").theory().orElseThrow();
    assertThat(cell(table, "forward theory", 2))
        .isCloseTo(Math.cbrt(theory.activation(3) / theory.activation(0)), Loops.EXACT);
    assertThat(cell(table, "backward theory", 2))
        .isCloseTo(Math.cbrt(theory.gradient(0)), Loops.EXACT);
    assertThat(table.data().doubleColumn("forward theory").isMissing(1)).isTrue();
  }

  private static void way(Table table, int row, String way, ToDoubleFunction<Loops> number) {
    double median = Seen.quantile(0.5, row, number);
    double low = Seen.quantile(0.05, row, number);
    double high = Seen.quantile(0.95, row, number);
    assertThat(cell(table, way, row)).isCloseTo(median, Loops.EXACT);
    assertThat(cell(table, way + " 5 %", row)).isCloseTo(low, Loops.EXACT);
    assertThat(cell(table, way + " 95 %", row)).isCloseTo(high, Loops.EXACT);
    assertThat(cell(table, way + " size", row)).isCloseTo(Math.sqrt(median), Loops.EXACT);
    var layers = table.data().doubleColumn(way + " layers to 1000x in size");
    if (low <= 1 && high >= 1) {
      assertThat(layers.isMissing(row)).isTrue();
    } else {
      assertThat(layers.get(row))
          .isCloseTo(Math.log(1e6) / Math.abs(Math.log(median)), Percentage.withPercentage(1e-7));
    }
  }

  private static double cell(Table table, String column, int row) {
    return table.data().doubleColumn(column).get(row);
  }

  /** Forward each layer keeps a sixteenth, backward a quarter: two answers, not one. */
  @Test
  void layersToAThousandAreThoseOfTheirOwnWay() {
    var plan = Mlp.of(initlab.init.Activation.LINEAR, 4, 8, 16, 32).withoutBiases();
    Results seen = Study.of(plan).seeds(3).compare(Init.normal(0.1)).measure();
    double forward = seen.thousandfold("normal, std 0.1");
    double backward = seen.thousandfold("normal, std 0.1", Measure.GRADIENT);
    assertThat(backward / forward).isGreaterThan(1.3);
    assertThat(seen.of("normal, std 0.1").thousandfold()).isEqualTo(forward);
    assertThat(cell(seen.growth(), "forward layers to 1000x in size", 0)).isEqualTo(forward);
    assertThat(cell(seen.growth(), "backward layers to 1000x in size", 0)).isEqualTo(backward);
  }

  @Test
  void aThousandfoldIsCountedInEitherDirection() {
    assertThat(Growth.thousandfold(new Interval(9, 10, 11))).isCloseTo(6, Loops.EXACT);
    assertThat(Growth.thousandfold(new Interval(0.09, 0.1, 0.11))).isCloseTo(6, Loops.EXACT);
    assertThat(Growth.thousandfold(new Interval(1, 1 + 1e-10, 2))).isInfinite();
    assertThat(Growth.thousandfold(new Interval(0.5, 1 - 1e-10, 1))).isInfinite();
    assertThat(Growth.thousandfold(new Interval(1.0001, 1.001, 1.01))).isFinite();
    assertThat(Growth.thousandfold(new Interval(0.9, 1.001, 1.01))).isNaN();
  }

  /** More than a factor 10 either way, from the layer where the way begins. */
  @Test
  void aTrendIsToldByAFactorOfTen() {
    assertThat(trend(1, 7, 10)).isEqualTo("keeps its size");
    assertThat(trend(1, 7, 10.1)).isEqualTo("grows");
    assertThat(trend(1, 7, 0.1)).isEqualTo("keeps its size");
    assertThat(trend(1, 7, 0.099)).isEqualTo("shrinks");
    assertThat(trend(0, 7, 0)).isEqualTo("is not a number");
    Band band = Band.of(List.of(new double[] {1, 2, 30}));
    assertThat(Growth.trend(band, Measure.PRE_ACTIVATION, 0)).isEqualTo("grows"); // 2 to 30
    assertThat(Growth.trend(band, Measure.GRADIENT, 0)).isEqualTo("shrinks"); // 30 to 1
    assertThat(Growth.trend(band, Measure.WEIGHT_GRADIENT, 0)).isEqualTo("shrinks"); // 30 to 2
  }

  /** One seed of many that explodes, or that vanishes, is not the trend. */
  @Test
  void aTrendIsThatOfTheMedianSeed() {
    double[] level = {1, 1};
    for (double last : new double[] {1e9, 1e-9}) {
      Band band = Band.of(List.of(level, new double[] {1, last}, level, level));
      assertThat(Growth.trend(band, Measure.ACTIVATION, 0)).isEqualTo("keeps its size");
    }
    Band odd = Band.of(List.of(new double[] {1e-9, 1}, level, level, new double[] {1e9, 1}));
    assertThat(Growth.trend(odd, Measure.ACTIVATION, 0)).isEqualTo("keeps its size");
  }

  private static String trend(double... profile) {
    return Growth.trend(Band.of(List.of(profile)), Measure.ACTIVATION, 0);
  }
}
