package initlab.view.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import initlab.view.Fake;
import initlab.view.Shapes;
import initlab.view.draw.Sizes;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Names stand beside the panels while they have room there, else in a legend at the foot. */
class FigureLayoutTest {
  private static final Sizes LOOK = Sizes.page(1);

  private static Curve level(String name, double value) {
    return Curve.line(name, Fake.layers(2), new double[] {value, value, value});
  }

  private static Shapes drawn(List<Curve> curves) {
    return Shapes.of(Figure.of("t", Panel.of("p", "layer", "", curves)));
  }

  private static List<Curve> curves(int n) {
    return IntStream.rangeClosed(1, n).mapToObj(i -> level("curve " + (char) (64 + i), i)).toList();
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

  /** Head, five rows and the names: 18 rows are left in a picture 360 high. */
  @Test
  void asManyNamesStandBesideThePanelAsThereAreRows() {
    Shapes beside = drawn(curves(18));
    assertThat(beside.text("curve R").x()).isGreaterThan(plot(beside, 0, 560).getMaxX());
    assertThat(beside.text("curve A").x()).isEqualTo(beside.text("curve R").x());
    double foot = 360 - plot(beside, 0, 560).getMaxY();
    double due = 2.7 * LOOK.row() + LOOK.padding() / 2.0;
    assertThat(foot).isBetween(due - 0.01, due + 1.01);
    Shapes below = drawn(curves(19));
    Rectangle2D plot = plot(below, 0, 560);
    assertThat(below.text("curve S").y()).isGreaterThan(plot.getMaxY() + 2 * LOOK.row());
    assertThat(plot.getMaxX()).isEqualTo(560 - LOOK.padding());
  }

  /** The legend ends a gap above the foot; the axis with its name ends right above it. */
  @Test
  void aLegendStandsAtTheFootBelowTheAxis() {
    Shapes drawn = drawn(curves(19));
    double last = drawn.text("curve S").y();
    assertThat(360 - last).isCloseTo(LOOK.row() / 2 + LOOK.gap(), within(0.05));
    double first = drawn.text("curve A").y();
    double layer = drawn.text("layer").y();
    double between = first - layer;
    double due = LOOK.padding() / 2.0 + 1.1 * LOOK.row();
    assertThat(between).isBetween(due - 0.05, due + 1.05);
  }

  /** A name may take so much of the width that 45 % of it are names and leaders, not more. */
  @Test
  void aNameThatLeavesTheCurvesTooLittleRoomStandsInTheLegend() {
    double letter = Sizes.widthOf("m".repeat(100), LOOK.font()) / 100;
    double leaders = 2.9 * LOOK.gap() + LOOK.swatch() - LOOK.padding();
    int most = (int) ((0.45 * 560 - leaders) / letter);
    for (int n : new int[] {most - 1, most, most + 1, most + 2}) {
      String name = "m".repeat(n);
      Shapes drawn = drawn(List.of(level(name, 1), level("He", 2)));
      boolean beside = drawn.text(name).x() > plot(drawn, 0, 560).getMaxX();
      assertThat(beside).as("%d letters", n).isEqualTo(n <= most);
    }
  }

  /** Without room between them the panels are equally wide and fill the picture. */
  @Test
  void panelsAboveALegendShareTheWidth() {
    List<Curve> many = curves(26);
    Shapes drawn = Shapes.of(Figure.of("t", Panel.forward(many), Panel.backward(many)));
    Rectangle2D left = plot(drawn, 0, 400);
    Rectangle2D right = plot(drawn, 400, 800);
    assertThat(left.getMaxX()).isEqualTo(400 - LOOK.padding());
    assertThat(right.getX()).isEqualTo(400 + LOOK.padding());
    assertThat(right.getWidth()).isCloseTo(left.getWidth(), within(1.0));
    assertThat(drawn.text("curve Z").y()).isGreaterThan(left.getMaxY());
  }

  /** Two panels that both end at the right have their names each beside their own. */
  @Test
  void everyPanelHasItsOwnNamesWhereBothEndAtTheRight() {
    List<Curve> first = List.of(level("He", 1), level("orthogonal", 2));
    List<Curve> second = List.of(level("He", 2));
    Shapes drawn = Shapes.of(Figure.of("t", Panel.forward(first), Panel.forward(second)));
    List<Shapes.Text> names = drawn.texts().stream().filter(t -> t.words().equals("He")).toList();
    assertThat(names).hasSize(2);
    Rectangle2D left = plot(drawn, 0, drawn.text("orthogonal").x());
    Rectangle2D right = plot(drawn, drawn.text("orthogonal").x(), 800);
    double aside = 2.1 * LOOK.gap() + LOOK.swatch();
    assertThat(names.get(0).x() - left.getMaxX()).isCloseTo(aside, within(0.05));
    assertThat(names.get(1).x() - right.getMaxX()).isCloseTo(aside, within(0.05));
    double end = names.get(1).x() + Sizes.widthOf("He", LOOK.font());
    assertThat(800 - end).isBetween(0.8 * LOOK.gap() - 0.05, 0.8 * LOOK.gap() + 1.05);
    assertThat(right.getWidth()).isCloseTo(left.getWidth(), within(1.0));
  }

  /** No room is kept for a name whose curve cannot be seen at its end. */
  @Test
  void aCurveThatHasLeftTakesNoRoomForItsName() {
    double[] gone = {1, 1e60, 1e120};
    Shapes drawn = drawn(List.of(Curve.line("a name of many words", Fake.layers(2), gone)));
    assertThat(plot(drawn, 0, 560).getMaxX()).isEqualTo(560 - LOOK.padding());
  }
}
