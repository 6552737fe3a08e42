package initlab.lesson;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;

/** Lists that are content, not code: UTF-8 properties that lie in the jar beside this class. */
final class Resource {
  private Resource() {}

  /** All entries, by name. */
  static Map<String, String> entries(String file) {
    try (Reader reader = reader(file)) {
      var properties = new Properties();
      properties.load(reader);
      var entries = new TreeMap<String, String>();
      properties.stringPropertyNames().forEach(k -> entries.put(k, properties.getProperty(k)));
      return entries;
    } catch (IOException unreadable) {
      throw new IllegalStateException("The jar's " + file + " cannot be read.", unreadable);
    }
  }

  private static Reader reader(String file) {
    var in = Objects.requireNonNull(Resource.class.getResourceAsStream(file), file);
    return new InputStreamReader(in, StandardCharsets.UTF_8);
  }
}
