package initlab.view;

import java.util.Map;

/**
 * Something a notebook can show. It says what it looks like without knowing any kernel; the kernel
 * room hands the answer to whichever kernel runs.
 */
public interface Displayable {

  /**
   * What to show, by MIME type: {@code text/plain} always, and any of {@code image/png} (base64),
   * {@code image/svg+xml}, {@code text/html}, or a type that ends in {@code +json}. The text says
   * in words and numbers what a picture shows.
   */
  Map<String, String> display();

  /** The {@code text/plain} part of {@link #display()}. */
  default String text() {
    return display().getOrDefault("text/plain", "");
  }
}
