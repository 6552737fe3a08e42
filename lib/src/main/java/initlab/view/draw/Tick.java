package initlab.view.draw;

import java.awt.Font;

/**
 * A tick of an axis.
 *
 * @param at the value that it marks
 * @param words what stands beside it
 * @param raised an exponent that stands above their end; else empty
 */
public record Tick(double at, String words, String raised) {
  /** An exponent's letters, as a part of the words' letters: as large as a room can read. */
  private static final double SMALL = 0.82;

  private static final String RAISED =
      "\u2070\u00B9\u00B2\u00B3\u2074\u2075\u2076\u2077\u2078\u2079";

  /** A tick without an exponent. */
  public static Tick plain(double at, String words) {
    return new Tick(at, words, "");
  }

  /** A tick that says 10 to the power of k. */
  public static Tick power(double at, int k) {
    return new Tick(at, "10", (k < 0 ? "\u2212" : "") + Math.abs(k));
  }

  /** Words and exponent in one line of text. */
  public String line() {
    StringBuilder out = new StringBuilder(words);
    for (int i = 0; i < raised.length(); i++) {
      char c = raised.charAt(i);
      out.append(c == '\u2212' ? '\u207B' : RAISED.charAt(c - '0'));
    }
    return out.toString();
  }

  /** Width of words and exponent in pixels. */
  double width(Sizes look) {
    return Sizes.widthOf(words, look.font()) + Sizes.widthOf(raised, small(look));
  }

  /** Writes them from x to the right, the words' middle at height y. */
  void write(Pen pen, double x, double y) {
    Sizes look = pen.look();
    pen.write(words, x, y, look.font(), Sizes.TICKS);
    if (!raised.isEmpty()) {
      double after = x + Sizes.widthOf(words, look.font());
      pen.write(raised, after, y - 0.38 * look.text(), small(look), Sizes.TICKS);
    }
  }

  private static Font small(Sizes look) {
    return look.font().deriveFont((float) (SMALL * look.text()));
  }
}
