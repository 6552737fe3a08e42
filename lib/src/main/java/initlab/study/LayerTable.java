package initlab.study;

import initlab.base.Args;
import initlab.math.Interval;
import initlab.study.probe.Measure;
import initlab.view.Table;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** One start's layers, one below the other. */
final class LayerTable {
  private LayerTable() {}

  static Table moments(Result row, double... said) {
    Table table = of(row, layer -> layer, "second moment", said);
    return table.numbers("rms", layers(row).mapToDouble(l -> at(row, l).root().median()).toArray());
  }

  static Table sizes(Result row, double... said) {
    return of(row, Interval::root, "root mean square", said);
  }

  private static Table of(Result row, UnaryOperator<Interval> shown, String what, double[] said) {
    int depth = depth(row);
    if (said.length > depth) {
      throw Args.bad("the numbers said", said.length, "at most " + depth, "One for each layer.");
    }
    Table table =
        Table.of(row.name() + ": " + what + " of activations, median and 5-95 % over seeds")
            .counts("layer", layers(row).asLongStream().toArray());
    if (said.length > 0) {
      double[] column = Arrays.copyOf(said, depth);
      Arrays.fill(column, said.length, depth, Double.NaN);
      table = table.numbers("the text", column);
    }
    List<Interval> seen = layers(row).mapToObj(l -> shown.apply(at(row, l))).toList();
    return IntervalColumns.add(table, 3, "median", "", seen)
        .known("theory", layers(row).mapToDouble(l -> theory(row, l, shown)).toArray());
  }

  private static double theory(Result row, int layer, UnaryOperator<Interval> shown) {
    double moment = row.theory().map(t -> t.activation(layer)).orElse(Double.NaN);
    return shown.apply(new Interval(moment, moment, moment)).median();
  }

  private static Interval at(Result row, int layer) {
    return row.band(Measure.ACTIVATION).at(layer);
  }

  private static int depth(Result row) {
    return row.band(Measure.ACTIVATION).size() - 1;
  }

  private static IntStream layers(Result row) {
    return IntStream.rangeClosed(1, depth(row));
  }

  static Table measures(Result row, Measure... measures) {
    Args.atLeast(1, measures.length, "the number of measures", "Give one: Measure.GRADIENT.");
    long[] layers = IntStream.rangeClosed(0, depth(row)).asLongStream().toArray();
    Table table = Table.of(row.name() + ": medians over seeds").counts("layer", layers);
    for (Measure measure : measures) {
      table = table.known(measure.label(), row.band(measure).median());
    }
    return table;
  }
}
