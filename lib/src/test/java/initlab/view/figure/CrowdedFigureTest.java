package initlab.view.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import initlab.view.Shapes;
import initlab.view.draw.Palette;
import initlab.view.draw.Sizes;
import initlab.view.draw.Style;
import java.awt.Color;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Curves that run on top of each other can still be told apart, and each has its own name. */
class CrowdedFigureTest {
  private static final List<String> NAMES = List.of("Xavier uniform", "He", "LSUV");
  private static final Sizes LOOK = Sizes.page(1);

  /** Three curves of 61 layers that are one, the dashed one first. */
  private static Shapes drawn() {
    double[] x = IntStream.range(0, 61).asDoubleStream().toArray();
    double[] y = Arrays.stream(x).map(l -> Math.pow(10, -l / 30)).toArray();
    return Shapes.of(
        Figure.of("t", Panel.forward(NAMES.stream().map(n -> Curve.line(n, x, y)).toList())));
  }

  private static Color color(String name) {
    Style style = Objects.requireNonNull(Palette.styles(NAMES).get(name));
    return style.color();
  }

  /** The legend's swatch is of the same look, and comes later. */
  private static Shapes.Shape median(Shapes drawn, String name) {
    return drawn.lines(color(name), LOOK.thick()).get(0);
  }

  @Test
  void aNameThatWasPushedAsideHasALeaderFromItselfToItsCurvesEnd() {
    Shapes drawn = drawn();
    List<Double> heights = new ArrayList<>();
    for (String name : NAMES) {
      double y = drawn.text(name).y();
      List<Point2D> median = median(drawn, name).points();
      List<Point2D> leader = drawn.lines(color(name), LOOK.thin()).get(0).points();
      assertThat(leader.get(0).getY()).isCloseTo(y, within(0.1));
      Point2D end = leader.get(leader.size() - 1);
      assertThat(end.distance(median.get(median.size() - 1))).isLessThan(0.3);
      heights.add(y);
    }
    assertThat(heights.get(1) - heights.get(0)).isCloseTo(LOOK.row(), within(0.1));
    assertThat(heights.get(2) - heights.get(1)).isCloseTo(LOOK.row(), within(0.1));
  }

  @Test
  void markersOfDifferentCurvesStandAtDifferentPlaces() {
    Shapes drawn = drawn();
    List<Double> places = new ArrayList<>();
    for (String name : NAMES) {
      double end = median(drawn, name).box().getMaxX();
      List<Double> own =
          drawn.areas(color(name)).stream()
              .map(marker -> marker.centre().getX())
              .filter(x -> x < end + 1)
              .toList();
      assertThat(own).hasSizeBetween(4, 6);
      places.addAll(own);
    }
    List<Double> sorted = places.stream().sorted().toList();
    for (int i = 1; i < sorted.size(); i++) {
      assertThat(sorted.get(i) - sorted.get(i - 1)).isGreaterThan(LOOK.marker());
    }
  }

  /** Through the gaps of the upper line the lower one is seen. */
  @Test
  void aDashedLineIsPaintedOverASolidOne() {
    Shapes drawn = drawn();
    List<Shapes.Shape> all = drawn.all();
    assertThat(all.indexOf(median(drawn, "Xavier uniform")))
        .isGreaterThan(all.indexOf(median(drawn, "He")));
    assertThat(all.indexOf(median(drawn, "LSUV")))
        .isGreaterThan(all.indexOf(median(drawn, "Xavier uniform")));
  }
}
