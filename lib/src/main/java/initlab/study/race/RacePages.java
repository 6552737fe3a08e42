package initlab.study.race;

import initlab.base.Args;
import initlab.base.Numbers;
import initlab.study.IntervalColumns;
import initlab.train.Ending;
import initlab.view.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A race's tables; a row is a start with the rate that suited it best. */
final class RacePages {
  private RacePages() {}

  static Table table(List<Entry> entries, String... series) {
    List<Entry> rows = BestRate.each(entries);
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
      table = rates(table, rows.stream().mapToDouble(Entry::rate).toArray());
    }
    for (String name : series.length > 0 ? List.of(series) : usual(rows)) {
      table = table.words(name, cells(rows, name));
    }
    return table;
  }

  /** With no more digits than the rates have. */
  private static Table rates(Table table, double... rates) {
    int digits = 1;
    while (digits < 3 && !areSaidBy(digits, rates)) {
      digits++;
    }
    return table.digits(digits, "best rate", rates);
  }

  private static boolean areSaidBy(int digits, double... rates) {
    return Arrays.stream(rates)
        .allMatch(rate -> Double.parseDouble(Numbers.fixed(rate, digits)) == rate);
  }

  private static int seeds(List<Entry> entries) {
    return entries.get(0).runs().runs().size();
  }

  private static boolean hasRates(List<Entry> entries) {
    return !Double.isNaN(entries.get(0).rate());
  }

  private static List<String> usual(List<Entry> rows) {
    List<String> names = new ArrayList<>(List.of("loss"));
    Entry.accuracy(rows).ifPresent(names::add);
    return names;
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
}
