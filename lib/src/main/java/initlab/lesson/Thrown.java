package initlab.lesson;

/** What the reader's own code threw, as one sentence. */
final class Thrown {
  private Thrown() {}

  static String sentence(Throwable thrown) {
    return "your code stopped with " + thrown.getClass().getSimpleName() + message(thrown);
  }

  private static String message(Throwable thrown) {
    if (thrown instanceof StackOverflowError) {
      return ": a method calls itself without end.";
    }
    var text = thrown.getMessage();
    if (text == null || text.isBlank()) {
      return ".";
    }
    var line = text.strip().lines().findFirst().orElse("");
    return ": " + line + (line.endsWith(".") ? "" : ".");
  }
}
