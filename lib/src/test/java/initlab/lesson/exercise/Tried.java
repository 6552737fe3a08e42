package initlab.lesson.exercise;

/** One mistake looked for by a trial, and what a reader sees of the verdict. */
record Tried(Verdict verdict) {

  static Tried of(String title, Mistake mistake, String praise) {
    return new Tried(Trial.of(title, 30_000).without(mistake, 0).verdict(() -> praise));
  }

  /** An exercise's verdict on an answer. */
  static String by(String id, Object answer) {
    return new Tried(Exercises.of(id).orElseThrow().check(answer)).text();
  }

  boolean passed() {
    return verdict.isRight();
  }

  String text() {
    String mark =
        switch (verdict.kind()) {
          case RIGHT -> "\u2713 ";
          case WRONG -> "\u2717 ";
          case OPEN -> "\u2026 ";
        };
    return mark + verdict.sentence();
  }
}
