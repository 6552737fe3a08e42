package initlab.view.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import initlab.view.Fake;
import initlab.view.Shapes;
import initlab.view.draw.Palette;
import initlab.view.draw.Sizes;
import initlab.view.draw.Style;
import java.awt.geom.Rectangle2D;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a long curve carries its markers. */
class MarkerPlacesTest {
  private static final List<String> NAMES = List.of("He", "Xavier", "LSUV", "orthogonal");

  private static Style style(String name) {
    return Objects.requireNonNull(Palette.styles(NAMES).get(name));
  }

  /** The layers at which a curve has markers; the curves lie on one another. */
  private static List<Double> layers(Shapes drawn, String name, int depth) {
    Sizes look = Sizes.page(1);
    Rectangle2D line = drawn.lines(style(name).color(), look.thick()).get(0).box();
    return drawn.areas(style(name).color()).stream()
        .map(s -> s.box().getCenterX())
        .filter(x -> x > line.getX() - 1 && x < line.getMaxX() + 1)
        .map(x -> depth * (x - line.getX()) / line.getWidth())
        .toList();
  }

  /** Curves on one another each show markers of their own, five apiece, evenly spread. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void curvesOnOneAnotherHaveTheirMarkersElsewhere(boolean back) {
    List<Curve> curves =
        NAMES.stream().map(n -> Curve.line(n, Fake.layers(40), Fake.values(40, l -> 1))).toList();
    Shapes drawn = Shapes.of(Figure.of("t", back ? Panel.backward(curves) : Panel.forward(curves)));
    Set<Long> taken = new HashSet<>();
    for (int k = 0; k < NAMES.size(); k++) {
      List<Double> at = layers(drawn, NAMES.get(k), 40);
      assertThat(at).hasSize(5);
      for (int i = 0; i < 5; i++) {
        double travelled = back ? 40 - at.get(i) : at.get(i);
        assertThat(travelled).isCloseTo(1 + 2 * k + 8 * i, within(0.05));
        assertThat(taken.add(Math.round(travelled))).isTrue();
      }
    }
  }

  /** Few points: each has its marker, the first and the last as well. */
  @Test
  void everyPointOfAShortCurveHasItsMarker() {
    Curve he = Curve.line("He", Fake.layers(9), Fake.values(9, l -> 1));
    Shapes drawn = Shapes.of(Figure.of("t", Panel.forward(List.of(he))));
    List<Double> at = layers(drawn, "He", 9);
    assertThat(at).hasSize(10);
    for (int i = 0; i < 10; i++) {
      assertThat(at.get(i)).isCloseTo(i, within(0.02));
    }
  }
}
