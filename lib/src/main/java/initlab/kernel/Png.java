package initlab.kernel;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a front end should know of a PNG: the library draws each at twice its size in pixels. */
final class Png {
  private static final long SIGNATURE = 0x89504E470D0A1A0AL;
  private static final int HEADER = 24;
  private static final int HEADER_BASE64 = HEADER / 3 * 4;
  private static final int WIDTH_AT = 16;
  private static final int SCALE = 2;

  private Png() {}

  /** Width and height on the page, where the bytes are a PNG, and the alternative text. */
  static Map<String, Object> metadata(String base64, String alternative) {
    var metadata = new LinkedHashMap<String, Object>();
    metadata.put("alt", alternative);
    if (base64.length() >= HEADER_BASE64) {
      var head = ByteBuffer.wrap(Base64.getDecoder().decode(base64.substring(0, HEADER_BASE64)));
      if (head.getLong(0) == SIGNATURE) {
        metadata.put("width", head.getInt(WIDTH_AT) / SCALE);
        metadata.put("height", head.getInt(WIDTH_AT + Integer.BYTES) / SCALE);
      }
    }
    return metadata;
  }
}
