package initlab.lesson;

import initlab.view.Displayable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What was asked and what came out, one row a prediction; where the reader answered, also the guess
 * and how good it was.
 */
record Calibration(List<Prediction> predictions) implements Displayable {
  private static final List<String> OPEN = List.of("asked", "what came out");
  private static final List<String> ANSWERED = List.of("asked", "you", "truth", "verdict");

  @Override
  public Map<String, String> display() {
    return Map.of("text/plain", toString(), "text/html", html());
  }

  private long answered() {
    return predictions.stream().filter(Prediction::isAnswered).count();
  }

  private String headline() {
    if (answered() == 0) {
      return "Predictions of this lesson: " + predictions.size() + ".";
    }
    long right = predictions.stream().filter(Prediction::isRight).count();
    var of = answered() + " of " + predictions.size() + " predictions answered, ";
    return of + right + " right: the same word, or within a factor 3.";
  }

  /** The table with its head. */
  private List<List<String>> rows() {
    boolean open = answered() == 0;
    var rows = new ArrayList<List<String>>();
    rows.add(open ? OPEN : ANSWERED);
    for (var p : predictions) {
      var truth = Prediction.say(p.truth());
      rows.add(
          open
              ? List.of(p.question(), truth)
              : List.of(p.question(), Prediction.say(p.guess()), truth, p.verdict()));
    }
    return rows;
  }

  private String html() {
    var rows = rows();
    var body = rows.stream().skip(1).map(cells -> row("td", cells)).collect(Collectors.joining());
    return "<p>"
        + Note.escape(headline())
        + "</p><table>"
        + row("th", rows.get(0))
        + body
        + "</table>";
  }

  private static String row(String tag, List<String> cells) {
    return cells.stream()
        .map(cell -> "<" + tag + ">" + Note.escape(cell) + "</" + tag + ">")
        .collect(Collectors.joining("", "<tr>", "</tr>"));
  }

  @Override
  public String toString() {
    var lines = rows();
    var text = new StringBuilder(headline());
    for (var line : lines) {
      var padded = new StringBuilder();
      for (int j = 0; j < line.size(); j++) {
        int column = j;
        int width = lines.stream().mapToInt(cells -> cells.get(column).length()).max().orElse(0);
        padded.append(line.get(j)).append(" ".repeat(width - line.get(j).length() + 2));
      }
      text.append('\n').append(padded.toString().stripTrailing());
    }
    return text.toString();
  }
}
