package initlab.kernel;

import java.util.Locale;

/** Says in one sentence why a value could not be shown, and what helps. */
final class Trouble {
  private Trouble() {}

  static String sentence(Object value, Throwable trouble) {
    return "This " + kind(value) + " could not be shown: " + cause(trouble);
  }

  private static String kind(Object value) {
    var name = value.getClass().getSimpleName();
    return name.isEmpty() || name.contains("$") ? "value" : name;
  }

  private static String cause(Throwable trouble) {
    if (trouble instanceof StackOverflowError) {
      return "its toString() calls itself without end. Look for a field or a list that holds the"
          + " object itself.";
    }
    if (trouble instanceof OutOfMemoryError) {
      return "memory ran out. Show a smaller part of it, or restart the kernel.";
    }
    if (trouble instanceof LinkageError && isFonts(trouble)) {
      return "Java found no font library on this machine. `python3 course.py doctor` names the"
          + " packages to install (on Debian and Ubuntu: fontconfig, fonts-dejavu-core,"
          + " libfreetype6, libharfbuzz0b); then restart the kernel.";
    }
    return "it threw " + trouble.getClass().getSimpleName() + message(trouble);
  }

  /** Java asks for its fonts by native libraries; what is missing shows in the name. */
  private static boolean isFonts(Throwable trouble) {
    var text = String.valueOf(trouble.getMessage()).toLowerCase(Locale.ROOT);
    return text.contains("font")
        || text.contains("freetype")
        || text.contains("harfbuzz")
        || text.contains("awt");
  }

  private static String message(Throwable trouble) {
    try {
      var text = trouble.getMessage();
      return text == null || text.isBlank() ? "." : ": " + text.strip();
    } catch (Throwable again) {
      return ".";
    }
  }
}
