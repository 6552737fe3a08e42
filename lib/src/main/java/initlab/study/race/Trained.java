package initlab.study.race;

import initlab.base.Args;
import initlab.base.Numbers;
import initlab.train.Histories;
import initlab.view.Table;
import initlab.view.figure.Curve;
import initlab.view.figure.Figure;
import initlab.view.figure.Panel;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * How trainings went.
 *
 * @param rows one for each start, in the order asked
 */
public record Trained(List<Histories> rows) {

  public Trained {
    rows = List.copyOf(rows);
  }

  /**
   * The row of this name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public Histories of(String start) {
    return rows.stream()
        .filter(row -> row.start().equals(start))
        .findFirst()
        .orElseThrow(
            () -> Args.bad("the name of a start", start, "one of " + names(), "See the table."));
  }

  private List<String> names() {
    return rows.stream().map(Histories::start).toList();
  }

  /** The median over seeds of a start's last number in this series. */
  public double last(String start, String series) {
    return last(of(start), series, 0.5);
  }

  private static double last(Histories row, String series, double p) {
    double[] all = row.quantile(series, p);
    return all[all.length - 1];
  }

  /** In how many seeds the last number of this series is at least this large. */
  public int count(String start, String series, double atLeast) {
    return (int) java.util.Arrays.stream(of(start).last(series)).filter(v -> v >= atLeast).count();
  }

  /**
   * The step of the first look at which the median of this series is at least this large; or -1.
   */
  public int firstStep(String start, String series, double atLeast) {
    double[] median = of(start).median(series);
    for (int i = 0; i < median.length; i++) {
      if (median[i] >= atLeast) {
        return of(start).steps()[i];
      }
    }
    return -1;
  }

  /** The last numbers of these series, one row a start: median and 5-95 % over seeds, 2 digits. */
  public Table table(String... series) {
    Table table = Table.of("At the end, median (5 % to 95 %) over seeds").words("start", names());
    for (String name : series) {
      table = table.words(name, rows.stream().map(row -> cell(row, name)).toList());
    }
    return table;
  }

  private static String cell(Histories row, String series) {
    String low = brief(last(row, series, 0.05));
    String high = brief(last(row, series, 0.95));
    String median = brief(last(row, series, 0.5));
    return low.equals(high)
        ? median
        : String.format(Locale.ROOT, "%s (%s to %s)", median, low, high);
  }

  private static String brief(double x) {
    return Numbers.entry(x, 2);
  }

  /** A series over the steps in decades: median and 5-95 % over seeds. */
  public Figure plot(String series) {
    return Figure.of(series + " while training", panel(series));
  }

  /** A series over the steps in plain values: median and 5-95 % over seeds. */
  public Figure plotLinear(String series) {
    return Figure.of(series + " while training", panel(series).linear());
  }

  private Panel panel(String series) {
    List<Curve> curves = rows.stream().map(row -> curve(row, series)).toList();
    return Panel.of(rows.get(0).runs().size() + " seeds", "step", series, curves);
  }

  private static Curve curve(Histories row, String series) {
    double[] x = IntStream.of(row.steps()).asDoubleStream().toArray();
    return Curve.band(
        row.start(), x, row.median(series), row.quantile(series, 0.05), row.quantile(series, 0.95));
  }
}
