package initlab.view.map;

import initlab.view.draw.Heading;
import initlab.view.draw.Pen;
import initlab.view.draw.Sizes;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** Paints a matrix: a cell for each number, equal columns in one pale colour. */
final class MatrixPainter {
  /** Pale enough for the numbers, and distinct to colour-blind readers by their lightness too. */
  private static final List<Color> TINTS =
      List.of(
          new Color(0xF6C28B),
          new Color(0xA9CFEA),
          new Color(0xE6E07A),
          new Color(0xD9B3D0),
          new Color(0x9AD6BE),
          new Color(0xC9C9C9));

  /** In heights of letters: longer names and titles lose their ends. */
  private static final double MOST_NAMES = 16;

  private static final double MOST_WORDS = 60;

  private final String rowName;
  private final String columnName;
  private final Matrix matrix;
  private final List<List<Integer>> equal;
  private final Heading heading;
  private final Sizes letters;
  private final double cell;
  private final double names;

  MatrixPainter(
      String title, String rowName, String columnName, Matrix matrix, String key, Sizes letters) {
    this.rowName = Sizes.shortened(rowName, letters.font(), MOST_NAMES * letters.text());
    this.columnName = Sizes.shortened(columnName, letters.font(), MOST_NAMES * letters.text());
    this.matrix = matrix;
    this.equal = matrix.equalColumns();
    this.heading = new Heading(title, key);
    this.letters = letters;
    this.cell = widestNumber() + 1.6 * letters.text();
    double widest =
        Math.max(
            Sizes.widthOf(this.rowName + " " + matrix.shownRows(), letters.font()),
            Sizes.widthOf(this.columnName, letters.font()));
    this.names = letters.margin() + widest + letters.gap() * 1.5;
  }

  private double widestNumber() {
    double widest = 0;
    for (int i = 0; i < matrix.shownRows(); i++) {
      for (int j = 0; j < matrix.shownColumns(); j++) {
        String number = MatrixWords.number(matrix.at(i, j));
        widest = Math.max(widest, Sizes.widthOf(number, letters.font()));
      }
    }
    return widest;
  }

  /** The sizes of a picture that holds the cells and the title. */
  Sizes fitting() {
    double cells = names + cell * matrix.shownColumns() + letters.margin() + letters.row();
    double words =
        Math.max(
                Sizes.widthOf(heading.title(), letters.titleFont()),
                Sizes.widthOf(heading.key(), letters.smallFont()))
            + 2 * letters.margin();
    words = Math.min(words, MOST_WORDS * letters.text());
    Sizes wide = letters.resized(Math.max(cells, words), 1);
    double height = top(wide) + row() * matrix.shownRows() + letters.row() * 1.2;
    return letters.resized(wide.width(), height);
  }

  private double top(Sizes sizes) {
    return heading.height(sizes) + letters.row() * 1.4;
  }

  private double row() {
    return letters.row() * 1.6;
  }

  /** Where the cells are, in pixels of the picture. */
  Rectangle2D box() {
    double width = cell * matrix.shownColumns();
    double height = row() * matrix.shownRows();
    return new Rectangle2D.Double(names, top(fitting()), width, height);
  }

  void paint(Graphics2D g) {
    Pen pen = new Pen(g, fitting());
    heading.paint(pen);
    Rectangle2D box = box();
    columnNames(pen, box);
    for (int j = 0; j < matrix.shownColumns(); j++) {
      column(pen, j, box);
    }
    for (int i = 0; i < matrix.shownRows(); i++) {
      double y = box.getY() + (i + 0.5) * row();
      String name = rowName + " " + (i + 1);
      pen.writeTo(name, names - letters.gap() * 1.5, y, letters.font(), Sizes.QUIET);
    }
    frame(pen, box);
  }

  private void columnNames(Pen pen, Rectangle2D box) {
    double y = box.getY() - letters.row() * 0.7;
    pen.writeTo(columnName, names - letters.gap() * 1.5, y, letters.font(), Sizes.QUIET);
    for (int j = 0; j < matrix.shownColumns(); j++) {
      centred(pen, "" + (j + 1), box.getX() + (j + 0.5) * cell, y, Sizes.QUIET);
    }
  }

  private void column(Pen pen, int j, Rectangle2D box) {
    double left = box.getX() + j * cell;
    pen.fill(new Rectangle2D.Double(left, box.getY(), cell, box.getHeight()), tint(j));
    for (int i = 0; i < matrix.shownRows(); i++) {
      String number = MatrixWords.number(matrix.at(i, j));
      double right = left + (cell + widestNumber()) / 2;
      double y = box.getY() + (i + 0.5) * row();
      pen.writeTo(number, right, y, letters.font(), Sizes.TITLE);
    }
  }

  /** The colour of a column: that of its equals, or paper if it has none. */
  private Color tint(int column) {
    for (int k = 0; k < equal.size(); k++) {
      if (equal.get(k).contains(column)) {
        return TINTS.get(k % TINTS.size());
      }
    }
    return Sizes.PAPER;
  }

  private void frame(Pen pen, Rectangle2D box) {
    float thin = letters.thin();
    for (int j = 0; j <= matrix.shownColumns(); j++) {
      double x = box.getX() + j * cell;
      pen.line(x, box.getY(), x, box.getMaxY(), Sizes.GRID, thin);
    }
    for (int i = 0; i <= matrix.shownRows(); i++) {
      double y = box.getY() + i * row();
      pen.line(box.getX(), y, box.getMaxX(), y, Sizes.GRID, thin);
    }
    if (matrix.shownColumns() < matrix.columns()) {
      double x = box.getMaxX() + letters.gap();
      pen.write("\u2026", x, box.getCenterY(), letters.font(), Sizes.QUIET);
    }
    if (matrix.shownRows() < matrix.rows()) {
      centred(pen, "\u2026", box.getCenterX(), box.getMaxY() + letters.row() / 2, Sizes.QUIET);
    }
  }

  private void centred(Pen pen, String words, double x, double y, Color color) {
    double left = x - Sizes.widthOf(words, letters.font()) / 2;
    pen.write(words, left, y, letters.font(), color);
  }
}
