package initlab.view.figure;

import initlab.view.draw.Axes;
import initlab.view.draw.Heading;
import initlab.view.draw.Legend;
import initlab.view.draw.Palette;
import initlab.view.draw.Pen;
import initlab.view.draw.Plot;
import initlab.view.draw.Sizes;
import initlab.view.draw.Style;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Lays out a figure: title and key on top, panels side by side, labels or else a legend. */
final class FigurePainter {
  private final String title;
  private final List<Panel> panels;
  private final List<Scale> scales;
  private final Sizes look;
  private final List<String> names;
  private final Map<String, Style> styles;
  private final List<LabelColumn> columns = new ArrayList<>();

  FigurePainter(String title, List<Panel> panels, List<Scale> scales, Sizes look) {
    this.title = title;
    this.panels = panels.stream().map(Panel::onAxis).toList();
    this.scales = scales;
    this.look = look;
    this.names =
        panels.stream().flatMap(p -> p.curves().stream()).map(Curve::name).distinct().toList();
    this.styles = styles(panels);
  }

  /** A look for the name of every curve: that of the name it looks like. */
  private static Map<String, Style> styles(List<Panel> panels) {
    Map<String, String> like = new LinkedHashMap<>();
    panels.forEach(p -> p.curves().forEach(c -> like.put(c.name(), c.looksLike())));
    Map<String, Style> looks = Palette.styles(like.values().stream().distinct().toList());
    Map<String, Style> out = new LinkedHashMap<>();
    like.forEach((name, other) -> out.put(name, Objects.requireNonNull(looks.get(other))));
    return out;
  }

  void paint(Graphics2D g) {
    Pen pen = new Pen(g, look);
    Heading heading = new Heading(title, FigureKey.of(panels, scales));
    heading.paint(pen);
    double top = heading.height(look);
    boolean labels = labelsFit(top);
    Legend legend = Legend.ofCurves(names, styles);
    double bottom = look.height() - (labels ? 0 : legend.height(look));
    List<Plot> plots = panels(pen, top, bottom, labels);
    if (labels) {
      for (int k = 0; k <= panels.size(); k++) {
        columns.get(k).paint(pen, between(plots, k), styles);
      }
    } else {
      legend.paint(pen, bottom);
    }
  }

  /** Paints the panels, and keeps where their curves end. */
  private List<Plot> panels(Pen pen, double top, double bottom, boolean labels) {
    columns.clear();
    for (int k = 0; k <= panels.size(); k++) {
      columns.add(new LabelColumn());
    }
    double all = labels ? gutters() : 0;
    double width = (look.width() - all) / panels.size();
    List<Plot> plots = new ArrayList<>();
    double x = 0;
    for (int k = 0; k < panels.size(); k++) {
      x += labels ? gutter(k) : 0;
      Rectangle2D area = new Rectangle2D.Double(x, top, width, bottom - top);
      PanelPainter painter = new PanelPainter(pen, panels.get(k), scales.get(k), styles);
      Axes axes = PanelAxes.of(panels.get(k), scales.get(k), look);
      double names = labels ? gutter(k + 1) : 0;
      double titleEnd = Math.min(x + width + names, look.width() - look.padding());
      plots.add(painter.paint(axes, area, titleEnd));
      if (!namedBehind(k)) {
        painter.ends(columns.get(k), columns.get(k + 1), plots.get(k));
      }
      x += width;
    }
    return plots;
  }

  /** Whether the next panel's curves end on the same side and all have the same names. */
  private boolean namedBehind(int k) {
    return k + 1 < panels.size()
        && !panels.get(k).endsLeft()
        && !panels.get(k + 1).endsLeft()
        && visible(k).stream().allMatch(visible(k + 1)::contains);
  }

  /** Names of the curves whose end can be seen. */
  private List<String> visible(int k) {
    return panels.get(k).travelling().stream()
        .filter(c -> CurvePath.end(c.x(), c.median(), scales.get(k)).isPresent())
        .map(Curve::name)
        .toList();
  }

  /** From the plot before column k to the plot behind it. */
  private Rectangle2D between(List<Plot> plots, int k) {
    double left = k == 0 ? 0 : plots.get(k - 1).box().getMaxX();
    double right = k == plots.size() ? look.width() : plots.get(k).box().getX();
    Rectangle2D box = plots.get(Math.min(k, plots.size() - 1)).box();
    return new Rectangle2D.Double(left, box.getY(), right - left, box.getHeight());
  }

  private boolean labelsFit(double top) {
    double room = look.height() - top - 5 * look.row();
    boolean rows = names.size() * look.row() <= room;
    return rows && gutters() < 0.45 * look.width();
  }

  private double gutters() {
    double all = 0;
    for (int k = 0; k <= panels.size(); k++) {
      all += gutter(k);
    }
    return all;
  }

  /** Room for the labels between panels k - 1 and k, but for the padding that panels have. */
  private double gutter(int k) {
    List<String> before = k > 0 ? shown(k - 1, false) : List.of();
    List<String> behind = k < panels.size() ? shown(k, true) : List.of();
    List<String> both = new ArrayList<>(before);
    both.addAll(behind);
    boolean left = !before.isEmpty();
    boolean right = !behind.isEmpty();
    double padding = look.padding() * (left && right ? 2 : 1);
    return Math.max(0, LabelColumn.width(both, left, right, look) - padding);
  }

  /** The names that stand beside the panel on this side. */
  private List<String> shown(int k, boolean left) {
    Panel p = panels.get(k);
    return p.endsLeft() != left || namedBehind(k) ? List.of() : visible(k);
  }
}
