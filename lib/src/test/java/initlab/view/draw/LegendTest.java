package initlab.view.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import initlab.view.Pixels;
import initlab.view.Shapes;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LegendTest {
  private static final Sizes SIZES = Sizes.page(300, 80);

  private static Pixels painted(Legend legend) {
    return Pixels.of(
        new Picture(
            300,
            80,
            g -> {
              Pen pen = new Pen(g, SIZES);
              pen.fill(SIZES.page(), Sizes.PAPER);
              legend.paint(pen, 0);
            }));
  }

  private static Legend.Entry entry(Color color, Legend.Mark mark) {
    return new Legend.Entry("He", new Style(color, Style.Dash.SOLID, Marker.CIRCLE), mark);
  }

  /** Two swatches with gaps before them, and the words behind. */
  private static Rectangle2D marks(double row) {
    return new Rectangle2D.Double(0, row * SIZES.row(), 2 * SIZES.gap() + SIZES.swatch(), 14);
  }

  @Test
  void aMarkStandsBeforeItsName() {
    Color blue = new Color(0x0072B2);
    Pixels curve = painted(new Legend(List.of(entry(blue, Legend.Mark.CURVE))));
    Pixels point = painted(new Legend(List.of(entry(blue, Legend.Mark.POINT))));
    Rectangle2D line = curve.bounds(marks(0), Pixels.near(blue));
    Rectangle2D dot = point.bounds(marks(0), Pixels.near(blue));
    assertThat(line.getWidth()).isGreaterThan(1.5 * dot.getWidth());
    assertThat(line.getCenterX()).isCloseTo(dot.getCenterX(), within(1.0));
    Rectangle2D words = new Rectangle2D.Double(line.getMaxX() + 2, 0, 100, 20);
    assertThat(curve.bounds(words, Pixels.near(blue)).getWidth()).isGreaterThan(6);
  }

  @Test
  void whatFindsNoRoomInOneRowStandsInTheNext() {
    List<Legend.Entry> entries =
        IntStream.range(0, 9)
            .mapToObj(
                i ->
                    new Legend.Entry(
                        "a long name " + i,
                        new Style(Color.RED, Style.Dash.SOLID, Marker.SQUARE),
                        Legend.Mark.POINT))
            .toList();
    Legend legend = new Legend(entries);
    assertThat(legend.height(SIZES)).isGreaterThan(2 * SIZES.row());
    assertThat(new Legend(entries.subList(0, 1)).height(SIZES)).isLessThan(2 * SIZES.row());
    Pixels drawn = painted(legend);
    assertThat(drawn.bounds(Pixels.near(Color.RED)).getMaxX()).isLessThan(300);
    assertThat(drawn.count(marks(1), Pixels.near(Color.RED))).isPositive();
  }

  /** Names of one style each: none has its neighbour's look. */
  @Test
  void everyNameHasItsOwnStyleInOrder() {
    List<String> names = List.of("He", "Xavier", "LSUV", "zeros", "orthogonal");
    Map<String, Style> styles = Palette.styles(names);
    Sizes look = Sizes.page(700, 80);
    Legend legend = Legend.ofCurves(names, styles);
    Shapes drawn = Shapes.of(new Picture(700, 80, g -> legend.paint(new Pen(g, look), 10)));
    assertThat(drawn.words()).isEqualTo(names);
    for (String name : names) {
      Style style = Objects.requireNonNull(styles.get(name));
      Shapes.Text words = drawn.text(name);
      assertThat(words.color()).isEqualTo(style.ink());
      Shapes.Shape swatch = drawn.lines(style.color(), look.thick()).get(0);
      assertThat(swatch.box().getMaxX()).isCloseTo(words.x() - look.gap(), within(0.01));
      assertThat(swatch.box().getCenterY()).isCloseTo(words.y(), within(0.01));
      assertThat(swatch.box().getWidth()).isCloseTo(look.swatch(), within(0.01));
      Shapes.Shape marker = drawn.areas(style.color()).get(0);
      assertThat(marker.box().getCenterX()).isCloseTo(swatch.box().getCenterX(), within(0.5));
      assertThat(words.y()).isCloseTo(10 + look.row() / 2, within(0.01));
    }
    assertThat(Legend.ofCurves(List.of("He", "gone"), styles).entries()).hasSize(1);
  }

  /** Five names in a picture that holds two beside each other: 0 1, 2 3, 4. */
  @Test
  void namesFillTheRowsFromTheLeftInEvenColumns() {
    List<String> names = List.of("He", "Xavier", "LSUV", "zeros", "orthogonal");
    Legend legend = Legend.ofCurves(names, Palette.styles(names));
    double cell = Sizes.widthOf("orthogonal", SIZES.font()) + SIZES.swatch() + 3 * SIZES.gap();
    for (int columns : new int[] {1, 2, 3, 5}) {
      Sizes look = SIZES.resized(columns * cell + 2 * SIZES.gap(), 80);
      Shapes drawn = Shapes.of(new Picture(300, 80, g -> legend.paint(new Pen(g, look), 7)));
      for (int i = 0; i < 5; i++) {
        Shapes.Text words = drawn.texts().get(i);
        double due = 3 * look.gap() + look.swatch() + i % columns * cell;
        assertThat(words.words()).isEqualTo(names.get(i));
        assertThat(words.x()).isCloseTo(due, within(0.02));
        assertThat(words.y()).isCloseTo(7 + (i / columns + 0.5) * look.row(), within(0.02));
      }
      int rows = (int) Math.ceil(5.0 / columns);
      assertThat(legend.height(look)).isCloseTo(rows * look.row() + look.gap(), within(1e-9));
    }
  }

  @Test
  void aNameLongerThanThePictureLosesItsEnd() {
    Style style = new Style(Color.RED, Style.Dash.SOLID, Marker.SQUARE);
    Legend legend =
        new Legend(List.of(new Legend.Entry("name ".repeat(50), style, Legend.Mark.LINE)));
    Shapes drawn = Shapes.of(new Picture(300, 80, g -> legend.paint(new Pen(g, SIZES), 0)));
    Shapes.Text words = drawn.texts().get(0);
    assertThat(words.words()).endsWith("\u2026").startsWith("name name");
    assertThat(words.x() + Sizes.widthOf(words.words(), SIZES.font())).isBetween(250.0, 300.0);
    assertThat(drawn.lines(Color.RED, SIZES.thick() * 0.7)).hasSize(1);
  }
}
