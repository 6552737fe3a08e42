package initlab.view.draw;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.font.FontRenderContext;

/**
 * Sizes in pixels before the doubling that a PNG gets.
 *
 * @param text height of the font of labels and ticks
 * @param thick width of a median's line; theory's is a quarter
 * @param marker width of a marker
 */
public record Sizes(int width, int height, int text, float thick, double marker) {
  public static final Color PAPER = Color.WHITE;
  public static final Color TITLE = new Color(0x222222);
  public static final Color QUIET = new Color(0x666666);
  public static final Color GRID = new Color(0xE6E6E6);
  public static final Color STRIP = new Color(0xF3F1EC);
  public static final Color THEORY = new Color(0x1A1A1A);

  /** Sizes are measured the same way for PNG and SVG, so both have one layout. */
  private static final FontRenderContext FONTS = new FontRenderContext(null, true, true);

  /** For a page: 800 x 400, or less for a single panel. */
  public static Sizes page(int panels) {
    return new Sizes(panels == 1 ? 560 : 800, panels == 1 ? 360 : 400, 11, 2.9f, 6.5);
  }

  /** For the back row of a lecture room: 1280 x 680. */
  public static Sizes lecture() {
    return new Sizes(1280, 680, 20, 5.2f, 11.5);
  }

  public float thin() {
    return thick / 3.6f;
  }

  /** For the grid: square ends, which XChart draws as plain rectangles. */
  public BasicStroke hairline() {
    return new BasicStroke(thin() * 0.8f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);
  }

  public Font font() {
    return new Font(Font.SANS_SERIF, Font.PLAIN, text);
  }

  public Font smallFont() {
    return new Font(Font.SANS_SERIF, Font.PLAIN, text - 1);
  }

  public Font titleFont() {
    return new Font(Font.SANS_SERIF, Font.BOLD, text + 2);
  }

  /** Distance from one line of text to the next. */
  public double row() {
    return text * 1.32;
  }

  /** The unit of all margins. */
  public double gap() {
    return text * 0.55;
  }

  /** Around a panel: room for half of the last tick's label, which XChart else leaves out. */
  public int padding() {
    return (int) (text * 0.85);
  }

  /** Width of the piece of line that stands before a label. */
  public double swatch() {
    return text * 1.7;
  }

  public static double widthOf(String words, Font font) {
    return words.isEmpty() ? 0 : font.getStringBounds(words, FONTS).getWidth();
  }
}
