package initlab.ledger;

/** Text inside HTML. */
final class Html {
  private Html() {}

  /** The same text with what HTML would read as tags written out. */
  static String of(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
