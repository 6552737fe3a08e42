package initlab.study.race;

import initlab.base.Args;
import initlab.math.Interval;
import initlab.view.figure.Curve;
import initlab.view.figure.Figure;
import initlab.view.figure.Panel;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * The same race in nets of several depths: how deep can be trained, from which start.
 *
 * <pre>{@code
 * DepthSweep.of(depth -> Race.of(...).rates(0.01, 0.1).compare(...), 5, 10, 20).plot()
 * }</pre>
 */
public final class DepthSweep {
  private final Map<Integer, Race.Result> races;

  private DepthSweep(Map<Integer, Race.Result> races) {
    this.races = races;
  }

  /**
   * Runs the race of each depth, now.
   *
   * @param race from the depth to a race, which compares the same starts at every depth
   * @throws IllegalArgumentException unless the depths increase, from 1 on, and there are two
   */
  public static DepthSweep of(IntFunction<Race> race, int... depths) {
    Args.atLeast(2, depths.length, "the number of depths", "Try 5, 10, 20.");
    Args.atLeast(1, depths[0], "the least depth", "Count the hidden layers.");
    Args.increasing(Arrays.stream(depths).asDoubleStream().toArray(), "the depths");
    Map<Integer, Race.Result> races = new LinkedHashMap<>();
    for (int depth : depths) {
      races.put(depth, race.apply(depth).run());
    }
    return new DepthSweep(races);
  }

  /**
   * The race of one depth.
   *
   * @throws IllegalArgumentException if it was not run
   */
  public Race.Result at(int depth) {
    Race.Result race = races.get(depth);
    if (race == null) {
      throw Args.bad("the depth", depth, "one of " + races.keySet(), "Run it too.");
    }
    return race;
  }

  /**
   * The greatest depth at which the median of a start's last number is at least this; 0 where it is
   * at none.
   *
   * @throws IllegalArgumentException if there is no such start or series
   */
  public int deepest(String start, String series, double atLeast) {
    return races.entrySet().stream()
        .filter(race -> race.getValue().median(start, series) >= atLeast)
        .mapToInt(Map.Entry::getKey)
        .max()
        .orElse(0);
  }

  /** The last number of each series over the depths; "accuracy" where none is named. */
  public Figure plot(String... series) {
    List<String> names = series.length > 0 ? List.of(series) : List.of("accuracy");
    Panel[] panels = names.stream().map(this::panel).toArray(Panel[]::new);
    return Figure.of(figure().title("best rate at each depth"), panels).ownScales();
  }

  private RaceFigure figure() {
    return new RaceFigure(races.values().iterator().next().entries(), false, false);
  }

  private Panel panel(String series) {
    List<String> starts = Entry.names(races.values().iterator().next().entries());
    List<Curve> curves = starts.stream().map(start -> curve(start, series)).toList();
    Panel panel = Panel.of(RaceFigure.words(series), "hidden layers", "", curves);
    return figure().scaled(panel, series);
  }

  private Curve curve(String start, String series) {
    List<Interval> ends = races.values().stream().map(r -> r.interval(start, series)).toList();
    return Curve.band(
        start,
        races.keySet().stream().mapToDouble(depth -> depth).toArray(),
        ends.stream().mapToDouble(Interval::median).toArray(),
        ends.stream().mapToDouble(Interval::low).toArray(),
        ends.stream().mapToDouble(Interval::high).toArray());
  }

  @Override
  public String toString() {
    return "races at depths " + races.keySet();
  }
}
