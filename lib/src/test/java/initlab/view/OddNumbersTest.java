package initlab.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import initlab.view.density.Densities;
import initlab.view.figure.Curve;
import initlab.view.figure.Figure;
import initlab.view.figure.Panel;
import initlab.view.map.HeatMap;
import initlab.view.map.MatrixGrid;
import initlab.view.scatter.Scatter;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No numbers, however odd, put anything outside a picture or at a place that is no number. */
class OddNumbersTest {
  private static final double INFINITY = Double.POSITIVE_INFINITY;
  private static final double MOST = Double.MAX_VALUE;

  static Stream<double[]> odd() {
    double nan = Double.NaN;
    double least = Double.MIN_VALUE;
    return Stream.of(
        new double[] {3},
        new double[] {0, 0},
        new double[] {INFINITY, INFINITY},
        new double[] {-INFINITY, 1, INFINITY},
        new double[] {nan, nan},
        new double[] {1, nan, INFINITY, 0, -1},
        new double[] {1e300, -1e300, 1},
        new double[] {MOST, -MOST, 0},
        new double[] {least, 0, least},
        new double[] {1e-310, 2e-310, -1e-310},
        new double[] {2, 2, 2},
        new double[] {1, Math.nextUp(1.0), 1},
        new double[] {1e16, 1e16 + 2});
  }

  private static void staysInside(Drawing drawing) {
    Shapes drawn = Shapes.of(drawing);
    Rectangle2D page = new Rectangle2D.Double(-20, -20, drawing.picture().width() + 40, 720);
    for (Shapes.Shape s : drawn.all()) {
      for (Point2D p : s.points()) {
        assertThat(page.contains(p)).as("%s of %s", p, s).isTrue();
      }
    }
    for (Shapes.Text t : drawn.texts()) {
      assertThat(page.contains(t.x(), t.y())).as("%s", t).isTrue();
    }
    assertThat(drawing.text()).isNotBlank();
  }

  private static double[] places(double[] values) {
    return IntStream.range(0, values.length).asDoubleStream().toArray();
  }

  @ParameterizedTest
  @MethodSource("odd")
  void figures(double[] y) {
    Curve line = Curve.line("He", places(y), y);
    Curve band = Curve.band("b", places(y), y, y, y).theory(y).theoryBand(y, y);
    staysInside(Figure.of("t", Panel.forward(List.of(line, band)).linear()));
    boolean negative = Arrays.stream(y).anyMatch(v -> v < 0);
    if (negative) {
      assertThatThrownBy(() -> Figure.of("t", Panel.forward(List.of(line))))
          .hasMessageContaining("no logarithm");
    } else {
      staysInside(
          Figure.of("t", Panel.forward(List.of(line, band)), Panel.backward(List.of(line))));
    }
  }

  @ParameterizedTest
  @MethodSource("odd")
  void densitiesScattersAndMaps(double[] y) {
    staysInside(Densities.of("t", "z").panel("He").row("layer 1", y));
    double[] x = places(y);
    staysInside(Scatter.of("t").points("He", x, y).arrows("b", y, x).line("c", y, y));
    staysInside(MatrixGrid.of("t", new double[][] {y}));
    double[] two = {0, 1};
    staysInside(
        HeatMap.of("t", x, two, new double[][] {y, y}).curve("c", new double[] {y[0], y[0]}, two));
    assertThat(Table.of("t").numbers("v", y).known("w", y).html()).contains("</table>");
  }

  @Test
  void placesThatLeaveNoRoomForAnAxisAreRefused() {
    double[] far = {-MOST, MOST};
    double[] near = {0, Double.MIN_VALUE};
    double[] two = {1, 2};
    assertThatThrownBy(() -> Curve.line("He", far, two))
        .hasMessageContaining("reaches to 1.7976931348623157e308")
        .hasMessageContaining("within -1e300 and 1e300");
    assertThatThrownBy(() -> HeatMap.of("t", far, two, new double[2][2]))
        .hasMessageContaining("x runs from -1.79")
        .hasMessageContaining("Change its unit");
    assertThatThrownBy(() -> HeatMap.of("t", two, near, new double[2][2]))
        .hasMessageContaining("y runs from 0 to 5e-324");
    assertThatThrownBy(() -> Scatter.of("t").circle(1e301)).hasMessageContaining("at most 1e300");
    staysInside(Figure.of("t", Panel.forward(List.of(Curve.line("He", near, two)))));
    staysInside(Scatter.of("t").points("He", near, far).points("b", near, near));
  }

  /** Thirty thousand points: in a moment, and no heavier than a picture. */
  @Test
  void manyPoints() {
    double[] x = IntStream.range(0, 30_000).asDoubleStream().toArray();
    double[] y = Arrays.stream(x).map(v -> v % 2 + 1).toArray();
    long before = System.nanoTime();
    Figure figure = Figure.of("t", Panel.forward(List.of(Curve.band("He", x, y, y, y).theory(y))));
    assertThat(figure.svg().length()).isLessThan(900_000);
    assertThat(Scatter.of("t").points("He", x, y).svg().length()).isLessThan(900_000);
    assertThat(Densities.of("t", "z").panel("He").row("l", y).svg()).isNotEmpty();
    assertThat(System.nanoTime() - before).isLessThan(15_000_000_000L);
  }
}
