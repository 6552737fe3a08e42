package initlab.study;

import initlab.math.Band;
import initlab.study.probe.Measure;
import initlab.theory.Propagation;
import initlab.view.Table;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * The factor by which a layer multiplies the second moment, on average over the depth: (last /
 * first)^(1/L), and so 10 to the slope of the curve in the standard figure.
 */
public final class Growth {
  private static final double THOUSANDFOLD = 6;

  private Growth() {}

  /** The median factor a layer of the activations, forward. */
  public static double forward(Result row) {
    return quantile(row, Measure.ACTIVATION, 0.5);
  }

  /** The median factor a layer of the gradients, backward. */
  public static double backward(Result row) {
    return quantile(row, Measure.GRADIENT, 0.5);
  }

  /** Layers until the magnitude, the root of the second moment, has changed a thousandfold. */
  public static double layersToThousandfold(double factor) {
    return THOUSANDFOLD / Math.abs(Math.log10(factor));
  }

  private static double quantile(Result row, Measure measure, double p) {
    double[] sorted =
        row.reports().stream()
            .mapToDouble(report -> factor(report.profile(measure), measure))
            .sorted()
            .toArray();
    return Band.quantile(sorted, p);
  }

  /** A layer's factor: gradients travel from the last layer to the first. */
  private static double factor(double[] profile, Measure measure) {
    double ends = profile[profile.length - 1] / profile[0];
    return Math.pow(measure == Measure.GRADIENT ? 1 / ends : ends, 1.0 / (profile.length - 1));
  }

  /** Every start's factor a layer with 5-95 % over seeds, theory, and layers to a factor 1000. */
  public static Table table(Results found) {
    List<Result> rows = found.rows();
    Table table =
        Table.of(found.study().plan() + ": factor a layer of the second moment")
            .words("start", rows.stream().map(Result::name).toList());
    table = columns(table, rows, Measure.ACTIVATION, "forward", Propagation::activation);
    table = columns(table, rows, Measure.GRADIENT, "backward", Propagation::gradient);
    return table.numbers(
        "layers to 1000x", rows.stream().mapToDouble(Growth::layersToThousandfold).toArray());
  }

  /** By theory's factor where there is one; a factor of 1 never gets there. */
  private static double layersToThousandfold(Result row) {
    double factor =
        row.theory()
            .map(theory -> factor(theory.activation(), Measure.ACTIVATION))
            .orElseGet(() -> forward(row));
    return Math.abs(factor - 1) < 1e-9 ? Double.POSITIVE_INFINITY : layersToThousandfold(factor);
  }

  private static Table columns(
      Table table,
      List<Result> rows,
      Measure measure,
      String way,
      Function<Propagation, double[]> theory) {
    double[] predicted =
        rows.stream()
            .map(row -> row.theory().map(theory))
            .mapToDouble(t -> t.map(p -> factor(p, measure)).orElse(Double.NaN))
            .toArray();
    return table
        .numbers(way, column(rows, measure, 0.5))
        .numbers(way + " 5 %", column(rows, measure, 0.05))
        .numbers(way + " 95 %", column(rows, measure, 0.95))
        .known(way + " theory", predicted);
  }

  private static double[] column(List<Result> rows, Measure measure, double p) {
    double[] out = new double[rows.size()];
    Arrays.setAll(out, i -> quantile(rows.get(i), measure, p));
    return out;
  }
}
