package initlab.study;

import initlab.base.Args;
import initlab.math.Interval;
import initlab.study.probe.Measure;
import initlab.view.Table;
import initlab.view.dots.Dots;
import initlab.view.figure.Figure;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The same experiment on several plans, in one table.
 *
 * <pre>{@code
 * Studies.over(List.of(TANH, RELU), f -> Study.of(Mlp.deep(f, 64, 20)).compare(Init.heNormal()))
 * }</pre>
 */
public final class Studies {
  private final List<Object> varied = new ArrayList<>();
  private final List<Results> found = new ArrayList<>();

  private Studies() {}

  /**
   * Measures one study for each of these: activations, depths, widths.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static <T> Studies over(List<T> varied, Function<T, Study> study) {
    Args.atLeast(1, varied.size(), "the number of studies", "Give one thing at least to vary.");
    Studies all = new Studies();
    for (T value : varied) {
      all.varied.add(value);
      all.found.add(study.apply(value).measure());
    }
    return all;
  }

  /**
   * What the study of this activation, depth or width found.
   *
   * @throws IllegalArgumentException if it is none of those varied
   */
  public Results of(Object value) {
    int index = varied.indexOf(value);
    if (index < 0) {
      throw Args.bad("what was varied", value, "one of " + varied, "Ask for one of these.");
    }
    return found.get(index);
  }

  /**
   * The numbers of {@link #table} as a picture: a row for each plan, in it a dot with its 5-95 %
   * whisker for each start, forward beside backward in decades, with a line at 1.
   */
  public Dots plot() {
    return pages().dots();
  }

  /**
   * The same numbers over what was varied, which has to be numbers: a curve with its band for each
   * start, theory's mean beneath. Numbers that span a factor 20 or more are drawn in decades.
   *
   * <pre>{@code
   * Studies.over(List.of(0.01, 0.1, 1.0), std -> Study.of(plan).compare(Init.normal(std)))
   *     .curve("std of the weights")
   * }</pre>
   *
   * @param label what was varied, for the x axis
   * @throws IllegalArgumentException if something varied is no number or occurs twice, or the
   *     studies do not compare equally many starts
   */
  public Figure curve(String label) {
    return pages().curve(label);
  }

  private StudiesPages pages() {
    return new StudiesPages(List.copyOf(varied), List.copyOf(found));
  }

  /** Last layer's activations and first layer's gradients of every start in every plan. */
  public Table table() {
    List<String> plans = new ArrayList<>();
    List<String> starts = new ArrayList<>();
    List<Interval> forward = new ArrayList<>();
    List<Interval> backward = new ArrayList<>();
    for (Results one : found) {
      for (Result row : one.rows()) {
        plans.add(one.study().plan().toString());
        starts.add(row.name());
        forward.add(row.interval(Measure.ACTIVATION));
        backward.add(row.interval(Measure.GRADIENT));
      }
    }
    Table table =
        Table.of("Second moments, median over seeds with 5-95 %")
            .words("plan", plans)
            .words("start", starts);
    table = IntervalColumns.add(table, 3, "a, last layer", "a", forward);
    return IntervalColumns.add(table, 3, "dL/da, input", "dL/da", backward);
  }
}
