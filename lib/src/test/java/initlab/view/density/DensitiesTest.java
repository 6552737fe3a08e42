package initlab.view.density;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import initlab.view.Pixels;
import initlab.view.Shapes;
import initlab.view.draw.Marker;
import initlab.view.draw.Sizes;
import initlab.view.draw.Style;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DensitiesTest {
  private static final double[] EVEN =
      IntStream.rangeClosed(1, 1000).mapToDouble(i -> i / 1000.0).toArray();

  @Test
  void sharesAreOfAllValuesAndLeaveExactZerosOut() {
    DensityRow half = DensityRow.of("layer 1", 0, 0, 0.25, 0.75);
    assertThat(half.shares(new Bins(0, 1, 2))).containsExactly(0.25, 0.25);
    assertThat(half.zeros()).isEqualTo(0.5);
    assertThat(Arrays.stream(DensityRow.of("even", EVEN).shares(new Bins(0, 1, 10))).sum())
        .isCloseTo(1, within(1e-9));
  }

  @Test
  void deadRowsTailsAndOverflowAreSaid() {
    double[] mixed = {0, 0, 1, -5, Double.NaN, Double.POSITIVE_INFINITY, 1, 1, 1, 1};
    assertThat(DensityRow.of("layer 1", new double[8]).says(new Bins(-1, 1, 10)))
        .isEqualTo("all exactly 0");
    assertThat(DensityRow.of("layer 1", mixed).says(new Bins(-1, 1, 10)))
        .isEqualTo("rms 1.9, 20 % exactly 0, 10 % beyond, 20 % not finite");
  }

  @Test
  void fewAndNearlyAllAreNotRoundedAway() {
    double[] one = EVEN.clone();
    one[0] = 0;
    assertThat(DensityRow.of("layer 1", one).says(new Bins(0, 1, 10))).contains("< 1 % exactly 0");
    double[] most = new double[1000];
    most[0] = 1;
    assertThat(DensityRow.of("layer 1", most).says(new Bins(0, 1, 10)))
        .contains("> 99 % exactly 0");
  }

  @Test
  void textSaysHowManyAndWhere() {
    String text =
        Densities.of("a net", "activations")
            .panel("He")
            .row("layer 1", EVEN)
            .panel("zeros")
            .row("layer 1", new double[5])
            .text();
    assertThat(text)
        .contains("density of the activations")
        .contains("layer 1: 1000 values, 5-50-95 % at 0.051, 0.5, 0.95; rms 0.58")
        .contains("layer 1: 5 values, 5-50-95 % at 0, 0, 0; all exactly 0");
  }

  @Test
  void aWrongRowGivesAnotherPicture() {
    Densities he = Densities.of("a net", "activations").panel("He");
    double[] wider = Arrays.stream(EVEN).map(v -> v * v).toArray();
    String even = he.row("layer 1", EVEN).svg();
    assertThat(he.row("layer 1", EVEN).svg()).isEqualTo(even);
    assertThat(he.row("layer 1", wider).svg()).isNotEqualTo(even);
  }

  /** What cannot be a bar is said; all else has its colour. */
  @Test
  void awkwardValuesStillDraw() {
    double[] nothing = {Double.NaN, Double.POSITIVE_INFINITY};
    assertThat(one(nothing).text()).contains("5-50-95 % at NaN").contains("100 % not finite");
    assertThat(coloured(one(nothing))).isZero();
    assertThat(one(0).text()).contains("all exactly 0");
    assertThat(coloured(one(0))).isZero();
    Color seenThrough = new Style(GREEN, Style.Dash.SOLID, Marker.CIRCLE).veil();
    for (double[] values : new double[][] {{3, 3}, {1e300, -1e300}, {1e-300, -1e-300}}) {
      assertThat(coloured(one(values))).isGreaterThan(200);
      assertThat(Shapes.of(one(values).lecture()).areas(seenThrough)).hasSize(1);
    }
    assertThat(one(3, 3).display()).containsOnlyKeys("text/plain", "image/png");
  }

  @Test
  void meansAreSaidAndDrawnWhereTheyAre() {
    Densities marked = one(0, 0, 1, 3).withMeans();
    assertThat(marked.text()).contains("mean 1.0, variance 1.5, 50 % exactly 0");
    assertThat(one(0, 0, 1, 3).text()).contains("rms 1.6").doesNotContain("variance");
    assertThat(black(marked)).isGreaterThan(black(one(0, 0, 1, 3)) + 100);
    assertThat(one(Double.NaN).withMeans().text()).contains("100 % not finite");
    assertThat(black(one(Double.NaN).withMeans())).isEqualTo(black(one(Double.NaN)));
  }

  private static long black(Densities picture) {
    Pixels drawn = Pixels.of(picture);
    return drawn.count(rows(drawn), Pixels.near(Color.BLACK));
  }

  private static Densities one(double... values) {
    return Densities.of("a net", "z").panel("He").row("layer 1", values);
  }

  private static final Color GREEN = new Color(0x009E73);

  /** Pixels of the rows' fill. */
  private static long coloured(Densities densities) {
    Pixels drawn = Pixels.of(densities);
    return drawn.count(rows(drawn), Pixels.near(veil()));
  }

  /** Below the names of the panels, whose letters have pale edges too. */
  private static Rectangle2D rows(Pixels drawn) {
    return new Rectangle2D.Double(0, drawn.height() / 9, drawn.width(), drawn.height());
  }

  private static Color veil() {
    return new Color(209, 237, 229);
  }

  /** Twice as many values at -0.5 as at 0.5: bars of one width, one twice as high. */
  @Test
  void aBarIsAsHighAsItsShare() {
    double[] values = new double[300];
    Arrays.setAll(values, i -> i < 200 ? -0.5 : 0.5);
    Pixels drawn = Pixels.of(one(values));
    Rectangle2D all = drawn.bounds(rows(drawn), Pixels.near(veil()));
    // Above the baseline, whose pale edges run from end to end.
    double top = all.getY() - 1;
    double height = all.getHeight() - 4;
    double middle = all.getCenterX();
    Rectangle2D left = new Rectangle2D.Double(0, top, middle, height);
    Rectangle2D right = new Rectangle2D.Double(middle, top, middle, height);
    Rectangle2D high = drawn.bounds(left, Pixels.near(veil()));
    Rectangle2D low = drawn.bounds(right, Pixels.near(veil()));
    assertThat((high.getHeight() + 4) / (low.getHeight() + 4)).isCloseTo(2, within(0.06));
    assertThat(high.getWidth()).isCloseTo(low.getWidth(), within(2.0));
    assertThat(high.getMaxX()).isLessThan(low.getX() - 100);
  }

  /** A quarter is exactly 0: the spike stands at 0 and is a quarter as high as the row. */
  @Test
  void exactZerosAreASpikeAsHighAsTheirShare() {
    double[] values = new double[400];
    Arrays.setAll(values, i -> i < 100 ? 0 : i % 2 == 0 ? -1 : 1);
    Pixels drawn = Pixels.of(one(values));
    Rectangle2D bars = drawn.bounds(rows(drawn), Pixels.near(GREEN));
    double head = bars.getY();
    Rectangle2D middle =
        new Rectangle2D.Double(bars.getCenterX() - 40, head + 5, 80, bars.getMaxY() - head - 5);
    Rectangle2D spike = drawn.bounds(middle, Pixels.near(Sizes.QUIET));
    assertThat(spike.getCenterX()).isCloseTo(bars.getCenterX(), within(1.5));
    assertThat(spike.getHeight()).isCloseTo(0.25 * bars.getHeight(), within(5.0));
  }

  /** One value in a thousand is 0, which lies to the left of the axis: no spike among the names. */
  @Test
  void aSpikeBeyondTheAxisIsOnlySaid() {
    double[] values = new double[1000];
    Arrays.setAll(values, i -> i == 0 ? 0 : 0.05 + i / 1000.0);
    double[] without = values.clone();
    without[0] = 0.05;
    assertThat(one(values).text()).contains("< 1 % exactly 0");
    Rectangle2D left = new Rectangle2D.Double(0, 50, 55, 350);
    Pixels with = Pixels.of(one(values));
    assertThat(with.count(left, Pixels.near(Sizes.QUIET)))
        .isEqualTo(Pixels.of(one(without)).count(left, Pixels.near(Sizes.QUIET)));
  }

  /** Values of both signs near 0, smaller than what rounding leaves of a bin's edge. */
  @Test
  void tinyValuesStayOnTheirSideOfZero() {
    double[] tiny = {-7e-29, 7e-29, -1, 0.98};
    Bins bins = Bins.covering(-1.02, 1, 60);
    double[] shares = DensityRow.of("layer 30", tiny).shares(bins);
    int zero = (int) Math.round(-bins.lo() / (bins.hi() - bins.lo()) * bins.count());
    assertThat(shares[zero - 1]).isEqualTo(0.25);
    assertThat(shares[zero]).isEqualTo(0.25);
    assertThat(bins.lo()).isLessThanOrEqualTo(-1.02);
    assertThat(bins.hi()).isGreaterThanOrEqualTo(1);
  }

  /** Gradients a million times smaller fill their own panel. */
  @Test
  void aPanelOfAnotherQuantityHasItsOwnRangeHeadAndWords() {
    double[] small = Arrays.stream(EVEN).map(v -> 1e-6 * v).toArray();
    Densities both =
        Densities.of("a net", "activation")
            .panel("He: activations")
            .row("layer 1", EVEN)
            .panel("He: gradients", "dL/da")
            .row("layer 1", small);
    assertThat(both.text())
        .contains("He: activations: density of activation")
        .contains("He: gradients: density of dL/da")
        .contains("5-50-95 % at 5.1e-8, 5e-7, 9.5e-7");
    Pixels drawn = Pixels.of(both);
    Rectangle2D left = drawn.bounds(new Rectangle2D.Double(0, 50, 420, 350), Pixels.near(veil()));
    Rectangle2D right =
        drawn.bounds(new Rectangle2D.Double(430, 50, 370, 350), Pixels.near(veil()));
    assertThat(left.getWidth()).isGreaterThan(300);
    assertThat(right.getWidth()).isCloseTo(left.getWidth(), within(15.0));
    Densities shared =
        Densities.of("a net", "a").panel("He").row("1", EVEN).panel("Xavier").row("1", small);
    Rectangle2D half = new Rectangle2D.Double(430, 50, 370, 350);
    Color blue = new Color(0x0072B2);
    Pixels together = Pixels.of(shared);
    assertThat(together.bounds(half, Pixels.near(blue)).getWidth()).isPositive();
    assertThat(together.count(half, Pixels.near(new Color(209, 230, 241))))
        .isLessThan(drawn.count(half, Pixels.near(veil())) / 5);
  }

  @Test
  void badInputIsNamedWithItsCure() {
    Densities empty = Densities.of("a net", "z");
    assertThatThrownBy(() -> empty.row("layer 1", 1)).hasMessageContaining("call panel(...)");
    assertThatThrownBy(empty::png).hasMessageContaining("no rows");
    assertThatThrownBy(() -> empty.panel("He").row("layer 1")).hasMessageContaining("no values");
  }
}
