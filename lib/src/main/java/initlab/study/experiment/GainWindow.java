package initlab.study.experiment;

import initlab.base.Args;
import initlab.base.Numbers;
import initlab.init.Activation;
import initlab.math.Crossing;
import initlab.theory.MeanField;
import initlab.view.Displayable;
import initlab.view.Table;
import initlab.view.figure.Curve;
import initlab.view.figure.Figure;
import initlab.view.figure.Panel;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;

/**
 * Which gains let gradients cross a net of square layers: with std = gain / sqrt(n), the second
 * moment of dL/da at the input is that of the output, times or divided by at most a factor. By
 * mean-field theory, for inputs of second moment 1.
 *
 * <pre>{@code
 * GainWindow.of(TANH).depths(5, 10, 20, 50, 100)   // the deeper the net, the narrower the window
 * }</pre>
 *
 * @param activation f
 * @param depths numbers of layers, increasing
 * @param factor what a gradient may grow or shrink by, in second moment
 */
public record GainWindow(Activation activation, List<Integer> depths, double factor)
    implements Displayable {
  private static final double LEAST = 0.05;
  private static final double MOST = 50;
  private static final double STEP = 3;

  /** Checks the parts; throws as {@link #of}, {@link #depths} and {@link #within} do. */
  public GainWindow {
    Args.given(activation, "the activation", "Use TANH, RELU, or a lambda.");
    depths = List.copyOf(depths);
    Args.atLeast(1, depths.size(), "the number of depths", "Give some: depths(10, 20, 50).");
    double[] x = depths.stream().mapToDouble(depth -> depth).toArray();
    Args.increasing(x, "the depths");
    Args.atLeast(1, depths.get(0), "a depth", "Give numbers of layers.");
    if (!(factor > 1 && factor < Double.POSITIVE_INFINITY)) {
      throw Args.bad("the factor", factor, "above 1, and finite", "2 is usual here.");
    }
  }

  /** The windows of this activation for 5 to 200 layers, within a factor 2. */
  public static GainWindow of(Activation activation) {
    return new GainWindow(activation, List.of(5, 10, 20, 50, 100, 200), 2);
  }

  /**
   * The same for nets of so many layers.
   *
   * @throws IllegalArgumentException if there are none, they do not increase, or one is below 1
   */
  public GainWindow depths(int... layers) {
    return new GainWindow(activation, Arrays.stream(layers).boxed().toList(), factor);
  }

  /**
   * The same where gradients may grow or shrink by this factor, in second moment.
   *
   * @throws IllegalArgumentException unless it is above 1 and finite
   */
  public GainWindow within(double other) {
    return new GainWindow(activation, depths, other);
  }

  /** The gain at which gradients arrive divided by the factor; NaN if there is none. */
  public double lowest(int depth) {
    return arriving(depth, 1 / factor);
  }

  /** The gain at which gradients arrive as large as they left; NaN if there is none. */
  public double level(int depth) {
    return arriving(depth, 1);
  }

  /** The gain at which gradients arrive multiplied by the factor; NaN if there is none. */
  public double highest(int depth) {
    return arriving(depth, factor);
  }

  /** Whether gradients cross so many layers within the factor. */
  public boolean holds(double gain, int depth) {
    double arrived = gradient(gain, depth);
    return arrived >= 1 / factor && arrived <= factor;
  }

  private double gradient(double gain, int depth) {
    return MeanField.of(activation).gain(gain).through(depth).gradient(0);
  }

  private double arriving(int depth, double moment) {
    return Crossing.first(gain -> Math.log(gradient(gain, depth) / moment), LEAST, MOST, STEP)
        .orElse(Double.NaN);
  }

  /** The window over depth in decades: its upper edge, the level gain, and its lower edge. */
  public Figure plot() {
    double[] layers = each(depth -> depth);
    List<Curve> edges =
        List.of(
            Curve.line("gradient x " + Numbers.brief(factor), layers, each(this::highest)),
            Curve.line("gradient level", layers, each(this::level)),
            Curve.line("gradient / " + Numbers.brief(factor), layers, each(this::lowest)));
    String title = activation.name() + ": the gains between which gradients cross a net";
    Panel panel = Panel.of("theory", "layers", "gain", edges).linear().decadesAcross();
    return Figure.of(title, panel.level("gain 1", 1)).saying(text());
  }

  /** One row a depth: the window, the level gain, and E a^2 of the last layer with it. */
  public Table table() {
    String title = ": gains that let gradients arrive within a factor ";
    return Table.of(activation.name() + title + Numbers.brief(factor) + " in second moment; theory")
        .counts("layers", depths.stream().mapToLong(depth -> depth).toArray())
        .known("lowest gain", each(this::lowest))
        .known("level gain", each(this::level))
        .known("highest gain", each(this::highest))
        .known("E a^2 at the level gain", each(this::activations));
  }

  private double activations(int depth) {
    double gain = level(depth);
    return Double.isNaN(gain)
        ? gain
        : MeanField.of(activation).gain(gain).through(depth).activation(depth);
  }

  private double[] each(IntToDoubleFunction number) {
    return depths.stream().mapToDouble(number::applyAsDouble).toArray();
  }

  @Override
  public String text() {
    return table().text();
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
