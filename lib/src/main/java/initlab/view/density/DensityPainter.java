package initlab.view.density;

import initlab.base.Numbers;
import initlab.view.draw.Palette;
import initlab.view.draw.Pen;
import initlab.view.draw.Sizes;
import initlab.view.draw.Style;
import initlab.view.draw.Ticks;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Paints rows of densities, panel beside panel. */
final class DensityPainter {
  private static final int BINS = 60;
  private static final String KEY =
      "every row as high as its tallest bar \u00B7 grey spike: share exactly 0";

  private final String title;
  private final String xLabel;
  private final List<Densities.Part> parts;
  private final double[] range;
  private final Sizes look;
  private final Map<String, Style> styles;

  DensityPainter(
      String title, String xLabel, List<Densities.Part> parts, double[] range, Sizes look) {
    this.title = title;
    this.xLabel = xLabel;
    this.parts = parts;
    this.range = range;
    this.look = look;
    this.styles = Palette.styles(parts.stream().map(Densities.Part::name).toList());
  }

  void paint(Graphics2D g) {
    Pen pen = new Pen(g, look);
    pen.fill(new Rectangle2D.Double(0, 0, look.width(), look.height()), Sizes.PAPER);
    double margin = look.gap() * 1.5;
    pen.write(title, margin, look.row() * 0.95, look.titleFont(), Sizes.TITLE);
    pen.write(KEY, margin, look.row() * 2, look.smallFont(), Sizes.QUIET);
    double names = names();
    double each = (look.width() - names - margin) / parts.size();
    double top = look.row() * 2.7;
    double height = look.height() - top - look.row() * 2.6;
    for (int k = 0; k < parts.size(); k++) {
      double left = names + k * each;
      var area = new Rectangle2D.Double(left, top, each - look.text() * 1.6, height);
      panel(pen, parts.get(k), area, k == 0);
    }
  }

  /** Room for the rows' names at the left. */
  private double names() {
    return parts.stream()
            .flatMap(c -> c.rows().stream())
            .mapToDouble(d -> Sizes.widthOf(d.name(), look.font()))
            .max()
            .orElse(0)
        + 2.5 * look.gap();
  }

  private void panel(Pen pen, Densities.Part part, Rectangle2D area, boolean first) {
    Style style = styles.get(part.name());
    if (style == null) {
      throw new IllegalStateException("no style for \"" + part.name() + "\"");
    }
    double head = look.row() * 1.2;
    pen.write(part.name(), area.getX(), area.getY() + head / 2, look.font(), style.ink());
    double each = (area.getHeight() - head) / Math.max(1, part.rows().size());
    for (int k = 0; k < part.rows().size(); k++) {
      DensityRow d = part.rows().get(k);
      double base = area.getY() + head + (k + 1) * each;
      var box = new Rectangle2D.Double(area.getX(), base - each, area.getWidth(), each);
      row(pen, d, box, style);
      if (first) {
        double x = area.getX() - look.gap();
        pen.writeTo(d.name(), x, base - look.row() / 2, look.font(), Sizes.QUIET);
      }
    }
    axis(pen, area);
  }

  private void row(Pen pen, DensityRow d, Rectangle2D box, Style style) {
    double words = look.row() * 1.05;
    double height = box.getHeight() - words;
    double base = box.getMaxY();
    double[] shares = d.shares(range[0], range[1], BINS);
    double most = Arrays.stream(shares).max().orElse(0);
    if (most > 0) {
      Path2D path = outline(shares, box, height / most);
      pen.g().setColor(style.veil());
      pen.g().fill(path);
      pen.g().setColor(style.color());
      pen.g().setStroke(Style.Dash.SOLID.stroke(look.thin() * 1.4f));
      pen.g().draw(path);
    }
    pen.line(box.getX(), base, box.getMaxX(), base, Sizes.GRID, look.thin());
    if (d.zeros() > 0) {
      double x = x(0, box);
      pen.line(x, base, x, base - height * d.zeros(), Sizes.QUIET, look.thick());
    }
    String says = d.says(range[0], range[1]);
    pen.writeTo(says, box.getMaxX(), box.getY() + words / 2, look.smallFont(), Sizes.QUIET);
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

  private double x(double value, Rectangle2D box) {
    return box.getX() + box.getWidth() * (value - range[0]) / (range[1] - range[0]);
  }

  private void axis(Pen pen, Rectangle2D area) {
    double y = area.getMaxY();
    int most = (int) Math.max(2, area.getWidth() / (look.text() * 5));
    for (double t : Ticks.between(range[0], range[1], most)) {
      String words = Numbers.brief(t, 3);
      double left = x(t, area) - Sizes.widthOf(words, look.font()) / 2;
      pen.write(words, left, y + look.row() * 0.8, look.font(), Sizes.QUIET);
    }
    double middle = area.getCenterX() - Sizes.widthOf(xLabel, look.font()) / 2;
    pen.write(xLabel, middle, y + look.row() * 1.9, look.font(), Sizes.QUIET);
  }
}
