package initlab.view.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import initlab.view.Fake;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExplorerTest {
  private static final int DEPTH = 20;

  /** Exactly 0, falling, level, overflowing: rates 0, 0.5, 1, 1e20 for the values 1 to 4. */
  private static final double[] RATES = {0, 0.5, 1, 1e20};

  private static Explorer explorer(String title) {
    List<Curve> curves =
        Arrays.stream(RATES).mapToObj(r -> Fake.geometric("rate " + r, DEPTH, r)).toList();
    double[] values = {1, 2, 3, 4};
    return Explorer.of(title, "gain", values, Panel.forward(curves), Panel.backward(curves));
  }

  private static JsonObject spec(Explorer explorer) {
    return JsonParser.parseString(explorer.spec()).getAsJsonObject();
  }

  /** The rows of one panel, value and kind: x and y. */
  private static List<double[]> rows(Explorer explorer, int panel, int value, String kind) {
    String csv = spec(explorer).getAsJsonObject("data").get("values").getAsString();
    return csv.lines()
        .map(line -> line.split(",", -1))
        .filter(cells -> cells[0].equals("" + panel) && cells[1].equals("" + value))
        .filter(cells -> cells[2].equals(kind))
        .map(c -> Arrays.stream(c).skip(4).limit(3).mapToDouble(Double::parseDouble).toArray())
        .toList();
  }

  private static double[] domain(Explorer explorer) {
    var y =
        spec(explorer)
            .getAsJsonArray("hconcat")
            .get(0)
            .getAsJsonObject()
            .getAsJsonObject("encoding")
            .getAsJsonObject("y")
            .getAsJsonObject("scale")
            .getAsJsonArray("domain");
    return new double[] {y.get(0).getAsDouble(), y.get(1).getAsDouble()};
  }

  @Test
  void theStillPictureDrawsAsManyOfTheValuesAsOneAsksFor() {
    Explorer few = explorer("t").stills(2);
    assertThat(few.still().text()).contains("rate 0", "rate 1.0E20").doesNotContain("rate 0.5");
    assertThat(few.lecture().still().text()).doesNotContain("rate 0.5");
    assertThatThrownBy(() -> few.stills(1)).hasMessageContaining("number of stills");
  }

  @Test
  void linesBandsAndTheoryAreThoseThatWereMeasured() {
    for (String kind : List.of("m", "t")) {
      List<double[]> line = rows(explorer("t"), 0, 1, kind);
      assertThat(line.get(0)).containsExactly(0, 0);
      double[] end = line.get(line.size() - 1);
      assertThat(end[0]).isEqualTo(DEPTH);
      assertThat(end[1]).isCloseTo(DEPTH * Math.log10(0.5), within(0.002));
    }
    double[] band = rows(explorer("t"), 0, 2, "b").get(7);
    assertThat(band[0]).isEqualTo(7);
    assertThat(band[1]).isCloseTo(-Math.log10(4), within(0.002));
    assertThat(band[2]).isCloseTo(Math.log10(4), within(0.002));
  }

  @Test
  void exactZeroAndOverflowStandInTheirStripsAndExitsAreMarked() {
    double[] domain = domain(explorer("t"));
    List<double[]> zero = rows(explorer("t"), 0, 0, "m");
    assertThat(zero.get(zero.size() - 1)[1]).isBetween(domain[0], -8.0);
    List<double[]> over = rows(explorer("t"), 0, 3, "m");
    assertThat(over.get(over.size() - 1)[1]).isBetween(41.0, domain[1]);
    assertThat(rows(explorer("t"), 0, 3, "above")).hasSize(1);
    assertThat(rows(explorer("t"), 0, 2, "above")).isEmpty();
  }

  @Test
  void everyPlaceOfTheSliderHasItsWords() {
    String csv = spec(explorer("t")).getAsJsonObject("data").get("values").getAsString();
    assertThat(csv.lines().filter(l -> l.contains(",w,"))).hasSize(2 * RATES.length);
    assertThat(csv).contains("rate 0.5, layer 20|median 9.5e-7").contains("exactly 0 from layer 1");
  }

  /** A kernel leaves out names whose value is null: what they switch off would be on. */
  @Test
  void nothingIsSaidByNull() {
    assertThat(explorer("t").spec()).doesNotContain("null");
  }

  @Test
  void theSliderStopsAtEveryValue() {
    JsonObject knob = spec(explorer("t")).getAsJsonArray("params").get(0).getAsJsonObject();
    assertThat(knob.get("value").getAsDouble()).isEqualTo(3);
    JsonObject bind = knob.getAsJsonObject("bind");
    assertThat(bind.get("min").getAsDouble()).isEqualTo(1);
    assertThat(bind.get("max").getAsDouble()).isEqualTo(4);
    assertThat(bind.get("step").getAsDouble()).isEqualTo(1);
  }

  /** The filter of the picture picks row round((knob - least) / step): every stop, none twice. */
  @Test
  void everyStopOfTheSliderShowsTheCurveOfItsValue() {
    double[] values = IntStream.range(0, 31).mapToDouble(i -> 0.5 + 0.05 * i).toArray();
    List<Curve> curves =
        IntStream.range(0, 31).mapToObj(i -> Fake.geometric("gain " + i, 3, 1 + i)).toList();
    JsonObject spec = spec(Explorer.of("t", "gain", values, Panel.forward(curves)));
    JsonObject bind =
        spec.getAsJsonArray("params").get(0).getAsJsonObject().getAsJsonObject("bind");
    double least = bind.get("min").getAsDouble();
    double step = bind.get("step").getAsDouble();
    String filter =
        spec.getAsJsonArray("hconcat")
            .get(0)
            .getAsJsonObject()
            .getAsJsonArray("transform")
            .get(0)
            .getAsJsonObject()
            .get("filter")
            .getAsString();
    assertThat(filter).contains("datum.i == round((knob - " + bind.get("min").getAsString());
    for (int i = 0; i < 31; i++) {
      assertThat(Math.round((values[i] - least) / step)).isEqualTo(i);
    }
    assertThat(bind.get("max").getAsDouble()).isEqualTo(2);
  }

  @Test
  void wordsWithQuotesStayJson() {
    String title = "a \"net\" \\ of 'mine'\n@data $1";
    String expr =
        spec(explorer(title))
            .getAsJsonObject("title")
            .getAsJsonObject("text")
            .get("expr")
            .getAsString();
    assertThat(JsonParser.parseString(expr.substring(0, expr.lastIndexOf(" + "))).getAsString())
        .isEqualTo(title + " \u00B7 gain ");
  }

  @Test
  void aLargeGridOfNoiseStaysBelowTheLimit() {
    Random noise = new Random(1);
    List<Curve> curves =
        IntStream.range(0, 31)
            .mapToObj(
                i -> {
                  double[] m = Fake.values(30, l -> Math.exp(noise.nextGaussian() - i * l));
                  double[] low = Fake.values(30, l -> m[l] / (1 + noise.nextDouble()));
                  double[] high = Fake.values(30, l -> m[l] * (1 + noise.nextDouble()));
                  return Curve.band("gain " + i, Fake.layers(30), m, low, high).theory(m);
                })
            .toList();
    double[] values = IntStream.range(0, 31).mapToDouble(i -> 0.5 + 0.05 * i).toArray();
    Panel p = Panel.forward(curves);
    assertThat(Explorer.of("t", "gain", values, p, p).spec().length()).isLessThan(150_000);
  }

  @Test
  void wordsAndAPictureStandInForIt() {
    assertThat(explorer("t").display())
        .containsOnlyKeys("text/plain", "image/png", Explorer.VEGA_LITE);
    assertThat(explorer("t").text())
        .contains("rate 0.5, layer 20: median 9.5e-7")
        .contains("A slider moves the gain: 4 values, 1 to 4")
        .contains("forward: second moment of activations: ends nearest to its start at gain 3");
    assertThat(explorer("t").lecture().spec()).isNotEqualTo(explorer("t").spec());
  }

  @Test
  void badInputIsNamedWithItsCure() {
    Panel p = Panel.forward(Fake.seven(3));
    assertThatThrownBy(() -> Explorer.of("t", "gain", new double[] {1}, p))
        .hasMessageContaining("cannot move");
    assertThatThrownBy(() -> Explorer.of("t", "gain", new double[] {1, 2}, p))
        .hasMessageContaining("7 curves for 2 values");
    double[] uneven = {1, 2, 3, 4, 5, 6, 8};
    assertThatThrownBy(() -> Explorer.of("t", "gain", uneven, p)).hasMessageContaining("evenly");
    double[] even = {1, 2, 3, 4, 5, 6, 7};
    assertThatThrownBy(() -> Explorer.of("t", "gain", even, p, p.linear()))
        .hasMessageContaining("the first is not");
    assertThatThrownBy(() -> Explorer.of("t", "gain", even)).hasMessageContaining("no panels");
  }

  /** A curve that changes its sign has plain values, and no decades to be level in. */
  @Test
  void plainValuesHaveRoundTicksAndNoDecades() {
    double[] x = {0, 0.5, 1};
    Panel plain =
        Panel.of("output", "turns", "", List.of(line("a", x, -2), line("b", x, 2))).linear();
    Explorer explorer = Explorer.of("t", "sigma_w", new double[] {1, 2}, plain);
    List<double[]> line = rows(explorer, 0, 1, "m");
    assertThat(line.get(line.size() - 1)[1]).isEqualTo(2);
    assertThat(domain(explorer)[0]).isBetween(-2.2, -2.0);
    assertThat(explorer.spec()).contains("'-1'");
    assertThat(explorer.text()).contains("2 values, 1 to 2").doesNotContain("nearest");
  }

  private static Curve line(String name, double[] x, double end) {
    return Curve.line(name, x, new double[] {0, end / 2, end});
  }
}
