package initlab.study.experiment;

import initlab.base.Args;
import initlab.base.Numbers;
import initlab.init.Activation;
import initlab.math.Gaussian;
import initlab.view.Displayable;
import initlab.view.Table;
import initlab.view.figure.Curve;
import initlab.view.figure.Figure;
import initlab.view.figure.Panel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * Activations drawn: f(z) at the left and its slope f'(z) at the right, and behind them, if asked,
 * the density of the pre-activations z ~ N(0, q) that meet them.
 *
 * <pre>{@code
 * ActivationPlot.of(TANH, SIGMOID).over(1)
 * }</pre>
 *
 * @param activations what is drawn, each with a name of its own
 * @param q variance of z; empty where no density is drawn
 * @param lo the lowest z drawn
 * @param hi the highest z drawn
 */
public record ActivationPlot(List<Activation> activations, OptionalDouble q, double lo, double hi)
    implements Displayable {
  /** An even number, so that no point is z = 0, where slopes may have no value. */
  private static final int POINTS = 400;

  /** Checks the parts; throws as {@link #of}, {@link #over} and {@link #from} do. */
  public ActivationPlot {
    activations = List.copyOf(activations);
    Args.atLeast(1, activations.size(), "the number of activations", "Give some: of(TANH).");
    q.ifPresent(v -> Args.positive(v, "q, the variance of z,", "1 is usual."));
    if (!(lo < hi && hi - lo < Double.POSITIVE_INFINITY)) {
      throw Args.bad("the highest z", hi, "above the lowest, " + Numbers.exact(lo), "Try -5, 5.");
    }
  }

  /**
   * These activations from z = -5 to 5.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static ActivationPlot of(Activation... activations) {
    return new ActivationPlot(List.of(activations), OptionalDouble.empty(), -5, 5);
  }

  /**
   * The same with the density of z ~ N(0, q) shaded behind.
   *
   * @param variance q, the variance of z; its root is the std
   * @throws IllegalArgumentException unless it is positive and finite
   */
  public ActivationPlot over(double variance) {
    return new ActivationPlot(activations, OptionalDouble.of(variance), lo, hi);
  }

  /**
   * The same over these z.
   *
   * @throws IllegalArgumentException unless low &lt; high, both finite
   */
  public ActivationPlot from(double low, double high) {
    return new ActivationPlot(activations, q, low, high);
  }

  /** The picture: f beside f', each on its own scale. */
  public Figure plot() {
    Panel f = panel("f(z)", Activation::apply);
    Panel slope = panel("its slope f'(z)", Activation::exactSlope);
    return Figure.of(title(), f, slope).ownScales().saying(text());
  }

  /** A function of an activation and z. */
  private interface Value {
    double of(Activation f, double z);
  }

  private String title() {
    String names = String.join(", ", activations.stream().map(Activation::name).toList());
    return q.isPresent() ? names + "; shaded: density of z, std " + Numbers.brief(std()) : names;
  }

  private double std() {
    return Math.sqrt(q.orElse(1));
  }

  private Panel panel(String title, Value value) {
    double[] z = new double[POINTS];
    Arrays.setAll(z, i -> lo + (hi - lo) * i / (POINTS - 1));
    List<Curve> curves = new ArrayList<>();
    for (Activation f : activations) {
      double[] y = Arrays.stream(z).map(at -> value.of(f, at)).toArray();
      curves.add(Curve.line(f.name(), z, y));
    }
    Panel panel = Panel.of(title, "pre-activation z", "", curves).linear().level("", 0);
    double[] density = Arrays.stream(z).map(at -> Gaussian.density(at / std())).toArray();
    return q.isPresent() ? panel.ground("density of z", z, density) : panel;
  }

  /**
   * One row an activation: its largest slope over the z drawn, and where a density was asked for E
   * f^2 and E f'^2 under it, and the share of z at which the slope is under a tenth of its largest.
   */
  public Table table() {
    Table table =
        Table.of(q.isPresent() ? "z ~ N(0, " + Numbers.brief(q.getAsDouble()) + ")" : "")
            .words("f", activations.stream().map(Activation::name).toList())
            .numbers("largest slope", each(f -> numbers(f).largestSlope()));
    return q.isEmpty()
        ? table
        : table
            .numbers("E f^2", each(f -> numbers(f).value()))
            .numbers("E f'^2", each(f -> numbers(f).slope()))
            .numbers("share of flat z", each(f -> numbers(f).flat()));
  }

  private double[] each(ToDoubleFunction<Activation> number) {
    return activations.stream().mapToDouble(number).toArray();
  }

  /** What is said of an activation under a density. */
  private ActivationNumbers numbers(Activation f) {
    return new ActivationNumbers(f, std(), lo, hi);
  }

  @Override
  public String text() {
    List<String> lines = new ArrayList<>(List.of(title()));
    for (Activation f : activations) {
      lines.add("  " + f.name() + ": " + numbers(f).words(q.isPresent()));
    }
    return String.join("\n", lines);
  }

  @Override
  public Map<String, String> display() {
    return plot().display();
  }

  @Override
  public String toString() {
    return text();
  }
}
