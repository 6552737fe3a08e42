package initlab.view.density;

import initlab.base.Args;
import initlab.base.Numbers;
import initlab.view.Drawing;
import initlab.view.draw.Picture;
import initlab.view.draw.Sizes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * Where values lie, row below row: {@code Densities.of("tanh", "activation").panel("He")
 * .row("layer 1", values)}. Panels of one quantity share an x axis; a panel of another quantity,
 * {@code panel("gradients", "dL/da")}, has one of its own. Every row is as high as its own tallest
 * bar. Exact zeros are no bar but a spike of their own, as high as their share, because no bin is
 * narrow enough for them. Immutable.
 */
public final class Densities implements Drawing {
  /** This share of each row may lie beyond either end of the axis; how much does is said. */
  private static final double TAIL = 0.005;

  private static final int BINS = 60;

  /** Values beyond this leave no room for an axis around them. */
  private static final double LARGEST = 1e300;

  /** Values nearer to each other than this are one place. */
  private static final double NEAREST = 1e-300;

  private final String title;
  private final String xLabel;
  private final List<Part> parts;
  private final Sizes look;
  private final boolean means;

  /** One panel: a name, what its values are, and its rows from the top. */
  record Part(String name, String xLabel, List<DensityRow> rows) {}

  private Densities(String title, String xLabel, List<Part> parts, Sizes look, boolean means) {
    this.title = title;
    this.xLabel = xLabel;
    this.parts = List.copyOf(parts);
    this.look = look;
    this.means = means;
  }

  /** An empty picture: add panels, and rows to each. */
  public static Densities of(String title, String xLabel) {
    Args.notBlank(title, "title");
    return new Densities(title, xLabel, List.of(), Sizes.page(2), false);
  }

  /** The same with one more panel, to the right; a known initializer's name fixes its colour. */
  public Densities panel(String name) {
    return panel(name, xLabel);
  }

  /**
   * The same with one more panel, to the right, whose values are of another kind than the others',
   * such as gradients beside activations: only panels with this same label share its x axis.
   */
  public Densities panel(String name, String quantity) {
    Args.notBlank(name, "name");
    List<Part> more = new ArrayList<>(parts);
    more.add(new Part(name, quantity, List.of()));
    return new Densities(title, xLabel, more, look, means);
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
    more.add(new Part(last.name, last.xLabel, List.copyOf(rows)));
    return new Densities(title, xLabel, more, look, means);
  }

  /**
   * The same with the mean of every row as an upright line, and a bar that reaches one standard
   * deviation to either side of it; the row then says mean and variance in place of the root mean
   * square.
   */
  public Densities withMeans() {
    return new Densities(title, xLabel, parts, look, true);
  }

  /** The same picture, readable from the back row: 1280 x 680. */
  @Override
  public Densities lecture() {
    return new Densities(title, xLabel, parts, Sizes.lecture(), means);
  }

  /** The bins of all panels of one quantity. */
  static Bins bins(List<Part> parts, String quantity) {
    List<DensityRow> rows =
        parts.stream()
            .filter(p -> p.xLabel.equals(quantity))
            .flatMap(p -> p.rows.stream())
            .toList();
    double lo = end(rows.stream().mapToDouble(d -> d.quantile(TAIL))).min().orElse(-1);
    double hi = end(rows.stream().mapToDouble(d -> d.quantile(1 - TAIL))).max().orElse(1);
    double around = Math.abs(lo) > NEAREST ? Math.abs(lo) / 2 : 1;
    double air = hi - lo > NEAREST ? 0.02 * (hi - lo) : around;
    return Bins.covering(lo - air, hi + air, BINS);
  }

  private static DoubleStream end(DoubleStream ends) {
    return ends.filter(Double::isFinite).map(v -> Math.max(-LARGEST, Math.min(LARGEST, v)));
  }

  private Stream<DensityRow> rows() {
    return parts.stream().flatMap(c -> c.rows.stream());
  }

  @Override
  public Picture picture() {
    Args.that(rows().findAny().isPresent(), "\"" + title + "\" has no rows: add panels and rows.");
    return new Picture(
        look.width(), look.height(), new DensityPainter(title, parts, look, means)::paint);
  }

  /** Row by row: how many values, their 5, 50 and 95 % quantiles, and what no bar can show. */
  @Override
  public String text() {
    boolean one = parts.stream().allMatch(p -> p.xLabel.equals(xLabel));
    List<String> lines = new ArrayList<>(List.of(title));
    if (one) {
      lines.add("density of the " + xLabel);
    }
    for (Part p : parts) {
      Bins bins = bins(parts, p.xLabel);
      lines.add(one ? p.name : p.name + ": density of " + p.xLabel);
      p.rows.forEach(d -> lines.add("  " + d.name() + ": " + words(d, bins)));
    }
    return String.join("\n", lines);
  }

  private String words(DensityRow d, Bins bins) {
    String middle =
        String.join(
            ", ",
            Arrays.stream(new double[] {0.05, 0.5, 0.95})
                .mapToObj(p -> Numbers.brief(d.quantile(p), 2))
                .toList());
    return d.sorted().size() + " values, 5-50-95 % at " + middle + "; " + d.says(bins, means);
  }

  @Override
  public String toString() {
    return text();
  }
}
