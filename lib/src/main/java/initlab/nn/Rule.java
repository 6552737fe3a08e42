package initlab.nn;

import initlab.base.Args;
import initlab.init.Initializer;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;

/**
 * One of several rules: which parameters it draws, and by what.
 *
 * @param what which, in words
 * @param names whether it draws this parameter, for this use of it
 * @param draws the initializer
 */
record Rule(String what, BiPredicate<Parameter, Node> names, Initializer draws) {

  Rule {
    Args.given(draws, "the initializer of the rule for " + what, "Such as Init.heNormal().");
  }

  /** The weights of layers of this kind, and of those inside them. */
  static Rule of(Class<? extends Layer> kind, Initializer draws) {
    Args.given(kind, "the kind of layer", "Such as Dense.class.");
    String what = kind.getSimpleName() + " layers";
    return new Rule(what, (p, user) -> p.role().drawn() && user.within(kind), draws);
  }

  /** All parameters of this role. */
  static Rule of(Role role, Initializer draws) {
    Args.given(role, "the role", "Such as Role.RECURRENT.");
    return new Rule("role " + role, (p, user) -> p.role() == role, draws);
  }

  /**
   * The parameters of this path, in which * stands for anything: weights, and biases, scales and
   * shifts only where the path ends in their own name, so that "3.*" leaves biases alone.
   */
  static Rule of(String path, Initializer draws) {
    BiPredicate<Parameter, Node> named = path(path);
    String last = path.substring(path.lastIndexOf('.') + 1);
    return new Rule(
        path,
        (p, user) -> named.test(p, user) && (p.role().drawn() || p.name().equals(last)),
        draws);
  }

  /** Whether a path, in which * stands for anything, is that of a parameter. */
  static BiPredicate<Parameter, Node> path(String path) {
    Args.given(path, "the path", "Such as \"*.attention.out\".");
    Pattern pattern = Pattern.compile("\\Q" + path.replace("*", "\\E.*\\Q") + "\\E");
    return (p, user) -> pattern.matcher(p.pathAt(user)).matches();
  }

  boolean draws(Parameter parameter, Node user) {
    return names.test(parameter, user);
  }
}
