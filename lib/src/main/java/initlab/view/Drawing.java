package initlab.view;

import initlab.view.draw.Picture;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A picture with its words. A notebook shows it as PNG; SVG is made when it is asked for. The same
 * data give the same bytes on one machine (fonts differ from machine to machine).
 */
public interface Drawing extends Displayable {

  /** What is painted, and its size. */
  Picture picture();

  /** What the picture shows, in words and numbers computed from its data. */
  @Override
  String text();

  /** The same picture with letters and lines for the back row of a lecture room. */
  Drawing lecture();

  /** The picture as PNG, at twice its size in pixels. */
  default byte[] png() {
    return picture().png();
  }

  /** The picture as one SVG element, with the words of {@link #text()} as its title. */
  default String svg() {
    return picture().svg(text());
  }

  /**
   * The words as {@code text/plain} and the picture as {@code image/png}; where the property {@code
   * initlab.lecture} is true, as when slides are made, the picture for the back row.
   */
  @Override
  default Map<String, String> display() {
    Map<String, String> out = new LinkedHashMap<>();
    out.put("text/plain", text());
    Drawing shown = Boolean.getBoolean("initlab.lecture") ? lecture() : this;
    out.put("image/png", Base64.getEncoder().encodeToString(shown.png()));
    return out;
  }
}
