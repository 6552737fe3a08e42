package initlab.view.density;

import initlab.view.draw.Axes;
import initlab.view.draw.Axis;
import initlab.view.draw.Heading;
import initlab.view.draw.Palette;
import initlab.view.draw.Pen;
import initlab.view.draw.Plot;
import initlab.view.draw.Sizes;
import initlab.view.draw.Style;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Paints rows of densities, panel beside panel. */
final class DensityPainter {
  /** Names of rows take no more than this part of the width. */
  private static final double MOST_NAMES = 0.25;

  private final String title;
  private final List<Densities.Part> parts;
  private final Sizes look;
  private final boolean means;
  private final Map<String, Style> styles;

  DensityPainter(String title, List<Densities.Part> parts, Sizes look, boolean means) {
    this.title = title;
    this.parts = parts;
    this.look = look;
    this.means = means;
    this.styles = Palette.styles(parts.stream().map(Densities.Part::name).toList());
  }

  void paint(Graphics2D g) {
    Pen pen = new Pen(g, look);
    Heading heading = new Heading(title, key());
    heading.paint(pen);
    double names = widest(parts.get(0)) + 1.5 * look.gap();
    double each = (look.width() - names) / parts.size();
    double top = heading.height(look);
    for (int k = 0; k < parts.size(); k++) {
      var area = new Rectangle2D.Double(names + k * each, top, each, look.height() - top);
      panel(pen, parts.get(k), area, k == 0);
    }
  }

  private String key() {
    boolean spikes = parts.stream().anyMatch(this::hasSpike);
    return "every row as high as its tallest bar"
        + (spikes ? " \u00B7 grey spike: share exactly 0" : "")
        + (means ? " \u00B7 black: mean, and one std to either side" : "");
  }

  /** Zeros beyond the axis are not drawn, only said. */
  private boolean hasSpike(Densities.Part part) {
    return Densities.bins(parts, part.xLabel()).holds(0)
        && part.rows().stream().anyMatch(d -> d.zeros() > 0);
  }

  private double widest(Densities.Part part) {
    return part.rows().stream()
        .mapToDouble(d -> Sizes.widthOf(d.name(), look.font()))
        .map(w -> Math.min(w, look.width() * MOST_NAMES))
        .max()
        .orElse(0);
  }

  /** The first panel's rows are named at their left, another's where it has other rows. */
  private void panel(Pen pen, Densities.Part part, Rectangle2D area, boolean first) {
    Style style = styles.get(part.name());
    if (style == null) {
      throw new IllegalStateException("no style for \"" + part.name() + "\"");
    }
    Bins bins = Densities.bins(parts, part.xLabel());
    Axis x = Axis.across(bins.lo(), bins.hi(), part.xLabel(), look);
    Axes axes = new Axes(x, Axis.upward(0, 1, "", look), Axes.Side.NONE, false);
    double head = look.row() * 0.8;
    var below =
        new Rectangle2D.Double(
            area.getX(), area.getY() + head, area.getWidth(), area.getHeight() - head);
    Plot plot = axes.in(below, look);
    axes.paint(pen, plot);
    Rectangle2D box = plot.box();
    String name = Sizes.shortened(part.name(), look.font(), box.getWidth());
    pen.write(name, box.getX(), area.getY() + head, look.font(), style.ink());
    double each = box.getHeight() / Math.max(1, part.rows().size());
    for (int k = 0; k < part.rows().size(); k++) {
      DensityRow d = part.rows().get(k);
      double base = box.getY() + (k + 1) * each;
      var row = new Rectangle2D.Double(box.getX(), base - each, box.getWidth(), each);
      row(pen, d, bins, row, plot.pixelX(0), style);
      if (means) {
        mean(pen, d, row, plot);
      }
      name(pen, d.name(), k, row, first);
    }
  }

  private void name(Pen pen, String name, int k, Rectangle2D row, boolean first) {
    double y = row.getMaxY() - look.row() / 2;
    List<DensityRow> named = parts.get(0).rows();
    if (first) {
      String words = Sizes.shortened(name, look.font(), look.width() * MOST_NAMES);
      pen.writeTo(words, row.getX() - look.gap(), y, look.font(), Sizes.QUIET);
    } else if (k >= named.size() || !named.get(k).name().equals(name)) {
      double top = row.getY() + look.row() / 2;
      String words = Sizes.shortened(name, look.smallFont(), row.getWidth() / 2);
      pen.write(words, row.getX(), top, look.smallFont(), Sizes.QUIET);
    }
  }

  private void row(Pen pen, DensityRow d, Bins bins, Rectangle2D box, double zero, Style style) {
    double words = look.row() * 1.05;
    double height = box.getHeight() - words;
    double base = box.getMaxY();
    double[] shares = d.shares(bins);
    double most = Arrays.stream(shares).max().orElse(0);
    if (most > 0) {
      Path2D path = outline(shares, box, height / most);
      pen.g().setColor(style.veil());
      pen.g().fill(path);
      pen.stroke(path, style.color(), Style.Dash.SOLID, look.thin() * 1.4f);
    }
    pen.line(box.getX(), base, box.getMaxX(), base, Sizes.GRID, look.thin());
    if (d.zeros() > 0 && bins.holds(0)) {
      pen.line(zero, base, zero, base - height * d.zeros(), Sizes.QUIET, look.thick());
    }
    double y = box.getY() + words / 2;
    pen.writeTo(d.says(bins, means), box.getMaxX(), y, look.smallFont(), Sizes.QUIET);
  }

  /** The mean as an upright line, half as high as the row, and one std to either side. */
  private void mean(Pen pen, DensityRow d, Rectangle2D row, Plot plot) {
    double std = Math.sqrt(d.variance());
    if (!Double.isFinite(std)) {
      return;
    }
    double x = plot.pixelX(d.mean());
    double y = row.getMaxY() - row.getHeight() / 4;
    pen.line(x, row.getMaxY(), x, row.getMaxY() - row.getHeight() / 2, Color.BLACK, look.thick());
    double from = Math.max(row.getX(), plot.pixelX(d.mean() - std));
    double to = Math.min(row.getMaxX(), plot.pixelX(d.mean() + std));
    pen.line(from, y, to, y, Color.BLACK, look.thick());
  }

  /** The tops of the bars as one line, down to the baseline at both ends. */
  private static Path2D outline(double[] shares, Rectangle2D box, double unit) {
    Path2D path = new Path2D.Double();
    double width = box.getWidth() / shares.length;
    path.moveTo(box.getX(), box.getMaxY());
    for (int i = 0; i < shares.length; i++) {
      double y = box.getMaxY() - shares[i] * unit;
      path.lineTo(box.getX() + i * width, y);
      path.lineTo(box.getX() + (i + 1) * width, y);
    }
    path.lineTo(box.getMaxX(), box.getMaxY());
    return path;
  }
}
