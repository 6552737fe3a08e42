package initlab.lesson;

import initlab.lesson.exercise.Verdict;
import initlab.view.Displayable;
import java.util.List;
import java.util.Map;

/**
 * What a check says: a sentence behind its mark, and the hints folded beneath until it is right.
 */
record Checked(String id, Verdict verdict, List<String> hints) implements Displayable {

  @Override
  public Map<String, String> display() {
    return Map.of("text/plain", toString(), "text/html", note().html(folded()));
  }

  private Note note() {
    return new Note(
        switch (verdict.kind()) {
          case RIGHT -> Note.Mark.RIGHT;
          case WRONG -> Note.Mark.WRONG;
          case OPEN -> Note.Mark.OPEN;
        },
        verdict.sentence());
  }

  private String folded() {
    var html = new StringBuilder();
    for (int i = 0; i < hints.size() && !verdict.isRight(); i++) {
      html.append("<details><summary>Hint ").append(i + 1).append("</summary>");
      html.append(Note.code(hints.get(i))).append("</details>");
    }
    return html.toString();
  }

  @Override
  public String toString() {
    if (verdict.isRight() || hints.isEmpty()) {
      return note().toString();
    }
    var first = "Lesson.hint(\"" + id + "\", 1)";
    return note() + "\n" + (hints.size() == 1 ? "One hint: " : hints.size() + " hints: ") + first;
  }
}
