package initlab.view.figure;

import initlab.base.Numbers;
import initlab.view.draw.Simplify;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.util.List;
import java.util.Locale;

/**
 * What an explorer's picture is drawn from, as one CSV table. Column {@code p} counts the panels,
 * {@code i} the places of the slider; {@code k} is m for the median, t for theory, b for the band,
 * w for the words, and above, below or nan for the mark of an exit. Heights are axis coordinates of
 * the scale, so that clipped lines, exact zeros and overflow stand where the standard figure has
 * them.
 */
final class ExplorerData {
  /** About the size of a panel in pixels: enough to leave out points by. */
  private static final double PIXELS = 300;

  /** Name, median, theory, its band, and an event. */
  private static final int LINES = 5;

  private final Scale scale;
  private final double width;
  private final StringBuilder rows = new StringBuilder("p,i,k,piece,x,y,y2,says\n");

  private ExplorerData(Scale scale, double width) {
    this.scale = scale;
    this.width = width;
  }

  /** The table of these panels, whose curves stand in the order of the slider's values. */
  static String csv(List<Panel> panels, Scale scale) {
    double[] x = panels.get(0).curves().get(0).x();
    var data = new ExplorerData(scale, Math.max(1e-9, x[x.length - 1] - x[0]));
    for (int p = 0; p < panels.size(); p++) {
      Panel panel = panels.get(p);
      for (int i = 0; i < panel.curves().size(); i++) {
        data.add(p + "," + i + ",", panel, panel.curves().get(i));
      }
    }
    return data.rows.toString();
  }

  private void add(String key, Panel panel, Curve curve) {
    Curve c = panel.endsLeft() ? curve.reversed() : curve;
    path(key + "m,", CurvePath.follow(c.x(), c.median(), scale).path());
    if (c.hasTheory()) {
      path(key + "t,", CurvePath.follow(c.x(), c.theory(), scale).path());
    }
    for (CurvePath.Exit exit : CurvePath.follow(c.x(), c.median(), scale).exits()) {
      String why = exit.why().name().toLowerCase(Locale.ROOT);
      row(key + why + ",0", exit.at().getX(), exit.at().getY());
    }
    if (c.hasBand()) {
      band(key + "b,", curve);
    }
    rows.append(key).append("w,0,,,,\"").append(said(panel, curve)).append("\"\n");
  }

  /** The figure's words, in as many short lines for each curve, so that nothing jumps. */
  private String said(Panel panel, Curve curve) {
    String words = FigureWords.curve(curve, panel, scale).replace("\"", "\"\"");
    List<String> lines = List.of(words.replace(": ", "|").replace("; ", "|").split("\\|", -1));
    return String.join("|", lines) + "| ".repeat(Math.max(0, LINES - lines.size()));
  }

  /** The visible pieces of a line, with as few points as it takes. */
  private void path(String key, Path2D path) {
    double height = scale.top() - scale.bottom();
    path.transform(AffineTransform.getScaleInstance(PIXELS / width, PIXELS / height));
    int piece = 0;
    double[] to = new double[6];
    for (PathIterator it = Simplify.path(path).getPathIterator(null); !it.isDone(); it.next()) {
      piece += it.currentSegment(to) == PathIterator.SEG_MOVETO ? 1 : 0;
      row(key + piece, to[0] * width / PIXELS, to[1] * height / PIXELS);
    }
  }

  /** Brought to the window, and cut at every NaN. */
  private void band(String key, Curve c) {
    int piece = 1;
    double[] x = c.x();
    double[] low = c.low();
    double[] high = c.high();
    for (int i = 0; i < x.length; i++) {
      if (Double.isNaN(low[i]) || Double.isNaN(high[i])) {
        piece++;
      } else {
        row(key + piece, x[i], scale.clamped(low[i]), scale.clamped(high[i]));
      }
    }
  }

  private void row(String key, double... values) {
    rows.append(key);
    for (double v : values) {
      rows.append(',').append(Numbers.brief(v, 4));
    }
    rows.append('\n');
  }
}
