package initlab.view.map;

import initlab.base.Args;
import initlab.view.draw.Values;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The numbers of a {@link MatrixGrid}.
 *
 * @param all its rows, equally long
 * @param mostColumns of more columns the first ones are shown
 */
record Matrix(List<Values> all, int mostColumns) {
  private static final int MOST_ROWS = 16;
  private static final int MOST_COLUMNS = 12;

  /** As many as can be read from the back row. */
  private static final int MOST_FROM_AFAR = 6;

  /** Numbers that differ by no more than this part of the largest one are equal. */
  private static final double TOLERANCE = 1e-12;

  static Matrix of(double[][] rows) {
    if (rows.length == 0 || rows[0].length == 0) {
      throw Args.bad("the matrix", "empty", "one number or more", "Give its rows.");
    }
    for (int i = 0; i < rows.length; i++) {
      if (rows[i].length != rows[0].length) {
        throw Args.bad(
            "the length of row " + (i + 1),
            rows[i].length,
            "that of row 1, " + rows[0].length,
            "Give every row one number for each column.");
      }
    }
    return new Matrix(Arrays.stream(rows).map(Values::of).toList(), MOST_COLUMNS);
  }

  /** The same with fewer columns shown, which can be larger. */
  Matrix fromAfar() {
    return new Matrix(all, MOST_FROM_AFAR);
  }

  int rows() {
    return all.size();
  }

  int columns() {
    return all.get(0).size();
  }

  double at(int row, int column) {
    return all.get(row).at(column);
  }

  int shownRows() {
    return Math.min(MOST_ROWS, rows());
  }

  int shownColumns() {
    return Math.min(mostColumns, columns());
  }

  boolean isCut() {
    return shownRows() < rows() || shownColumns() < columns();
  }

  /** Groups of two or more equal columns, counted from 0, in the order of their first. */
  List<List<Integer>> equalColumns() {
    double largest =
        all.stream()
            .flatMapToDouble(Values::stream)
            .map(Math::abs)
            .filter(Double::isFinite)
            .max()
            .orElse(0);
    List<List<Integer>> groups = new ArrayList<>();
    for (int c = 0; c < columns(); c++) {
      int column = c;
      groups.stream()
          .filter(g -> equal(g.get(0), column, TOLERANCE * largest))
          .findFirst()
          .ifPresentOrElse(g -> g.add(column), () -> groups.add(new ArrayList<>(List.of(column))));
    }
    return groups.stream().filter(g -> g.size() > 1).map(List::copyOf).toList();
  }

  /** Infinities are equal to themselves; a column that holds NaN is equal to none. */
  private boolean equal(int a, int b, double tolerance) {
    return IntStream.range(0, rows())
        .allMatch(r -> at(r, a) == at(r, b) || Math.abs(at(r, a) - at(r, b)) <= tolerance);
  }
}
