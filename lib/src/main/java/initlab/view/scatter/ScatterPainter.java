package initlab.view.scatter;

import initlab.base.Numbers;
import initlab.view.draw.Axes;
import initlab.view.draw.Axis;
import initlab.view.draw.Cells;
import initlab.view.draw.DivergingColours;
import initlab.view.draw.Heading;
import initlab.view.draw.Legend;
import initlab.view.draw.Marker;
import initlab.view.draw.Palette;
import initlab.view.draw.Pen;
import initlab.view.draw.Plot;
import initlab.view.draw.Sizes;
import initlab.view.draw.Style;
import initlab.view.draw.Ticks;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;

/** Lays out a scatter: title and key, panels of one window side by side, a legend below. */
final class ScatterPainter {
  private static final List<Marker> MARKERS =
      List.of(Marker.CIRCLE, Marker.DIAMOND, Marker.SQUARE, Marker.UP, Marker.DOWN, Marker.CROSS);

  /** Panels are narrow: ticks stand closer than usual, in heights of a letter. */
  private static final double BETWEEN_TICKS = 2.4;

  private final String title;
  private final String xLabel;
  private final String yLabel;
  private final List<Plane> planes;
  private final Sizes look;
  private final List<String> names;
  private final Map<String, Style> styles;

  ScatterPainter(String title, String xLabel, String yLabel, List<Plane> planes, Sizes look) {
    this.title = title;
    this.xLabel = xLabel;
    this.yLabel = yLabel;
    this.planes = planes;
    this.look = look;
    this.names =
        planes.stream().flatMap(p -> p.marks().stream()).map(Mark::name).distinct().toList();
    this.styles = distinct(Palette.styles(names));
  }

  /** The palette's colours with compact markers: bars and posts are for lines. */
  private static Map<String, Style> distinct(Map<String, Style> styles) {
    Map<String, Style> out = new LinkedHashMap<>();
    styles.forEach(
        (name, s) ->
            out.put(
                name, new Style(s.color(), s.dash(), MARKERS.get(out.size() % MARKERS.size()))));
    return out;
  }

  void paint(Graphics2D g) {
    Pen pen = new Pen(g, look);
    Heading heading = new Heading(title, key());
    heading.paint(pen);
    Legend legend = legend();
    double top = heading.height(look);
    double bottom = look.height() - (names.size() > 1 ? legend.height(look) : 0);
    double named = titled() ? look.row() * 0.8 : 0;
    double height = bottom - top - named;
    // No wider than a square plot needs beside its ticks: what is left stays free on both sides.
    double width = Math.min((double) look.width() / planes.size(), height + look.row() * 2);
    double left = (look.width() - width * planes.size()) / 2;
    Axes axes = axes(new Rectangle2D.Double(0, 0, width, height));
    for (int k = 0; k < planes.size(); k++) {
      var area = new Rectangle2D.Double(left + k * width, top + named, width, height);
      panel(pen, planes.get(k), axes, area);
    }
    if (names.size() > 1) {
      legend.paint(pen, bottom);
    }
  }

  private Legend legend() {
    List<Legend.Entry> entries = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Mark m : planes.stream().flatMap(p -> p.marks().stream()).toList()) {
      Style style = styles.get(m.name());
      if (style != null && seen.add(m.name())) {
        boolean line = m.kind() == Mark.Kind.LINE;
        entries.add(new Legend.Entry(m.name(), style, line ? Legend.Mark.LINE : Legend.Mark.POINT));
      }
    }
    return new Legend(List.copyOf(entries));
  }

  private boolean titled() {
    return planes.stream().anyMatch(p -> !p.title().isBlank());
  }

  private Axes axes(Rectangle2D area) {
    Rectangle2D window = Plane.window(planes);
    double near = look.text() * BETWEEN_TICKS;
    Axis x = new Axis(window.getX(), window.getMaxX(), xLabel, near, Ticks::round);
    Axis y = Axis.upward(window.getY(), window.getMaxY(), yLabel, look);
    return new Axes(x, y, Axes.Side.LEFT, true).sameScale(look, area);
  }

  private String key() {
    StringJoiner key = new StringJoiner(" \u00B7 ");
    planes.stream()
        .flatMap(p -> p.circles().stream())
        .distinct()
        .forEach(r -> key.add("circle: radius " + Numbers.brief(r, 3)));
    if (planes.stream().anyMatch(p -> p.region().isPresent())) {
      key.add("orange: above 0").add("blue: below 0");
    }
    return key.toString();
  }

  private void panel(Pen pen, Plane plane, Axes axes, Rectangle2D area) {
    Plot plot = axes.in(area, look);
    axes.paint(pen, plot);
    plane.region().ifPresent(c -> shade(pen, c, plot));
    double y = plot.box().getY() - look.row() * 0.6;
    double room = plot.box().getWidth();
    pen.writeWithin(plane.title(), plot.box().getX(), y, room, look.font(), Sizes.TITLE);
    zero(pen, axes, plot);
    plane.circles().forEach(r -> circle(pen, r, plot));
    MarkPainter painter = new MarkPainter(pen, plot);
    for (Mark m : plane.marks()) {
      Style style = styles.get(m.name());
      if (style != null) {
        painter.paint(m, style);
      }
    }
  }

  private static void shade(Pen pen, Cells cells, Plot plot) {
    DivergingColours colours = new DivergingColours(0, cells.reach(0));
    cells.paint(pen, plot, colours::paleOf);
  }

  /** The two lines through the origin, where they are in the window. */
  private void zero(Pen pen, Axes axes, Plot plot) {
    Rectangle2D box = plot.box();
    Point2D origin = plot.pixel(0, 0);
    if (axes.x().lo() < 0 && axes.x().hi() > 0) {
      double x = origin.getX();
      pen.line(x, box.getY(), x, box.getMaxY(), Sizes.QUIET, look.thin() * 0.8f);
    }
    if (axes.y().lo() < 0 && axes.y().hi() > 0) {
      double y = origin.getY();
      pen.line(box.getX(), y, box.getMaxX(), y, Sizes.QUIET, look.thin() * 0.8f);
    }
  }

  private void circle(Pen pen, double radius, Plot plot) {
    Point2D middle = plot.pixel(0, 0);
    double r = plot.pixelX(radius) - middle.getX();
    var shape = new Ellipse2D.Double(middle.getX() - r, middle.getY() - r, 2 * r, 2 * r);
    pen.stroke(shape, Sizes.THEORY, Style.Dash.SOLID, look.thin() * 1.2f);
  }
}
