package initlab.view.figure;

import initlab.view.draw.Pen;
import initlab.view.draw.Plot;
import initlab.view.draw.Sizes;
import initlab.view.draw.Style;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes each curve's name where the curve ends, in its colour, none on another. */
record LabelPainter(Pen pen, Panel panel, Plot frame, Map<String, Style> styles) {

  void paint(List<Curve> curves, Scale scale) {
    Map<String, Point2D> ends = new LinkedHashMap<>();
    for (Curve c : curves) {
      CurvePath.end(c.x(), c.median(), scale).ifPresent(p -> ends.put(c.name(), frame.pixel(p)));
    }
    Rectangle2D plot = frame.box();
    double[] wished = ends.values().stream().mapToDouble(Point2D::getY).toArray();
    double row = pen.look().row();
    double[] centres =
        LabelSpacing.place(wished, row, plot.getY() - row / 2, plot.getMaxY() + row / 2);
    int i = 0;
    for (Map.Entry<String, Point2D> e : ends.entrySet()) {
      Style style = styles.get(e.getKey());
      if (style != null) {
        label(e.getKey(), style, e.getValue(), centres[i++]);
      }
    }
  }

  /** A leader from the curve's end, a piece of its line with its marker, its name. */
  private void label(String name, Style style, Point2D end, double y) {
    Sizes look = pen.look();
    double way = panel.endsLeft() ? -1 : 1;
    double leader = end.getX() + way * look.gap() * 1.4;
    double swatch = leader + way * look.swatch();
    pen.line(end.getX(), end.getY(), leader, y, style.color(), look.thin());
    pen.swatch(style, Math.min(leader, swatch), y);
    double x = swatch + way * look.gap() * 0.7;
    if (panel.endsLeft()) {
      pen.writeTo(name, x, y, look.font(), style.ink());
    } else {
      pen.write(name, x, y, look.font(), style.ink());
    }
  }

  /** Width of the gutter that these names need beside a plot. */
  static double gutter(List<String> names, Sizes look) {
    double widest = names.stream().mapToDouble(n -> Sizes.widthOf(n, look.font())).max().orElse(0);
    return look.gap() * 2.9 + look.swatch() + widest - look.padding();
  }
}
