package initlab.view.draw;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;

/** Small strokes of drawing that all painters share. */
public record Pen(Graphics2D g, Sizes look) {

  /** Writes from x to the right, the words' middle at height y. */
  public void write(String words, double x, double y, Font font, Color color) {
    g.setFont(font);
    g.setColor(color);
    g.drawString(
        Svg.legal(words).replace('\n', ' '), (float) x, (float) (y + 0.36 * font.getSize2D()));
  }

  /** Writes so that the words end at x. */
  public void writeTo(String words, double x, double y, Font font, Color color) {
    write(words, x - Sizes.widthOf(words, font), y, font, color);
  }

  /** Writes within so much room: in smaller letters if that is enough, else without the end. */
  public void writeWithin(String words, double x, double y, double room, Font font, Color color) {
    Font fitted = Sizes.fitted(words, font, room);
    write(Sizes.shortened(words, fitted, room), x, y, fitted, color);
  }

  /** A straight solid line. */
  public void line(double x1, double y1, double x2, double y2, Color color, float width) {
    stroke(new Line2D.Double(x1, y1, x2, y2), color, Style.Dash.SOLID, width);
  }

  /** Fills a rectangle. */
  public void fill(Rectangle2D area, Color color) {
    g.setColor(color);
    g.fill(area);
  }

  /** A marker with a thin white rim, so that it stands off the lines beneath. */
  public void marker(Style style, double x, double y) {
    marker(style, x, y, look.marker());
  }

  /** A marker about {@code size} across. */
  public void marker(Style style, double x, double y, double size) {
    g.setColor(Sizes.PAPER);
    g.fill(style.marker().at(x, y, size + look.thick() * 0.9));
    g.setColor(style.color());
    g.fill(style.marker().at(x, y, size));
  }

  /** A short piece of a curve's line with its marker, from x to the right. */
  public void swatch(Style style, double x, double y) {
    stroke(
        new Line2D.Double(x, y, x + look.swatch(), y), style.color(), style.dash(), look.thick());
    marker(style, x + look.swatch() / 2, y);
  }

  /** Draws a line of any shape. */
  public void stroke(Shape shape, Color color, Style.Dash dash, float width) {
    g.setColor(color);
    g.setStroke(dash.stroke(width));
    g.draw(shape);
  }
}
