package initlab.ledger;

/** What conditions on evidence are made of; NaN meets none. */
final class Is {
  private Is() {}

  /** Whether a number differs from what was said by less than a tenth of it. */
  static boolean near(double number, double said) {
    return within(number / said, 0.9, 1.1);
  }

  /** Whether low &lt;= number &lt;= high. */
  static boolean within(double number, double low, double high) {
    return low <= number && number <= high;
  }
}
