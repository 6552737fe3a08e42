package initlab.view.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import initlab.view.Shapes;
import initlab.view.draw.Picture;
import initlab.view.draw.Sizes;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A matrix's picture is as large as its cells and words, and its numbers are set to the right. */
class MatrixPlacesTest {
  private static final Sizes LOOK = Sizes.page(1);

  private static double end(Shapes.Text t) {
    return t.x() + Sizes.widthOf(t.words(), LOOK.font());
  }

  /** Below and to the right of the cells a little air stays, where the title is brief. */
  @ParameterizedTest
  @ValueSource(ints = {1, 4, 12})
  void thePictureEndsCloselyBehindTheCells(int columns) {
    double[][] rows = new double[3][columns];
    MatrixGrid grid = MatrixGrid.of("W", rows);
    Picture picture = grid.picture();
    Rectangle2D box = grid.painter().box();
    double right = picture.width() - box.getMaxX();
    double foot = picture.height() - box.getMaxY();
    double air = LOOK.margin() + LOOK.row();
    assertThat(foot).isBetween(1.2 * LOOK.row() - 1e-6, 1.2 * LOOK.row() + 1);
    if (columns > 1) {
      assertThat(right).isBetween(air - 1e-6, air + 1);
    }
  }

  @Test
  void aLongTitleOrKeyWidensThePictureUpToSixtyLetters() {
    double[][] w = {{1, 2}};
    String title = "a title of some words that is wider than the cells";
    Picture wide = MatrixGrid.of(title, w).picture();
    double due = Sizes.widthOf(title, LOOK.titleFont()) + 2 * LOOK.margin();
    assertThat((double) wide.width()).isBetween(due, due + 1);
    assertThat(MatrixGrid.of(title.repeat(5), w).picture().width()).isEqualTo(60 * LOOK.text());
    Shapes drawn = Shapes.of(wide);
    assertThat(drawn.words()).contains(title);
  }

  /** The last figures of a column stand below each other, the widest number in the middle. */
  @Test
  void numbersOfAColumnEndBelowEachOther() {
    double[][] w = {{1, 7}, {100, 8}, {-12.5, 9}};
    MatrixGrid grid = MatrixGrid.of("W", w).axes("in", "out");
    Shapes drawn = Shapes.of(grid);
    Rectangle2D box = grid.painter().box();
    Shapes.Text widest = drawn.text("-12.5");
    double middle = (widest.x() + end(widest)) / 2;
    assertThat(middle).isCloseTo(box.getX() + box.getWidth() / 4, within(0.05));
    assertThat(end(drawn.text("100"))).isCloseTo(end(widest), within(0.05));
    assertThat(end(drawn.text("7")) - end(widest)).isCloseTo(box.getWidth() / 2, within(0.05));
    double cell = Sizes.widthOf("-12.5", LOOK.font()) + 1.6 * LOOK.text();
    assertThat(box.getWidth()).isCloseTo(2 * cell, within(0.05));
    assertThat(box.getHeight()).isCloseTo(3 * 1.6 * LOOK.row(), within(0.05));
  }

  /** Names of rows end beside the cells, those of columns stand over them, all within. */
  @Test
  void namesEndCloselyBesideTheCells() {
    MatrixGrid grid = MatrixGrid.of("W", new double[][] {{1, 2}, {3, 4}}).axes("in", "a neuron");
    Shapes drawn = Shapes.of(grid);
    Rectangle2D box = grid.painter().box();
    List<Shapes.Text> names = new ArrayList<>();
    names.add(drawn.text("in 1"));
    names.add(drawn.text("in 2"));
    names.add(drawn.text("a neuron"));
    for (Shapes.Text t : names) {
      assertThat(box.getX() - end(t)).isCloseTo(1.5 * LOOK.gap(), within(0.05));
    }
    assertThat(drawn.text("a neuron").x()).isCloseTo(LOOK.margin(), within(0.05));
    assertThat(box.getY() - drawn.text("a neuron").y()).isCloseTo(0.7 * LOOK.row(), within(0.05));
    assertThat(box.getY()).isCloseTo((1.55 + 1.4) * LOOK.row(), within(0.05));
  }

  @Test
  void longNamesOfRowsAndColumnsLoseTheirEnds() {
    String name = "an input of the first layer".repeat(3);
    MatrixGrid grid = MatrixGrid.of("W", new double[][] {{1}}).axes(name, name);
    double room = 16 * LOOK.text();
    List<Shapes.Text> cut =
        Shapes.of(grid).texts().stream().filter(t -> t.words().startsWith("an input")).toList();
    assertThat(cut).hasSize(2);
    Shapes.Text column = cut.get(0);
    assertThat(end(column) - column.x()).isBetween(room - 20, room);
    assertThat(cut.get(1).words()).endsWith("\u2026 1");
    assertThat(grid.painter().box().getX()).isLessThan(room + 60);
  }
}
