package initlab.view.figure;

import initlab.base.Numbers;
import initlab.view.draw.Axes;
import initlab.view.draw.Axis;
import initlab.view.draw.Pen;
import initlab.view.draw.Plot;
import initlab.view.draw.Sizes;
import initlab.view.draw.Style;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Map;

/** The axes of a panel of curves, with the curves' bands. */
record PanelAxes(Panel panel, Scale scale) {
  private static final List<String> BLANK_BELOW =
      List.of(" ", "\u00A0", "  ", " \u00A0", "\u00A0 ", "\u00A0\u00A0");
  private static final List<String> BLANK_ABOVE =
      List.of("\u2009", " \u2009", "\u2009 ", "\u2009\u2009", "\u2009\u00A0", "\u00A0\u2009");

  /** Paints axes, grid and bands into an area; says where they came to stand. */
  Plot paint(Pen pen, Map<String, Style> styles, Rectangle2D area) {
    Sizes look = pen.look();
    double[] ends = extent(panel);
    Axis x = Axis.across(ends[0], ends[1], panel.xLabel(), look);
    double xSpacing = spacing(x.spacing(), area.getWidth(), ends[1] - ends[0]);
    double span = scale.top() - scale.bottom();
    double least = look.text() * 3.2;
    double ySpacing = scale.log() ? spacing(least, area.getHeight(), span) : least;
    Axis y = new Axis(scale.bottom(), scale.top(), panel.yLabel(), this::tick, ySpacing);
    Axes.Side side = panel.endsLeft() ? Axes.Side.RIGHT : Axes.Side.LEFT;
    Axes axes = new Axes(new Axis(x.lo(), x.hi(), x.label(), x.words(), xSpacing), y, side, true);
    return axes.paint(
        pen.g(), look, area, chart -> BandPolygons.add(chart, axes, panel, scale, styles));
  }

  private static double[] extent(Panel panel) {
    double lo = panel.curves().stream().mapToDouble(c -> c.x()[0]).min().orElse(0);
    double hi = panel.curves().stream().mapToDouble(c -> c.x()[c.x().length - 1]).max().orElse(1);
    return hi > lo ? new double[] {lo, hi} : new double[] {lo - 1, hi + 1};
  }

  /** Pixels from tick to tick so that no tick falls between whole numbers. */
  private static double spacing(double least, double pixels, double span) {
    return Math.max(least, Math.min(Math.floor(pixels) / 2, Math.floor(pixels) / span));
  }

  /**
   * Beyond the window a tick is blank. XChart wants every label to differ, and gives a right axis
   * the width of the label with most characters: blanks must differ and stay short.
   */
  private String tick(double v) {
    if (v < scale.windowBottom() || v > scale.windowTop()) {
      double beyond = v < scale.lo() ? scale.lo() - v : v - scale.hi();
      List<String> blanks = v < scale.lo() ? BLANK_BELOW : BLANK_ABOVE;
      double far = Math.min(1, beyond / (scale.hi() - scale.lo()));
      return blanks.get((int) Math.min(blanks.size() - 1, 8 * far));
    }
    return scale.log() ? Numbers.decade((int) Math.rint(v)) : Numbers.brief(v, 6);
  }
}
