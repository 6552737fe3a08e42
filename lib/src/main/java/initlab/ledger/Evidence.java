package initlab.ledger;

import initlab.base.Args;
import initlab.base.Numbers;
import initlab.math.Interval;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was measured for a claim: numbers, each under a short name, in the order in which they are
 * read. A number over seeds has its 5 % and 95 % quantiles beside it.
 *
 * <pre>{@code
 * Evidence.of("layer 10", seen.at(10).interval("Xavier")).and("theory", 0.048)
 * }</pre>
 */
final class Evidence {
  private final Map<String, Interval> findings;

  private Evidence(Map<String, Interval> findings) {
    this.findings = findings;
  }

  /** One number: a count, a share, or one that theory gives. */
  static Evidence of(String name, double number) {
    return of(name, new Interval(number, number, number));
  }

  /** One number over seeds. */
  static Evidence of(String name, Interval measured) {
    return new Evidence(Map.of()).and(name, measured);
  }

  /** The same with one more number. */
  Evidence and(String name, double number) {
    return and(name, new Interval(number, number, number));
  }

  /**
   * The same with one more number over seeds.
   *
   * @throws IllegalArgumentException if the name is taken
   */
  Evidence and(String name, Interval measured) {
    Map<String, Interval> more = new LinkedHashMap<>(findings);
    if (more.put(name, measured) != null) {
      throw Args.bad("the name of a finding", name, "one of its own", "Call it something else.");
    }
    return new Evidence(more);
  }

  /** The number of this name; of one over seeds, the median. */
  double at(String name) {
    return interval(name).median();
  }

  /** Its 5 % quantile. */
  double low(String name) {
    return interval(name).low();
  }

  /** Its 95 % quantile. */
  double high(String name) {
    return interval(name).high();
  }

  /**
   * The number of this name with its ends.
   *
   * @throws IllegalArgumentException if there is none
   */
  Interval interval(String name) {
    Interval found = findings.get(name);
    if (found == null) {
      throw Args.bad("the name of a finding", name, "one of " + findings.keySet(), "Measure it.");
    }
    return found;
  }

  /** "layer 10: 0.051 (0.047 to 0.056); theory: 0.048". */
  @Override
  public String toString() {
    return String.join("; ", lines());
  }

  /** The findings, one text each. */
  List<String> lines() {
    return findings.entrySet().stream()
        .map(finding -> finding.getKey() + ": " + words(finding.getValue()))
        .toList();
  }

  private static String words(Interval found) {
    String middle = Numbers.brief(found.median());
    return found.low() == found.high()
        ? middle
        : middle + " (" + Numbers.brief(found.low()) + " to " + Numbers.brief(found.high()) + ")";
  }
}
