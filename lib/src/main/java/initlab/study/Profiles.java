package initlab.study;

import initlab.base.Args;
import initlab.math.Band;
import initlab.study.probe.Measure;
import initlab.view.Table;
import initlab.view.figure.Curve;
import initlab.view.figure.Figure;
import initlab.view.figure.Panel;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a study found, through other measures than the standard figure's two. */
final class Profiles {
  private Profiles() {}

  static Figure plot(Results found, Measure... measures) {
    return Figure.of(found.study().plan().toString(), panels(found, measures));
  }

  /** All panels share one y axis: in plain values if one of the measures may be negative. */
  static Panel[] panels(Results found, Measure... measures) {
    Args.atLeast(1, measures.length, "the number of measures", "Give one: Measure.GRADIENT.");
    boolean decades = Stream.of(measures).noneMatch(Measure::signed);
    List<Panel> panels = new ArrayList<>();
    String across = Across.of(found.study().plan());
    for (Measure measure : measures) {
      List<Curve> curves = curves(found, measure);
      panels.add(new Panel(measure.label(), across, "", curves, decades, measure.backward()));
    }
    return panels.toArray(Panel[]::new);
  }

  private static List<Curve> curves(Results found, Measure measure) {
    return found.rows().stream().map(row -> curve(row.name(), row.band(measure))).toList();
  }

  /** A start's band, without the layers that have no number. */
  private static Curve curve(String name, Band band) {
    int[] layers =
        IntStream.range(0, band.size()).filter(l -> !Double.isNaN(band.at(l).median())).toArray();
    return Curve.band(
        name,
        IntStream.of(layers).asDoubleStream().toArray(),
        at(band.median(), layers),
        at(band.low(), layers),
        at(band.high(), layers));
  }

  private static double[] at(double[] values, int[] layers) {
    return IntStream.of(layers).mapToDouble(l -> values[l]).toArray();
  }

  static Table table(Results found, Measure measure, int... layers) {
    String title = ": " + measure.label() + ", median over seeds";
    Table table = Table.of(found.study().plan() + title).words("start", found.names());
    int[] shown = layers.length > 0 ? layers : new int[] {found.rows().get(0).lastOf(measure)};
    for (int layer : shown) {
      Readings there = found.at(layer);
      double[] column =
          found.names().stream().mapToDouble(name -> there.median(name, measure)).toArray();
      table = table.numbers("layer " + layer, column);
    }
    return table;
  }
}
