package initlab.study;

import initlab.math.Band;
import initlab.study.probe.Measure;
import initlab.theory.FiniteWidth;
import initlab.theory.Propagation;
import initlab.theory.Quantiles;
import initlab.view.figure.Curve;
import initlab.view.figure.Figure;
import initlab.view.figure.Panel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The course's one figure: theory beside measurement, forward beside backward.
 *
 * <p>Theory is drawn as its mean over nets. With one input in the batch it is the median and 5-95 %
 * band of nets of this width instead, for that law is known; many inputs average part of it away.
 */
final class StandardFigure {
  private StandardFigure() {}

  static Figure of(Results found) {
    return Figure.of(found.study().plan().toString(), panels(found));
  }

  /** Forward and backward, a curve for each start. */
  static Panel[] panels(Results found) {
    Study study = found.study();
    List<Curve> forward = new ArrayList<>();
    List<Curve> backward = new ArrayList<>();
    for (int i = 0; i < found.rows().size(); i++) {
      Result row = found.rows().get(i);
      Curve a = curve(row.name(), row.band(Measure.ACTIVATION));
      Curve g = curve(row.name(), row.band(Measure.GRADIENT));
      Optional<FiniteWidth> law =
          study.batchSize() == 1 ? expected(study, i).law() : Optional.empty();
      forward.add(
          law.map(w -> with(a, w.activation())).orElse(with(a, row, Propagation::activation)));
      backward.add(law.map(w -> with(g, w.gradient())).orElse(with(g, row, Propagation::gradient)));
    }
    return new Panel[] {Panel.forward(forward), Panel.backward(backward)};
  }

  private static TheoryOf expected(Study study, int row) {
    return new TheoryOf(study.plan(), study.starts().get(row), study.inputMoment());
  }

  private static Curve curve(String name, Band band) {
    double[] layer = IntStream.range(0, band.median().length).asDoubleStream().toArray();
    return Curve.band(name, layer, band.median(), band.low(), band.high());
  }

  private static Curve with(Curve curve, Result row, Function<Propagation, double[]> mean) {
    return row.theory().map(mean).map(curve::theory).orElse(curve);
  }

  private static Curve with(Curve curve, Quantiles law) {
    Curve line = curve.theory(law.median());
    return Arrays.stream(law.high()).allMatch(Double::isFinite)
        ? line.theoryBand(law.low(), law.high())
        : line;
  }
}
