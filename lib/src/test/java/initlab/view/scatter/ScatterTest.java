package initlab.view.scatter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import initlab.view.Pixels;
import initlab.view.draw.DivergingColours;
import initlab.view.draw.Sizes;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScatterTest {
  private static final Color GREEN = new Color(0x009E73);
  private static final double[] ONE = {1};
  private static final double[] ZERO = {0};
  private static final double[] ZERO2 = {0, 0};

  private static Scatter circle() {
    return Scatter.of("t").axes("real", "imaginary").circle(1);
  }

  /** The unit circle's box, without the head's letters, which are as dark. */
  private static Rectangle2D circle(Pixels drawn, double from, double to) {
    double width = drawn.width();
    Rectangle2D below =
        new Rectangle2D.Double(
            from * width, drawn.height() / 10, (to - from) * width, drawn.height());
    return drawn.bounds(below, Pixels.near(Sizes.THEORY));
  }

  /** The box of the circle where nothing else is drawn. */
  private static final Rectangle2D WHOLE = circle(Pixels.of(circle()), 0, 1);

  @Test
  void aCircleIsRoundWhateverThePictureAndThePointsAre() {
    double[] far = {-3, 5};
    for (Scatter s : List.of(circle(), circle().lecture(), circle().points("He", far, ZERO2))) {
      Rectangle2D box = circle(Pixels.of(s), 0, 1);
      assertThat(box.getWidth()).isGreaterThan(40).isCloseTo(box.getHeight(), within(1.6));
    }
  }

  @Test
  void pointsStandWhereTheCircleSaysInTheirColour() {
    double s = Math.sqrt(0.5);
    double[] x = {1, 0, -s};
    double[] y = {0, -1, s};
    Pixels drawn = Pixels.of(circle().points("He", x, y));
    // Without points the circle is whole, and the window is the same.
    Rectangle2D box = WHOLE;
    double radius = box.getWidth() / 2;
    for (int i = 0; i < x.length; i++) {
      Color at = drawn.at(box.getCenterX() + radius * x[i], box.getCenterY() - radius * y[i]);
      assertThat(at).matches(Pixels.near(GREEN));
    }
    assertThat(drawn.at(box.getCenterX() + radius / 2, box.getCenterY() + radius / 2))
        .doesNotMatch(Pixels.near(GREEN));
  }

  @Test
  void panelsHaveOneWindow() {
    Scatter three =
        Scatter.of("t")
            .panel("step 0")
            .circle(1)
            .panel("step 50")
            .circle(1)
            .points("He", new double[] {4}, ZERO)
            .panel("step 400")
            .circle(1);
    Pixels drawn = Pixels.of(three);
    double first = circle(drawn, 0, 1 / 3.0).getWidth();
    assertThat(circle(drawn, 1 / 3.0, 2 / 3.0).getWidth()).isCloseTo(first, within(1.1));
    assertThat(circle(drawn, 2 / 3.0, 1).getWidth()).isCloseTo(first, within(1.1));
    assertThat(first).isLessThan(110);
  }

  @Test
  void anArrowRunsFromTheOriginToItsPoint() {
    Pixels drawn = Pixels.of(circle().arrows("He", new double[] {0.6}, new double[] {0.8}));
    Rectangle2D box = WHOLE;
    double radius = box.getWidth() / 2;
    for (double t : new double[] {0.2, 0.5, 0.8, 0.95}) {
      Color at = drawn.at(box.getCenterX() + radius * 0.6 * t, box.getCenterY() - radius * 0.8 * t);
      assertThat(at).matches(Pixels.near(GREEN));
    }
    Rectangle2D arrow = drawn.bounds(Pixels.near(GREEN));
    assertThat(arrow.getMaxX()).isCloseTo(box.getCenterX() + radius * 0.6, within(3.0));
    assertThat(arrow.getY()).isCloseTo(box.getCenterY() - radius * 0.8, within(3.0));
  }

  @Test
  void aLineRunsThroughItsPoints() {
    double[] x = {-1, 0, 1};
    double[] y = {0, 0.5, 0};
    Rectangle2D box = WHOLE;
    Pixels drawn = Pixels.of(circle().line("He", x, y));
    double radius = box.getWidth() / 2;
    for (double t : new double[] {-0.7, -0.3, 0.3, 0.7}) {
      double height = 0.5 * (1 - Math.abs(t));
      assertThat(drawn.at(box.getCenterX() + radius * t, box.getCenterY() - radius * height))
          .matches(Pixels.near(GREEN));
    }
  }

  @Test
  void theRegionIsBlueBelowZeroAndOrangeAbove() {
    double[] at = {-1, -0.5, 0.5, 1};
    double[][] values = new double[4][];
    Arrays.setAll(values, j -> new double[] {-1, -1, 1, 1});
    Scatter s = Scatter.of("t").region(at, at, values);
    Pixels drawn = Pixels.of(s);
    DivergingColours colours = new DivergingColours(0, 1);
    Rectangle2D blue = drawn.bounds(Pixels.near(colours.paleOf(-1)));
    Rectangle2D orange = drawn.bounds(Pixels.near(colours.paleOf(1)));
    assertThat(blue.getMaxX()).isCloseTo(orange.getX(), within(2.0));
    assertThat(blue.getHeight()).isGreaterThan(200).isEqualTo(orange.getHeight());
    assertThat(s.text()).contains("shaded: above 0 in 50 %, below 0 in 50 % of the plane");
  }

  @Test
  void pointsInOnePlaceAreCountedBesideIt() {
    double[] same = new double[16];
    Arrays.fill(same, 0.5);
    Scatter tied = circle().points("He", same, same);
    Scatter alone = circle().points("He", new double[] {0.5}, new double[] {0.5});
    assertThat(tied.text()).contains("He: 16 points, all at (0.5, 0.5)");
    assertThat(alone.text()).contains("He: 1 point at (0.5, 0.5)");
    Rectangle2D box = WHOLE;
    Rectangle2D beside =
        new Rectangle2D.Double(
            box.getCenterX() + box.getWidth() / 4 + 5, box.getY(), 60, box.getHeight() / 2);
    assertThat(Pixels.of(tied).count(beside, c -> c.getGreen() - c.getRed() > 60))
        .isGreaterThan(Pixels.of(alone).count(beside, c -> c.getGreen() - c.getRed() > 60) + 20);
  }

  @Test
  void theWordsSayWhereThePointsAreAndCountThemAroundTheCircle() {
    double[] x = {0.5, 1, 0, 2, Double.NaN};
    double[] y = {0, 0, 1, 0, 0};
    assertThat(circle().points("Gaussian", x, y).text())
        .isEqualTo(
            """
            t
            across: real, upward: imaginary
              Gaussian: 5 points, 1 not finite, real 0 to 2, imaginary 0 to 1, \
            distance from the origin 0.5 to 2; \
            1 inside, 2 on, 1 outside the circle of radius 1\
            """);
    String line = Scatter.of("t").panel("step 0").line("edge", x, y).text();
    assertThat(line).contains("step 0\n  edge: line of 5 points, 1 not finite from (0.5, 0)");
  }

  @Test
  void pointsOfEverySizeAndNoneAtAllAreDrawn() {
    for (double size : new double[] {1e-200, 1e-9, 1, 1e12, 1e200}) {
      double[] x = {-size, size};
      Pixels drawn = Pixels.of(Scatter.of("t").points("He", x, x));
      assertThat(drawn.bounds(Pixels.near(GREEN)).getWidth()).isGreaterThan(200);
    }
    double[] nan = {Double.NaN};
    Pixels empty = Pixels.of(Scatter.of("t").points("He", nan, nan));
    assertThat(empty.count(empty.all(), Pixels.near(GREEN))).isZero();
    Pixels origin = Pixels.of(Scatter.of("t").points("He", ZERO, new double[] {-0.0}));
    assertThat(origin.count(origin.all(), Pixels.near(GREEN))).isBetween(50L, 400L);
  }

  @Test
  void badInputIsNamedWithItsCure() {
    Scatter s = Scatter.of("t");
    assertThatThrownBy(() -> s.points("He", ONE, ZERO2)).hasMessageContaining("is 2");
    assertThatThrownBy(() -> s.points("He", new double[0], new double[0]))
        .hasMessageContaining("1 or more");
    assertThatThrownBy(() -> s.points(" ", ONE, ONE)).hasMessageContaining("name is blank");
    assertThatThrownBy(() -> s.circle(Double.NaN)).hasMessageContaining("radius is NaN");
    assertThatThrownBy(() -> s.region(ONE, ZERO2, new double[1][1]))
        .hasMessageContaining("more than 0");
    assertThatThrownBy(s::png).hasMessageContaining("number of panels is 0");
    assertThatThrownBy(() -> Scatter.of("")).hasMessageContaining("title is blank");
  }
}
