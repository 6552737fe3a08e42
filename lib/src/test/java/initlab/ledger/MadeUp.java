package initlab.ledger;

/** Judges claims by measurements that were made up. */
final class MadeUp {
  private MadeUp() {}

  /** The verdict of this claim on these numbers: name, number, name, number. */
  static Verdict verdict(String id, Object... findings) {
    Evidence evidence = Evidence.of((String) findings[0], number(findings[1]));
    for (int i = 2; i < findings.length; i += 2) {
      evidence = evidence.and((String) findings[i], number(findings[i + 1]));
    }
    return Ledger.claim(id).orElseThrow().judge(evidence).verdict();
  }

  private static double number(Object finding) {
    return ((Number) finding).doubleValue();
  }
}
