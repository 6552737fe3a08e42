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
import java.util.stream.Stream;

/**
 * The course's one figure, theory beside measurement, forward beside backward; and the table of the
 * numbers at its ends.
 *
 * <p>Theory is drawn as its mean over nets. With one input in the batch it is the median and 5-95 %
 * band of nets of this width instead, for that law is known; many inputs average part of it away.
 * Titles say so; a start whose law is not known then has no line, for its mean would be another
 * thing under the same name. In tables theory is the mean, always.
 */
final class StandardPages {
  private static final String LAW = "; one input, theory: median and 5-95 % at this width";

  private StandardPages() {}

  static Figure figure(Results found) {
    List<Optional<FiniteWidth>> laws = laws(found);
    String title = found.study().plan().toString();
    return Figure.of(known(laws) ? title + LAW : title, panels(found, laws));
  }

  /** The same at every so many layers from the input on. */
  static Figure every(Results found, int apart) {
    List<Optional<FiniteWidth>> laws = laws(found);
    Panel[] thinned =
        Stream.of(panels(found, laws)).map(panel -> panel.every(apart)).toArray(Panel[]::new);
    String title = found.study().plan() + "; a point every " + apart + " layers";
    return Figure.of(known(laws) ? title + LAW : title, thinned);
  }

  /** Forward and backward, a curve for each start. */
  static Panel[] panels(Results found) {
    return panels(found, laws(found));
  }

  private static Panel[] panels(Results found, List<Optional<FiniteWidth>> laws) {
    List<Curve> forward = new ArrayList<>();
    List<Curve> backward = new ArrayList<>();
    for (Result row : found.rows()) {
      Curve a = curve(row, Measure.ACTIVATION);
      Curve g = curve(row, Measure.GRADIENT);
      if (known(laws)) {
        Optional<FiniteWidth> law = laws.get(forward.size());
        forward.add(law.map(own -> with(a, own.activation())).orElse(a));
        backward.add(law.map(own -> with(g, own.gradient())).orElse(g));
      } else {
        forward.add(with(a, row, Propagation::activation));
        backward.add(with(g, row, Propagation::gradient));
      }
    }
    String across = Across.of(found.study().plan());
    return new Panel[] {
      Panel.forward(forward).across(across), Panel.backward(backward).across(across)
    };
  }

  /** The law of every start's nets; all empty where a batch has more inputs than one. */
  private static List<Optional<FiniteWidth>> laws(Results found) {
    return found.study().batchSize() > 1
        ? List.of()
        : found.names().stream().map(found::law).toList();
  }

  /** Whether a law is known, so that theory is drawn as this law. */
  private static boolean known(List<Optional<FiniteWidth>> laws) {
    return laws.stream().anyMatch(Optional::isPresent);
  }

  /** From layer 0 on, or from layer 1 where the input is ids. */
  private static Curve curve(Result row, Measure measure) {
    int first = row.reports().get(0).first();
    Band band = row.band(measure).from(first);
    double[] layer = IntStream.range(first, first + band.size()).asDoubleStream().toArray();
    return Curve.band(row.name(), layer, band.median(), band.low(), band.high());
  }

  private static Curve with(Curve curve, Result row, Function<Propagation, double[]> mean) {
    return row.theory().map(mean).map(all -> curve.theory(all).theoryIs("mean")).orElse(curve);
  }

  private static Curve with(Curve curve, Band law) {
    Curve line = curve.theory(law.median()).theoryIs("median");
    return Arrays.stream(law.high()).allMatch(Double::isFinite)
        ? line.theoryBand(law.low(), law.high())
        : line;
  }

  /**
   * The last layer's activations and the input's gradients, each with theory and its root. Ids have
   * no gradient: there it is that of what layer 1 gives.
   */
  static Table table(Results found) {
    int last = found.depth();
    String theory = found.study().batchSize() == 1 ? "; theory is the mean over nets" : "";
    String title =
        ": second moments, median over seeds with 5-95 %; rms is the median's root" + theory;
    Table table = Table.of(found.study().plan() + title).words("start", found.names());
    table =
        columns(table, found, Measure.ACTIVATION, "a, last layer", "a", t -> t.activation(last));
    boolean ids = found.study().plan().vocabulary() > 0;
    String end = ids ? "dL/da, layer 1" : "dL/da, input";
    return columns(table, found, Measure.GRADIENT, end, "dL/da", t -> t.gradient(0));
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
