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
    skip(Tokens::isUnseen);
    int from = at;
    if (at == text.length()) {
      return END;
    }
    char first = text.charAt(at++);
    if (Character.isLetter(first)) {
      skip(Tokens::isInWord);
      return name(text.substring(from, at));
    }
    if (isInNumber(first)) {
      skip(Tokens::isInNumber);
      skipExponent();
    } else if (isPair(first) || isSurrogatePair(from)) {
      at++;
    }
    return text.substring(from, at);
  }

  /** What follows the last dot, if it is a name too: in "x.5" a sign is missing. */
  private static String name(String word) {
    int dot = word.lastIndexOf('.', word.length() - 2);
    return Character.isLetter(word.charAt(dot + 1)) ? word.substring(dot + 1) : word;
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

  /** Whether the sign here takes two places, as an emoji does. */
  private boolean isSurrogatePair(int from) {
    return from + 1 < text.length()
        && Character.isSurrogatePair(text.charAt(from), text.charAt(from + 1));
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

  /** Blanks of any kind, and signs without width: what is pasted from a page has them. */
  private static boolean isUnseen(char c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || Character.getType(c) == Character.FORMAT;
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
