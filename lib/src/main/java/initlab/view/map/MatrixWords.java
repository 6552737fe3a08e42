package initlab.view.map;

import initlab.base.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A matrix in lines of text, with what its picture shows by colour. */
final class MatrixWords {
  private MatrixWords() {}

  static String of(String title, String row, String column, Matrix m) {
    List<String> lines = new ArrayList<>();
    lines.add(title);
    lines.add(count(m.rows(), row) + " x " + count(m.columns(), column));
    int width =
        IntStream.range(0, m.shownRows())
            .boxed()
            .flatMap(i -> IntStream.range(0, m.shownColumns()).mapToObj(j -> number(m.at(i, j))))
            .mapToInt(String::length)
            .max()
            .orElse(0);
    for (int i = 0; i < m.shownRows(); i++) {
      int r = i;
      lines.add(
          IntStream.range(0, m.shownColumns())
                  .mapToObj(
                      j -> " ".repeat(width - number(m.at(r, j)).length()) + number(m.at(r, j)))
                  .collect(Collectors.joining("  ", "  ", ""))
              + (m.shownColumns() < m.columns() ? "  \u2026" : ""));
    }
    if (m.shownRows() < m.rows()) {
      lines.add("  \u2026");
    }
    lines.add(equal(column, m));
    return String.join("\n", lines);
  }

  private static String equal(String column, Matrix m) {
    List<List<Integer>> groups = m.equalColumns();
    if (groups.isEmpty()) {
      return m.columns() == 1 ? "one " + column : "no two " + column + "s are equal";
    }
    return groups.stream()
        .map(g -> g.stream().map(c -> "" + (c + 1)).collect(Collectors.joining(", ")))
        .collect(Collectors.joining("; ", "equal " + column + "s: ", ""));
  }

  private static String count(int n, String what) {
    return n + " " + what + (n == 1 ? "" : "s");
  }

  /** A number as a cell shows it. */
  static String number(double v) {
    return Double.isInfinite(v) ? (v > 0 ? "\u221E" : "-\u221E") : Numbers.brief(v, 3);
  }
}
