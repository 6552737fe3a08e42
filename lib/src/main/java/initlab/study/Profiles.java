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

/**
 * What a study found, looked at through other measures than the standard figure's two.
 *
 * <pre>{@code
 * Profiles.plot(seen, Measure.GRADIENT, Measure.WEIGHT_GRADIENT)
 * Profiles.table(seen, Measure.PRE_ACTIVATION, 1, 10, 50)
 * }</pre>
 */
public final class Profiles {
  private Profiles() {}

  /** These measures, a panel each, in the order given: median and 5-95 % band, no theory. */
  public static Figure plot(Results found, Measure... measures) {
    Args.atLeast(1, measures.length, "the number of measures", "Give one: Measure.GRADIENT.");
    List<Panel> panels = new ArrayList<>();
    for (Measure measure : measures) {
      Panel panel = Panel.of(measure.label(), "layer", "", curves(found, measure));
      panels.add(isBackward(measure) ? panel.toTheLeft() : panel);
    }
    return Figure.of(found.study().plan().toString(), panels.toArray(Panel[]::new));
  }

  private static boolean isBackward(Measure measure) {
    return measure == Measure.GRADIENT || measure == Measure.WEIGHT_GRADIENT;
  }

  private static List<Curve> curves(Results found, Measure measure) {
    List<Curve> curves = new ArrayList<>();
    for (Result row : found.rows()) {
      Band band = row.band(measure);
      int[] layers =
          IntStream.range(0, band.median().length)
              .filter(l -> !Double.isNaN(band.median()[l]))
              .toArray();
      double[] x = IntStream.of(layers).asDoubleStream().toArray();
      curves.add(
          Curve.band(
              row.name(),
              x,
              at(band.median(), layers),
              at(band.low(), layers),
              at(band.high(), layers)));
    }
    return curves;
  }

  /**
   * The median of one measure at these layers, one row a start.
   *
   * @throws IllegalArgumentException if the plan has no such layer
   */
  public static Table table(Results found, Measure measure, int... layers) {
    int depth = found.study().plan().layers().size();
    Table table =
        Table.of(found.study().plan() + ": " + measure.label() + ", median over seeds")
            .words("start", found.rows().stream().map(Result::name).toList());
    for (int layer : layers) {
      if (layer < 0 || layer > depth) {
        throw Args.bad("a layer", layer, "0 to " + depth, "Layer 0 is the input.");
      }
      double[] column =
          found.rows().stream().mapToDouble(row -> row.band(measure).median()[layer]).toArray();
      table = table.numbers("layer " + layer, column);
    }
    return table;
  }

  private static double[] at(double[] values, int[] layers) {
    return IntStream.of(layers).mapToDouble(l -> values[l]).toArray();
  }
}
