package initlab.lesson;

import initlab.base.Numbers;
import initlab.math.Interval;
import initlab.view.Displayable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A sentence that a text says about initialization, what was measured, and the verdict. A verdict
 * is never printed against its measurement: each takes the condition that has to come out true, and
 * where it does not, the claim stays unsettled and says so.
 *
 * <pre>{@code
 * Claim.of("C45", "S3", "N(0, 1), 100 wide, five linear layers: variance 1e10 at the end")
 *     .found("variance of layer 5", median, low, high)
 *     .holds(median > 0.5e10 && median < 2e10)
 * }</pre>
 *
 * <p>Verdicts are kept by id for {@link Lesson#claims()}: running a cell again replaces its own.
 *
 * @param id the row of the course's ledger: C01 ... C80, T01 ... T12
 * @param source who says so, by title
 * @param words the claim in our own words
 * @param findings what was measured, one sentence each
 * @param verdict the verdict so far
 * @param because the restatement, the right statement, or the reason; may be empty
 */
public record Claim(
    String id, String source, String words, List<String> findings, Verdict verdict, String because)
    implements Displayable {

  /** How a claim can end. */
  public enum Verdict {
    /** Nothing was decided yet. */
    OPEN("open", "#7f8c9b", "by"),
    /** It is true as it stands. */
    HOLDS("holds", "#2e9e5b", "by"),
    /** It is true in other words. */
    RESTATED("holds when restated", "#2b7bba", "restated"),
    /** It is not true. */
    FAILS("fails", "#d2691e", "instead"),
    /** It was not tried in this course. */
    NOT_TESTED("not tested here", "#7f8c9b", "because"),
    /** What was measured in this run speaks against the verdict that the lesson expected. */
    UNSETTLED("not settled", "#c0392b", "because");

    private final String label;
    private final String colour;
    private final String lead;

    Verdict(String label, String colour, String lead) {
      this.label = label;
      this.colour = colour;
      this.lead = lead;
    }

    /** The verdict in words. */
    public String label() {
      return label;
    }
  }

  private static final Map<String, String> TITLES = Resource.entries("claims.properties");

  private static final Map<String, Claim> SESSION = new TreeMap<>();

  public Claim {
    findings = List.copyOf(findings);
  }

  /**
   * A claim to be judged.
   *
   * @param source a title, or any of the course's sources: {@code "S1, S3, S4"}
   */
  public static Claim of(String id, String source, String words) {
    var titles = source;
    for (var title : TITLES.entrySet()) {
      titles = titles.replaceAll("\\b" + title.getKey() + "\\b", title.getValue());
    }
    return new Claim(id, titles, words, List.of(), Verdict.OPEN, "");
  }

  /** With a sentence on what was measured. */
  public Claim found(String sentence) {
    var more = new ArrayList<>(findings);
    more.add(sentence);
    return new Claim(id, source, words, more, verdict, because);
  }

  /** With a measured number, shown with three digits. */
  public Claim found(String what, double value) {
    return found(what + ": " + Numbers.inWords(value));
  }

  /** With a measured number and its interval over seeds. */
  public Claim found(String what, double value, double low, double high) {
    return found(what + ": " + Numbers.inWords(value) + interval(low, high));
  }

  /** With a measured median and its interval over seeds: "0.653 (0.15 to 2.9)". */
  public Claim found(String what, Interval measured) {
    return found(what, measured.median(), measured.low(), measured.high());
  }

  private static String interval(double low, double high) {
    return " (" + Numbers.inWords(low) + " to " + Numbers.inWords(high) + ")";
  }

  /** Holds or fails, as measured. */
  public Claim judge(boolean measured) {
    return ended(measured ? Verdict.HOLDS : Verdict.FAILS, "");
  }

  /** Holds or fails, as measured, with a sentence on what that was. */
  public Claim judge(boolean measured, String what) {
    return found(what).judge(measured);
  }

  /** Holds, if what was measured says so. */
  public Claim holds(boolean measured) {
    return decided(measured, Verdict.HOLDS, "");
  }

  /** Holds in these other words, if what was measured says so. */
  public Claim holdsRestated(String restatement, boolean measured) {
    return decided(measured, Verdict.RESTATED, restatement);
  }

  /** Fails, and this is right instead, if what was measured says so. */
  public Claim fails(String right, boolean measured) {
    return decided(measured, Verdict.FAILS, right);
  }

  /** Not tested here, for this reason. */
  public Claim notTested(String reason) {
    return ended(Verdict.NOT_TESTED, reason);
  }

  private Claim decided(boolean measured, Verdict expected, String words) {
    return measured
        ? ended(expected, words)
        : ended(
            Verdict.UNSETTLED,
            "this run does not measure what the verdict \"" + expected.label + "\" needs");
  }

  private Claim ended(Verdict end, String why) {
    var claim = new Claim(id, source, words, findings, end, why);
    synchronized (SESSION) {
      SESSION.put(id, claim);
    }
    return claim;
  }

  /** The claims judged in this session, by id. */
  static List<Claim> judged() {
    synchronized (SESSION) {
      return List.copyOf(SESSION.values());
    }
  }

  /** Forgets all claims judged so far. */
  static void forgetAll() {
    synchronized (SESSION) {
      SESSION.clear();
    }
  }

  private List<String> lines() {
    var lines = new ArrayList<String>();
    findings.forEach(finding -> lines.add("measured: " + finding));
    if (!because.isEmpty()) {
      lines.add(verdict.lead + ": " + because);
    }
    return lines;
  }

  /** Verdict, claim, source, what was measured and what is right, as text and as HTML. */
  @Override
  public Map<String, String> display() {
    var html = new StringBuilder();
    html.append("<div style=\"border-left:4px solid ").append(verdict.colour);
    html.append(";padding-left:0.6em\"><b style=\"color:").append(verdict.colour).append("\">");
    html.append(Note.escape(id + " " + verdict.label)).append("</b> \u201c");
    html.append(Note.escape(words)).append("\u201d <i>(").append(Note.escape(source));
    html.append(")</i>");
    lines().forEach(line -> html.append("<br>").append(Note.escape(line)));
    return Map.of("text/plain", toString(), "text/html", html.append("</div>").toString());
  }

  @Override
  public String toString() {
    var text = new StringBuilder(id + " " + verdict.label + ": \"" + words + "\" (" + source + ")");
    lines().forEach(line -> text.append("\n  ").append(line));
    return text.toString();
  }
}
