package initlab.view.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import initlab.view.Shapes;
import initlab.view.draw.DivergingColours;
import initlab.view.draw.Sizes;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the colour bar and a curve's name stand beside the cells of a heat map. */
class HeatMapPlacesTest {
  private static final double[] X = {1, 2};
  private static final double[][] ROWS = {{-3, 3}, {3, -3}};

  private static HeatMap map() {
    return HeatMap.of("t", X, X, ROWS).axes("across", "upward").shows("growth", 0);
  }

  /** The cells' box: the areas of the two strongest colours that are wider than the bar. */
  private static Rectangle2D cells(Shapes drawn) {
    DivergingColours colours = new DivergingColours(0, 3);
    List<Shapes.Shape> wide =
        drawn.all().stream()
            .filter(s -> s.color().equals(colours.of(3)) || s.color().equals(colours.of(-3)))
            .filter(s -> s.box().getWidth() > 50)
            .toList();
    assertThat(wide).hasSize(4);
    Rectangle2D out = wide.get(0).box();
    wide.forEach(s -> out.add(s.box()));
    return out;
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void theBarStandsTwoLettersBesideTheCellsInEvenParts(boolean lecture) {
    Shapes drawn = Shapes.of(lecture ? map().lecture() : map());
    Sizes look = lecture ? Sizes.lecture() : Sizes.page(1);
    Rectangle2D cells = cells(drawn);
    double left = cells.getMaxX() + 2 * look.text();
    List<Rectangle2D> bar =
        drawn.all().stream()
            .filter(s -> s.filled() && Math.abs(s.box().getX() - left) < 0.05)
            .map(Shapes.Shape::box)
            .toList();
    assertThat(bar).hasSize(41);
    double part = cells.getHeight() / 41;
    for (int k = 0; k < 41; k++) {
      assertThat(bar.get(k).getWidth()).isCloseTo(1.3 * look.text(), within(0.05));
      assertThat(bar.get(k).getY()).isCloseTo(cells.getMaxY() - (k + 1) * part, within(0.05));
      assertThat(bar.get(k).getHeight()).isCloseTo(part + 0.3, within(0.05));
    }
    Shapes.Text most = drawn.text("3");
    assertThat(most.x()).isCloseTo(left + 1.3 * look.text() + look.gap(), within(0.05));
    assertThat(most.y()).isCloseTo(cells.getY() + part / 2, within(0.05));
    assertThat(drawn.text("-3").y()).isCloseTo(cells.getMaxY() - part / 2, within(0.05));
    double right = look.width() - 7 * look.text() - cells.getMaxX();
    double due = Math.max(look.padding(), Sizes.widthOf("2.5", look.font()) / 2 + 2);
    assertThat(right).isBetween(due - 0.01, due + 1.01);
  }

  /** A curve's name has half a row more above the cells, and stands there. */
  @Test
  void aCurvesNameHasItsRoomAboveTheCells() {
    Sizes look = Sizes.page(1);
    double top = cells(Shapes.of(map())).getY();
    assertThat(top - 1.55 * look.row()).isBetween(look.padding() - 0.01, look.padding() + 1.01);
    Shapes named = Shapes.of(map().curve("theory", new double[] {1, 2}, X));
    double lower = cells(named).getY();
    assertThat(lower - top).isCloseTo(0.5 * look.row(), within(1.0));
    assertThat(lower - named.text("theory").y()).isCloseTo(0.6 * look.row(), within(0.02));
    assertThat(named.lines(Sizes.THEORY).get(0).width())
        .isCloseTo(0.8 * look.thick(), within(0.01));
    assertThat(named.lines(Sizes.PAPER).get(0).width()).isCloseTo(1.8 * look.thick(), within(0.01));
  }

  /** A name that would begin before the cells begins with them. */
  @Test
  void aNameOverTheLeftEdgeBeginsThere() {
    String name = "a name of a few words";
    Shapes drawn = Shapes.of(map().curve(name, new double[] {0.6, 0.6}, X));
    assertThat(drawn.text(name).x()).isCloseTo(cells(drawn).getX(), within(0.02));
    Shapes cut = Shapes.of(map().curve("many words ".repeat(30), new double[] {1, 1}, X));
    Shapes.Text words =
        cut.texts().stream().filter(t -> t.words().startsWith("many")).findFirst().orElseThrow();
    double width = Sizes.widthOf(words.words(), Sizes.page(1).font());
    assertThat(width).isBetween(cells(cut).getWidth() - 30, cells(cut).getWidth());
  }
}
