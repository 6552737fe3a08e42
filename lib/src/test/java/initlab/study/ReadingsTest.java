package initlab.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import initlab.math.Interval;
import initlab.study.probe.Measure;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/** Every question that results answer, each against plain loops. */
class ReadingsTest {
  private static final String NAME = "normal, std 0.3";

  private static void holds(Interval found, ToDoubleFunction<Loops> number) {
    assertThat(found.low()).isCloseTo(Seen.quantile(0.05, 2, number), Loops.EXACT);
    assertThat(found.median()).isCloseTo(Seen.quantile(0.5, 2, number), Loops.EXACT);
    assertThat(found.high()).isCloseTo(Seen.quantile(0.95, 2, number), Loops.EXACT);
  }

  @Test
  void withoutALayerTheyAreAskedWhereTheWayEnds() {
    ToDoubleFunction<Loops> last = n -> Loops.second(n.a[3]);
    holds(Seen.FOUND.interval(NAME), last);
    holds(Seen.FOUND.interval(NAME, Measure.GRADIENT), n -> Loops.second(n.da[0]));
    holds(Seen.FOUND.interval(NAME, Measure.WEIGHT_GRADIENT), n -> Loops.second(n.dw[1]));
    holds(Seen.FOUND.interval(NAME, Measure.PRE_ACTIVATION_MEAN), n -> Loops.mean(n.z[3]));
    holds(Seen.FOUND.of(NAME).interval(Measure.GRADIENT), n -> Loops.second(n.da[0]));
    assertThat(Seen.FOUND.median(NAME)).isCloseTo(Seen.quantile(0.5, 2, last), Loops.EXACT);
    assertThat(Seen.FOUND.rms(NAME)).isCloseTo(Math.sqrt(Seen.quantile(0.5, 2, last)), Loops.EXACT);
    assertThat(Seen.FOUND.rms(NAME, Measure.GRADIENT))
        .isCloseTo(Math.sqrt(Seen.quantile(0.5, 2, n -> Loops.second(n.da[0]))), Loops.EXACT);
  }

  @Test
  void elsewhereTheyAreAskedByLayer() {
    for (int l = 0; l <= 3; l++) {
      int layer = l;
      holds(Seen.FOUND.at(l).interval(NAME), n -> Loops.second(n.a[layer]));
      holds(Seen.FOUND.at(l).interval(NAME, Measure.GRADIENT), n -> Loops.second(n.da[layer]));
      assertThat(Seen.FOUND.at(l).median(NAME, Measure.ACTIVATION_MEAN))
          .isCloseTo(Seen.quantile(0.5, 2, n -> Loops.mean(n.a[layer])), Loops.EXACT);
    }
    assertThat(Seen.FOUND.at(2)).hasToString("layer 2 of " + Seen.STUDY);
    assertThatThrownBy(() -> Seen.FOUND.at(-1)).hasMessageContaining("0 to 3");
    assertThatThrownBy(() -> Seen.FOUND.at(1).rms(NAME, Measure.ACTIVATION_VARIANCE))
        .hasMessageContaining("use median(");
  }

  /** Of six seeds the median lies between the least and the greatest in 31 of 32 cases. */
  @Test
  void aMediansOwnIntervalIsTakenAtTheSameLayer() {
    Results six = Seen.STUDY.seeds(6).measure();
    double[] seen =
        six.of(NAME).reports().stream().mapToDouble(r -> r.profile(Measure.GRADIENT)[1]).toArray();
    Interval found = six.at(1).medianInterval(NAME, Measure.GRADIENT);
    assertThat(found.low()).isEqualTo(Arrays.stream(seen).min().orElseThrow());
    assertThat(found.high()).isEqualTo(Arrays.stream(seen).max().orElseThrow());
    double[] last =
        six.of(NAME).reports().stream().mapToDouble(r -> r.last(Measure.ACTIVATION)).toArray();
    assertThat(six.medianInterval(NAME).high()).isEqualTo(Arrays.stream(last).max().orElseThrow());
    double[] first =
        six.of(NAME).reports().stream().mapToDouble(r -> r.profile(Measure.GRADIENT)[0]).toArray();
    assertThat(six.medianInterval(NAME, Measure.GRADIENT).low())
        .isEqualTo(Arrays.stream(first).min().orElseThrow());
    // five seeds leave the whole line
    assertThat(Seen.FOUND.at(1).medianInterval(NAME).high()).isInfinite();
  }

  @Test
  void trendsAreAskedByNameAndMeasure() {
    assertThat(Seen.FOUND.trend(NAME)).isEqualTo("shrinks");
    assertThat(Seen.FOUND.trend("tilted"))
        .isEqualTo(Seen.FOUND.of("tilted").trend(Measure.ACTIVATION));
    assertThat(Seen.FOUND.trend(NAME, Measure.GRADIENT))
        .isEqualTo(Growth.trend(Seen.FOUND.of(NAME).band(Measure.GRADIENT), Measure.GRADIENT, 0));
    assertThatThrownBy(() -> Seen.FOUND.trend("He"))
        .hasMessageContaining("one of [LeCun, tilted, normal, std 0.3]");
  }
}
