package initlab.study.race;

import initlab.base.Args;
import initlab.base.Numbers;
import initlab.math.Band;
import initlab.study.IntervalColumns;
import initlab.train.Ending;
import initlab.train.Histories;
import initlab.view.Table;
import initlab.view.figure.Curve;
import initlab.view.figure.Figure;
import initlab.view.figure.Panel;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** A race's tables and figures; a row or a curve is a start with the rate that suited it best. */
final class RacePages {
  private RacePages() {}

  static Table table(List<Entry> entries, String... series) {
    List<Entry> rows = best(entries);
    int steps = rows.get(0).runs().runs().get(0).training().stepCount();
    Table table =
        Table.of(
                String.format(
                    Locale.ROOT,
                    "After %d steps, median (5 %% to 95 %%) over %d seeds",
                    steps,
                    seeds(entries)))
            .words("start", Entry.names(entries));
    if (hasRates(entries)) {
      table = table.numbers("best rate", rows.stream().mapToDouble(Entry::rate).toArray());
    }
    for (String name : series.length > 0 ? List.of(series) : usual(rows)) {
      table = table.words(name, cells(rows, name));
    }
    return table;
  }

  private static List<Entry> best(List<Entry> entries) {
    return Entry.names(entries).stream().map(start -> BestRate.of(entries, start)).toList();
  }

  private static int seeds(List<Entry> entries) {
    return entries.get(0).runs().runs().size();
  }

  private static boolean hasRates(List<Entry> entries) {
    return !Double.isNaN(entries.get(0).rate());
  }

  private static List<String> usual(List<Entry> rows) {
    boolean classes = rows.stream().anyMatch(row -> row.runs().has("accuracy"));
    return classes ? List.of("accuracy", "loss") : List.of("loss");
  }

  private static List<String> cells(List<Entry> rows, String series) {
    return rows.stream().map(row -> IntervalColumns.words(row.runs().end(series))).toList();
  }

  static Table rates(List<Entry> entries, String series) {
    String title = series + " at the end by learning rate, median (5 % to 95 %) over ";
    Table table = Table.of(title + seeds(entries) + " seeds").words("start", Entry.names(entries));
    for (double rate : tried(entries)) {
      table = table.words("rate " + Numbers.brief(rate, 6), cells(at(rate, entries), series));
    }
    return table;
  }

  static Table reached(List<Entry> entries) {
    Table table =
        Table.of("Runs of " + seeds(entries) + " that reached the aim")
            .words("start", Entry.names(entries));
    if (!hasRates(entries)) {
      return table.counts("reached", reachedBy(entries));
    }
    for (double rate : tried(entries)) {
      table = table.counts("rate " + Numbers.brief(rate, 6), reachedBy(at(rate, entries)));
    }
    return table;
  }

  private static long[] reachedBy(List<Entry> entries) {
    return entries.stream().mapToLong(e -> e.runs().count(Ending.Kind.REACHED)).toArray();
  }

  private static List<Double> tried(List<Entry> entries) {
    if (!hasRates(entries)) {
      throw Args.bad("the number of rates", 0, "at least 1", "Name some: rates(0.01, 0.03).");
    }
    return entries.stream().map(Entry::rate).distinct().toList();
  }

  private static List<Entry> at(double rate, List<Entry> entries) {
    return entries.stream().filter(entry -> entry.rate() == rate).toList();
  }

  static Figure figure(List<Entry> entries, String series, boolean linear) {
    return Figure.of(series + " while training", panel(entries, series, linear));
  }

  static Panel panel(List<Entry> entries, String series, boolean linear) {
    List<Curve> curves = best(entries).stream().map(row -> curve(row.runs(), series)).toList();
    return new Panel(seeds(entries) + " seeds", "step", series, curves, !linear, false);
  }

  private static Curve curve(Histories runs, String series) {
    double[] steps = IntStream.of(runs.steps()).asDoubleStream().toArray();
    Band band = runs.band(series);
    return Curve.band(runs.start(), steps, band.median(), band.low(), band.high());
  }
}
