package initlab.view.draw;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.function.Consumer;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler.ChartTheme;
import org.knowm.xchart.style.Styler.YAxisPosition;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * A pair of axes with ticks, names and a grid, as XChart paints them: the same for every picture.
 * What lies on the axes is painted over it.
 *
 * @param x the horizontal axis, below
 * @param y the vertical axis
 * @param side where y's ticks and name stand
 * @param grid whether thin lines mark the ticks
 */
public record Axes(Axis x, Axis y, Side side, boolean grid) {
  /** Where the ticks of the vertical axis stand. */
  public enum Side {
    LEFT,
    RIGHT,
    /** Nowhere: y means nothing but height. */
    NONE
  }

  /** Paints the axes into an area; says where they came to stand. */
  public Plot paint(Graphics2D g, Sizes look, Rectangle2D area) {
    return paint(g, look, area, chart -> {});
  }

  /**
   * Paints the axes with series that XChart draws itself; they count in the axes' units, see {@link
   * Axis#unit}.
   */
  public Plot paint(Graphics2D g, Sizes look, Rectangle2D area, Consumer<XYChart> series) {
    XYChart chart = new XYChart((int) area.getWidth(), (int) area.getHeight(), ChartTheme.XChart);
    chart.setXAxisTitle(x.label());
    chart.setYAxisTitle(y.label());
    style(chart.getStyler(), look);
    ticks(chart);
    series.accept(chart);
    AffineTransform before = g.getTransform();
    g.translate(area.getX(), area.getY());
    chart.paint(g, chart.getWidth(), chart.getHeight());
    g.setTransform(before);
    return located(chart, area);
  }

  /** Where the axes would stand, without painting them. */
  Plot measured(Sizes look, Rectangle2D area) {
    Graphics2D nowhere = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
    Plot plot = paint(nowhere, look, area);
    nowhere.dispose();
    return plot;
  }

  /**
   * The same axes with one of them lengthened around its middle, so that a unit is as long on both
   * when they are painted into such an area.
   */
  public Axes sameScale(Sizes look, Rectangle2D area) {
    Axes out = this;
    // A longer y axis may have wider ticks, which leave less room for x: a few rounds settle it.
    for (int round = 0; round < 4; round++) {
      Rectangle2D box = out.measured(look, area).box();
      double unit = Math.max(out.x.length() / box.getWidth(), out.y.length() / box.getHeight());
      out =
          new Axes(
              lengthened(out.x, unit * box.getWidth()),
              lengthened(out.y, unit * box.getHeight()),
              side,
              grid);
    }
    return out;
  }

  private static Axis lengthened(Axis a, double length) {
    double middle = a.lo() / 2 + a.hi() / 2;
    return a.between(middle - length / 2, middle + length / 2);
  }

  private void style(XYStyler s, Sizes look) {
    s.setLegendVisible(false);
    s.setChartTitleVisible(false);
    s.setChartBackgroundColor(Sizes.PAPER);
    s.setPlotBackgroundColor(Sizes.PAPER);
    s.setPlotBorderVisible(false);
    s.setPlotContentSize(1);
    s.setPlotMargin(0);
    s.setChartPadding(look.padding());
    s.setPlotGridLinesVisible(grid);
    s.setPlotGridLinesColor(Sizes.GRID);
    s.setPlotGridLinesStroke(look.hairline());
    s.setAxisTickLabelsFont(look.font());
    s.setAxisTickLabelsColor(Sizes.QUIET);
    s.setAxisTitleFont(look.font());
    s.setAxisTitlePadding((int) (look.text() * 0.92));
    s.setXAxisTitleColor(Sizes.QUIET);
    s.setYAxisTitleColor(Sizes.QUIET);
    s.setAxisTicksLineVisible(false);
    s.setAxisTicksMarksVisible(false);
    s.setPlotTicksMarksVisible(false);
    s.setXAxisTitleVisible(!x.label().isBlank());
    s.setYAxisTitleVisible(!y.label().isBlank());
    s.setYAxisTicksVisible(side != Side.NONE);
    s.setYAxisGroupPosition(0, side == Side.RIGHT ? YAxisPosition.Right : YAxisPosition.Left);
  }

  private void ticks(XYChart chart) {
    XYStyler s = chart.getStyler();
    double ux = x.unit();
    double uy = y.unit();
    double[] xEnds = {x.lo() / ux, x.hi() / ux};
    double[] yEnds = {y.lo() / uy, y.hi() / uy};
    // XChart leaves out a tick at the very end of an axis.
    double sliver = 1e-6 * (xEnds[1] - xEnds[0]);
    s.setXAxisMin(xEnds[0] - sliver).setXAxisMax(xEnds[1] + sliver);
    s.setYAxisMin(yEnds[0]).setYAxisMax(yEnds[1]);
    s.setXAxisTickMarkSpacingHint((int) Math.ceil(x.spacing()));
    s.setYAxisTickMarkSpacingHint((int) Math.ceil(y.spacing()));
    s.setxAxisTickLabelsFormattingFunction(v -> x.words().apply(v * ux));
    s.setyAxisTickLabelsFormattingFunction(v -> y.words().apply(v * uy));
    unseen(chart, xEnds, yEnds);
  }

  /**
   * XChart would put ticks on the data's own positions where those are evenly spaced; the third,
   * uneven point of this invisible series keeps it to round numbers.
   */
  private static void unseen(XYChart chart, double[] x, double[] y) {
    double[] xs = {x[0], x[1], x[0] + 0.37 * (x[1] - x[0])};
    double[] ys = {y[0], y[1], y[0] + 0.37 * (y[1] - y[0])};
    XYSeries series = chart.addSeries(" ", xs, ys);
    series.setLineStyle(SeriesLines.NONE);
    series.setMarker(SeriesMarkers.NONE);
  }

  private Plot located(XYChart chart, Rectangle2D a) {
    double left = a.getX() + chart.getScreenXFromChart(x.lo() / x.unit());
    double right = a.getX() + chart.getScreenXFromChart(x.hi() / x.unit());
    double bottom = a.getY() + chart.getScreenYFromChart(y.lo() / y.unit());
    double top = a.getY() + chart.getScreenYFromChart(y.hi() / y.unit());
    return Plot.over(new Rectangle2D.Double(left, top, right - left, bottom - top), x, y);
  }
}
