package initlab.view.figure;

import initlab.base.Numbers;
import initlab.view.draw.Sizes;
import initlab.view.draw.Style;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Map;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler.ChartTheme;
import org.knowm.xchart.style.Styler.YAxisPosition;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * A panel's axes, grid and bands as XChart paints them, and the way from axis coordinates to
 * pixels. Lines and labels are painted over it: XChart restarts a dash at every point and knows no
 * marks at an edge.
 *
 * @param plot where the curves are, in pixels of the figure
 * @param toPixels from axis coordinates to pixels of the figure
 */
record Axes(Rectangle2D plot, AffineTransform toPixels) {
  private static final List<String> BLANK_BELOW =
      List.of(" ", "\u00A0", "  ", " \u00A0", "\u00A0 ", "\u00A0\u00A0");
  private static final List<String> BLANK_ABOVE =
      List.of("\u2009", " \u2009", "\u2009 ", "\u2009\u2009", "\u2009\u00A0", "\u00A0\u2009");

  /** Paints the frame into an area and reports where it came to stand. */
  static Axes paint(
      Graphics2D g,
      Panel panel,
      Scale scale,
      Map<String, Style> styles,
      Sizes look,
      Rectangle2D a) {
    XYChart chart = new XYChart((int) a.getWidth(), (int) a.getHeight(), ChartTheme.XChart);
    chart.setXAxisTitle(panel.xLabel());
    chart.setYAxisTitle(panel.yLabel());
    double[] x = extent(panel);
    style(chart.getStyler(), panel, look);
    axes(chart, scale, x, look);
    BandPolygons.add(chart, panel, scale, x[1] - x[0], styles);
    AffineTransform before = g.getTransform();
    g.translate(a.getX(), a.getY());
    chart.paint(g, chart.getWidth(), chart.getHeight());
    g.setTransform(before);
    return located(chart, scale, x, a);
  }

  Point2D pixel(Point2D axis) {
    return toPixels.transform(axis, null);
  }

  double pixelY(double level) {
    return pixel(new Point2D.Double(0, level)).getY();
  }

  private static double[] extent(Panel panel) {
    double lo = panel.curves().stream().mapToDouble(c -> c.x()[0]).min().orElse(0);
    double hi = panel.curves().stream().mapToDouble(c -> c.x()[c.x().length - 1]).max().orElse(1);
    return hi > lo ? new double[] {lo, hi} : new double[] {lo - 1, hi + 1};
  }

  private static void style(XYStyler s, Panel panel, Sizes look) {
    s.setLegendVisible(false);
    s.setChartTitleVisible(false);
    s.setChartBackgroundColor(Sizes.PAPER);
    s.setPlotBackgroundColor(Sizes.PAPER);
    s.setPlotBorderVisible(false);
    s.setPlotContentSize(1);
    s.setPlotMargin(0);
    s.setChartPadding(look.padding());
    s.setPlotGridLinesColor(Sizes.GRID);
    s.setPlotGridLinesStroke(look.hairline());
    s.setAxisTickLabelsFont(look.font());
    s.setAxisTickLabelsColor(Sizes.QUIET);
    s.setAxisTitleFont(look.font());
    s.setXAxisTitleColor(Sizes.QUIET);
    s.setYAxisTitleColor(Sizes.QUIET);
    s.setAxisTicksLineVisible(false);
    s.setAxisTicksMarksVisible(false);
    s.setPlotTicksMarksVisible(false);
    s.setXAxisTitleVisible(!panel.xLabel().isBlank());
    s.setYAxisTitleVisible(!panel.yLabel().isBlank());
    s.setYAxisGroupPosition(0, panel.endsLeft() ? YAxisPosition.Right : YAxisPosition.Left);
  }

  private static void axes(XYChart chart, Scale scale, double[] x, Sizes look) {
    XYStyler s = chart.getStyler();
    // XChart leaves out a tick at the very end of an axis.
    double sliver = 1e-6 * (x[1] - x[0]);
    s.setXAxisMin(x[0] - sliver).setXAxisMax(x[1] + sliver);
    s.setYAxisMin(scale.bottom()).setYAxisMax(scale.top());
    s.setXAxisTickMarkSpacingHint(spacing(look.text() * 4.5, chart.getWidth(), x[1] - x[0]));
    double span = scale.top() - scale.bottom();
    double least = look.text() * 3.2;
    s.setYAxisTickMarkSpacingHint(
        scale.log() ? spacing(least, chart.getHeight(), span) : (int) least);
    s.setxAxisTickLabelsFormattingFunction(v -> Numbers.brief(v, 6));
    s.setyAxisTickLabelsFormattingFunction(v -> tick(v, scale));
    // XChart would put ticks on the data's own positions where those are evenly spaced; the third,
    // uneven point of this invisible series keeps it to round numbers.
    double[] xs = {x[0], x[1], x[0] + 0.37 * (x[1] - x[0])};
    double[] ys = {scale.bottom(), scale.top(), scale.bottom() + 0.37 * span};
    XYSeries unseen = chart.addSeries(" ", xs, ys);
    unseen.setLineStyle(SeriesLines.NONE);
    unseen.setMarker(SeriesMarkers.NONE);
  }

  /** Pixels from tick to tick so that no tick falls between whole numbers. */
  private static int spacing(double least, double pixels, double span) {
    return (int) Math.ceil(Math.max(least, Math.min(pixels / 2, pixels / span)));
  }

  /**
   * Beyond the window a tick is blank. XChart wants every label to differ, and gives a right axis
   * the width of the label with most characters: blanks must differ and stay short.
   */
  private static String tick(double v, Scale scale) {
    if (v < scale.windowBottom() || v > scale.windowTop()) {
      double beyond = v < scale.lo() ? scale.lo() - v : v - scale.hi();
      List<String> blanks = v < scale.lo() ? BLANK_BELOW : BLANK_ABOVE;
      double far = Math.min(1, beyond / (scale.hi() - scale.lo()));
      return blanks.get((int) Math.min(blanks.size() - 1, 8 * far));
    }
    return scale.log() ? Numbers.decade((int) Math.rint(v)) : Numbers.brief(v, 6);
  }

  private static Axes located(XYChart chart, Scale scale, double[] x, Rectangle2D a) {
    double left = a.getX() + chart.getScreenXFromChart(x[0]);
    double right = a.getX() + chart.getScreenXFromChart(x[1]);
    double bottom = a.getY() + chart.getScreenYFromChart(scale.bottom());
    double top = a.getY() + chart.getScreenYFromChart(scale.top());
    AffineTransform map = new AffineTransform();
    map.translate(left, bottom);
    map.scale((right - left) / (x[1] - x[0]), (top - bottom) / (scale.top() - scale.bottom()));
    map.translate(-x[0], -scale.bottom());
    return new Axes(new Rectangle2D.Double(left, top, right - left, bottom - top), map);
  }
}
