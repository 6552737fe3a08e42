package initlab.study;

import initlab.base.Args;
import initlab.math.Band;
import initlab.study.probe.Measure;
import initlab.view.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * The same experiment on several plans, in one table.
 *
 * <pre>{@code
 * Studies.over(List.of(TANH, RELU), f -> Study.of(Mlp.deep(f, 64, 20)).compare(Init.heNormal()))
 * }</pre>
 *
 * @param found what each study found
 */
public record Studies(List<Results> found) {

  public Studies {
    found = List.copyOf(found);
    Args.atLeast(1, found.size(), "the number of studies", "Give one thing at least to vary.");
  }

  /** Measures one study for each of these: activations, depths, widths. */
  public static <T> Studies over(List<T> varied, Function<T, Study> study) {
    return new Studies(varied.stream().map(study).map(Study::measure).toList());
  }

  /** Last layer's activations and first layer's gradients of every start in every plan. */
  public Table table() {
    List<String> plans = new ArrayList<>();
    List<String> starts = new ArrayList<>();
    List<double[]> numbers = new ArrayList<>();
    for (Results one : found) {
      int last = one.study().plan().layers().size();
      for (Result row : one.rows()) {
        plans.add(one.study().plan().toString());
        starts.add(row.name());
        numbers.add(ends(row.band(Measure.ACTIVATION), last, row.band(Measure.GRADIENT)));
      }
    }
    return Table.of("Second moments, median over seeds with 5-95 %")
        .words("plan", plans)
        .words("start", starts)
        .numbers("a, last layer", column(numbers, n -> n[0]))
        .numbers("a 5 %", column(numbers, n -> n[1]))
        .numbers("a 95 %", column(numbers, n -> n[2]))
        .numbers("dL/da, input", column(numbers, n -> n[3]))
        .numbers("dL/da 5 %", column(numbers, n -> n[4]))
        .numbers("dL/da 95 %", column(numbers, n -> n[5]));
  }

  private static double[] ends(Band a, int last, Band g) {
    return new double[] {
      a.median()[last], a.low()[last], a.high()[last], g.median()[0], g.low()[0], g.high()[0]
    };
  }

  private static double[] column(List<double[]> rows, ToDoubleFunction<double[]> number) {
    return rows.stream().mapToDouble(number).toArray();
  }
}
