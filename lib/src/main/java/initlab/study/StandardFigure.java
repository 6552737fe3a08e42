package initlab.study;

import initlab.theory.Propagation;
import initlab.view.Curve;
import initlab.view.Figure;
import initlab.view.Panel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** The course's one figure: theory beside measurement, forward beside backward. */
final class StandardFigure {
  private StandardFigure() {}

  static Figure of(Measurements found) {
    return Figure.of(
        found.study().plan().toString(),
        Panel.forward(curves(found, Measure.ACTIVATION, Propagation::activation)),
        Panel.backward(curves(found, Measure.GRADIENT, Propagation::gradient)));
  }

  private static List<Curve> curves(
      Measurements found, Measure measure, Function<Propagation, double[]> predicted) {
    List<Curve> curves = new ArrayList<>();
    for (Measurement row : found.rows()) {
      Band band = row.band(measure);
      double[] layer = IntStream.range(0, band.median().length).asDoubleStream().toArray();
      Curve curve = Curve.band(row.name(), layer, band.median(), band.low(), band.high());
      curves.add(row.theory().map(predicted).map(curve::theory).orElse(curve));
    }
    return curves;
  }
}
