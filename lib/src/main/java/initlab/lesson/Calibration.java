package initlab.lesson;

import initlab.view.Displayable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How well the reader guessed: one row a prediction, and the count above. */
record Calibration(List<Prediction> predictions) implements Displayable {
  private static final List<String> HEAD = List.of("prediction", "you", "truth", "verdict");

  @Override
  public Map<String, String> display() {
    return Map.of("text/plain", toString(), "text/html", html());
  }

  private String headline() {
    long answered = predictions.stream().filter(Prediction::isAnswered).count();
    long right = predictions.stream().filter(Prediction::isRight).count();
    var line = "Predictions: " + answered + " of " + predictions.size() + " answered";
    return answered == 0 ? line + "." : line + ", " + right + " right or within a factor 2.";
  }

  private List<List<String>> rows() {
    var rows = new ArrayList<List<String>>();
    for (var p : predictions) {
      rows.add(List.of(p.id(), Prediction.say(p.guess()), Prediction.say(p.truth()), p.verdict()));
    }
    return rows;
  }

  private String html() {
    var head = row("th", HEAD);
    var body = rows().stream().map(cells -> row("td", cells)).collect(Collectors.joining());
    return "<p>" + Note.escape(headline()) + "</p><table>" + head + body + "</table>";
  }

  private static String row(String tag, List<String> cells) {
    return cells.stream()
        .map(cell -> "<" + tag + ">" + Note.escape(cell) + "</" + tag + ">")
        .collect(Collectors.joining("", "<tr>", "</tr>"));
  }

  @Override
  public String toString() {
    var lines = new ArrayList<List<String>>(List.of(HEAD));
    lines.addAll(rows());
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
