package initlab.view.sketch;

import initlab.view.draw.Heading;
import initlab.view.draw.Pen;
import initlab.view.draw.Sizes;
import initlab.view.draw.Style;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** Paints a staircase of boxes: finished, at work, not reached. */
record StepsPainter(String title, List<Steps.Step> steps, Sizes look) {
  private static final Color FINISHED = new Color(0xE4E4E4);
  private static final Color AT_WORK = new Color(0xFFD98A);
  private static final Color RIM = new Color(0x9A6A00);

  /** The share of the width that the boxes take; the rest is for what is done. */
  private static final double BOXES = 0.7;

  void paint(Graphics2D g) {
    Pen pen = new Pen(g, look);
    new Heading(title, "").paint(pen);
    for (int k = 0; k < steps.size(); k++) {
      centred(pen, "layer " + (k + 1), x(k) + width() / 2, look.row() * 2.3, Sizes.QUIET);
      row(pen, k);
    }
  }

  private double left() {
    return look.margin() + look.text() * 3.2;
  }

  private double width() {
    return (look.width() * BOXES - left()) / steps.size();
  }

  private double x(int column) {
    return left() + column * width();
  }

  private double y(int row) {
    return look.row() * (3 + 2.3 * row);
  }

  private void row(Pen pen, int row) {
    double middle = y(row) + look.row() * 0.85;
    pen.write("batch", look.margin(), middle, look.font(), Sizes.QUIET);
    pen.line(left() - look.text() * 0.4, middle, x(row), middle, RIM, look.thin() * 1.6f);
    for (int column = 0; column < steps.size(); column++) {
      box(pen, row, column, middle);
    }
    pen.write(steps.get(row).done(), x(steps.size()) + look.gap(), middle, look.font(), RIM);
  }

  private void box(Pen pen, int row, int column, double middle) {
    double h = look.row() * 1.7;
    var area = new Rectangle2D.Double(x(column) + width() * 0.05, middle - h / 2, width() * 0.9, h);
    if (column > row) {
      pen.stroke(area, Sizes.GRID, Style.Dash.SOLID, look.thin() * 1.5f);
      return;
    }
    pen.fill(area, column < row ? FINISHED : AT_WORK);
    if (column < row) {
      double from = area.getMaxX();
      pen.line(from, middle, from + width() * 0.1, middle, RIM, look.thin() * 1.6f);
    }
    String words = column < row ? steps.get(column).after() : steps.get(column).found();
    centred(pen, words, area.getCenterX(), middle, column < row ? Sizes.QUIET : Sizes.TITLE);
  }

  private void centred(Pen pen, String words, double x, double y, Color color) {
    pen.write(words, x - Sizes.widthOf(words, look.font()) / 2, y, look.font(), color);
  }
}
