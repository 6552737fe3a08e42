package initlab.view;

import initlab.base.Args;
import initlab.view.draw.Svg;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Rows of words and numbers as HTML and as text. Numbers show three significant digits, small and
 * large ones as 1.00e-8. Immutable: {@code Table.of("Gains").words("f", "relu").numbers("gain",
 * 1.414)}.
 */
public final class Table implements Displayable {
  private final String title;
  private final List<Column> columns;

  private Table(String title, List<Column> columns) {
    this.title = title;
    this.columns = List.copyOf(columns);
  }

  /** A table without columns yet; the title may be empty. */
  public static Table of(String title) {
    return new Table(title, List.of());
  }

  /**
   * A table from its rows; a column whose values are all numbers is set as numbers.
   *
   * @throws IllegalArgumentException if a row is not as long as the header
   */
  public static Table rows(String title, List<String> header, List<? extends List<?>> rows) {
    for (int i = 0; i < rows.size(); i++) {
      Args.that(
          rows.get(i).size() == header.size(),
          String.format(
              Locale.ROOT,
              "row %d has %d cells but the header has %d; give one cell for each column.",
              i,
              rows.get(i).size(),
              header.size()));
    }
    Table table = of(title);
    for (int k = 0; k < header.size(); k++) {
      int column = k;
      table = table.with(Column.of(header.get(k), rows.stream().map(r -> r.get(column)).toList()));
    }
    return table;
  }

  /** A table of Tablesaw's, shown in this course's number format. */
  public static Table from(tech.tablesaw.api.Table data) {
    return new Table(data.name(), data.columns().stream().map(Column::fromTablesaw).toList());
  }

  /**
   * With a column of words, set to the left.
   *
   * @throws IllegalArgumentException if there are not as many as the table has rows, or the name is
   *     taken
   */
  public Table words(String name, List<String> values) {
    return with(Column.words(name, values));
  }

  /** With a column of whole numbers; throws as {@link #words}. */
  public Table counts(String name, long... values) {
    return with(Column.counts(name, values));
  }

  /** With a column of numbers, shown with three significant digits; throws as {@link #words}. */
  public Table numbers(String name, double... values) {
    return with(Column.numbers(name, values, 3));
  }

  /**
   * With a column of numbers, shown with as many significant digits as asked.
   *
   * @throws IllegalArgumentException as {@link #words}, or unless 1 <= digits <= 17
   */
  public Table digits(int digits, String name, double... values) {
    Args.that(
        digits >= 1 && digits <= 17,
        "digits = " + digits + " must lie between 1 and 17, all that a double holds.");
    return with(Column.numbers(name, values, digits));
  }

  /**
   * With a column of numbers of which some are not known: NaN is shown as a dash, and is missing in
   * {@link #data}; throws as {@link #words}.
   */
  public Table known(String name, double... values) {
    return with(Column.known(name, values));
  }

  private Table with(Column column) {
    int rows = columns.isEmpty() ? column.cells().size() : height();
    Args.that(
        column.cells().size() == rows,
        String.format(
            Locale.ROOT,
            "column \"%s\" has %d values but the table has %d rows; give one for each row.",
            column.name(),
            column.cells().size(),
            rows));
    Args.that(
        columns.stream().noneMatch(c -> c.name().equals(column.name())),
        "column \"" + column.name() + "\" is there already; give this one another name.");
    List<Column> more = new ArrayList<>(columns);
    more.add(column);
    return new Table(title, more);
  }

  /** Number of rows. */
  public int height() {
    return columns.isEmpty() ? 0 : columns.get(0).cells().size();
  }

  /**
   * The same rows as a Tablesaw table, to sort, filter and group; {@link #from} shows the result.
   * Tablesaw takes names that differ in capitals alone for the same: the later one gets a number.
   */
  public tech.tablesaw.api.Table data() {
    tech.tablesaw.api.Table out = tech.tablesaw.api.Table.create(title);
    Set<String> taken = new HashSet<>();
    for (Column c : columns) {
      String name = c.name();
      while (!taken.add(name.toLowerCase(Locale.ROOT))) {
        name += " 2";
      }
      out.addColumns(c.toTablesaw().setName(name));
    }
    return out;
  }

  /** As HTML without styles of its own but for alignment, so that it follows light and dark. */
  public String html() {
    StringBuilder s = new StringBuilder("<table>");
    if (!title.isBlank()) {
      s.append("<caption align=\"top\" style=\"caption-side:top;text-align:left\"><b>");
      s.append(Svg.escaped(title)).append("</b></caption>");
    }
    s.append("<thead><tr>");
    columns.forEach(c -> s.append(cell("th", c, c.name())));
    s.append("</tr></thead><tbody>");
    for (int i = 0; i < height(); i++) {
      int row = i;
      s.append("<tr>");
      columns.forEach(c -> s.append(cell("td", c, c.cells().get(row))));
      s.append("</tr>");
    }
    return s.append("</tbody></table>").toString();
  }

  private static String cell(String tag, Column c, String words) {
    String side = c.numeric() ? "right" : "left";
    return String.format(
        Locale.ROOT,
        "<%s align=\"%s\" style=\"text-align:%s\">%s</%s>",
        tag,
        side,
        side,
        Svg.escaped(words),
        tag);
  }

  /** As text in columns. */
  @Override
  public String text() {
    List<String> lines = new ArrayList<>();
    if (!title.isBlank()) {
      lines.add(title);
    }
    lines.add(line(columns.stream().map(Column::name).toList()));
    lines.add(line(columns.stream().map(c -> "-".repeat(c.width())).toList()));
    for (int i = 0; i < height(); i++) {
      int row = i;
      lines.add(line(columns.stream().map(c -> c.cells().get(row)).toList()));
    }
    return String.join("\n", lines);
  }

  private String line(List<String> cells) {
    return String.join(
            "  ",
            IntStream.range(0, cells.size())
                .mapToObj(i -> padded(cells.get(i), columns.get(i)))
                .toList())
        .stripTrailing();
  }

  private static String padded(String cell, Column c) {
    String blanks = " ".repeat(c.width() - cell.length());
    return c.numeric() ? blanks + cell : cell + blanks;
  }

  @Override
  public Map<String, String> display() {
    Map<String, String> out = new LinkedHashMap<>();
    out.put("text/plain", text());
    out.put("text/html", html());
    return out;
  }

  @Override
  public String toString() {
    return text();
  }
}
