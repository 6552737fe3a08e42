package initlab.view.draw;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.geom.Rectangle2D;

/**
 * Sizes in pixels before the doubling that a PNG gets.
 *
 * @param text height of the font of labels and ticks
 * @param thick width of a median's line; theory's under it is twice as wide
 * @param marker width of a marker
 */
public record Sizes(int width, int height, int text, float thick, double marker) {
  public static final Color PAPER = Color.WHITE;

  /** Behind words that stand over curves, which still show through. */
  public static final Color PLATE = new Color(255, 255, 255, 190);

  public static final Color TITLE = new Color(0x222222);
  public static final Color QUIET = new Color(0x666666);
  public static final Color TICKS = new Color(0x444444);
  public static final Color GRID = new Color(0xE6E6E6);
  public static final Color STRIP = new Color(0xF3F1EC);
  public static final Color THEORY = new Color(0x1A1A1A);

  /** Theory's line under the medians: pale, so that their colours stay colours. */
  public static final Color THEORY_UNDER = new Color(0xC2C2C2);

  /** A line straight across, such as chance. */
  public static final Color LEVEL = new Color(0xA8A8A8);

  /** Shading behind all curves. */
  public static final Color GROUND = new Color(0xEAE6DC);

  /** No line of a picture has room for more. */
  private static final int MOST_LETTERS = 300;

  /** Words that have no room are written no smaller than so many times their size. */
  private static final double SMALLEST = 0.75;

  /** Sizes are measured the same way for PNG and SVG, so both have one layout. */
  private static final FontRenderContext FONTS = new FontRenderContext(null, true, true);

  /** For a page: 800 x 400, or less for a single panel. */
  public static Sizes page(int panels) {
    return panels == 1 ? page(560, 360) : page(800, 400);
  }

  /** For the back row of a lecture room: 1280 x 680. */
  public static Sizes lecture() {
    return new Sizes(1280, 680, 25, 5.8f, 13);
  }

  /** A picture for a page, of another size than the usual. */
  public static Sizes page(int width, int height) {
    return new Sizes(width, height, 11, 2.9f, 6.5);
  }

  /** The same letters and lines in a picture of another size. */
  public Sizes resized(double width, double height) {
    return new Sizes((int) Math.ceil(width), (int) Math.ceil(height), text, thick, marker);
  }

  /** The whole picture. */
  public Rectangle2D page() {
    return new Rectangle2D.Double(0, 0, width, height);
  }

  /** Width of the lines of theory, and of all that is not a median. */
  public float thin() {
    return thick / 3.6f;
  }

  /** Theory's line under a median, of which a rim is seen on both sides. */
  public BasicStroke underlay() {
    return new BasicStroke(thick * 2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
  }

  /** For the grid: square ends. */
  public BasicStroke hairline() {
    return new BasicStroke(thin() * 0.8f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);
  }

  /** For labels and ticks. */
  public Font font() {
    return new Font(Font.SANS_SERIF, Font.PLAIN, text);
  }

  /** For the key and for notes. */
  public Font smallFont() {
    return new Font(Font.SANS_SERIF, Font.PLAIN, text - 1);
  }

  /** For the picture's title. */
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

  /** From the picture's edge to its title and key. */
  public double margin() {
    return gap() * 1.5;
  }

  /** Around a panel. */
  public int padding() {
    return (int) (text * 0.85);
  }

  /** Width of the piece of line that stands before a label. */
  public double swatch() {
    return text * 1.7;
  }

  /** Words, or as much of their beginning as has room, with three dots behind. */
  public static String shortened(String words, Font font, double room) {
    if (widthOf(words, font) <= room) {
      return words;
    }
    int keep = Math.min(MOST_LETTERS, words.codePointCount(0, words.length()) - 1);
    String out = beginning(words, keep);
    while (keep > 0 && widthOf(out, font) > room) {
      out = beginning(words, --keep);
    }
    return out;
  }

  /** This font, or the one in which words have room, if that is not smaller than three quarters. */
  public static Font fitted(String words, Font font, double room) {
    double part = room / widthOf(words, font) - 0.001; // what is measured is rounded
    return part < 1 && part >= SMALLEST ? font.deriveFont((float) part * font.getSize2D()) : font;
  }

  private static String beginning(String words, int letters) {
    return words.substring(0, words.offsetByCodePoints(0, letters)).strip() + "\u2026";
  }

  /** Width of words in pixels. */
  public static double widthOf(String words, Font font) {
    return words.isEmpty() ? 0 : font.getStringBounds(words, FONTS).getWidth();
  }
}
