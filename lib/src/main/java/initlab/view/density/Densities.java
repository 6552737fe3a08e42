package initlab.view.density;

import initlab.base.Args;
import initlab.base.Numbers;
import initlab.view.Displayable;
import initlab.view.draw.Picture;
import initlab.view.draw.Sizes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Where values lie, row below row: {@code Densities.of("tanh", "activation").panel("He")
 * .row("layer 1", values)}. One x axis for all; every row is as high as its own tallest bar. Exact
 * zeros are no bar but a spike of their own, as high as their share, for no bin is narrow enough
 * for them. Immutable.
 */
public final class Densities implements Displayable {
  /** This share of each row may lie beyond either end of the axis; how much does is said. */
  private static final double TAIL = 0.005;

  private final String title;
  private final String xLabel;
  private final List<Part> parts;
  private final Sizes look;

  /** One panel: a name, and its rows from the top. */
  record Part(String name, List<DensityRow> rows) {}

  private Densities(String title, String xLabel, List<Part> parts, Sizes look) {
    this.title = title;
    this.xLabel = xLabel;
    this.parts = List.copyOf(parts);
    this.look = look;
  }

  /** An empty picture: add panels, and rows to each. */
  public static Densities of(String title, String xLabel) {
    Args.notBlank(title, "title");
    return new Densities(title, xLabel, List.of(), Sizes.page(2));
  }

  /** The same with one more panel, to the right; a known initializer's name fixes its colour. */
  public Densities panel(String name) {
    Args.notBlank(name, "name");
    List<Part> more = new ArrayList<>(parts);
    more.add(new Part(name, List.of()));
    return new Densities(title, xLabel, more, look);
  }

  /**
   * The same with one more row at the bottom of the last panel.
   *
   * @throws IllegalArgumentException if there is no panel yet, or no value
   */
  public Densities row(String name, double... values) {
    Args.that(!parts.isEmpty(), "row \"" + name + "\" has no panel: call panel(...) first.");
    List<Part> more = new ArrayList<>(parts);
    Part last = more.remove(more.size() - 1);
    List<DensityRow> rows = new ArrayList<>(last.rows);
    rows.add(DensityRow.of(name, values));
    more.add(new Part(last.name, List.copyOf(rows)));
    return new Densities(title, xLabel, more, look);
  }

  /** The same picture, readable from the back row: 1280 x 680. */
  public Densities lecture() {
    return new Densities(title, xLabel, parts, Sizes.lecture());
  }

  /** Both ends of the x axis. */
  private double[] range() {
    double lo = rows().mapToDouble(d -> d.quantile(TAIL)).filter(Double::isFinite).min().orElse(-1);
    double hi =
        rows().mapToDouble(d -> d.quantile(1 - TAIL)).filter(Double::isFinite).max().orElse(1);
    double air = hi > lo ? 0.02 * (hi - lo) : Math.max(1, Math.abs(lo));
    return new double[] {lo - air, hi + air};
  }

  private Stream<DensityRow> rows() {
    return parts.stream().flatMap(c -> c.rows.stream());
  }

  /** The picture as PNG, at twice its size in pixels. */
  public byte[] png() {
    return picture().png();
  }

  /** The picture as SVG, with the words of {@link #text()} as its title. */
  public String svg() {
    return picture().svg(text());
  }

  private Picture picture() {
    Args.that(rows().findAny().isPresent(), "\"" + title + "\" has no rows: add panels and rows.");
    var painter = new DensityPainter(title, xLabel, parts, range(), look);
    return new Picture(look.width(), look.height(), painter::paint);
  }

  /** Row by row: how many values, their 5, 50 and 95 % quantiles, and what no bar can show. */
  @Override
  public String text() {
    List<String> lines = new ArrayList<>(List.of(title, "density of the " + xLabel));
    double[] range = range();
    for (Part c : parts) {
      lines.add(c.name);
      c.rows.forEach(d -> lines.add("  " + d.name() + ": " + words(d, range)));
    }
    return String.join("\n", lines);
  }

  private static String words(DensityRow d, double[] range) {
    String middle =
        String.join(
            ", ",
            Arrays.stream(new double[] {0.05, 0.5, 0.95})
                .mapToObj(p -> Numbers.brief(d.quantile(p), 2))
                .toList());
    return String.format(
        Locale.ROOT,
        "%d values, 5-50-95 %% at %s; %s",
        d.sorted().length,
        middle,
        d.says(range[0], range[1]));
  }

  @Override
  public Map<String, String> display() {
    return picture().display(text());
  }

  @Override
  public String toString() {
    return text();
  }
}
