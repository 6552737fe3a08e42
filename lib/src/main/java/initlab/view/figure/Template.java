package initlab.view.figure;

import initlab.base.Numbers;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** JSON with blanks to be filled in, written {@code @name}. */
final class Template {
  private static final Pattern BLANK = Pattern.compile("@(\\w+)");

  private final String text;
  private final Map<String, String> fillings = new HashMap<>();

  Template(String text) {
    this.text = text;
  }

  /** With JSON for this blank. */
  Template json(String blank, String json) {
    fillings.put(blank, json);
    return this;
  }

  /** With a number, rounded to four digits. */
  Template number(String blank, double value) {
    return json(blank, Numbers.brief(value, 4));
  }

  /** With words, in quotes. */
  Template words(String blank, String words) {
    return json(blank, quoted(words));
  }

  /** The text with every blank filled; what is filled in is not looked at again. */
  String filled() {
    Matcher blanks = BLANK.matcher(text);
    return blanks.replaceAll(
        blank -> {
          String json = fillings.get(blank.group(1));
          if (json == null) {
            throw new IllegalStateException("nothing fills @" + blank.group(1));
          }
          return Matcher.quoteReplacement(json);
        });
  }

  /** Words as JSON has them. */
  static String quoted(String words) {
    StringBuilder s = new StringBuilder("\"");
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      if (c == '"' || c == '\\') {
        s.append('\\').append(c);
      } else if (c == '\n') {
        s.append("\\n");
      } else if (c < ' ') {
        s.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        s.append(c);
      }
    }
    return s.append('"').toString();
  }
}
