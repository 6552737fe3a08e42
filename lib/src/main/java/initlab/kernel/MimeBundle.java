package initlab.kernel;

import initlab.base.ErrorWords;
import initlab.view.Displayable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/**
 * What a kernel shows for a value, by MIME type. Never throws: on both kernels an Error thrown here
 * would end the thread that answers the notebook, and every later cell would wait for ever.
 */
final class MimeBundle {
  static final String TEXT = "text/plain";
  static final String HTML = "text/html";
  static final String PNG = "image/png";

  /** How the types end whose content a message carries as a structure, not as words. */
  private static final String JSON = "+json";

  /** The mark, in an output's metadata, of what is not worth keeping. */
  static final String TRANSIENT = "transient";

  private MimeBundle() {}

  /** The bundle of any value, {@code text/plain} always among it. */
  static Map<String, String> of(Object value) {
    try {
      return value instanceof Displayable shown
          ? complete(shown)
          : Map.of(TEXT, ValueText.text(value));
    } catch (Throwable trouble) {
      return Map.of(TEXT, ErrorWords.ofDisplay(value, trouble));
    }
  }

  /**
   * Hands a value's bundle to a kernel: the text always, the other types where they are wanted, and
   * the text again as the picture's alternative.
   */
  static void render(
      Object value,
      Predicate<String> wanted,
      BiConsumer<String, Object> data,
      BiConsumer<String, Object> metadata) {
    var bundle = of(value);
    bundle.forEach(
        (type, content) -> {
          if (type.equals(TEXT) || wanted.test(type)) {
            data.accept(type, type.endsWith(JSON) ? structure(content) : content);
          }
        });
    var png = bundle.get(PNG);
    if (png != null) {
      metadata.accept(PNG, Png.metadata(png, bundle.getOrDefault(TEXT, "")));
    }
  }

  /**
   * What no front end could draw is handed on as it is: a wrong picture must not end the kernel.
   */
  private static Object structure(String json) {
    try {
      return Json.parse(json);
    } catch (IllegalArgumentException | LinkageError notJson) {
      return json;
    }
  }

  /** Front ends prefer HTML to a picture: beside a picture it is left out. */
  private static Map<String, String> complete(Displayable shown) {
    var bundle = new LinkedHashMap<>(shown.display());
    if (bundle.keySet().stream().anyMatch(type -> type.startsWith("image/"))) {
      bundle.remove(HTML);
    }
    if (!bundle.containsKey(TEXT)) {
      bundle.put(TEXT, shown.toString());
    }
    return bundle;
  }
}
