package initlab.view.figure;

import initlab.view.draw.Heading;
import initlab.view.draw.Legend;
import initlab.view.draw.Palette;
import initlab.view.draw.Pen;
import initlab.view.draw.Sizes;
import initlab.view.draw.Style;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** Lays out a figure: title and key on top, panels side by side, labels or else a legend. */
final class FigurePainter {
  private final String title;
  private final List<Panel> panels;
  private final Scale scale;
  private final Sizes look;
  private final List<String> names;
  private final Map<String, Style> styles;

  FigurePainter(String title, List<Panel> panels, Scale scale, Sizes look) {
    this.title = title;
    this.panels = panels;
    this.scale = scale;
    this.look = look;
    this.names =
        panels.stream().flatMap(p -> p.curves().stream()).map(Curve::name).distinct().toList();
    this.styles = Palette.styles(names);
  }

  void paint(Graphics2D g) {
    Pen pen = new Pen(g, look);
    Heading heading = new Heading(title, key());
    heading.paint(pen);
    double top = heading.height(look);
    boolean labels = labelsFit(top);
    Legend legend = Legend.ofCurves(names, styles);
    double bottom = look.height() - (labels ? 0 : legend.height(look));
    double x = 0;
    double gutters = labels ? panels.stream().mapToDouble(this::gutter).sum() : 0;
    double width = (look.width() - gutters) / panels.size();
    for (Panel p : panels) {
      double gutter = labels ? gutter(p) : 0;
      double left = x + (p.endsLeft() ? gutter : 0);
      Rectangle2D area = new Rectangle2D.Double(left, top, width, bottom - top);
      new PanelPainter(pen, p, scale, styles).paint(area, labels);
      x += width + gutter;
    }
    if (!labels) {
      legend.paint(pen, bottom);
    }
  }

  private boolean labelsFit(double top) {
    double room = look.height() - top - 5 * look.row();
    return panels.stream()
        .allMatch(
            p ->
                LabelSpacing.fits(p.curves().size(), look.row(), 0, room)
                    && gutter(p) < 0.45 * look.width() / panels.size());
  }

  private double gutter(Panel p) {
    List<String> shown = new ArrayList<>();
    for (Curve given : p.curves()) {
      Curve c = p.endsLeft() ? given.reversed() : given;
      CurvePath.end(c.x(), c.median(), scale).ifPresent(e -> shown.add(c.name()));
    }
    return shown.isEmpty() ? 0 : LabelPainter.gutter(shown, look);
  }

  private String key() {
    List<Curve> all = panels.stream().flatMap(p -> p.curves().stream()).toList();
    StringJoiner key = new StringJoiner(" \u00B7 ");
    if (all.stream().anyMatch(Curve::hasBand)) {
      key.add("thick: median").add("band: 5\u201395 % of seeds");
    }
    if (all.stream().anyMatch(Curve::hasTheory)) {
      key.add("thin: theory");
    }
    if (all.stream().anyMatch(Curve::hasTheoryBand)) {
      key.add("dotted: its 5\u201395 %");
    }
    return key.toString();
  }
}
