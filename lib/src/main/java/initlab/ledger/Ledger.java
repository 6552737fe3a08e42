package initlab.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * All claims, by the lesson that judges them.
 *
 * <pre>{@code
 * Ledger.claim("C45").orElseThrow().judge()   // measures, and shows a card
 * Ledger.judge("02")                          // all claims of lesson 02 as a table
 * }</pre>
 */
public final class Ledger {
  private static final Map<String, List<Claim>> LESSONS = new TreeMap<>();

  static {
    LESSONS.put("01", ZeroClaims.all());
    LESSONS.put("02", ScaleClaims.all());
    LESSONS.put("03", XavierClaims.all());
    LESSONS.put("04", HeClaims.all());
    LESSONS.put("05", OrthogonalClaims.all());
    LESSONS.put("06", LsuvClaims.all());
    LESSONS.put("07", GainClaims.all());
    LESSONS.put("08", ChaosClaims.all());
    LESSONS.put("09", LayerClaims.all());
    LESSONS.put("10", BlockClaims.all());
    LESSONS.put("11", EndsClaims.all());
  }

  private Ledger() {}

  /** Every claim, lesson after lesson. */
  public static List<Claim> all() {
    return LESSONS.values().stream().flatMap(List::stream).toList();
  }

  /** The claims of a lesson, "01" to "11", in the order of its table; none of an unknown one. */
  public static List<Claim> of(String lesson) {
    return LESSONS.getOrDefault(lesson, List.of());
  }

  /** The claim of this id, such as "C45". */
  public static Optional<Claim> claim(String id) {
    return all().stream().filter(claim -> claim.id().equals(id)).findFirst();
  }

  /** The ids of all claims, lesson after lesson. */
  public static List<String> ids() {
    return all().stream().map(Claim::id).toList();
  }

  /** Measures and judges the claims of a lesson: one table, a few seconds. */
  public static Judgements judge(String lesson) {
    List<Judged> rows = new ArrayList<>();
    of(lesson).forEach(claim -> rows.add(claim.judge()));
    return new Judgements("What texts say, measured here", rows);
  }
}
