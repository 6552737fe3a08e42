package initlab.kernel;

import initlab.base.Numbers;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.ejml.data.DMatrix;

/** Matrices as text: the shape, and the corner at the first entry. */
final class CornerText {
  private static final int CORNER = 6;

  private CornerText() {}

  private interface Cell {
    String at(int row, int column);
  }

  static String of(DMatrix m) {
    return table(
        "matrix", m.getNumRows(), m.getNumCols(), (i, j) -> Numbers.entry(m.unsafe_get(i, j), 4));
  }

  /** Rows of one length, of which there is one at least. */
  static String of(double[][] rows) {
    return table("double[][]", rows.length, rows[0].length, (i, j) -> Numbers.entry(rows[i][j], 4));
  }

  static boolean isRectangle(double[][] rows) {
    for (var row : rows) {
      if (row == null || row.length != rows[0].length) {
        return false;
      }
    }
    return rows.length > 0 && rows[0].length > 0;
  }

  private static String table(String kind, int rows, int cols, Cell cell) {
    var columns = shown(cols).stream().map(j -> column(rows, j, cell)).toList();
    var text = new StringBuilder(kind + " (" + rows + " x " + cols + ")");
    IntFunction<String> line =
        i -> String.join("  ", columns.stream().map(column -> column.get(i)).toList());
    for (int i = 0; i < shown(rows).size(); i++) {
      text.append('\n').append(line.apply(i));
    }
    return text.toString();
  }

  /** One column of the corner, its entries padded to one width. */
  private static List<String> column(int rows, int j, Cell cell) {
    var entries = shown(rows).stream().map(i -> i < 0 || j < 0 ? "..." : cell.at(i, j));
    var column = entries.toList();
    int width = column.stream().mapToInt(String::length).max().orElse(0);
    return column.stream().map(entry -> " ".repeat(width - entry.length()) + entry).toList();
  }

  /** The first indices of n, and -1 where the rest is left out. */
  private static List<Integer> shown(int n) {
    var first = IntStream.range(0, Math.min(n, CORNER));
    return (n <= CORNER ? first : IntStream.concat(first, IntStream.of(-1))).boxed().toList();
  }
}
