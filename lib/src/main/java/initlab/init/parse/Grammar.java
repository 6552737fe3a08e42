package initlab.init.parse;

import initlab.base.Args;
import initlab.init.parse.Expression.Call;
import initlab.init.parse.Expression.Choice;
import initlab.init.parse.Expression.Condition;
import initlab.init.parse.Expression.Extreme;
import initlab.init.parse.Expression.Literal;
import initlab.init.parse.Expression.Power;
import initlab.init.parse.Expression.Product;
import initlab.init.parse.Expression.Quotient;
import initlab.init.parse.Expression.Sum;
import initlab.init.parse.Expression.Variable;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Reads a formula such as {@code x / (1 + exp(-x))} or {@code sqrt(2 / fanIn)}: sums of products of
 * powers, functions, and choices {@code x > 0 ? x : 0.1 * x}. {@code Math.exp}, {@code np.exp} and
 * {@code exp} are one; ^ and ** are powers. The signs of printed formulas, as ×, − and ², are read
 * too.
 */
final class Grammar {
  private static final int LONGEST = 200;
  private static final Set<String> COMPARISONS = Set.of("<", ">", "<=", ">=");

  private final String text;
  private final Variables variables;
  private final Tokens tokens;
  private String token;

  /**
   * The variables of a formula.
   *
   * @param first the spellings of the first, in small letters and without underscores
   * @param second those of the second; none if there is one only
   * @param words what a refusal calls them: "fanIn and fanOut"
   * @param names what can stand in the place of a formula
   */
  record Variables(List<String> first, List<String> second, String words, List<String> names) {}

  private Grammar(String text, Variables variables) {
    this.text = text;
    this.variables = variables;
    tokens = new Tokens(text);
    token = tokens.next();
  }

  /**
   * What the text says.
   *
   * @throws IllegalArgumentException if it is no formula, saying what is missing or unknown
   */
  static Expression read(String text, Variables variables) {
    if (text.length() > LONGEST) {
      String length = text.length() + " characters long";
      throw Args.bad("the formula", length, "at most " + LONGEST + " long", "Shorten it.");
    }
    Grammar grammar = new Grammar(text, variables);
    Expression all = grammar.choice();
    grammar.expect(Tokens.END);
    return all;
  }

  private Expression choice() {
    Expression left = sum();
    if (!COMPARISONS.contains(token)) {
      return left;
    }
    String sign = next();
    Condition condition = new Condition(left, sign, sum());
    expect("?");
    Expression yes = choice();
    expect(":");
    return new Choice(condition, yes, choice());
  }

  private Expression sum() {
    Expression all = product();
    while (token.equals("+") || token.equals("-")) {
      int sign = next().equals("+") ? 1 : -1;
      all = new Sum(all, sign, product());
    }
    return all;
  }

  private Expression product() {
    Expression all = signed();
    while (token.equals("*") || token.equals("/")) {
      boolean times = next().equals("*");
      Expression right = signed();
      all = times ? new Product(all, right) : new Quotient(all, right);
    }
    return all;
  }

  private Expression signed() {
    if (token.equals("+") || token.equals("-")) {
      double sign = next().equals("+") ? 1 : -1;
      return new Product(new Literal(sign), signed());
    }
    return power();
  }

  private Expression power() {
    Expression base = atom();
    if (!token.equals("^") && !token.equals("**")) {
      return base;
    }
    next();
    return new Power(base, signed());
  }

  private Expression atom() {
    if (token.equals("(")) {
      next();
      Expression inside = choice();
      expect(")");
      return inside;
    }
    if (!beginsWithLetterOrDigit()) {
      throw wrong("a number, a variable or a function is missing" + beforeToken());
    }
    String word = next();
    if (!Character.isLetter(word.charAt(0))) {
      return new Literal(number(word));
    }
    return token.equals("(") ? call(word) : variable(word);
  }

  private boolean beginsWithLetterOrDigit() {
    char first = (token + " ").charAt(0);
    return Character.isLetterOrDigit(first) || first == '.';
  }

  private Expression call(String name) {
    expect("(");
    Expression first = choice();
    if (token.equals(",")) {
      next();
      Expression second = choice();
      expect(")");
      return ofTwo(name, first, second);
    }
    expect(")");
    return Function.named(name)
        .map(function -> (Expression) new Call(function, first))
        .orElseThrow(() -> wrong("there is no function " + name + " of one number"));
  }

  private Expression ofTwo(String name, Expression first, Expression second) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "max", "maximum" -> new Extreme(true, first, second);
      case "min", "minimum" -> new Extreme(false, first, second);
      case "pow", "power" -> new Power(first, second);
      default -> throw wrong("there is no function " + name + " of two numbers");
    };
  }

  private Expression variable(String name) {
    String plain = name.replace("_", "").toLowerCase(Locale.ROOT);
    if (variables.first().contains(plain)) {
      return new Variable(true);
    } else if (variables.second().contains(plain)) {
      return new Variable(false);
    }
    return switch (plain) {
      case "pi", "π" -> new Literal(Math.PI);
      case "e" -> new Literal(Math.E);
      default -> throw wrong(unknown(name));
    };
  }

  private String unknown(String name) {
    if (Function.named(name).isPresent()) {
      return name + " needs brackets, as in " + name + "(2)";
    }
    boolean alone = name.equals(text) && !variables.names().isEmpty();
    String names = alone ? "; by name there are " + String.join(", ", variables.names()) : "";
    return "there is no " + name + ", only " + variables.words() + names;
  }

  private double number(String word) {
    try {
      return Double.parseDouble(word);
    } catch (NumberFormatException notOne) {
      throw wrong(word + " is no number");
    }
  }

  private String next() {
    String read = token;
    token = tokens.next();
    return read;
  }

  private void expect(String what) {
    if (!token.equals(what)) {
      throw wrong(what.equals(Tokens.END) ? unexpected() : what + " is missing" + beforeToken());
    }
    next();
  }

  /** What follows a whole formula: often a product without its sign, or a comma for a point. */
  private String unexpected() {
    if (token.equals(",")) {
      String one = variables.second().isEmpty() ? "" : ", and a rule has one number";
      return ", was not expected; decimals have a point, as in 0.3" + one;
    }
    return token.equals("(") || beginsWithLetterOrDigit()
        ? "a sign is missing before " + token + ", as in 2 * x"
        : token + " was not expected";
  }

  private String beforeToken() {
    return token.isEmpty() ? " at the end" : " before " + token;
  }

  private IllegalArgumentException wrong(String what) {
    return new IllegalArgumentException("In \"" + text + "\" " + what + ".");
  }
}
