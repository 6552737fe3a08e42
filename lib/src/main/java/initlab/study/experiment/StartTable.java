package initlab.study.experiment;

import initlab.base.Args;
import initlab.base.Numbers;
import initlab.math.Moments;
import initlab.nn.Network;
import initlab.nn.Parameter;
import initlab.nn.Plan;
import initlab.nn.Role;
import initlab.nn.Start;
import initlab.view.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The size of every parameter of a whole model under several starts, side by side: its root mean
 * square, drawn and measured, over 20 seeds.
 *
 * <pre>{@code
 * StartTable.of(plan).and(Rules.torch(), Rules.keras(), Rules.flax()).table()
 * }</pre>
 */
public final class StartTable {
  private static final int SEEDS = 20;

  private final Plan plan;
  private final Map<String, Map<String, Double>> sizes;

  private StartTable(Plan plan, Map<String, Map<String, Double>> sizes) {
    this.plan = plan;
    this.sizes = sizes;
  }

  /** No start yet. */
  public static StartTable of(Plan plan) {
    return new StartTable(Args.given(plan, "the plan", "Such as Plan.of(...)."), Map.of());
  }

  /** The same with these starts too, drawn and measured now. */
  public StartTable and(Start... more) {
    Map<String, Map<String, Double>> all = new LinkedHashMap<>(sizes);
    for (Start start : more) {
      all.put(start.name(), sizes(start));
    }
    return new StartTable(plan, all);
  }

  private Map<String, Double> sizes(Start start) {
    Map<String, Double> squares = new LinkedHashMap<>();
    for (int seed = 1; seed <= SEEDS; seed++) {
      for (Parameter p : plan.init(start, seed).parameters()) {
        if (p.role() != Role.STATISTIC) {
          squares.merge(p.path(), Moments.of(p.value()).secondMoment() / SEEDS, Double::sum);
        }
      }
    }
    squares.replaceAll((path, square) -> Math.sqrt(square));
    return squares;
  }

  /**
   * The root mean square of one parameter.
   *
   * @throws IllegalArgumentException if the start or the path is not known
   */
  public double rms(String start, String path) {
    Map<String, Double> of = sizes.get(start);
    Double found = of == null ? null : of.get(path);
    if (found == null) {
      throw Args.bad(
          "the start and the path",
          start + ", " + path,
          "one of " + sizes.keySet() + " and a path of the plan",
          "Add the start first.");
    }
    return found;
  }

  /** A row for each parameter, a column for each start. */
  public Table table() {
    Args.atLeast(1, sizes.size(), "the number of starts", "Add some: and(Rules.torch()).");
    List<String> paths = new ArrayList<>(sizes.values().iterator().next().keySet());
    Network net = Network.redrawing(plan);
    Table table =
        Table.of("Root mean square of each parameter at the start")
            .words("parameter", paths)
            .words("shape", paths.stream().map(p -> net.parameter(p).shape().toString()).toList());
    for (String start : sizes.keySet()) {
      table = table.words(start, paths.stream().map(p -> Numbers.brief(rms(start, p), 2)).toList());
    }
    return table;
  }

  @Override
  public String toString() {
    return "starts of " + plan + ": " + sizes.keySet();
  }
}
