package initlab.kernel;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads JSON into maps, lists, words, numbers and truth values, which is what kernels send on. */
final class Json {
  private final String text;
  private int at;

  private Json(String text) {
    this.text = text;
  }

  /**
   * The value that this text is.
   *
   * @throws IllegalArgumentException if it is not JSON, saying where
   */
  static @Nullable Object parse(String text) {
    Json json = new Json(text);
    Object value = json.value();
    json.space();
    json.require(json.at == text.length(), "nothing more");
    return value;
  }

  private @Nullable Object value() {
    space();
    require(at < text.length(), "a value");
    char c = text.charAt(at);
    return switch (c) {
      case '{' -> map();
      case '[' -> list();
      case '"' -> words();
      default -> plain();
    };
  }

  private Map<String, @Nullable Object> map() {
    Map<String, @Nullable Object> out = new LinkedHashMap<>();
    items(
        '}',
        () -> {
          space();
          require(at < text.length() && text.charAt(at) == '"', "a name in quotes");
          String name = words();
          space();
          take(':');
          out.put(name, value());
        });
    return out;
  }

  private List<@Nullable Object> list() {
    List<@Nullable Object> out = new ArrayList<>();
    items(']', () -> out.add(value()));
    return out;
  }

  private void items(char end, Runnable item) {
    at++;
    space();
    boolean more = !next(end);
    while (more) {
      item.run();
      space();
      more = next(',');
      if (!more) {
        take(end);
      }
    }
  }

  private String words() {
    StringBuilder out = new StringBuilder();
    at++;
    while (!next('"')) {
      require(at < text.length() && text.charAt(at) >= ' ', "a closing quote");
      char c = text.charAt(at++);
      out.append(c == '\\' ? escaped() : c);
    }
    return out.toString();
  }

  private char escaped() {
    require(at < text.length(), "an escape");
    char c = text.charAt(at++);
    int known = "\"\\/bfnrt".indexOf(c);
    if (known >= 0) {
      return "\"\\/\b\f\n\r\t".charAt(known);
    }
    require(c == 'u' && at + 4 <= text.length(), "an escape");
    at += 4;
    return read(text.substring(at - 4, at), hex -> (char) Integer.parseInt(hex, 16));
  }

  private @Nullable Object plain() {
    int from = at;
    while (at < text.length() && ",]} \n\r\t".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    String word = text.substring(from, at);
    return switch (word) {
      case "true", "false" -> Boolean.valueOf(word);
      case "null" -> null;
      default -> read(word, BigDecimal::new);
    };
  }

  private <T> T read(String word, Function<String, T> reader) {
    try {
      return reader.apply(word);
    } catch (NumberFormatException no) {
      throw new IllegalArgumentException("\"" + word + "\" at " + at + " is not JSON", no);
    }
  }

  private void space() {
    while (at < text.length() && " \n\r\t".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private boolean next(char wanted) {
    boolean found = at < text.length() && text.charAt(at) == wanted;
    at += found ? 1 : 0;
    return found;
  }

  private void take(char wanted) {
    require(next(wanted), "'" + wanted + "'");
  }

  private void require(boolean fine, String what) {
    if (!fine) {
      throw new IllegalArgumentException(
          "JSON: " + what + " is due at " + at + " of " + text.length());
    }
  }
}
