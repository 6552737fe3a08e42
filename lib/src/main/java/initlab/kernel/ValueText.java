package initlab.kernel;

import initlab.base.Numbers;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.ejml.data.DMatrix;

/**
 * Values as text: an array or a matrix as its shape and a corner, with four significant digits;
 * everything else as it says.
 */
final class ValueText {
  private static final int CORNER = 6;
  private static final int ROW = 10;

  private ValueText() {}

  /** The text of any value, arrays and matrices in short. */
  static String text(Object value) {
    if (value instanceof DMatrix m) {
      return table("matrix", m.getNumRows(), m.getNumCols(), (i, j) -> number(m.unsafe_get(i, j)));
    }
    if (value instanceof double[][] rows && isRectangle(rows)) {
      return table("double[][]", rows.length, rows[0].length, (i, j) -> number(rows[i][j]));
    }
    return value.getClass().isArray() ? array(value) : String.valueOf(value);
  }

  private static String number(double x) {
    return Numbers.entry(x, 4);
  }

  private static boolean isRectangle(double[][] rows) {
    for (var row : rows) {
      if (row == null || row.length != rows[0].length) {
        return false;
      }
    }
    return rows.length > 0 && rows[0].length > 0;
  }

  private static String array(Object array) {
    int n = Array.getLength(array);
    var items = new ArrayList<String>();
    for (int i : shown(n, ROW)) {
      items.add(i < 0 ? "..." : item(Array.get(array, i)));
    }
    var type = array.getClass().getComponentType().getSimpleName();
    return type + "[" + n + "] {" + String.join(", ", items) + "}";
  }

  private static String item(Object item) {
    if (item instanceof Double || item instanceof Float) {
      return number(((Number) item).doubleValue());
    }
    return item == null ? "null" : text(item);
  }

  private interface Cell {
    String at(int row, int column);
  }

  private static String table(String kind, int rows, int cols, Cell cell) {
    var columns = shown(cols, CORNER).stream().map(j -> column(rows, j, cell)).toList();
    var text = new StringBuilder(kind + " (" + rows + " x " + cols + ")");
    IntFunction<String> line =
        i -> String.join("  ", columns.stream().map(column -> column.get(i)).toList());
    for (int i = 0; i < shown(rows, CORNER).size(); i++) {
      text.append('\n').append(line.apply(i));
    }
    return text.toString();
  }

  /** One column of the corner, its entries padded to one width. */
  private static List<String> column(int rows, int j, Cell cell) {
    var entries = shown(rows, CORNER).stream().map(i -> i < 0 || j < 0 ? "..." : cell.at(i, j));
    var column = entries.toList();
    int width = column.stream().mapToInt(String::length).max().orElse(0);
    return column.stream().map(entry -> " ".repeat(width - entry.length()) + entry).toList();
  }

  /** The first indices up to {@code most}, and -1 where the rest is left out. */
  private static List<Integer> shown(int n, int most) {
    var first = IntStream.range(0, Math.min(n, most)).boxed();
    return n <= most
        ? first.toList()
        : IntStream.concat(first.mapToInt(i -> i), IntStream.of(-1)).boxed().toList();
  }
}
