package initlab.study.race;

import initlab.base.Args;
import initlab.base.Numbers;
import initlab.train.Histories;
import initlab.view.figure.Curve;
import initlab.view.figure.Figure;
import initlab.view.figure.Panel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Races of several nets on one task in one figure: a start of one of them is called by the net's
 * name and its own, "pre-norm, He".
 *
 * <pre>{@code
 * var both = Races.of("pre-norm", pre).and("post-norm", post);
 * both.plotAbove("held-out loss", language.entropy());
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

  /** The same with a thin line across figures of losses, such as what guessing costs. */
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
   * One panel: by how much this loss is above the least there is, in decades over the steps, each
   * net and start at its best rate, median and 5-95 %.
   *
   * @param series such as "held-out loss"
   * @param least no net has a smaller one on new data: the entropy of a language
   * @throws IllegalArgumentException if the series is not known, or a mark is not above the least
   */
  public Figure plotAbove(String series, double least) {
    RaceFigure figure = new RaceFigure(entries, false, false);
    List<Curve> curves =
        figure.panel(series).curves().stream().map(curve -> above(curve, least)).toList();
    String title = RaceFigure.words(series) + ", above the least of " + Numbers.brief(least);
    Panel panel = Panel.of(title, "step", "", curves);
    for (Map.Entry<String, Double> mark : marks.entrySet()) {
      panel = panel.level(mark.getKey(), mark.getValue() - least);
    }
    return Figure.of(figure.title(curves.size() + " nets"), panel);
  }

  private static Curve above(Curve curve, double least) {
    return Curve.band(
            curve.name(),
            curve.x(),
            above(curve.median(), least),
            above(curve.low(), least),
            above(curve.high(), least))
        .looksLike(curve.looksLike());
  }

  private static double[] above(double[] losses, double least) {
    return Arrays.stream(losses).map(loss -> Math.max(loss - least, 0)).toArray();
  }

  @Override
  public String toString() {
    return "races of " + Entry.names(entries);
  }
}
