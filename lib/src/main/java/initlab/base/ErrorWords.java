package initlab.base;

import java.util.Locale;

/**
 * An exception or an error as one sentence for a reader, with what helps where that is known. Never
 * throws, whatever the exception does.
 */
public final class ErrorWords {
  private ErrorWords() {}

  /** What the reader's own code threw: "your code stopped with ArithmeticException: / by zero." */
  public static String ofCode(Throwable thrown) {
    return "your code stopped with " + of(thrown);
  }

  /** Why a value cannot be shown: "This Figure could not be shown: ...". */
  public static String ofDisplay(Object value, Throwable thrown) {
    String name = value.getClass().getSimpleName();
    String kind = name.isEmpty() || name.contains("$") ? "value" : name;
    return "This " + kind + " could not be shown: " + of(thrown);
  }

  /** The exception's name, and the first line of its message or what is known to help. */
  public static String of(Throwable thrown) {
    return name(thrown.getClass()) + what(thrown);
  }

  /** A class without a name of its own is named by what it extends. */
  private static String name(Class<?> type) {
    String name = type.getSimpleName();
    return name.isEmpty() ? type.getSuperclass().getSimpleName() : name;
  }

  private static String what(Throwable thrown) {
    if (thrown instanceof StackOverflowError) {
      return ": a method calls itself without end. Look for one that calls itself, or for an object"
          + " that holds itself.";
    }
    if (thrown instanceof OutOfMemoryError) {
      return ": memory ran out. Take or show less of it, or restart the kernel.";
    }
    if (thrown instanceof LinkageError && isFonts(message(thrown))) {
      return ": Java found no font library on this machine. `python3 course.py doctor` names the"
          + " packages to install (on Debian and Ubuntu: fontconfig, fonts-dejavu-core,"
          + " libfreetype6, libharfbuzz0b); then restart the kernel.";
    }
    String line = firstLine(message(thrown));
    return line.isEmpty() ? "." : ": " + line + (line.matches(".*[.?!]") ? "" : ".");
  }

  private static String firstLine(String text) {
    String stripped = text.strip();
    int end = stripped.indexOf('\n');
    return end < 0 ? stripped : stripped.substring(0, end).strip();
  }

  /** Java asks for its fonts by native libraries; what is missing shows in the name. */
  private static boolean isFonts(String message) {
    String text = message.toLowerCase(Locale.ROOT);
    return text.contains("font")
        || text.contains("freetype")
        || text.contains("harfbuzz")
        || text.contains("awt");
  }

  private static String message(Throwable thrown) {
    try {
      String text = thrown.getMessage();
      return text == null ? "" : text;
    } catch (Throwable again) {
      return "";
    }
  }
}
