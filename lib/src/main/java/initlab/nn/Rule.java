package initlab.nn;

import initlab.base.Args;
import initlab.init.Initializer;
import initlab.nn.Parameter.Use;
import java.util.function.BiPredicate;

/**
 * One of several rules: which parameters it draws, and by what.
 *
 * @param what which, in words
 * @param matches whether it names this parameter, at this place
 * @param draws the initializer
 * @param must whether it is a mistake if nothing of a network is named
 */
record Rule(String what, BiPredicate<Parameter, Use> matches, Initializer draws, boolean must) {

  Rule {
    Args.given(draws, "the initializer of the rule for " + what, "Such as Init.heNormal().");
  }

  /** One that must name something. */
  Rule(String what, BiPredicate<Parameter, Use> matches, Initializer draws) {
    this(what, matches, draws, true);
  }

  /** The same, where it is no mistake if it names nothing. */
  Rule lenient() {
    return new Rule(what, matches, draws, false);
  }

  /** The weights of layers of this kind, and of those inside them. */
  static Rule of(Class<? extends Layer> kind, Initializer draws) {
    Args.given(kind, "the kind of layer", "Such as Dense.class.");
    String what = kind.getSimpleName() + " layers";
    return new Rule(what, (p, use) -> p.drawn() && use.node().within(kind), draws);
  }

  /** All parameters of this role, but for those whose layer says what they begin with. */
  static Rule of(Role role, Initializer draws) {
    Args.given(role, "the role", "Such as Role.RECURRENT.");
    return new Rule("role " + role, (p, use) -> p.role() == role && !p.hasItsOwnStart(), draws);
  }

  /**
   * The parameters of this path, in which * stands for anything: weights, and biases, scales and
   * shifts only where the path ends in their own name, so that "3.*" leaves biases alone.
   */
  static Rule of(String path, Initializer draws) {
    BiPredicate<Parameter, Use> named = path(path);
    String last = path.substring(path.lastIndexOf('.') + 1);
    return new Rule(
        path, (p, use) -> named.test(p, use) && (p.drawn() || use.slot().equals(last)), draws);
  }

  /** The weights of the last layer that has some. */
  static Rule ofLastLayer(Initializer draws) {
    return new Rule(
        "the last layer with weights", (p, use) -> p.drawn() && use.node().lastWeighted(), draws);
  }

  /** The last parameter of this role in each layer of this kind. */
  static Rule ofEnds(Class<? extends Layer> kind, Role role, Initializer draws) {
    Args.given(kind, "the kind of layer", "Such as Residual.class.");
    Args.given(role, "the role", "Such as Role.SCALE.");
    String what = "the last " + role + " in each " + kind.getSimpleName();
    return new Rule(what, (p, use) -> p.role() == role && use.node().ends(kind, p), draws);
  }

  /** Whether a path, in which * stands for anything, is that of a parameter. */
  static BiPredicate<Parameter, Use> path(String path) {
    Args.given(path, "the path", "Such as \"*.attention.out\".");
    String[] parts = path.split("\\*", -1);
    return (p, use) -> fits(parts, use.path());
  }

  /** Whether a text is made of these parts, in this order, with anything between them. */
  private static boolean fits(String[] parts, String text) {
    int last = parts.length - 1;
    if (last == 0 || !text.startsWith(parts[0])) {
      return text.equals(parts[0]);
    }
    int at = parts[0].length();
    for (int i = 1; i < last; i++) {
      int found = text.indexOf(parts[i], at);
      if (found < 0) {
        return false;
      }
      at = found + parts[i].length();
    }
    return at + parts[last].length() <= text.length() && text.endsWith(parts[last]);
  }

  /** Whether it names this parameter, at one of its places at least. */
  boolean names(Parameter parameter) {
    return parameter.uses().stream().anyMatch(use -> matches.test(parameter, use));
  }
}
