package initlab.view.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import initlab.view.Shapes;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Edges, reach and areas of a grid of numbers whose places are unevenly spaced. */
class CellsTest {
  private static final double INFINITY = Double.POSITIVE_INFINITY;
  private static final double[] X = {0, 1, 4};
  private static final double[] Y = {10, 30};

  private static Cells cells(double[]... rows) {
    return Cells.of(X, Y, rows);
  }

  private static double[] row(double... values) {
    return values;
  }

  @Test
  void edgesLieHalfWayBetweenPlacesAndAsFarBeyondTheEnds() {
    Cells c = cells(row(1, 2, 3), row(4, 5, 6));
    assertThat(row(c.edgeX(0), c.edgeX(1), c.edgeX(2), c.edgeX(3)))
        .containsExactly(-0.5, 0.5, 2.5, 5.5);
    assertThat(row(c.edgeY(0), c.edgeY(1), c.edgeY(2))).containsExactly(0, 20, 40);
    Cells one = Cells.of(row(7), row(-3), new double[][] {{1}});
    assertThat(row(one.edgeX(0), one.edgeX(1))).containsExactly(6.5, 7.5);
    assertThat(row(one.edgeY(0), one.edgeY(1))).containsExactly(-3.5, -2.5);
  }

  @Test
  void theReachIsTheLargestFiniteDistanceFromTheMiddle() {
    Cells c = cells(row(1, 2, -3), row(INFINITY, Double.NaN, 4));
    assertThat(c.reach(0)).isEqualTo(4);
    assertThat(c.reach(1)).isEqualTo(4);
    assertThat(c.reach(4)).isEqualTo(7);
    assertThat(cells(row(2, 2, 2), row(2, INFINITY, 2)).reach(2)).isEqualTo(1);
    assertThat(cells(row(1e308, 0, 0), row(0, 0, 0)).reach(0)).isEqualTo(1e300);
  }

  /** Equal neighbours are one area; each reaches a little under the next, none beyond the grid. */
  @Test
  void areasFillTheGridWithoutGapsAndStayWithin() {
    Cells c = cells(row(-1, 1, 1), row(1, -1, 1));
    Rectangle2D box = new Rectangle2D.Double(20, 30, 60, 80);
    Sizes look = Sizes.page(100, 120);
    Axis x = Axis.across(-0.5, 5.5, "", look);
    Axis y = Axis.upward(0, 40, "", look);
    Plot plot = Plot.over(box, x, y);
    Shapes drawn =
        Shapes.of(
            new Picture(
                100,
                120,
                g -> c.paint(new Pen(g, look), plot, v -> v < 0 ? Color.BLUE : Color.ORANGE)));
    List<Shapes.Shape> blue = drawn.areas(Color.BLUE);
    List<Shapes.Shape> orange = drawn.areas(Color.ORANGE);
    is(blue.get(0).box(), 20, 69.5, 30.5, 110);
    is(orange.get(0).box(), 30, 69.5, 80, 110);
    is(orange.get(1).box(), 20, 30, 30.5, 70);
    is(blue.get(1).box(), 30, 30, 50.5, 70);
    is(orange.get(2).box(), 50, 30, 80, 70);
    assertThat(drawn.all()).hasSize(5);
  }

  private static void is(Rectangle2D box, double left, double top, double right, double bottom) {
    assertThat(box.getX()).isCloseTo(left, within(1e-6));
    assertThat(box.getY()).isCloseTo(top, within(1e-6));
    assertThat(box.getMaxX()).isCloseTo(right, within(1e-6));
    assertThat(box.getMaxY()).isCloseTo(bottom, within(1e-6));
  }
}
