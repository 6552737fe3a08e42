package initlab.view.figure;

import initlab.view.draw.Pen;
import initlab.view.draw.Plot;
import initlab.view.draw.Simplify;
import initlab.view.draw.Style;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Hands a panel's bands to XChart as polygons, cut at the window and at every NaN. */
final class BandPolygons {
  private final XYChart chart;
  private final Plot plot;
  private final Scale scale;

  private BandPolygons(XYChart chart, Plot plot, Scale scale) {
    this.chart = chart;
    this.plot = plot;
    this.scale = scale;
  }

  /** Paints the bands of all the curves of a panel. */
  static void paint(Pen pen, Plot plot, Panel panel, Scale scale, Map<String, Style> styles) {
    Rectangle2D box = plot.box();
    XYChart chart = BareChart.of((int) box.getWidth(), (int) box.getHeight());
    BandPolygons bands = new BandPolygons(chart, plot, scale);
    for (Curve c : panel.curves()) {
      Style style = styles.get(c.name());
      if (c.hasBand() && style != null) {
        bands.cut(c, style);
      }
    }
    if (!chart.getSeriesMap().isEmpty()) {
      AffineTransform before = pen.g().getTransform();
      pen.g().translate(box.getX(), box.getY());
      chart.paint(pen.g(), chart.getWidth(), chart.getHeight());
      pen.g().setTransform(before);
    }
  }

  private void cut(Curve c, Style style) {
    double[] low = c.low();
    double[] high = c.high();
    int from = 0;
    for (int i = 0; i <= low.length; i++) {
      if (i == low.length || Double.isNaN(low[i]) || Double.isNaN(high[i])) {
        if (hasWidth(from, i, low, high)) {
          add(c.name() + " band " + from, polygon(c.x(), low, high, from, i), style);
        }
        from = i + 1;
      }
    }
  }

  /** A band that is all zero, or all beyond the window, has no width anywhere. */
  private boolean hasWidth(int from, int to, double[] low, double[] high) {
    for (int i = from; i < to; i++) {
      if (to - from > 1 && scale.clamped(low[i]) < scale.clamped(high[i])) {
        return true;
      }
    }
    return false;
  }

  /** There along the upper edge, back along the lower one; in pixels. */
  private Path2D polygon(double[] x, double[] low, double[] high, int from, int to) {
    Path2D.Double path = new Path2D.Double();
    path.moveTo(x[from], scale.clamped(high[from]));
    for (int i = from + 1; i < to; i++) {
      path.lineTo(x[i], scale.clamped(high[i]));
    }
    for (int i = to - 1; i >= from; i--) {
      path.lineTo(x[i], scale.clamped(low[i]));
    }
    path.transform(plot.toPixels());
    return Simplify.path(path);
  }

  /** The chart counts in pixels, upward from the plot's lower left corner. */
  private void add(String name, Path2D path, Style style) {
    DoubleStream.Builder x = DoubleStream.builder();
    DoubleStream.Builder y = DoubleStream.builder();
    double[] point = new double[6];
    for (PathIterator it = path.getPathIterator(null); !it.isDone(); it.next()) {
      it.currentSegment(point);
      x.add(point[0] - plot.box().getX());
      y.add(plot.box().getMaxY() - point[1]);
    }
    XYSeries series = chart.addSeries(name, x.build().toArray(), y.build().toArray());
    series.setXYSeriesRenderStyle(XYSeriesRenderStyle.PolygonArea);
    series.setFillColor(style.veil());
    series.setLineStyle(SeriesLines.NONE);
    series.setMarker(SeriesMarkers.NONE);
  }
}
