package initlab.study;

import initlab.base.Args;
import initlab.math.Band;
import initlab.study.probe.Measure;
import initlab.theory.Propagation;
import initlab.view.Table;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/** What a text says of every layer, beside what was measured and what theory says. */
public final class LayerTable {
  private LayerTable() {}

  /**
   * Second moments of activations, layer 1 ... L: what the text says, the median over seeds with
   * 5-95 %, and theory.
   *
   * @param said one number a layer, as many as the text gives; may be none
   */
  public static Table moments(Result row, double... said) {
    return of(row, x -> x, "second moment", said);
  }

  /** The same for magnitudes: the roots of second moments. */
  public static Table magnitudes(Result row, double... said) {
    return of(row, Math::sqrt, "magnitude", said);
  }

  private static Table of(Result row, DoubleUnaryOperator shown, String what, double[] said) {
    Band band = row.band(Measure.ACTIVATION);
    int depth = band.median().length - 1;
    if (said.length > depth) {
      throw Args.bad("the numbers said", said.length, "at most " + depth, "One for each layer.");
    }
    Table table =
        Table.of(row.name() + ": " + what + " of activations, median and 5-95 % over seeds")
            .counts("layer", IntStream.rangeClosed(1, depth).asLongStream().toArray());
    if (said.length > 0) {
      double[] column = Arrays.copyOf(said, depth);
      Arrays.fill(column, said.length, depth, Double.NaN);
      table = table.numbers("the text", column);
    }
    return table
        .numbers("median", column(band.median(), shown))
        .numbers("5 %", column(band.low(), shown))
        .numbers("95 %", column(band.high(), shown))
        .known(
            "theory", column(row.theory().map(Propagation::activation).orElse(none(depth)), shown));
  }

  private static double[] none(int depth) {
    double[] none = new double[depth + 1];
    Arrays.fill(none, Double.NaN);
    return none;
  }

  private static double[] column(double[] layers, DoubleUnaryOperator shown) {
    return Arrays.stream(layers, 1, layers.length).map(shown).toArray();
  }
}
