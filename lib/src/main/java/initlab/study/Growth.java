package initlab.study;

import initlab.base.Args;
import initlab.math.Band;
import initlab.math.Interval;
import initlab.math.Moments;
import initlab.study.probe.Measure;
import initlab.theory.Propagation;
import initlab.view.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** Factors per layer. */
final class Growth {
  /** Decades of a second moment in a factor 1000 of its root. */
  private static final double THOUSANDFOLD = 6;

  private static final double ROUNDING = 1e-9;
  private static final double FAR = 10;

  private Growth() {}

  static Interval factor(Result row, Measure measure) {
    return Interval.of(
        row.reports().stream()
            .mapToDouble(
                report ->
                    factor(report.profile(measure), row.firstOf(measure), row.lastOf(measure)))
            .toArray());
  }

  private static double factor(double[] profile, int first, int last) {
    return Math.pow(profile[last] / profile[first], 1.0 / Math.abs(last - first));
  }

  static Moments factors(Result row, int apart) {
    List<Double> all = new ArrayList<>();
    for (var report : row.reports()) {
      double[] a = report.profile(Measure.ACTIVATION);
      if (!(apart >= 1 && apart < a.length)) {
        throw Args.bad("layers apart", apart, "1 to " + (a.length - 1), "The net has no more.");
      }
      for (int l = report.first() + apart; l < a.length; l++) {
        all.add(a[l] / a[l - apart]);
      }
    }
    return Moments.of(all.stream().mapToDouble(factor -> factor).toArray());
  }

  /** What a measure's median does on its way, which does not go below layer {@code least}. */
  static String trend(Band band, Measure measure, int least) {
    int depth = band.size() - 1;
    double first = band.at(Math.max(least, measure.firstOf(depth))).median();
    double change = band.at(Math.max(least, measure.lastOf(depth))).median() / first;
    if (Double.isNaN(change)) {
      return "is not a number";
    }
    return change > FAR ? "grows" : change < 1 / FAR ? "shrinks" : "keeps its size";
  }

  static double thousandfold(Interval factor) {
    if (Math.abs(factor.median() - 1) < ROUNDING) {
      return Double.POSITIVE_INFINITY;
    }
    return factor.contains(1) ? Double.NaN : THOUSANDFOLD / Math.abs(Math.log10(factor.median()));
  }

  static Table table(Results found) {
    String title = ": factor per layer of the second moment (size: of its root)";
    Table table = Table.of(found.study().plan() + title).words("start", found.names());
    table = columns(table, found, Measure.ACTIVATION, "forward", Propagation::activation);
    return columns(table, found, Measure.GRADIENT, "backward", Propagation::gradient);
  }

  private static Table columns(
      Table table,
      Results found,
      Measure measure,
      String way,
      Function<Propagation, double[]> theory) {
    List<Interval> factors = found.rows().stream().map(row -> row.factor(measure)).toList();
    return IntervalColumns.add(table, way, factors)
        .known(way + " theory", each(found, row -> predicted(row, measure, theory)))
        .numbers(way + " size", each(factors))
        .known(way + " layers to 1000x in size", each(found, row -> row.thousandfold(measure)));
  }

  private static double predicted(
      Result row, Measure measure, Function<Propagation, double[]> theory) {
    return row.theory()
        .map(theory)
        .map(p -> factor(p, row.firstOf(measure), row.lastOf(measure)))
        .orElse(Double.NaN);
  }

  private static double[] each(List<Interval> factors) {
    return factors.stream().mapToDouble(factor -> factor.root().median()).toArray();
  }

  private static double[] each(Results found, ToDoubleFunction<Result> number) {
    double[] out = new double[found.rows().size()];
    Arrays.setAll(out, i -> number.applyAsDouble(found.rows().get(i)));
    return out;
  }
}
