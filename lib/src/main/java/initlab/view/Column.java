package initlab.view;

import initlab.base.Args;
import initlab.base.Numbers;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.StringColumn;

/** One column of a table: its values as they came, and as a reader sees them. */
record Column(String name, List<?> values, List<String> cells, boolean numeric) {

  static Column words(String name, List<String> values) {
    List<String> words = Args.given(values, "the words of " + name, "Give a list.");
    words.forEach(word -> Args.given(word, "a word of column " + name, "Give \"\" for none."));
    return new Column(name, List.copyOf(words), List.copyOf(words), false);
  }

  static Column counts(String name, long[] values) {
    List<Long> boxed = Arrays.stream(values).boxed().toList();
    return new Column(name, boxed, boxed.stream().map(String::valueOf).toList(), true);
  }

  static Column numbers(String name, double[] values, int digits) {
    List<Double> boxed = Arrays.stream(values).boxed().toList();
    return new Column(name, boxed, boxed.stream().map(v -> cell(v, digits)).toList(), true);
  }

  /** Numbers of which some are not known: these, NaN, are shown as a dash. */
  static Column known(String name, double[] values) {
    Column all = numbers(name, values, 3);
    List<String> cells = all.cells.stream().map(c -> c.equals("NaN") ? "\u2013" : c).toList();
    return new Column(name, all.values, cells, true);
  }

  private static String cell(double v, int digits) {
    if (Double.isInfinite(v)) {
      return v > 0 ? "\u221E" : "-\u221E";
    }
    return Numbers.fixed(v, digits);
  }

  int width() {
    return IntStream.concat(IntStream.of(name.length()), cells.stream().mapToInt(String::length))
        .max()
        .orElse(0);
  }

  /** The same column as Tablesaw's. */
  tech.tablesaw.columns.Column<?> toTablesaw() {
    Object first = values.isEmpty() ? "" : values.get(0);
    if (first instanceof Double) {
      return DoubleColumn.create(name, values.stream().map(Double.class::cast).toList());
    }
    if (first instanceof Long) {
      long[] whole = values.stream().mapToLong(Long.class::cast).toArray();
      return LongColumn.create(name, whole);
    }
    return StringColumn.create(name, cells);
  }

  /** A column of Tablesaw's in this course's number format. */
  static Column fromTablesaw(tech.tablesaw.columns.Column<?> c) {
    boolean numbers = c instanceof NumericColumn;
    return of(
        c.name(),
        IntStream.range(0, c.size())
            .mapToObj(i -> c.isMissing(i) ? (numbers ? Double.NaN : "") : c.get(i))
            .toList());
  }

  /** Whole numbers, numbers or words, whichever all the values are. */
  static Column of(String name, List<?> values) {
    if (values.stream().allMatch(v -> v instanceof Integer || v instanceof Long)) {
      return counts(name, values.stream().mapToLong(v -> ((Number) v).longValue()).toArray());
    }
    if (values.stream().allMatch(Number.class::isInstance)) {
      return numbers(
          name, values.stream().mapToDouble(v -> ((Number) v).doubleValue()).toArray(), 3);
    }
    return words(name, values.stream().map(String::valueOf).toList());
  }
}
