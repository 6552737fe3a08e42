package initlab.ledger;

import initlab.view.Displayable;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Judged claims as one table: what is said and by whom, the verdict, what was measured, what it was
 * tried on, and what is put right. As text, one card below the other.
 *
 * @param title what stands above the table; may be empty
 * @param rows the claims in their order
 */
public record Judgements(String title, List<Judged> rows) implements Displayable {
  private static final String CELL =
      "<td align=\"left\" style=\"text-align:left;vertical-align:top;white-space:normal\">";

  private static final List<String> COLUMNS =
      List.of("what is said", "verdict", "what was measured", "tried on", "put right");

  public Judgements {
    rows = List.copyOf(rows);
  }

  @Override
  public Map<String, String> display() {
    StringBuilder html = new StringBuilder("<table><caption align=\"top\" style=\"");
    html.append("caption-side:top;text-align:left\"><b>").append(Html.of(title));
    html.append("</b></caption><thead><tr>");
    COLUMNS.forEach(name -> html.append(CELL.replace("td", "th")).append(name).append("</th>"));
    html.append("</tr></thead><tbody>");
    rows.forEach(row -> html.append(row(row)));
    html.append("</tbody></table>");
    return Map.of("text/plain", toString(), "text/html", html.toString());
  }

  private static String row(Judged judged) {
    Claim claim = judged.claim();
    String said = claim.id() + " \u201C" + Html.of(claim.sentence()) + "\u201D";
    return "<tr>"
        + cell(said + "<br><i>" + judged.links() + "</i>")
        + cell(judged.mark())
        + cell(String.join("<br>", judged.evidence().lines().stream().map(Html::of).toList()))
        + cell(Html.of(claim.range()))
        + cell(Html.of(judged.right()))
        + "</tr>";
  }

  private static String cell(String html) {
    return CELL + html + "</td>";
  }

  @Override
  public String toString() {
    String cards = rows.stream().map(Judged::toString).collect(Collectors.joining("\n"));
    return title.isEmpty() ? cards : title + "\n" + cards;
  }
}
