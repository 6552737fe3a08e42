package initlab.view.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import initlab.view.Fake;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which row of an explorer's data is drawn by which layer, at which stop of the slider. */
class ExplorerSpecTest {
  private static final double[] X = {0, 1, 2};
  private static final double[] GAINS = {0.5, 0.75, 1, 1.25};

  /** Median 10^i, low 10^(i-1), high 10^(i+1), theory 10^(i+2) at the last layer of value i. */
  private static Curve curve(int i) {
    return Curve.band("gain " + i, X, to(i), to(i - 1), to(i + 1)).theory(to(i + 2));
  }

  private static double[] to(int exponent) {
    return new double[] {1, 1, Math.pow(10, exponent)};
  }

  private static Explorer explorer() {
    List<Curve> forward = new ArrayList<>();
    List<Curve> backward = new ArrayList<>();
    for (int i = 0; i < GAINS.length; i++) {
      forward.add(curve(i));
      backward.add(Curve.line("gain " + i, X, to(-i)));
    }
    return Explorer.of("t", "gain", GAINS, Panel.forward(forward), Panel.backward(backward));
  }

  private static JsonObject spec(Explorer e) {
    return JsonParser.parseString(e.spec()).getAsJsonObject();
  }

  private static JsonObject panel(Explorer e, int p) {
    return spec(e).getAsJsonArray("hconcat").get(p).getAsJsonObject();
  }

  private static List<String[]> rows(Explorer e) {
    String csv = spec(e).getAsJsonObject("data").get("values").getAsString();
    return csv.lines().skip(1).map(l -> l.split(",", 8)).toList();
  }

  /**
   * The rows that a panel's filter lets through at one stop of the slider, evaluated as written.
   */
  private static List<String[]> shown(Explorer e, int p, double knob) {
    String filter =
        panel(e, p)
            .getAsJsonArray("transform")
            .get(0)
            .getAsJsonObject()
            .get("filter")
            .getAsString();
    Matcher m =
        Pattern.compile(
                "datum\\.p == (\\d+) && datum\\.i == round\\(\\(knob - (\\S+)\\) / (\\S+)\\)")
            .matcher(filter);
    assertThat(m.matches()).isTrue();
    long i = Math.round((knob - Double.parseDouble(m.group(2))) / Double.parseDouble(m.group(3)));
    return rows(e).stream().filter(r -> r[0].equals(m.group(1)) && r[1].equals("" + i)).toList();
  }

  /** The last row of a kind: its x, y, y2. */
  private static double[] last(List<String[]> rows, String kind) {
    List<String[]> of = rows.stream().filter(r -> r[2].equals(kind)).toList();
    String[] row = of.get(of.size() - 1);
    return Arrays.stream(row)
        .skip(4)
        .limit(3)
        .filter(w -> !w.isEmpty())
        .mapToDouble(Double::parseDouble)
        .toArray();
  }

  @Test
  void atEveryStopTheCurvesOfItsValueAreShown() {
    Explorer e = explorer();
    for (int i = 0; i < GAINS.length; i++) {
      List<String[]> forward = shown(e, 0, GAINS[i]);
      assertThat(last(forward, "m")).containsExactly(2, i);
      assertThat(last(forward, "t")).containsExactly(2, i + 2);
      assertThat(last(forward, "b")).containsExactly(2, i - 1, i + 1);
      List<String[]> backward = shown(e, 1, GAINS[i]);
      List<String[]> median = backward.stream().filter(r -> r[2].equals("m")).toList();
      assertThat(Double.parseDouble(median.get(0)[4])).isEqualTo(2);
      assertThat(Double.parseDouble(median.get(0)[5])).isEqualTo(-i);
      assertThat(backward).noneMatch(r -> r[2].equals("t") || r[2].equals("b"));
    }
  }

  @Test
  void theSliderRunsOverTheValuesFromTheMiddleOne() {
    JsonObject knob = spec(explorer()).getAsJsonArray("params").get(0).getAsJsonObject();
    assertThat(knob.get("name").getAsString()).isEqualTo("knob");
    assertThat(knob.get("value").getAsDouble()).isEqualTo(1);
    JsonObject bind = knob.getAsJsonObject("bind");
    assertThat(bind.get("min").getAsDouble()).isEqualTo(0.5);
    assertThat(bind.get("max").getAsDouble()).isEqualTo(1.25);
    assertThat(bind.get("step").getAsDouble()).isEqualTo(0.25);
    assertThat(bind.get("name").getAsString()).isEqualTo("gain ");
    assertThat(bind.get("input").getAsString()).isEqualTo("range");
  }

  private static JsonObject layer(Explorer e, int p, String filter) {
    List<JsonObject> found = new ArrayList<>();
    for (JsonElement l : panel(e, p).getAsJsonArray("layer")) {
      JsonArray transform = l.getAsJsonObject().getAsJsonArray("transform");
      if (transform != null
          && transform.get(0).getAsJsonObject().get("filter").getAsString().equals(filter)) {
        found.add(l.getAsJsonObject());
      }
    }
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  @ParameterizedTest
  @CsvSource({
    "datum.k == 'b', area, #0072B2",
    "datum.k == 't', line, #C2C2C2",
    "datum.k == 'm', line, #0072B2",
    "length(datum.k) > 1, point, #004B76"
  })
  void everyKindOfRowIsDrawnByItsMark(String filter, String type, String color) {
    for (int p = 0; p < 2; p++) {
      JsonObject mark = layer(explorer(), p, filter).getAsJsonObject("mark");
      assertThat(mark.get("type").getAsString()).isEqualTo(type);
      assertThat(mark.get("color").getAsString()).isEqualTo(color);
    }
  }

  @Test
  void theoryIsPaintedUnderTheMedianAndWider() {
    String all = explorer().spec();
    assertThat(all.indexOf("datum.k == 't'")).isLessThan(all.indexOf("datum.k == 'm'"));
    double theory = width("datum.k == 't'");
    assertThat(theory).isCloseTo(2 * width("datum.k == 'm'"), within(1e-6));
  }

  private static double width(String filter) {
    JsonObject mark = layer(explorer(), 0, filter).getAsJsonObject("mark");
    return mark.get("strokeWidth").getAsDouble();
  }

  @Test
  void bandsAndWordsReadTheirOwnFields() {
    JsonObject band = layer(explorer(), 0, "datum.k == 'b'").getAsJsonObject("encoding");
    assertThat(band.getAsJsonObject("y2").get("field").getAsString()).isEqualTo("y2");
    JsonObject words = layer(explorer(), 1, "datum.k == 'w'").getAsJsonObject("encoding");
    assertThat(words.getAsJsonObject("text").get("field").getAsString()).isEqualTo("says");
    JsonObject marks = layer(explorer(), 0, "length(datum.k) > 1").getAsJsonObject("encoding");
    JsonObject scale = marks.getAsJsonObject("shape").getAsJsonObject("scale");
    assertThat(scale.getAsJsonArray("domain").toString())
        .isEqualTo("[\"above\",\"below\",\"nan\"]");
    assertThat(scale.getAsJsonArray("range").toString())
        .isEqualTo("[\"triangle-up\",\"triangle-down\",\"cross\"]");
  }

  @Test
  void axesHaveTheirRangeSideAndTicks() {
    Explorer e = explorer();
    for (int p = 0; p < 2; p++) {
      JsonObject encoding = panel(e, p).getAsJsonObject("encoding");
      JsonObject x = encoding.getAsJsonObject("x");
      assertThat(x.get("field").getAsString()).isEqualTo("x");
      assertThat(x.getAsJsonObject("scale").getAsJsonArray("domain").toString()).isEqualTo("[0,2]");
      assertThat(x.getAsJsonObject("axis").get("title").getAsString()).isEqualTo("layer");
      JsonObject y = encoding.getAsJsonObject("y");
      assertThat(y.get("field").getAsString()).isEqualTo("y");
      JsonArray domain = y.getAsJsonObject("scale").getAsJsonArray("domain");
      assertThat(domain.get(0).getAsDouble()).isCloseTo(-3.16, within(0.01));
      assertThat(domain.get(1).getAsDouble()).isCloseTo(5.16, within(0.01));
      JsonObject axis = y.getAsJsonObject("axis");
      assertThat(axis.get("orient").getAsString()).isEqualTo(p == 0 ? "left" : "right");
      assertThat(axis.getAsJsonArray("values").toString()).isEqualTo("[-3,-2,-1,0,1,2,3,4,5]");
      assertThat(axis.get("labelExpr").getAsString())
          .isEqualTo(
              "['10⁻³', '10⁻²', '10⁻¹', '10⁰', '10¹', '10²', '10³', '10⁴', '10⁵']"
                  + "[indexof([-3, -2, -1, 0, 1, 2, 3, 4, 5], datum.value)]");
    }
    assertThat(panel(e, 0).getAsJsonObject("title").get("text").getAsString())
        .isEqualTo("forward: second moment of activations");
    assertThat(panel(e, 1).getAsJsonObject("title").get("text").getAsString())
        .isEqualTo("backward: second moment of gradients");
  }

  @Test
  void stripsOfZeroAndOverflowStandAtTheirEndsWithTheirTicks() {
    Curve zero = Curve.line("a", X, new double[] {1, 0, 0});
    Curve over = Curve.line("b", X, new double[] {1, 10, Double.POSITIVE_INFINITY});
    double[] two = {1, 2};
    Explorer e = Explorer.of("t", "gain", two, Panel.forward(List.of(zero, over)));
    JsonArray layers = panel(e, 0).getAsJsonArray("layer");
    JsonObject floor = strip(layers.get(0));
    JsonObject ceiling = strip(layers.get(1));
    JsonObject y = panel(e, 0).getAsJsonObject("encoding").getAsJsonObject("y");
    JsonArray domain = y.getAsJsonObject("scale").getAsJsonArray("domain");
    assertThat(floor.get("y").getAsDouble()).isEqualTo(domain.get(0).getAsDouble());
    assertThat(ceiling.get("y2").getAsDouble()).isEqualTo(domain.get(1).getAsDouble());
    assertThat(floor.get("y2").getAsDouble()).isBetween(floor.get("y").getAsDouble(), 0.0);
    assertThat(ceiling.get("y").getAsDouble()).isBetween(1.0, ceiling.get("y2").getAsDouble());
    JsonArray ticks = y.getAsJsonObject("axis").getAsJsonArray("values");
    int last = ticks.size() - 1;
    assertThat(ticks.get(last).getAsDouble()).isGreaterThan(ceiling.get("y").getAsDouble());
    assertThat(ticks.get(last - 1).getAsDouble()).isLessThan(floor.get("y2").getAsDouble());
    assertThat(y.getAsJsonObject("axis").get("labelExpr").getAsString())
        .contains(", '0', '\u221E'][indexof(");
    assertThat(explorer().spec()).doesNotContain("#F3F1EC");
    double level = last(shown(e, 0, 1), "m")[1];
    assertThat(level).isEqualTo(ticks.get(last - 1).getAsDouble());
  }

  private static JsonObject strip(JsonElement layer) {
    JsonObject data = layer.getAsJsonObject().getAsJsonObject("data");
    return data.getAsJsonArray("values").get(0).getAsJsonObject();
  }

  @Test
  void aBandIsCutWhereItIsNotKnownAndBroughtToTheWindow() {
    double[] low = {0.1, Double.NaN, 0};
    Curve c = Curve.band("a", X, to(0), low, new double[] {10, 10, 10});
    Explorer e = Explorer.of("t", "gain", new double[] {1, 2}, Panel.forward(List.of(c, curve(0))));
    List<String[]> band = shown(e, 0, 1).stream().filter(r -> r[2].equals("b")).toList();
    assertThat(band).hasSize(2);
    assertThat(band.get(0)[3]).isNotEqualTo(band.get(1)[3]);
    assertThat(Double.parseDouble(band.get(1)[5])).isBetween(-1.5, -1.0);
    assertThat(Double.parseDouble(band.get(1)[6])).isEqualTo(1);
  }

  @Test
  void wordsOfEveryStopAreThoseOfItsOwnCurve() {
    Explorer e = explorer();
    for (int i = 0; i < GAINS.length; i++) {
      List<String[]> words = shown(e, 0, GAINS[i]).stream().filter(r -> r[2].equals("w")).toList();
      assertThat(words).hasSize(1);
      assertThat(words.get(0)[7])
          .startsWith("\"gain " + i + ", layer 2|median " + (int) Math.pow(10, i) + ", band");
      assertThat(words.get(0)[7].chars().filter(c -> c == '|')).hasSize(4);
    }
  }

  @Test
  void theStillShowsFiveOfTheValuesEvenly() {
    List<Curve> curves = new ArrayList<>();
    double[] values = Fake.values(8, i -> i);
    for (double v : values) {
      curves.add(Fake.geometric("gain " + (int) v, 3, 1 + v));
    }
    Explorer e = Explorer.of("t", "gain", values, Panel.forward(curves));
    assertThat(
            e.still().text().lines().filter(l -> l.startsWith("  ")).map(l -> l.split(",", -1)[0]))
        .containsExactly("  gain 0", "  gain 2", "  gain 4", "  gain 6", "  gain 8");
    assertThat(e.picture().width()).isEqualTo(560);
    assertThat(e.lecture().picture().width()).isEqualTo(1280);
    assertThat(e.text())
        .contains("9 values, 0 to 8")
        .contains("ends nearest to its start at gain 0");
    JsonObject large = spec(e.lecture()).getAsJsonArray("hconcat").get(0).getAsJsonObject();
    assertThat(large.get("width").getAsDouble()).isEqualTo(Math.round(1280 * 0.42));
    assertThat(large.get("height").getAsDouble()).isEqualTo(Math.round(680 * 0.62));
    assertThat(e.toString()).isEqualTo(e.text());
  }

  @Test
  void whatIsLostOrNotANumberIsNeverNearestToItsStart() {
    Curve lost = Curve.line("a", X, new double[] {1, 1, 0});
    Curve nan = Curve.line("b", X, new double[] {1, 1, Double.NaN});
    Curve grows = Curve.line("c", X, new double[] {1, 1, 1e5});
    Explorer e =
        Explorer.of("t", "gain", new double[] {1, 2, 3}, Panel.forward(List.of(lost, nan, grows)));
    assertThat(e.text()).contains("ends nearest to its start at gain 3");
  }
}
