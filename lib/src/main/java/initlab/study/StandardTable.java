package initlab.study;

import initlab.study.probe.Measure;
import initlab.view.Table;
import java.util.function.ToDoubleFunction;

/** What the standard figure shows at its ends, as numbers. */
final class StandardTable {
  private StandardTable() {}

  static Table of(Results found) {
    int last = found.study().plan().layers().size();
    return Table.of(found.study().plan() + ": second moments, median over seeds with 5-95 %")
        .words("start", found.rows().stream().map(Result::name).toList())
        .numbers("a, last layer", column(found, r -> r.band(Measure.ACTIVATION).median()[last]))
        .numbers("5 %", column(found, r -> r.band(Measure.ACTIVATION).low()[last]))
        .numbers("95 %", column(found, r -> r.band(Measure.ACTIVATION).high()[last]))
        .known(
            "theory",
            column(found, r -> r.theory().map(t -> t.activation()[last]).orElse(Double.NaN)))
        .numbers("dL/da, input", column(found, r -> r.band(Measure.GRADIENT).median()[0]))
        .numbers("5 % ", column(found, r -> r.band(Measure.GRADIENT).low()[0]))
        .numbers("95 % ", column(found, r -> r.band(Measure.GRADIENT).high()[0]))
        .known(
            "theory ", column(found, r -> r.theory().map(t -> t.gradient()[0]).orElse(Double.NaN)));
  }

  private static double[] column(Results found, ToDoubleFunction<Result> number) {
    return found.rows().stream().mapToDouble(number).toArray();
  }
}
