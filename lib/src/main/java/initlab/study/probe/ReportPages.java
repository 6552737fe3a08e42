package initlab.study.probe;

import initlab.view.Table;
import initlab.view.figure.Curve;
import initlab.view.figure.Figure;
import initlab.view.figure.Panel;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/** A report as a figure and as a table. */
final class ReportPages {
  private ReportPages() {}

  /** Second moments over layers, forward, and backward where the report goes there. */
  static Figure figure(Report report) {
    List<Panel> panels = new ArrayList<>();
    panels.add(
        Panel.forward(
            List.of(
                curve("activations", report, Measure.ACTIVATION, 0),
                curve("pre-activations", report, Measure.PRE_ACTIVATION, 1))));
    if (report.profiles().containsKey(Measure.GRADIENT)) {
      panels.add(
          Panel.backward(
              List.of(
                  curve("dL/da", report, Measure.GRADIENT, 0),
                  curve("dL/dW", report, Measure.WEIGHT_GRADIENT, 1))));
    }
    return Figure.of(report.net(), panels.toArray(Panel[]::new));
  }

  private static Curve curve(String name, Report report, Measure measure, int first) {
    double[] all = report.profile(measure);
    int n = all.length - first;
    double[] layer = LongStream.range(first, all.length).asDoubleStream().toArray();
    double[] values = new double[n];
    System.arraycopy(all, first, values, 0, n);
    return Curve.line(name, layer, values);
  }

  /** One row a layer, one column a measure. */
  static Table table(Report report) {
    int layers = report.profile(Measure.ACTIVATION).length;
    Table table = Table.of(report.net()).counts("layer", LongStream.range(0, layers).toArray());
    for (Measure measure : Measure.values()) {
      if (report.profiles().containsKey(measure)) {
        table = table.numbers(measure.label(), report.profile(measure));
      }
    }
    return table;
  }
}
