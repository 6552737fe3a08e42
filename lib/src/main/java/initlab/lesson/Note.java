package initlab.lesson;

import initlab.view.Displayable;
import java.util.Map;

/**
 * A sentence to the reader.
 *
 * @param mark what kind of sentence it is
 * @param sentence the sentence, without its mark
 */
record Note(Mark mark, String sentence) implements Displayable {

  /** What a note's sign and colour say. */
  enum Mark {
    /** Just to know. */
    INFO("", "#7f8c9b"),
    /** Right. */
    RIGHT("\u2713 ", "#2e9e5b"),
    /** Not right yet. */
    WRONG("\u2717 ", "#d2691e"),
    /** Not done yet. */
    OPEN("\u2026 ", "#7f8c9b");

    private final String sign;
    private final String colour;

    Mark(String sign, String colour) {
      this.sign = sign;
      this.colour = colour;
    }
  }

  static Note info(String text) {
    return new Note(Mark.INFO, text);
  }

  static Note open(String text) {
    return new Note(Mark.OPEN, text);
  }

  static Note of(boolean right, String text) {
    return new Note(right ? Mark.RIGHT : Mark.WRONG, text);
  }

  /** The sentence behind its mark; in HTML beside a bar that light and dark themes both show. */
  @Override
  public Map<String, String> display() {
    return Map.of("text/plain", toString(), "text/html", html(""));
  }

  /** The sentence as HTML, with more beneath it that is HTML already. */
  String html(String more) {
    var bar = "<div style=\"border-left:4px solid " + mark.colour + ";padding-left:0.6em\">";
    return bar + code(toString()) + more + "</div>";
  }

  /** A text as HTML in which words between backticks are code. */
  static String code(String text) {
    return escape(text).replaceAll("`([^`]+)`", "<code>$1</code>");
  }

  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\n", "<br>");
  }

  @Override
  public String toString() {
    return mark.sign + sentence;
  }
}
