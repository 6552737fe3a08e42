package initlab.view.dots;

import initlab.view.draw.Axes;
import initlab.view.draw.Axis;
import initlab.view.draw.Heading;
import initlab.view.draw.Legend;
import initlab.view.draw.Marker;
import initlab.view.draw.Palette;
import initlab.view.draw.Pen;
import initlab.view.draw.Plot;
import initlab.view.draw.Sizes;
import initlab.view.draw.Style;
import initlab.view.draw.Ticks;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Paints rows of dots: names of rows at the left, panels side by side, a legend below. */
final class DotsPainter {
  private static final double MOST_NAMES = 0.3;

  private final String title;
  private final List<String> panels;
  private final List<Dots.Entry> entries;
  private final Sizes look;
  private final List<String> rows;
  private final Map<String, Style> styles;

  DotsPainter(String title, List<String> panels, List<Dots.Entry> entries, Sizes look) {
    this.title = title;
    this.panels = panels;
    this.entries = entries;
    this.look = look;
    this.rows = entries.stream().map(Dots.Entry::row).distinct().toList();
    this.styles = Palette.styles(entries.stream().map(Dots.Entry::name).distinct().toList());
  }

  void paint(Graphics2D g) {
    Pen pen = new Pen(g, look);
    Heading heading = new Heading(title, "dot: median \u00B7 line: 5\u201395 % of seeds");
    heading.paint(pen);
    Legend legend = Legend.ofCurves(List.copyOf(styles.keySet()), styles);
    double top = heading.height(look) + look.row() * 0.6;
    double bottom = look.height() - legend.height(look);
    double names = names() + look.gap() * 2;
    double each = (look.width() - names) / panels.size();
    for (int k = 0; k < panels.size(); k++) {
      panel(pen, k, new Rectangle2D.Double(names + k * each, top, each, bottom - top));
    }
    legend.paint(pen, bottom);
  }

  /** An arrow in letters is drawn as one. */
  private static String shown(String row) {
    return row.replace("->", "\u2192");
  }

  private double names() {
    double widest =
        rows.stream().mapToDouble(r -> Sizes.widthOf(shown(r), look.font())).max().orElse(0);
    return Math.min(widest, MOST_NAMES * look.width());
  }

  private void panel(Pen pen, int k, Rectangle2D area) {
    Decades decades = Decades.of(entries.stream().map(e -> e.dots().get(k)).toList());
    Axis x = Axis.across(decades.lo(), decades.hi(), "", look).with(Ticks::decades);
    Axes axes = new Axes(x, Axis.upward(0, rows.size(), "", look), Axes.Side.NONE, true);
    Plot plot = axes.in(area, look);
    stripes(pen, plot);
    axes.paint(pen, plot);
    Rectangle2D box = plot.box();
    double one = plot.pixelX(0);
    pen.line(one, box.getY(), one, box.getMaxY(), Sizes.LEVEL, look.thin() * 1.5f);
    double y = box.getY() - look.row() * 0.65;
    pen.writeWithin(panels.get(k), box.getX(), y, box.getWidth(), look.font(), Sizes.TITLE);
    for (int row = 0; row < rows.size(); row++) {
      double high = plot.pixelY(rows.size() - row);
      double low = plot.pixelY(rows.size() - row - 1);
      if (k == 0) {
        named(pen, rows.get(row), box.getX() - look.gap(), (low + high) / 2);
      }
      row(pen, row, k, decades, plot, high, low);
    }
  }

  /** Every second row is shaded, so that the eye keeps to it. */
  private void stripes(Pen pen, Plot plot) {
    Rectangle2D box = plot.box();
    for (int row = 0; row < rows.size(); row += 2) {
      double y = plot.pixelY(rows.size() - row);
      double height = plot.pixelY(rows.size() - row - 1) - y;
      pen.fill(new Rectangle2D.Double(box.getX(), y, box.getWidth(), height), Sizes.STRIP);
    }
  }

  private void named(Pen pen, String row, double right, double y) {
    String words = Sizes.shortened(shown(row), look.font(), names());
    pen.writeTo(words, right, y, look.font(), Sizes.TITLE);
  }

  private void row(Pen pen, int row, int k, Decades decades, Plot plot, double high, double low) {
    List<Dots.Entry> own = entries.stream().filter(e -> e.row().equals(rows.get(row))).toList();
    double lane = (low - high) / own.size();
    for (int i = 0; i < own.size(); i++) {
      Style style = Objects.requireNonNull(styles.get(own.get(i).name()));
      dot(pen, own.get(i).dots().get(k), decades, plot, high + (i + 0.5) * lane, style);
    }
  }

  private void dot(Pen pen, Dot dot, Decades decades, Plot plot, double y, Style style) {
    double at = plot.pixelX(decades.place(dot.median()));
    if (Double.isNaN(dot.median())) {
      pen.marker(new Style(style.ink(), style.dash(), Marker.CROSS), at, y);
      return;
    }
    double left = plot.pixelX(decades.place(dot.low()));
    double right = plot.pixelX(decades.place(dot.high()));
    pen.line(left, y, right, y, style.color(), look.thin() * 2);
    if (decades.holds(dot.median())) {
      pen.marker(style, at, y, look.marker() * 0.9);
    } else {
      Style out = new Style(style.ink(), style.dash(), style.marker());
      arrow(pen, at, y, dot.median() > 1 ? 1 : -1, out);
    }
  }

  /** A head of an arrow that points out of the panel. */
  private void arrow(Pen pen, double x, double y, int side, Style style) {
    double size = look.marker() * 0.75;
    pen.line(x - side * size, y - size * 0.8, x, y, style.color(), look.thick() * 0.7f);
    pen.line(x - side * size, y + size * 0.8, x, y, style.color(), look.thick() * 0.7f);
  }
}
