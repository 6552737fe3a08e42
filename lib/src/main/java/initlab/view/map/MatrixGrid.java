package initlab.view.map;

import initlab.base.Args;
import initlab.view.Drawing;
import initlab.view.draw.Picture;
import initlab.view.draw.Sizes;
import java.util.List;
import java.util.Locale;

/**
 * A small matrix with its numbers in cells, in which equal columns have one colour: {@code
 * MatrixGrid.of("W of layer 1", rows).axes("input", "neuron")}. With weights stored (in x out) a
 * column is what one neuron does with its inputs, so equal colours are neurons that do the same.
 * Columns count as equal where no two numbers differ by more than 1e-12 of the largest number.
 * Where the matrix is larger than 16 x 12, its first rows and columns are shown. Immutable.
 */
public final class MatrixGrid implements Drawing {
  private final String title;
  private final String rowName;
  private final String columnName;
  private final Matrix matrix;
  private final boolean lecture;

  private MatrixGrid(
      String title, String rowName, String columnName, Matrix matrix, boolean lecture) {
    this.title = title;
    this.rowName = rowName;
    this.columnName = columnName;
    this.matrix = matrix;
    this.lecture = lecture;
  }

  /**
   * A matrix from its rows.
   *
   * @throws IllegalArgumentException if the title is blank, there is no number, or the rows are not
   *     equally long
   */
  public static MatrixGrid of(String title, double[][] rows) {
    if (title.isBlank()) {
      throw Args.bad("title", "blank", "a few words", "Give what the matrix is.");
    }
    return new MatrixGrid(title, "row", "column", Matrix.of(rows), false);
  }

  /** The same with what its rows and its columns are, such as {@code input} and {@code neuron}. */
  public MatrixGrid axes(String row, String column) {
    return new MatrixGrid(title, row, column, matrix, lecture);
  }

  /** The same matrix in letters for the back row, its first six columns. */
  @Override
  public MatrixGrid lecture() {
    return new MatrixGrid(title, rowName, columnName, matrix.fromAfar(), true);
  }

  MatrixPainter painter() {
    Sizes letters = lecture ? Sizes.lecture() : Sizes.page(1);
    return new MatrixPainter(title, rowName, columnName, matrix, key(), letters);
  }

  @Override
  public Picture picture() {
    MatrixPainter painter = painter();
    Sizes fitting = painter.fitting();
    return new Picture(fitting.width(), fitting.height(), painter::paint);
  }

  private String key() {
    List<List<Integer>> groups = matrix.equalColumns();
    String shown =
        matrix.isCut()
            ? String.format(
                Locale.ROOT,
                "the first %s x %s of %s x %s",
                "" + matrix.shownRows(),
                "" + matrix.shownColumns(),
                "" + matrix.rows(),
                "" + matrix.columns())
            : "";
    String equal = groups.isEmpty() ? "" : "one colour: equal " + columnName + "s";
    return shown + (shown.isEmpty() || equal.isEmpty() ? "" : " \u00B7 ") + equal;
  }

  /** The numbers row by row, and which columns are equal. */
  @Override
  public String text() {
    return MatrixWords.of(title, rowName, columnName, matrix);
  }

  @Override
  public String toString() {
    return text();
  }
}
