package initlab.kernel;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;

/** JSON as a structure, by gson, which both kernels carry. */
final class Json {
  private Json() {}

  /**
   * What gson makes of this text, which a kernel sends on as it is.
   *
   * @throws IllegalArgumentException if the text is no JSON; gson's short way, {@code fromJson},
   *     would take names without quotes, and leave the rest of a text unread
   */
  static JsonElement parse(String text) {
    try {
      var reader = new JsonReader(new StringReader(text));
      JsonElement value = new Gson().getAdapter(JsonElement.class).read(reader);
      if (reader.peek() != JsonToken.END_DOCUMENT) {
        throw new IllegalArgumentException("not JSON: something follows the value");
      }
      return value;
    } catch (IOException | JsonParseException | NumberFormatException | IllegalStateException no) {
      throw new IllegalArgumentException("not JSON: " + no.getMessage(), no);
    }
  }
}
