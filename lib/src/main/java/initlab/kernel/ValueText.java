package initlab.kernel;

import initlab.base.TimeLimit;
import java.util.concurrent.TimeoutException;
import org.ejml.data.DMatrix;

/**
 * Values as text: an array or a matrix as its shape and a corner, with four significant digits; a
 * long list, set or map as its beginning and its size; a lambda as what it can be used for;
 * everything else as it says, cut where it says too much.
 */
final class ValueText {
  /** How many characters are shown: some ten screens. */
  static final int MOST = 20_000;

  /** How long a value may think about what it says. */
  private static final long PATIENCE_MILLIS = 10_000;

  private ValueText() {}

  /**
   * The text of any value.
   *
   * @throws Exception whatever the value's own toString throws, or a sentence if it does not end
   */
  static String text(Object value) throws Exception {
    return text(value, PATIENCE_MILLIS);
  }

  /** The same with a limit in milliseconds. */
  static String text(Object value, long patience) throws Exception {
    try {
      return TimeLimit.within(patience, () -> cut(words(value)));
    } catch (TimeoutException endless) {
      throw new IllegalStateException(
          "its toString() has not ended after "
              + patience / 1000
              + " s: look for a loop without end in it. It may keep a processor busy until the"
              + " kernel is restarted.");
    }
  }

  private static String words(Object value) {
    if (value instanceof DMatrix matrix) {
      return CornerText.of(matrix);
    }
    if (value instanceof double[][] rows && CornerText.isRectangle(rows)) {
      return CornerText.of(rows);
    }
    return LambdaText.isLambda(value) ? LambdaText.of(value) : new PartsText().of(value);
  }

  /** What is longer than {@link #MOST} characters ends in a note that says how long it was. */
  private static String cut(String text) {
    return text.length() <= MOST
        ? text
        : text.substring(0, MOST)
            + "\n... ("
            + text.length()
            + " characters in all; System.out.println shows them)";
  }
}
