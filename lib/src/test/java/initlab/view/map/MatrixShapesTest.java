package initlab.view.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import initlab.view.Shapes;
import initlab.view.draw.Sizes;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each number stands in the cell of its row and column. */
class MatrixShapesTest {
  private static final double[][] W = {{11, 12, 11, 14}, {21, 22, 21, 24}, {31, 32, 31, 32}};

  private static final MatrixGrid GRID = MatrixGrid.of("W", W).axes("input", "neuron");

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void everyNumberStandsInItsRowAndColumn(boolean lecture) {
    MatrixGrid grid = lecture ? GRID.lecture() : GRID;
    Shapes drawn = Shapes.of(grid);
    Rectangle2D box = grid.painter().box();
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 4; j++) {
        String words = "" + (int) W[i][j];
        double x = box.getX() + j * box.getWidth() / 4;
        double y = box.getY() + (i + 0.5) * box.getHeight() / 3;
        assertThat(drawn.texts())
            .anyMatch(
                t ->
                    t.words().equals(words)
                        && t.x() > x
                        && t.x() < x + box.getWidth() / 4
                        && Math.abs(t.y() - y) < 0.1);
      }
      double y = box.getY() + (i + 0.5) * box.getHeight() / 3;
      Shapes.Text name = drawn.text("input " + (i + 1));
      assertThat(name.y()).isCloseTo(y, within(0.1));
      assertThat(name.x()).isLessThan(box.getX());
    }
  }

  @Test
  void columnsAreCountedAboveThemAndEqualOnesShareATint() {
    Shapes drawn = Shapes.of(GRID);
    Rectangle2D box = GRID.painter().box();
    Sizes look = Sizes.page(1);
    for (int j = 0; j < 4; j++) {
      Shapes.Text count = drawn.text("" + (j + 1));
      double middle = count.x() + Sizes.widthOf(count.words(), look.font()) / 2;
      assertThat(middle).isCloseTo(box.getX() + (j + 0.5) * box.getWidth() / 4, within(0.1));
      assertThat(count.y()).isLessThan(box.getY());
    }
    assertThat(drawn.text("neuron").x()).isLessThan(box.getX());
    List<Shapes.Shape> columns =
        drawn.all().stream()
            .filter(s -> s.filled() && Math.abs(s.box().getHeight() - box.getHeight()) < 0.01)
            .toList();
    assertThat(columns).hasSize(4);
    assertThat(columns.get(0).color()).isEqualTo(columns.get(2).color()).isNotEqualTo(Sizes.PAPER);
    assertThat(columns.get(1).color()).isEqualTo(Sizes.PAPER);
    assertThat(columns.get(3).color()).isEqualTo(Sizes.PAPER);
    for (int j = 0; j < 4; j++) {
      assertThat(columns.get(j).box().getX())
          .isCloseTo(box.getX() + j * box.getWidth() / 4, within(0.01));
    }
    assertThat(drawn.words()).contains("one colour: equal neurons");
  }

  @Test
  void aFrameSeparatesAllCells() {
    Shapes drawn = Shapes.of(GRID);
    Rectangle2D box = GRID.painter().box();
    List<Shapes.Shape> lines = drawn.lines(Sizes.GRID);
    assertThat(lines).hasSize(5 + 4);
    for (int j = 0; j <= 4; j++) {
      double x = box.getX() + j * box.getWidth() / 4;
      assertThat(lines).anyMatch(l -> ends(l, x, box.getY(), x, box.getMaxY()));
    }
    for (int i = 0; i <= 3; i++) {
      double y = box.getY() + i * box.getHeight() / 3;
      assertThat(lines).anyMatch(l -> ends(l, box.getX(), y, box.getMaxX(), y));
    }
  }

  private static boolean ends(Shapes.Shape line, double x1, double y1, double x2, double y2) {
    return line.points().get(0).distance(new Point2D.Double(x1, y1)) < 0.01
        && line.points().get(1).distance(new Point2D.Double(x2, y2)) < 0.01;
  }

  @Test
  void whatIsCutIsMarkedOnItsSide() {
    double[][] wide = new double[3][20];
    double[][] tall = new double[30][3];
    Arrays.stream(wide).forEach(r -> Arrays.setAll(r, j -> j));
    Arrays.stream(tall).forEach(r -> Arrays.setAll(r, j -> j));
    MatrixGrid across = MatrixGrid.of("W", wide);
    MatrixGrid down = MatrixGrid.of("W", tall);
    assertThat(Shapes.of(across).text("…").x()).isGreaterThan(across.painter().box().getMaxX());
    assertThat(Shapes.of(down).text("…").y()).isGreaterThan(down.painter().box().getMaxY());
    assertThat(Shapes.of(GRID).words()).doesNotContain("…");
    assertThat(Shapes.of(across).words()).contains("the first 3 x 12 of 3 x 20");
    assertThat(Shapes.of(down).words()).contains("the first 16 x 3 of 30 x 3");
    assertThat(down.text().lines().filter(l -> l.strip().equals("…"))).hasSize(1);
  }

  @Test
  void allOfItHasRoomInThePicture() {
    for (MatrixGrid grid : List.of(GRID, GRID.lecture())) {
      var picture = grid.picture();
      Rectangle2D box = grid.painter().box();
      assertThat(box.getMaxX()).isLessThan(picture.width());
      assertThat(box.getMaxY()).isLessThan(picture.height());
      assertThat(box.getY()).isGreaterThan(picture.height() / 4.0);
    }
  }

  @Test
  void manyGroupsOfEqualsTakeTheTintsInTurn() {
    double[][] pairs = {{1, 2, 3, 1, 2, 3}};
    Shapes drawn = Shapes.of(MatrixGrid.of("W", pairs));
    Rectangle2D box = MatrixGrid.of("W", pairs).painter().box();
    List<Shapes.Shape> columns =
        drawn.all().stream()
            .filter(s -> s.filled() && Math.abs(s.box().getHeight() - box.getHeight()) < 0.01)
            .toList();
    assertThat(columns.stream().map(Shapes.Shape::color).distinct()).hasSize(3);
    for (int j = 0; j < 3; j++) {
      assertThat(columns.get(j).color()).isEqualTo(columns.get(j + 3).color());
    }
  }
}
