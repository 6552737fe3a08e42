package initlab.study;

import initlab.math.Band;
import initlab.math.Interval;
import initlab.study.probe.Measure;
import initlab.theory.FiniteWidth;
import initlab.theory.Propagation;
import initlab.view.Table;
import initlab.view.figure.Curve;
import initlab.view.figure.Figure;
import initlab.view.figure.Panel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The course's one figure, theory beside measurement, forward beside backward; and the table of the
 * numbers at its ends.
 *
 * <p>Theory is drawn as its mean over nets. With one input in the batch it is the median and 5-95 %
 * band of nets of this width instead, for that law is known; many inputs average part of it away.
 */
final class StandardPages {
  private StandardPages() {}

  static Figure figure(Results found) {
    return Figure.of(found.study().plan().toString(), panels(found));
  }

  /** Forward and backward, a curve for each start. */
  static Panel[] panels(Results found) {
    Study study = found.study();
    List<Curve> forward = new ArrayList<>();
    List<Curve> backward = new ArrayList<>();
    for (Result row : found.rows()) {
      Curve a = curve(row.name(), row.band(Measure.ACTIVATION));
      Curve g = curve(row.name(), row.band(Measure.GRADIENT));
      Optional<FiniteWidth> law = study.batchSize() == 1 ? found.law(row.name()) : Optional.empty();
      forward.add(
          law.map(w -> with(a, w.activation())).orElse(with(a, row, Propagation::activation)));
      backward.add(law.map(w -> with(g, w.gradient())).orElse(with(g, row, Propagation::gradient)));
    }
    return new Panel[] {Panel.forward(forward), Panel.backward(backward)};
  }

  private static Curve curve(String name, Band band) {
    double[] layer = IntStream.range(0, band.size()).asDoubleStream().toArray();
    return Curve.band(name, layer, band.median(), band.low(), band.high());
  }

  private static Curve with(Curve curve, Result row, Function<Propagation, double[]> mean) {
    return row.theory().map(mean).map(curve::theory).orElse(curve);
  }

  private static Curve with(Curve curve, Band law) {
    Curve line = curve.theory(law.median());
    return Arrays.stream(law.high()).allMatch(Double::isFinite)
        ? line.theoryBand(law.low(), law.high())
        : line;
  }

  /** The last layer's activations and the input's gradients, each with theory and its root. */
  static Table table(Results found) {
    int last = found.depth();
    String title = ": second moments, median over seeds with 5-95 %; rms is the median's root";
    Table table = Table.of(found.study().plan() + title).words("start", found.names());
    table =
        columns(table, found, Measure.ACTIVATION, "a, last layer", "a", t -> t.activation(last));
    return columns(table, found, Measure.GRADIENT, "dL/da, input", "dL/da", t -> t.gradient(0));
  }

  private static Table columns(
      Table table,
      Results found,
      Measure measure,
      String name,
      String brief,
      ToDoubleFunction<Propagation> theory) {
    List<Interval> ends = found.rows().stream().map(row -> row.interval(measure)).toList();
    double[] predicted =
        found.rows().stream()
            .mapToDouble(r -> r.theory().map(theory::applyAsDouble).orElse(Double.NaN))
            .toArray();
    double[] rms = ends.stream().mapToDouble(end -> end.root().median()).toArray();
    return IntervalColumns.add(table, 3, name, brief, ends)
        .known(brief + " theory", predicted)
        .numbers(brief + " rms", rms);
  }
}
