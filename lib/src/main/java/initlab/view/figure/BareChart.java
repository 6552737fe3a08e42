package initlab.view.figure;

import java.awt.Color;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.style.Styler.ChartTheme;
import org.knowm.xchart.style.XYStyler;

/** A chart of XChart's with nothing in it but its series: axes and words are painted elsewhere. */
final class BareChart {
  private static final Color NONE = new Color(255, 255, 255, 0);

  private BareChart() {}

  /** So many pixels wide and high, counted in pixels from its lower left corner. */
  static XYChart of(int width, int height) {
    XYChart chart = new XYChart(width, height, ChartTheme.XChart);
    XYStyler s = chart.getStyler();
    s.setLegendVisible(false);
    s.setChartTitleVisible(false);
    s.setAxisTitlesVisible(false);
    s.setAxisTicksVisible(false);
    s.setPlotBorderVisible(false);
    s.setPlotGridLinesVisible(false);
    s.setPlotContentSize(1);
    s.setPlotMargin(0);
    s.setChartPadding(0);
    s.setAxisTickPadding(0);
    s.setAxisTitlePadding(0);
    s.setChartBackgroundColor(NONE);
    s.setPlotBackgroundColor(NONE);
    s.setXAxisMin(0.0).setXAxisMax((double) width);
    s.setYAxisMin(0.0).setYAxisMax((double) height);
    return chart;
  }
}
