package initlab.view.sketch;

import initlab.view.draw.Heading;
import initlab.view.draw.Pen;
import initlab.view.draw.Sizes;
import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.util.List;

/** Paints a net: columns of circles, weights between them, arrows above and below. */
final class SketchPainter {
  private static final Color FORWARD = new Color(0x0072B2);
  private static final Color BACKWARD = new Color(0xB34E00);
  private static final Color NEURON = new Color(0xDCEAF3);

  private final String title;
  private final List<Column> columns;
  private final Sizes look;
  private final double step;
  private final double middle;
  private final double spacing;

  SketchPainter(String title, List<Column> columns, Sizes look) {
    this.title = title;
    this.columns = columns;
    this.look = look;
    this.step = look.width() / (columns.size() + (isCut() ? 1.0 : 0.0));
    this.middle = look.height() * 0.53;
    this.spacing = look.height() * 0.083;
  }

  void paint(java.awt.Graphics2D g) {
    Pen pen = new Pen(g, look);
    new Heading(title, "").paint(pen);
    for (int k = 0; k + 1 < columns.size(); k++) {
      between(pen, k);
    }
    for (int k = 0; k < columns.size(); k++) {
      column(pen, k);
    }
    double top = look.row() * 2.4;
    double bottom = look.height() - look.row() * 0.9;
    arrow(pen, x(0), last(), top, FORWARD);
    words(pen, "forward: z = a W, a = f(z)", middleX(), top - look.row() * 0.55, FORWARD);
    arrow(pen, last(), x(0), bottom, BACKWARD);
    words(pen, "backward: gradients", middleX(), bottom - look.row() * 0.55, BACKWARD);
  }

  /** Whether layers are left out in the middle. */
  private boolean isCut() {
    return gapAfter() >= 0;
  }

  /** The column behind which layers are left out, or -1. */
  private int gapAfter() {
    for (int k = 0; k + 1 < columns.size(); k++) {
      if (columns.get(k + 1).layer() > columns.get(k).layer() + 1) {
        return k;
      }
    }
    return -1;
  }

  private double x(int k) {
    int places = k + (isCut() && k > gapAfter() ? 1 : 0);
    return step * (places + 0.5);
  }

  private double last() {
    return x(columns.size() - 1);
  }

  private double middleX() {
    return (x(0) + last()) / 2;
  }

  private double y(Column column, int place) {
    return middle + spacing * (place - (column.places() - 1) / 2.0);
  }

  /** A thin line for each weight; three dots where layers are left out. */
  private void between(Pen pen, int k) {
    Column from = columns.get(k);
    Column to = columns.get(k + 1);
    double center = (x(k) + x(k + 1)) / 2;
    if (k == gapAfter()) {
      for (int dot = -1; dot <= 1; dot++) {
        circle(pen, center + dot * look.text(), middle, look.text() * 0.14, Sizes.QUIET);
      }
      return;
    }
    for (int i : from.circles()) {
      for (int j : to.circles()) {
        pen.line(x(k), y(from, i), x(k + 1), y(to, j), Sizes.LEVEL, look.thin() * 0.6f);
      }
    }
    double above = middle - spacing * 3.45;
    words(pen, "W" + to.layer(), center, above, Sizes.TITLE);
  }

  private void column(Pen pen, int k) {
    Column column = columns.get(k);
    double radius = spacing * 0.36;
    for (int place = 0; place < column.places(); place++) {
      if (column.isDots(place)) {
        for (int dot = -1; dot <= 1; dot++) {
          double at = y(column, place) + dot * look.text() * 0.4;
          circle(pen, x(k), at, look.text() * 0.11, Sizes.QUIET);
        }
      } else {
        circle(pen, x(k), y(column, place), radius, FORWARD);
        circle(pen, x(k), y(column, place), radius - look.thin(), NEURON);
      }
    }
    String name = "a" + column.layer() + (column.layer() == 0 ? ", input" : "");
    words(pen, name, x(k), middle - spacing * 3.45, FORWARD);
    words(pen, column.width() + " wide", x(k), middle + spacing * 3.2, Sizes.QUIET);
    words(pen, "dL/da" + column.layer(), x(k), middle + spacing * 4.0, BACKWARD);
  }

  private static void circle(Pen pen, double x, double y, double radius, Color color) {
    pen.g().setColor(color);
    pen.g().fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
  }

  private void words(Pen pen, String words, double center, double y, Color color) {
    double left = center - Sizes.widthOf(words, look.font()) / 2;
    pen.write(words, left, y, look.font(), color);
  }

  private void arrow(Pen pen, double from, double to, double y, Color color) {
    double head = Math.signum(to - from) * look.text() * 0.6;
    pen.line(from, y, to, y, color, look.thick() * 0.7f);
    pen.line(to - head, y - Math.abs(head) * 0.6, to, y, color, look.thick() * 0.7f);
    pen.line(to - head, y + Math.abs(head) * 0.6, to, y, color, look.thick() * 0.7f);
  }
}
