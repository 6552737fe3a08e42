package initlab.view;

import java.util.Arrays;
import java.util.Map;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Hands a panel's bands to XChart as polygons, cut at the window and at every NaN. */
final class Bands {
  private Bands() {}

  static void add(XYChart chart, Panel panel, Scale scale, Map<String, Style> styles) {
    for (Curve c : panel.curves()) {
      Style style = styles.get(c.name());
      if (c.hasBand() && style != null) {
        new Cutter(chart, c, scale, style).cut();
      }
    }
  }

  private record Cutter(XYChart chart, Curve curve, Scale scale, Style style) {

    void cut() {
      double[] low = curve.low();
      double[] high = curve.high();
      int from = 0;
      for (int i = 0; i <= low.length; i++) {
        if (i == low.length || !shows(low[i], high[i])) {
          polygon(from, i, low, high);
          from = i + 1;
        }
      }
    }

    /** NaN has no place on the axis. */
    private static boolean shows(double low, double high) {
      return !Double.isNaN(low) && !Double.isNaN(high);
    }

    private static double[] mirrored(double[] y) {
      double[] out = new double[y.length];
      for (int i = 0; i < y.length; i++) {
        out[i] = y[y.length - 1 - i];
      }
      return out;
    }

    private void polygon(int from, int to, double[] low, double[] high) {
      if (to - from < 2) {
        return;
      }
      int n = to - from;
      double[] x = Arrays.copyOf(Arrays.copyOfRange(curve.x(), from, to), 2 * n);
      double[] y = new double[2 * n];
      for (int i = 0; i < n; i++) {
        y[i] = scale.clamped(high[from + i]);
        x[2 * n - 1 - i] = x[i];
        y[2 * n - 1 - i] = scale.clamped(low[from + i]);
      }
      if (Arrays.equals(y, 0, n, mirrored(y), 0, n)) {
        return; // all zero, or all beyond the window: no width anywhere
      }
      XYSeries series = chart.addSeries(curve.name() + " band " + from, x, y);
      series.setXYSeriesRenderStyle(XYSeriesRenderStyle.PolygonArea);
      series.setFillColor(style.veil());
      series.setLineStyle(SeriesLines.NONE);
      series.setMarker(SeriesMarkers.NONE);
    }
  }
}
