package initlab.view.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import initlab.view.Fake;
import initlab.view.Shapes;
import initlab.view.draw.Palette;
import initlab.view.draw.Sizes;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A panel's title, the words in its strips, and which of its lines lie on which. */
class PanelPlacesTest {
  private static final Sizes LOOK = Sizes.page(1);

  private static Curve line(String name, double... values) {
    return Curve.line(name, Fake.layers(values.length - 1), values);
  }

  private static Rectangle2D plot(Shapes drawn) {
    Rectangle2D out = drawn.lines(Sizes.GRID).get(0).box();
    drawn.lines(Sizes.GRID).forEach(l -> out.add(l.box()));
    return out;
  }

  @Test
  void theTitleStandsAtThePlotsLeftAndAboveIt() {
    List<Curve> curves = List.of(line("He", 1, 2, 3));
    Shapes drawn = Shapes.of(Figure.of("t", Panel.of("a panel", "layer", "", curves)));
    Shapes.Text title = drawn.text("a panel");
    double head = 1.55 * LOOK.row();
    assertThat(title.x()).isCloseTo(plot(drawn).getX(), within(0.02));
    assertThat(title.y()).isCloseTo(head + 0.625 * LOOK.row() + LOOK.gap() / 2, within(0.02));
    assertThat(title.color()).isEqualTo(Sizes.TITLE);
    double top =
        drawn.lines(Sizes.GRID).stream().mapToDouble(l -> l.box().getY()).min().orElseThrow();
    double due = head + 1.25 * LOOK.row() + LOOK.padding();
    assertThat(top).isBetween(due, due + 1);
  }

  @Test
  void aTitleWiderThanItsPanelAndItsNamesLosesItsEnd() {
    String title = "a panel of many words ".repeat(20);
    Shapes drawn =
        Shapes.of(Figure.of("t", Panel.of(title, "layer", "", List.of(line("He", 1, 2, 3)))));
    Shapes.Text cut =
        drawn.texts().stream()
            .filter(t -> t.words().startsWith("a panel"))
            .findFirst()
            .orElseThrow();
    double room = 560 - LOOK.padding() - plot(drawn).getX();
    assertThat(Sizes.widthOf(cut.words(), LOOK.font())).isBetween(room - 25, room + 1);
  }

  /** "overflow" begins a gap within the side on which the signal starts. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void overflowIsWrittenWhereSignalsStart(boolean back) {
    List<Curve> curves =
        List.of(
            back
                ? line("He", Double.POSITIVE_INFINITY, 1, 1)
                : line("He", 1, 1, Double.POSITIVE_INFINITY));
    Shapes drawn = Shapes.of(Figure.of("t", back ? Panel.backward(curves) : Panel.forward(curves)));
    Rectangle2D strip = drawn.areas(Sizes.STRIP).get(0).box();
    Shapes.Text words = drawn.text("overflow");
    double end = words.x() + Sizes.widthOf("overflow", LOOK.smallFont());
    double within = back ? strip.getMaxX() - end : words.x() - strip.getX();
    assertThat(within).isCloseTo(LOOK.gap(), within(0.02));
    Shapes.Text tick = drawn.text("\u221E");
    double tickEnd = tick.x() + Sizes.widthOf("\u221E", LOOK.font());
    double beside = back ? tick.x() - strip.getMaxX() : strip.getX() - tickEnd;
    assertThat(beside).isCloseTo(LOOK.gap(), within(0.02));
  }

  /** A dashed line lies on a solid one, whose colour shows through, whichever was given first. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void dashedLinesLieOnSolidOnes(boolean first) {
    Curve solid = line("He", 1, 2, 3);
    Curve dashed = line("orthogonal", 1, 2, 3);
    List<Curve> curves = first ? List.of(dashed, solid) : List.of(solid, dashed);
    Shapes drawn = Shapes.of(Figure.of("t", Panel.forward(curves)));
    assertThat(place(drawn, "He", curves)).isLessThan(place(drawn, "orthogonal", curves));
  }

  /** Where in the order of painting a curve's line stands. */
  private static int place(Shapes drawn, String name, List<Curve> curves) {
    List<String> names = curves.stream().map(Curve::name).toList();
    Color color = Objects.requireNonNull(Palette.styles(names).get(name)).color();
    return drawn.all().indexOf(drawn.lines(color, LOOK.thick()).get(0));
  }
}
