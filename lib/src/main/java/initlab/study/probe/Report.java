package initlab.study.probe;

import initlab.base.Args;
import initlab.base.Numbers;
import initlab.view.Table;
import initlab.view.figure.Figure;
import java.util.Arrays;
import java.util.Map;

/**
 * What one network looked like in one pass: a number a layer, from layer 0, the input, to the last.
 *
 * @param net what was looked at, in words
 * @param profiles one array for each measure taken; NaN where a layer has none, as the input has no
 *     pre-activations
 */
public record Report(String net, Map<Measure, double[]> profiles) {

  public Report {
    profiles = Map.copyOf(profiles);
  }

  /**
   * The numbers of one measure, from layer 0 on.
   *
   * @throws IllegalArgumentException if it was not taken
   */
  public double[] profile(Measure measure) {
    double[] found = profiles.get(measure);
    if (found == null) {
      throw Args.bad(
          "the measure",
          measure,
          "one of those taken, " + profiles.keySet().stream().sorted().toList(),
          measure.onRequest() ? "Ask for it: measure(Measure." + measure + ")." : "Go backward.");
    }
    return found.clone();
  }

  /** The last layer's number. */
  public double last(Measure measure) {
    double[] all = profile(measure);
    return all[all.length - 1];
  }

  /** Second moments over layers, forward and, where the report goes there, backward. */
  public Figure plot() {
    return ReportPages.figure(this);
  }

  /** Every measure of every layer. */
  public Table table() {
    return ReportPages.table(this);
  }

  @Override
  public String toString() {
    StringBuilder s = new StringBuilder(net);
    for (Measure measure : Measure.values()) {
      if (profiles.containsKey(measure)) {
        s.append("\n  ").append(measure.label()).append(' ');
        s.append(Arrays.stream(profiles.get(measure)).mapToObj(Numbers::brief).toList());
      }
    }
    return s.toString();
  }
}
