package initlab.study.race;

import initlab.base.Args;
import initlab.base.Numbers;
import initlab.train.Ending;
import initlab.train.Histories;
import initlab.view.Table;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How a race ended.
 *
 * @param race what was asked
 * @param entries one for each start and learning rate
 */
public record Raced(Race race, List<Entry> entries) {

  /**
   * One start with one learning rate.
   *
   * @param start its name
   * @param rate the learning rate
   * @param runs one history for each seed
   */
  public record Entry(String start, double rate, Histories runs) {

    /** Median over seeds of what counts: the accuracy, or where there is none, minus the loss. */
    double score() {
      boolean classes = runs.runs().get(0).series().containsKey("accuracy");
      double[] all = classes ? runs.median("accuracy") : runs.median("loss");
      double last = all[all.length - 1];
      return Double.isNaN(last) ? Double.NEGATIVE_INFINITY : classes ? last : -last;
    }

    /** A quantile over seeds of the accuracy at the end. */
    public double accuracy(double p) {
      double[] all = runs.quantile("accuracy", p);
      return all[all.length - 1];
    }

    /** A quantile over seeds of the loss at the end. */
    public double loss(double p) {
      double[] all = runs.quantile("loss", p);
      return all[all.length - 1];
    }
  }

  /** The start with the rate that suited it best; the smallest such rate of several. */
  public Entry best(String start) {
    return entries.stream()
        .filter(entry -> entry.start().equals(start))
        .max(Comparator.comparingDouble(Entry::score).thenComparing(e -> -e.rate()))
        .orElseThrow(
            () -> Args.bad("the name of a start", start, "one of " + names(), "See the table."));
  }

  /** How many runs of all diverged. */
  public int diverged() {
    return entries.stream().mapToInt(e -> e.runs().count(Ending.Kind.DIVERGED)).sum();
  }

  private List<String> names() {
    return entries.stream().map(Entry::start).distinct().toList();
  }

  /** Every start with its best rate: accuracy at the end and loss, two digits. */
  public Table table() {
    List<Entry> rows = names().stream().map(this::best).toList();
    return Table.of("After " + race.training().apply(rows.get(0).rate()).stepCount() + " steps")
        .words("start", names())
        .numbers("best rate", column(rows, Entry::rate))
        .digits(2, "accuracy", column(rows, e -> e.accuracy(0.5)))
        .digits(2, "5 %", column(rows, e -> e.accuracy(0.05)))
        .digits(2, "95 %", column(rows, e -> e.accuracy(0.95)))
        .digits(2, "loss", column(rows, e -> e.loss(0.5)));
  }

  /** Every start with every rate: median accuracy over seeds, two digits; a column a rate. */
  public Table rates() {
    Table table = Table.of("Median accuracy by learning rate").words("start", names());
    for (double rate : race.rates()) {
      List<Entry> rows = entries.stream().filter(e -> e.rate() == rate).toList();
      table = table.digits(2, "rate " + Numbers.brief(rate, 6), column(rows, e -> e.accuracy(0.5)));
    }
    return table;
  }

  /** Every start with every rate: how many seeds reached the loss they were asked for. */
  public Table reached() {
    int seeds = race.seedCount();
    Table table = Table.of("Runs of " + seeds + " that reached the aim").words("start", names());
    for (double rate : race.rates()) {
      long[] column =
          entries.stream()
              .filter(e -> e.rate() == rate)
              .mapToLong(e -> e.runs().count(Ending.Kind.REACHED))
              .toArray();
      table = table.counts("rate " + Numbers.brief(rate, 6), column);
    }
    return table;
  }

  /** How many runs of a start, over all rates, reached the loss they were asked for. */
  public int reached(String start) {
    return entries.stream()
        .filter(e -> e.start().equals(start))
        .mapToInt(e -> e.runs().count(Ending.Kind.REACHED))
        .sum();
  }

  private static double[] column(List<Entry> rows, ToDoubleFunction<Entry> number) {
    return rows.stream().mapToDouble(number).toArray();
  }
}
