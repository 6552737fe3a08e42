package initlab.view.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import initlab.view.Fake;
import initlab.view.Pixels;
import initlab.view.draw.Palette;
import initlab.view.draw.Pen;
import initlab.view.draw.Picture;
import initlab.view.draw.Plot;
import initlab.view.draw.Sizes;
import initlab.view.draw.Style;
import java.awt.Color;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What stands where in a panel; positions come from its axes, so fonts do not matter. */
class PanelPainterTest {
  private static final double NAN = Double.NaN;
  private static final Sizes SIZES = Sizes.page(560, 360);
  private static final Rectangle2D AREA = new Rectangle2D.Double(0, 0, 440, 360);

  /** A panel as it was painted: its pixels, its axes and its scale. */
  private record Painted(Pixels pixels, Plot plot, Scale scale, Map<String, Style> styles) {
    Color at(double x, double value) {
      Point2D p = plot.pixel(x, scale.level(value));
      return pixels.at(p.getX(), p.getY());
    }

    Style style(String name) {
      return Objects.requireNonNull(styles.get(name));
    }
  }

  private static Painted painted(Panel panel, Scale scale) {
    Map<String, Style> styles = Palette.styles(panel.curves().stream().map(Curve::name).toList());
    AtomicReference<Plot> plot = new AtomicReference<>();
    Picture picture =
        new Picture(
            SIZES.width(),
            SIZES.height(),
            g -> {
              Pen pen = new Pen(g, SIZES);
              pen.fill(SIZES.page(), Sizes.PAPER);
              PanelPainter painter = new PanelPainter(pen, panel, scale, styles);
              LabelColumn left = new LabelColumn();
              LabelColumn right = new LabelColumn();
              plot.set(painter.paint(PanelAxes.of(panel, scale, SIZES), AREA, AREA.getMaxX()));
              painter.ends(left, right, plot.get());
              Rectangle2D box = plot.get().box();
              left.paint(
                  pen, new Rectangle2D.Double(0, box.getY(), box.getX(), box.getHeight()), styles);
              right.paint(
                  pen,
                  new Rectangle2D.Double(
                      box.getMaxX(), box.getY(), 560 - box.getMaxX(), box.getHeight()),
                  styles);
            });
    return new Painted(Pixels.of(picture), plot.get(), scale, styles);
  }

  private static Painted painted(Panel panel) {
    return painted(panel, Scale.fit(List.of(panel)));
  }

  private static Painted forward(Curve... curves) {
    return painted(Panel.forward(List.of(curves)));
  }

  private static Curve line(String name, double... values) {
    return Curve.line(name, Fake.layers(values.length - 1), values);
  }

  private static Color mixed(Color ink, double part) {
    return new Color(
        (int) Math.round(255 + part * (ink.getRed() - 255)),
        (int) Math.round(255 + part * (ink.getGreen() - 255)),
        (int) Math.round(255 + part * (ink.getBlue() - 255)));
  }

  @Test
  void aMedianIsInItsColourAtItsPlace() {
    Painted p = forward(line("He", 1, 0.1, 0.01, 1e-3, 1e-4));
    Color green = p.style("He").color();
    for (double x : new double[] {0.5, 1.5, 2.5, 3.5}) {
      assertThat(p.at(x, Math.pow(10, -x))).matches(Pixels.near(green));
      assertThat(p.at(x, Math.pow(10, -x + 0.5))).doesNotMatch(Pixels.near(green));
    }
  }

  @Test
  void aPanelOfGradientsHasLayerZeroAtTheLeftAndItsLabelThere() {
    Painted p = painted(Panel.backward(List.of(line("He", 1e-4, 1e-3, 0.01, 0.1, 1))));
    assertThat(p.at(1.5, Math.pow(10, -2.5))).matches(Pixels.near(p.style("He").color()));
  }

  @Test
  void aBandIsPaleBesideItsMedianAndEndsAtItsEdges() {
    double[] x = Fake.layers(4);
    Curve he =
        Curve.band(
            "He", x, Fake.values(4, l -> 1), Fake.values(4, l -> 0.01), Fake.values(4, l -> 1000));
    Painted p = forward(he);
    Color veil = mixed(p.style("He").color(), 46 / 255.0);
    assertThat(p.at(1.5, 30)).matches(Pixels.near(veil));
    assertThat(p.at(1.5, 0.05)).matches(Pixels.near(veil));
    Rectangle2D plot = p.plot().box();
    Rectangle2D band = p.pixels().bounds(plot, Pixels.near(veil));
    assertThat(band.getY()).isCloseTo(p.plot().pixelY(3), within(1.5));
    assertThat(band.getMaxY()).isCloseTo(p.plot().pixelY(-2), within(1.5));
    assertThat(band.getWidth()).isCloseTo(plot.getWidth(), within(2.0));
  }

  @Test
  void aBandIsCutWhereItIsNotKnown() {
    double[] low = {0.1, 0.1, NAN, 0.1, 0.1};
    Curve he =
        Curve.band("He", Fake.layers(4), Fake.values(4, l -> 1), low, Fake.values(4, l -> 10));
    Painted p = forward(he);
    Color veil = mixed(p.style("He").color(), 46 / 255.0);
    assertThat(p.at(0.5, 3)).matches(Pixels.near(veil));
    assertThat(p.at(2.1, 3)).doesNotMatch(Pixels.near(veil));
    assertThat(p.at(3.5, 3)).matches(Pixels.near(veil));
  }

  @Test
  void theoryIsPaleWhereItPartsFromTheMedianAndARimWhereItDoesNot() {
    Painted p = forward(line("He", 1, 1, 1, 1, 1).theory(1, 0.1, 0.01, 1e-3, 1e-4));
    for (double x : new double[] {1.5, 2.5, 3.5}) {
      assertThat(p.at(x, Math.pow(10, -x))).isEqualTo(Sizes.THEORY_UNDER);
      assertThat(p.at(x, 1)).matches(Pixels.near(p.style("He").color()));
    }
    Painted same = forward(line("He", 1, 1, 1, 1, 1).theory(1, 1, 1, 1, 1));
    Point2D at = same.plot().pixel(1.5, 0);
    double rim = 0.75 * SIZES.thick();
    assertThat(same.pixels().at(at.getX(), at.getY()))
        .matches(Pixels.near(same.style("He").color()));
    assertThat(same.pixels().at(at.getX(), at.getY() - rim))
        .matches(Pixels.near(Sizes.THEORY_UNDER));
  }

  @Test
  void aLabelStandsAtItsLinesEndInItsColour() {
    Painted p = forward(line("He", 1, 1, 1), line("Xavier", 1, 1e-4, 1e-8));
    double right = p.plot().box().getMaxX() + 3;
    Rectangle2D gutter = new Rectangle2D.Double(right, 0, 120, SIZES.height());
    for (String name : List.of("He", "Xavier")) {
      double due = p.plot().pixelY(name.equals("He") ? 0 : -8);
      Rectangle2D ink = p.pixels().bounds(gutter, Pixels.near(p.style(name).ink()));
      assertThat(ink.getCenterY()).isCloseTo(due, within(4.0));
      assertThat(ink.getWidth()).isGreaterThan(8);
      assertThat(ink.getHeight()).isLessThan(SIZES.row());
    }
  }

  @Test
  void labelsOfOneEndStandBelowEachOther() {
    Painted p = forward(line("He", 1, 1), line("LSUV", 1, 1), line("Xavier", 1, 1));
    double right = p.plot().box().getMaxX() + 3;
    Rectangle2D gutter = new Rectangle2D.Double(right, 0, 120, SIZES.height());
    double[] centres =
        List.of("He", "LSUV", "Xavier").stream()
            .mapToDouble(n -> p.pixels().bounds(gutter, Pixels.near(p.style(n).ink())).getCenterY())
            .toArray();
    assertThat(centres[1]).isCloseTo(p.plot().pixelY(0), within(3.0));
    assertThat(centres[1] - centres[0]).isCloseTo(SIZES.row(), within(3.0));
    assertThat(centres[2] - centres[1]).isCloseTo(SIZES.row(), within(3.0));
  }

  @Test
  void anExitHasItsMarkOnTheEdgeAndItsWordsBeside() {
    Panel panel = Panel.forward(List.of(line("too large", 1, 1e2, 1e4, 1e6, 1e8)));
    Painted p = painted(panel, Scale.within(List.of(panel), -3, 3));
    Color ink = p.style("too large").ink();
    Point2D at = p.plot().pixel(p.scale().windowTop() / 2, p.scale().windowTop());
    assertThat(p.pixels().at(at.getX(), at.getY())).matches(Pixels.near(ink));
    Rectangle2D beside = new Rectangle2D.Double(at.getX() + 8, at.getY() - 2, 160, 20);
    assertThat(p.pixels().bounds(beside, Pixels.near(ink)).getWidth()).isGreaterThan(60);
  }

  @Test
  void exactZeroLiesInAStripBelow() {
    Painted p = forward(line("He", 1, 1, 1), line("zeros", 1, 0, 0));
    double middle = (p.plot().pixelY(p.scale().windowBottom()) + p.plot().box().getMaxY()) / 2;
    double edge = p.plot().pixelY(p.scale().windowBottom()) + 1.5;
    assertThat(p.pixels().at(p.plot().pixelX(1.3), middle))
        .matches(Pixels.near(p.style("zeros").color()));
    assertThat(p.pixels().at(p.plot().pixelX(1.3), edge)).isEqualTo(Sizes.STRIP);
  }

  @Test
  void whatIsNeverANumberIsMarkedWhereItWouldStart() {
    Painted p = forward(line("gone", NAN, NAN, NAN));
    Color ink = p.style("gone").ink();
    Point2D at = p.plot().pixel(0, 0);
    assertThat(p.pixels().at(at.getX(), at.getY())).matches(Pixels.near(ink));
    Rectangle2D right = new Rectangle2D.Double(at.getX() + 200, 0, 300, SIZES.height());
    assertThat(p.pixels().count(right, Pixels.near(p.style("gone").color()))).isZero();
  }

  @Test
  void oneSmallestNumberHasItsMarker() {
    Curve point = Curve.line("point", new double[] {3}, new double[] {Double.MIN_VALUE});
    Painted p = forward(point);
    assertThat(p.at(3, Double.MIN_VALUE)).matches(Pixels.near(p.style("point").color()));
    Painted plain = painted(Panel.forward(List.of(point)).linear());
    assertThat(plain.at(3, 0)).matches(Pixels.near(plain.style("point").color()));
  }

  @Test
  void theLargestNumbersStayInThePicture() {
    double[] huge = {1e300, 0.5e300, 0};
    Painted p = painted(Panel.forward(List.of(line("huge", huge))).linear());
    for (double x : new double[] {0.5, 1.5}) {
      assertThat(p.at(x, (2 - x) * 0.5e300)).matches(Pixels.near(p.style("huge").color()));
    }
  }
}
