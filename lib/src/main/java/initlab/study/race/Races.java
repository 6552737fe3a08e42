package initlab.study.race;

import initlab.base.Args;
import initlab.train.Histories;
import initlab.view.figure.Figure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Races of several nets on one task in one figure: a start of one of them is called by the net's
 * name and its own, "pre-norm, He".
 *
 * <pre>{@code
 * var both = Races.of("pre-norm", pre).and("post-norm", post);
 * both.plot("held-out loss");
 * both.median("pre-norm, He", "held-out loss")
 * }</pre>
 */
public final class Races implements RaceReadings {
  private final List<Entry> entries;
  private final Map<String, Double> marks;

  private Races(List<Entry> entries, Map<String, Double> marks) {
    this.entries = List.copyOf(entries);
    this.marks = marks;
  }

  /** The race of the net of this name alone. */
  public static Races of(String net, Race.Result race) {
    return new Races(List.of(), Map.of()).and(net, race);
  }

  /**
   * With the race of another net on the same task.
   *
   * @throws IllegalArgumentException if two races have one net's name
   */
  public Races and(String net, Race.Result race) {
    Args.notBlank(net, "the name of the net");
    Args.given(race, "the race", "Such as Race.of(..).run().");
    List<Entry> all = new ArrayList<>(entries);
    for (Entry entry : race.entries()) {
      String name = net + ", " + entry.start();
      if (Entry.names(entries).contains(name)) {
        throw Args.bad("the name of a net", net, "one of its own", "Call it something else.");
      }
      all.add(new Entry(entry.rate(), new Histories(name, entry.runs().runs())));
    }
    return new Races(all, marks);
  }

  /** The same with a thin line across figures of losses, such as the entropy of a language. */
  public Races mark(String name, double loss) {
    Args.notBlank(name, "the name of the line");
    Map<String, Double> more = new TreeMap<>(marks);
    more.put(name, loss);
    return new Races(entries, more);
  }

  @Override
  public Histories best(String start) {
    return BestRate.of(entries, start).runs();
  }

  /** The learning rate that suited a net and a start best. */
  public double bestRate(String start) {
    return BestRate.of(entries, start).rate();
  }

  /**
   * One panel: this series over the steps in plain values, each net and start at its best rate.
   *
   * @throws IllegalArgumentException if the series is not known
   */
  public Figure plot(String series) {
    RaceFigure figure = new RaceFigure(entries, false, true);
    var panel = figure.panel(series);
    if (series.endsWith("loss")) {
      for (Map.Entry<String, Double> mark : marks.entrySet()) {
        panel = panel.level(mark.getKey(), mark.getValue());
      }
    }
    return Figure.of(figure.title(Entry.names(entries).size() + " nets"), panel);
  }

  @Override
  public String toString() {
    return "races of " + Entry.names(entries);
  }
}
