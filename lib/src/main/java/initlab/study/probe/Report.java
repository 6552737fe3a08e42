package initlab.study.probe;

import initlab.base.Args;
import initlab.base.Numbers;
import initlab.view.Table;
import initlab.view.figure.Curve;
import initlab.view.figure.Figure;
import initlab.view.figure.Panel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * What one network looked like in one pass: a number a layer, from layer 0, the input, to the last.
 */
public final class Report {
  private final String net;
  private final Map<Measure, double[]> profiles = new EnumMap<>(Measure.class);

  /**
   * A report of what was measured; the arrays are copied.
   *
   * @param net what was looked at, in words
   * @param profiles one array for each measure taken; NaN where a layer has none, as the input has
   *     no pre-activations
   */
  Report(String net, Map<Measure, double[]> profiles) {
    this.net = net;
    profiles.forEach((measure, profile) -> this.profiles.put(measure, profile.clone()));
  }

  /** The measures that were taken, in the order of {@link Measure}. */
  public Set<Measure> measures() {
    return new TreeSet<>(profiles.keySet());
  }

  /**
   * The numbers of one measure, from layer 0 on; the array is the caller's own.
   *
   * @throws IllegalArgumentException if it was not taken
   */
  public double[] profile(Measure measure) {
    double[] found = profiles.get(measure);
    if (found == null) {
      throw Args.bad(
          "the measure",
          measure,
          "one of those taken, " + measures(),
          measure.onRequest() ? "Ask for it: measure(Measure." + measure + ")." : "Go backward.");
    }
    return found.clone();
  }

  /** The first layer that has numbers: 0, or 1 where the input is ids, which have no size. */
  public int first() {
    return Double.isNaN(profile(Measure.ACTIVATION)[0]) ? 1 : 0;
  }

  /** The last layer's number. */
  public double last(Measure measure) {
    double[] all = profile(measure);
    return all[all.length - 1];
  }

  /** Second moments over layers, forward and, where the report goes there, backward. */
  public Figure plot() {
    return Figure.of(net, panels());
  }

  Panel[] panels() {
    List<Panel> panels = new ArrayList<>();
    panels.add(
        Panel.forward(
            List.of(
                curve("activations", Measure.ACTIVATION, first()),
                curve("pre-activations", Measure.PRE_ACTIVATION, 1))));
    if (profiles.containsKey(Measure.GRADIENT)) {
      panels.add(
          Panel.backward(
              List.of(
                  curve("dL/da", Measure.GRADIENT, first()),
                  curve("dL/dW", Measure.WEIGHT_GRADIENT, 1))));
    }
    return panels.toArray(Panel[]::new);
  }

  private Curve curve(String name, Measure measure, int first) {
    double[] all = profile(measure);
    double[] layers = IntStream.range(first, all.length).asDoubleStream().toArray();
    return Curve.line(name, layers, Arrays.copyOfRange(all, first, all.length));
  }

  /** Every measure of every layer: one row a layer, one column a measure. */
  public Table table() {
    int layers = profile(Measure.ACTIVATION).length;
    Table table =
        Table.of(net).counts("layer", IntStream.range(0, layers).asLongStream().toArray());
    for (Measure measure : measures()) {
      table = table.numbers(measure.label(), profile(measure));
    }
    return table;
  }

  @Override
  public String toString() {
    StringBuilder s = new StringBuilder(net);
    profiles.forEach(
        (measure, profile) ->
            s.append("\n  ")
                .append(measure.label())
                .append(' ')
                .append(Arrays.stream(profile).mapToObj(Numbers::brief).toList()));
    return s.toString();
  }
}
