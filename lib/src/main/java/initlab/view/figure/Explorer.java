package initlab.view.figure;

import initlab.base.Args;
import initlab.base.Numbers;
import initlab.view.Drawing;
import initlab.view.draw.Picture;
import initlab.view.draw.Sizes;
import initlab.view.draw.Values;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Curves for a grid of values of one number, moved with a slider: a Vega-Lite picture that holds
 * all its data and needs no network. Where scripts do not run, a figure of a few of the values
 * stands in its place. Immutable.
 */
public final class Explorer implements Drawing {
  /** What JupyterLab draws by itself. */
  static final String VEGA_LITE = "application/vnd.vegalite.v5+json";

  private static final int STILLS = 5;

  private final int stills;
  private final String title;
  private final String parameter;
  private final double[] values;
  private final List<Panel> panels;
  private final Sizes look;

  private Explorer(
      int stills, String title, String parameter, double[] values, List<Panel> panels, Sizes look) {
    this.stills = stills;
    this.title = title;
    this.parameter = parameter;
    this.values = values;
    this.panels = panels;
    this.look = look;
  }

  /**
   * An explorer of panels, in decades or all in plain values, each with one curve for each value.
   *
   * @param title what is drawn
   * @param parameter what the slider moves, such as {@code gain}
   * @param values where it stops: at least two, evenly spaced, increasing
   * @param panels with as many curves as there are values, in the same order
   * @throws IllegalArgumentException if the numbers differ, or some panels are in decades and some
   *     not
   */
  public static Explorer of(String title, String parameter, double[] values, Panel... panels) {
    Args.notBlank(parameter, "parameter");
    Args.increasing(values, parameter);
    Args.that(
        values.length >= 2,
        "a slider with one value cannot move: give " + parameter + " at least two.");
    Args.that(panels.length > 0, "an explorer has no panels: give it at least one.");
    for (Panel p : panels) {
      p.requireDrawable();
      Args.that(
          p.log() == panels[0].log(),
          "panel \"" + p.title() + "\" is in decades or plain, and the first is not: choose one.");
      Args.that(
          p.curves().size() == values.length,
          String.format(
              Locale.ROOT,
              "panel \"%s\" has %d curves for %d values of %s; give one for each.",
              p.title(),
              p.curves().size(),
              values.length,
              parameter));
    }
    requireEven(parameter, values);
    List<Panel> list = List.of(panels);
    return new Explorer(STILLS, title, parameter, values.clone(), list, Sizes.page(list.size()));
  }

  /**
   * The same explorer whose still picture draws so many of the values, evenly spaced; else five.
   *
   * @throws IllegalArgumentException unless there are two or more
   */
  public Explorer stills(int most) {
    Args.atLeast(2, most, "the number of stills", "Three are enough for crowded curves.");
    return new Explorer(most, title, parameter, values, panels, look);
  }

  private static void requireEven(String parameter, double[] values) {
    double step = (values[values.length - 1] - values[0]) / (values.length - 1);
    for (int i = 0; i < values.length; i++) {
      double due = values[0] + i * step;
      Args.that(
          Math.abs(values[i] - due) < 0.01 * step,
          String.format(
              Locale.ROOT,
              "%s[%d] = %s, but a slider's values are evenly spaced and %s is due.",
              parameter,
              i,
              Numbers.exact(values[i]),
              Numbers.brief(due, 6)));
    }
  }

  /** The picture that stands for it where nothing can be moved: that of {@link #still()}. */
  @Override
  public Picture picture() {
    return still().picture();
  }

  /** The same explorer, readable from the back row. */
  @Override
  public Explorer lecture() {
    return new Explorer(stills, title, parameter, values, panels, Sizes.lecture());
  }

  /** What stands for it where nothing can be moved: the curves of a few of the values. */
  public Figure still() {
    List<Panel> some =
        panels.stream().map(p -> p.with(stills().mapToObj(p.curves()::get).toList())).toList();
    Figure figure = Figure.of(title, some.toArray(Panel[]::new));
    return look.equals(Sizes.lecture()) ? figure.lecture() : figure;
  }

  private IntStream stills() {
    int last = values.length - 1;
    int most = Math.min(stills, values.length) - 1;
    return IntStream.rangeClosed(0, most).map(k -> (int) Math.round((double) k * last / most));
  }

  /** The picture with its slider, as Vega-Lite writes it. */
  public String spec() {
    return new ExplorerSpec(title, parameter, Values.of(values), panels, Scale.fit(panels), look)
        .json();
  }

  /**
   * The curves that stand still in words, and in decades which value ends nearest to where it
   * began.
   */
  @Override
  public String text() {
    StringBuilder s = new StringBuilder(still().text());
    s.append("\nA slider moves the ").append(parameter).append(": ").append(values.length);
    s.append(" values, ").append(Numbers.brief(values[0], 4)).append(" to ");
    s.append(Numbers.brief(values[values.length - 1], 4));
    for (Panel p : panels.get(0).log() ? panels : List.<Panel>of()) {
      s.append("\n  ").append(p.title()).append(": ends nearest to its start at ");
      s.append(parameter).append(' ').append(Numbers.brief(values[levelest(p)], 4));
    }
    return s.toString();
  }

  private static int levelest(Panel panel) {
    return IntStream.range(0, panel.curves().size())
        .boxed()
        .min(java.util.Comparator.comparingDouble(i -> change(panel.curves().get(i).median())))
        .orElse(0);
  }

  /** Decades between the two ends, infinite where a signal is lost. */
  private static double change(double[] median) {
    double decades = Math.abs(Math.log10(median[median.length - 1]) - Math.log10(median[0]));
    return Double.isNaN(decades) ? Double.POSITIVE_INFINITY : decades;
  }

  @Override
  public Map<String, String> display() {
    Map<String, String> out = new LinkedHashMap<>(Drawing.super.display());
    out.put(VEGA_LITE, spec());
    return out;
  }

  @Override
  public String toString() {
    return text();
  }
}
