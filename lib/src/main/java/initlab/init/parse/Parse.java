package initlab.init.parse;

import initlab.base.Args;
import initlab.init.Activation;
import initlab.init.Init;
import initlab.init.Initializer;
import initlab.init.parse.Grammar.Variables;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleFunction;

/**
 * Activations, rules and numbers from text.
 *
 * <pre>{@code
 * Parse.activation("GELU")                   // by its name
 * Parse.activation("x * sigmoid(1.7 * x)")   // or as a formula in x, with its exact derivative
 * Parse.rule("He")
 * Parse.rule("sqrt(2 / fanIn)")              // the standard deviation of normal weights
 * Parse.rule("uniform(sqrt(6 / fanIn))")     // the limit of uniform weights
 * Parse.rule("orthogonal(sqrt(2))")          // the gain
 * Parse.number("sqrt(2 / 300)")
 * }</pre>
 */
public final class Parse {
  private static final Variables X =
      new Variables(List.of("x", "z"), List.of(), "x", Names.activations());
  private static final Variables NONE = new Variables(List.of(), List.of(), "numbers", List.of());
  private static final Variables FANS =
      new Variables(
          List.of("fanin", "nin"), List.of("fanout", "nout"), "fanIn and fanOut", Names.rules());

  private static final Map<String, DoubleFunction<Initializer>> RULES =
      Map.of(
          "normal", Init::normal,
          "uniform", Init::uniform,
          "truncatednormal", Init::truncatedNormal,
          "orthogonal", Init::orthogonal,
          "constant", Init::constant);

  private Parse() {}

  /** The names that {@link #activation} knows, as figures spell them. */
  public static List<String> activations() {
    return Names.activations();
  }

  /** The names that {@link #rule} knows, as figures spell them. */
  public static List<String> rules() {
    return Names.rules();
  }

  /**
   * The activation of this name, in any case, or the function of x (or z) that the text says.
   *
   * @throws IllegalArgumentException if it is neither, saying what is missing or unknown
   */
  public static Activation activation(String text) {
    String typed = Args.given(text, "the activation", "Type a name, or a formula in x.").strip();
    return Names.activation(typed).orElseGet(() -> new Formula(typed, Grammar.read(typed, X)));
  }

  /**
   * The rule of this name, in any case, or as frameworks call it ({@code kaiming_uniform_}); or
   * normal weights whose standard deviation is a formula in fanIn and fanOut; or {@code
   * normal(std)}, {@code truncatedNormal(std)}, {@code uniform(limit)}, {@code orthogonal(gain)},
   * {@code constant(c)} with such a formula.
   *
   * @throws IllegalArgumentException if it is none of these, saying what is missing or unknown;
   *     what it draws is refused where the formula gives no standard deviation, as below 0
   */
  public static Initializer rule(String text) {
    String typed = Args.given(text, "the rule", "Type a name, or a formula in fanIn.").strip();
    return Names.rule(typed).orElseGet(() -> byFans(typed));
  }

  /**
   * The number that a text says: {@code Parse.number("sqrt(1 / 400)")} is 0.05.
   *
   * @throws IllegalArgumentException if it is none, saying what is missing or unknown
   */
  public static double number(String text) {
    String typed = Args.given(text, "the number", "Type one, such as sqrt(2 / 300).").strip();
    Column none = Column.of(0);
    return Grammar.read(typed, NONE).at(none, none).values()[0];
  }

  private static Initializer byFans(String typed) {
    int open = typed.indexOf('(');
    String word = (open < 0 ? typed : typed.substring(0, open)).strip();
    String name = word.replace("_", "").toLowerCase(Locale.ROOT);
    DoubleFunction<Initializer> rule = RULES.get(name);
    int close = open < 0 ? 0 : closing(typed, open);
    if (rule == null || close < 0) {
      return new FanRule(typed, Grammar.read(typed, FANS), Init::normal);
    } else if (close != typed.length() - 1) {
      String cure = word + " needs one number in brackets, and no more, as in " + word + "(0.1).";
      throw new IllegalArgumentException("In \"" + typed + "\" " + cure);
    }
    String inside = typed.substring(open + 1, typed.length() - 1);
    return new FanRule(typed, Grammar.read(inside, FANS), rule);
  }

  /** Where the bracket that opens there is closed; -1 if it is not. */
  private static int closing(String text, int open) {
    int depth = 0;
    for (int i = open; i < text.length(); i++) {
      char c = text.charAt(i);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return -1;
  }
}
