package initlab.study;

import initlab.base.Args;
import initlab.base.Numbers;
import initlab.init.Activation;
import initlab.math.Interval;
import initlab.study.probe.Measure;
import initlab.theory.Propagation;
import initlab.view.dots.Dot;
import initlab.view.dots.Dots;
import initlab.view.figure.Curve;
import initlab.view.figure.Figure;
import initlab.view.figure.Panel;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Several studies in one picture.
 *
 * @param varied what was varied, one thing a study
 * @param found what each study found, in the same order
 */
record StudiesPages(List<Object> varied, List<Results> found) {
  private static final String FORWARD = "forward: second moment, last layer";
  private static final String BACKWARD = "backward: second moment of dL/da, input";

  /** Numbers that span a factor like this are drawn in decades. */
  private static final double DECADES = 20;

  /** A row a plan, a dot a start. */
  Dots dots() {
    Dots out = Dots.of("Second moments after the whole net", FORWARD, BACKWARD);
    for (int i = 0; i < found.size(); i++) {
      String row = row(i);
      for (Result one : found.get(i).rows()) {
        Dot a = dot(one.interval(Measure.ACTIVATION));
        out = out.dot(row, one.name(), a, dot(one.interval(Measure.GRADIENT)));
      }
    }
    return out;
  }

  private static Dot dot(Interval interval) {
    return new Dot(interval.low(), interval.median(), interval.high());
  }

  /** An activation by its name; else the plan, or what was varied where plans are called alike. */
  private String row(int i) {
    if (varied.get(i) instanceof Activation f) {
      return f.name();
    }
    List<String> plans = found.stream().map(one -> one.study().plan().toString()).toList();
    return plans.stream().distinct().count() == plans.size() ? plans.get(i) : words(varied.get(i));
  }

  private static String words(Object value) {
    return value instanceof Number number
        ? Numbers.brief(number.doubleValue())
        : String.valueOf(value);
  }

  /** A curve for each start, over the numbers that were varied. */
  Figure curve(String label) {
    int[] order = order();
    int starts = found.get(0).rows().size();
    for (Results one : found) {
      Args.that(
          one.rows().size() == starts,
          "the studies compare "
              + starts
              + " and "
              + one.rows().size()
              + " starts; a curve needs"
              + " the same in all of them.");
    }
    List<Curve> forward =
        IntStream.range(0, starts)
            .mapToObj(s -> curve(order, s, Measure.ACTIVATION, t -> last(t.activation())))
            .toList();
    List<Curve> backward =
        IntStream.range(0, starts)
            .mapToObj(s -> curve(order, s, Measure.GRADIENT, t -> t.gradient(0)))
            .toList();
    return Figure.of(
        "Second moments after the whole net against the " + label,
        panel(FORWARD, label, forward),
        panel(BACKWARD, label, backward));
  }

  private static double last(double[] profile) {
    return profile[profile.length - 1];
  }

  /** Studies by the number that was varied, the smallest first. */
  private int[] order() {
    for (Object value : varied) {
      if (!(value instanceof Number)) {
        throw Args.bad("what was varied", value, "a number", "Use plot(), which has a row each.");
      }
    }
    return IntStream.range(0, varied.size())
        .boxed()
        .sorted(Comparator.comparingDouble(this::number))
        .mapToInt(i -> i)
        .toArray();
  }

  private double number(int i) {
    return ((Number) varied.get(i)).doubleValue();
  }

  private Panel panel(String title, String label, List<Curve> curves) {
    Panel panel = Panel.of(title, label, "", curves);
    Panel marked =
        found.stream().allMatch(one -> one.study().drawsInputs())
            ? panel.level("size kept", 1)
            : panel;
    double[] x = curves.get(0).x();
    return x[0] > 0 && x[x.length - 1] / x[0] >= DECADES ? marked.decadesAcross() : marked;
  }

  private Curve curve(
      int[] order, int start, Measure measure, ToDoubleFunction<Propagation> theory) {
    List<Result> rows = IntStream.of(order).mapToObj(i -> found.get(i).rows().get(start)).toList();
    double[] x = IntStream.of(order).mapToDouble(this::number).toArray();
    List<Interval> all = rows.stream().map(row -> row.interval(measure)).toList();
    Curve measured =
        Curve.band(
            StudyNames.common(rows.stream().map(Result::name).toList(), start),
            x,
            each(all, Interval::median),
            each(all, Interval::low),
            each(all, Interval::high));
    return rows.stream().allMatch(row -> row.theory().isPresent())
        ? measured
            .theory(each(rows, row -> theory.applyAsDouble(row.theory().orElseThrow())))
            .theoryIs("mean")
        : measured;
  }

  private static <T> double[] each(List<T> all, Function<T, Double> number) {
    return all.stream().mapToDouble(number::apply).toArray();
  }
}
