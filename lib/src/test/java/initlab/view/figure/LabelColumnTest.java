package initlab.view.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import initlab.view.Fake;
import initlab.view.Shapes;
import initlab.view.draw.Palette;
import initlab.view.draw.Sizes;
import initlab.view.draw.Style;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a name, its piece of line and its leaders stand beside a panel. */
class LabelColumnTest {
  private static final Curve HE = line("He", 1, 3, 9);
  private static final List<String> NAMES = List.of("He", "orthogonal");
  private static final Curve LONG = line("orthogonal", 1, 0.1, 0.01);

  private static Curve line(String name, double... values) {
    return Curve.line(name, Fake.layers(values.length - 1), values);
  }

  private static Style style(String name) {
    return Objects.requireNonNull(Palette.styles(NAMES).get(name));
  }

  private static Rectangle2D plot(Shapes drawn, double from, double to) {
    List<Shapes.Shape> grid =
        drawn.lines(Sizes.GRID).stream()
            .filter(l -> l.box().getX() >= from && l.box().getMaxX() <= to)
            .toList();
    Rectangle2D out = grid.get(0).box();
    grid.forEach(l -> out.add(l.box()));
    return out;
  }

  private static double end(String name, Shapes drawn, Sizes look) {
    return drawn.text(name).x() + Sizes.widthOf(name, look.font());
  }

  /** Beside one panel: curve's end, leader, swatch with its marker, name, a little air. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void besideOnePanelLeaderSwatchAndNameFollowEachOther(boolean back) {
    List<Curve> curves = List.of(HE, LONG);
    Shapes drawn = Shapes.of(Figure.of("t", back ? Panel.backward(curves) : Panel.forward(curves)));
    Sizes look = Sizes.page(1);
    Rectangle2D plot = plot(drawn, 0, look.width());
    double side = back ? -1 : 1;
    double edge = back ? plot.getX() : plot.getMaxX();
    for (String name : NAMES) {
      Style style = style(name);
      Shapes.Text words = drawn.text(name);
      Rectangle2D swatch = drawn.lines(style.color(), look.thick()).get(1).box();
      double near = back ? swatch.getMaxX() : swatch.getX();
      assertThat(side * (near - edge)).isCloseTo(1.4 * look.gap(), within(0.02));
      assertThat(swatch.getWidth()).isCloseTo(look.swatch(), within(0.02));
      assertThat(swatch.getY()).isCloseTo(words.y(), within(0.02));
      double first = back ? end(name, drawn, look) : words.x();
      double far = back ? swatch.getX() : swatch.getMaxX();
      assertThat(side * (first - far)).isCloseTo(0.7 * look.gap(), within(0.02));
      List<Shapes.Shape> leaders = drawn.lines(style.color(), look.thin());
      assertThat(leaders).hasSize(1);
      Point2D from = leaders.get(0).points().get(0);
      assertThat(from.distance(new Point2D.Double(near, words.y()))).isLessThan(0.02);
      assertThat(leaders.get(0).points()).hasSize(2);
    }
    double air =
        back ? drawn.text("orthogonal").x() : look.width() - end("orthogonal", drawn, look);
    assertThat(air).isBetween(0.8 * look.gap() - 0.01, 0.8 * look.gap() + 1.01);
  }

  /** Between two panels that end there: a leader at each side, the right one level at first. */
  @Test
  void betweenTwoPanelsEachSideHasItsLeader() {
    List<Curve> curves = List.of(HE, LONG);
    Shapes drawn = Shapes.of(Figure.of("t", Panel.forward(curves), Panel.backward(curves)));
    Sizes look = Sizes.page(2);
    Rectangle2D left = plot(drawn, 0, 400);
    Rectangle2D right = plot(drawn, 400, 800);
    for (String name : NAMES) {
      Style style = style(name);
      Shapes.Text words = drawn.text(name);
      Shapes.Shape second = drawn.lines(style.color(), look.thin()).get(1);
      assertThat(second.points()).hasSize(3);
      assertThat(second.points().get(0).getX() - end(name, drawn, look))
          .isCloseTo(0.5 * look.gap(), within(0.02));
      assertThat(second.points().get(1).getY()).isCloseTo(words.y(), within(0.02));
      assertThat(right.getX() - second.points().get(1).getX())
          .isCloseTo(1.4 * look.gap(), within(0.02));
      assertThat(words.x() - left.getMaxX())
          .isCloseTo(2.1 * look.gap() + look.swatch(), within(0.02));
    }
    double room = right.getX() - end("orthogonal", drawn, look);
    assertThat(room).isBetween(2 * look.gap() - 0.1, 2 * look.gap() + 2.1);
  }

  /** A name whose curve ends in one panel alone has a leader there alone, and stands at its end. */
  @Test
  void aNameOfOnePanelStandsAtItsEndThere() {
    for (boolean left : new boolean[] {false, true}) {
      List<Curve> both = List.of(HE, LONG);
      List<Curve> one = List.of(HE);
      Shapes drawn =
          Shapes.of(
              Figure.of("t", Panel.forward(left ? both : one), Panel.backward(left ? one : both)));
      List<Shapes.Shape> leaders = drawn.lines(style("orthogonal").color(), Sizes.page(2).thin());
      assertThat(leaders).hasSize(1);
      List<Point2D> points = leaders.get(0).points();
      Point2D last = points.get(points.size() - 1);
      assertThat(last.getX()).matches(x -> x < drawn.text("orthogonal").x() == left);
      assertThat(drawn.text("orthogonal").y()).isCloseTo(last.getY(), within(0.5));
    }
  }
}
