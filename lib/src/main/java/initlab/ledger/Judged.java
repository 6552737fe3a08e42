package initlab.ledger;

import initlab.view.Displayable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A claim, what was measured for it, and the verdict; shown as a card.
 *
 * @param claim what was judged
 * @param evidence what was measured
 * @param verdict how it ends
 * @param right the restatement, the right statement or the reason; empty where there is nothing to
 *     add
 */
public record Judged(Claim claim, Evidence evidence, Verdict verdict, String right)
    implements Displayable {

  /** What is shown under the claim, each with its name. */
  private List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("measured: " + evidence);
    lines.add("tried on: " + claim.range());
    if (!right.isEmpty()) {
      lines.add(verdict.lead() + ": " + right);
    }
    return lines;
  }

  /** The verdict behind its coloured mark, in HTML. */
  String mark() {
    return "<b style=\"color:" + verdict.colour() + "\">\u25CF " + verdict.label() + "</b>";
  }

  /** The texts that say it, each a link where it has an address, in HTML. */
  String links() {
    return claim.sources().stream().map(Source::html).collect(Collectors.joining(", "));
  }

  @Override
  public Map<String, String> display() {
    StringBuilder html = new StringBuilder("<div style=\"border-left:4px solid ");
    html.append(verdict.colour()).append(";padding-left:0.6em\">").append(claim.id());
    html.append(' ').append(mark()).append("<br>\u201C").append(Html.of(claim.sentence()));
    html.append("\u201D <i>(").append(links()).append(")</i>");
    lines().forEach(line -> html.append("<br>").append(Html.of(line)));
    return Map.of("text/plain", toString(), "text/html", html.append("</div>").toString());
  }

  @Override
  public String toString() {
    String said = claim.sources().stream().map(Source::title).collect(Collectors.joining(", "));
    String head = claim.id() + " " + verdict.label() + ": \"" + claim.sentence() + "\" (" + said;
    return head + ")\n  " + String.join("\n  ", lines());
  }
}
