package initlab.init.parse;

/** The words, numbers and signs of a formula, one after another. */
final class Tokens {
  /** What comes after the last. */
  static final String END = "";

  private final String text;
  private int at;

  Tokens(String text) {
    this.text = typed(text);
  }

  /** The signs of a printed formula, as a keyboard has them. */
  private static String typed(String text) {
    return text.replace('−', '-')
        .replace('–', '-')
        .replace('×', '*')
        .replace('·', '*')
        .replace('⋅', '*')
        .replace("²", "^2")
        .replace("³", "^3");
  }

  /** The next of them; "Math." and the like before a name are left out. */
  String next() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    int from = at;
    if (at == text.length()) {
      return END;
    }
    char first = text.charAt(at++);
    if (Character.isLetter(first)) {
      skip(Tokens::isInWord);
      return text.substring(1 + Math.max(from - 1, text.lastIndexOf('.', at - 2)), at);
    }
    if (isInNumber(first)) {
      skip(Tokens::isInNumber);
      skipExponent();
    } else if (isPair(first)) {
      at++;
    }
    return text.substring(from, at);
  }

  private interface Kind {
    boolean holds(char c);
  }

  private void skip(Kind kind) {
    while (at < text.length() && kind.holds(text.charAt(at))) {
      at++;
    }
  }

  /** Whether this sign and the next are one: **, &lt;= or &gt;=. */
  private boolean isPair(char first) {
    char second = at < text.length() ? text.charAt(at) : ' ';
    return second == (first == '*' ? '*' : '=') && "*<>".indexOf(first) >= 0;
  }

  /** The e-3 of 1e-3; in "2e" the e is a word of its own. */
  private void skipExponent() {
    int digits = at + 1;
    if (at == text.length() || Character.toLowerCase(text.charAt(at)) != 'e') {
      return;
    }
    if (digits < text.length() && (text.charAt(digits) == '-' || text.charAt(digits) == '+')) {
      digits++;
    }
    if (digits < text.length() && isDigit(text.charAt(digits))) {
      at = digits;
      skip(Tokens::isDigit);
    }
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isInNumber(char c) {
    return isDigit(c) || c == '.';
  }

  private static boolean isInWord(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '.';
  }
}
