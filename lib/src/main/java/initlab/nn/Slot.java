package initlab.nn;

import initlab.base.Args;
import initlab.init.Initializer;
import initlab.init.WeightShape;
import java.util.Optional;

/**
 * A parameter that a layer will have.
 *
 * @param name in the layer, such as "W"
 * @param shape the matrix and its two fans
 * @param role what it is for
 * @param tie a name that slots of one network share when they are one parameter; "" for a slot with
 *     a parameter of its own
 * @param start what it begins with where no rule names its path; empty for what is usual for its
 *     role
 */
public record Slot(
    String name, WeightShape shape, Role role, String tie, Optional<Initializer> start) {

  public Slot {
    if (!name.matches("[A-Za-z][A-Za-z0-9_]*")) {
      throw Args.bad(
          "the name of a slot",
          "\"" + name + "\"",
          "letters and digits",
          "Points and stars have a meaning in paths.");
    }
    Args.given(shape, "the shape of slot " + name, "Such as WeightShape.dense(in, out).");
    Args.given(role, "the role of slot " + name, "Such as Role.WEIGHT.");
  }

  /** A slot that begins as is usual for its role. */
  public Slot(String name, WeightShape shape, Role role, String tie) {
    this(name, shape, role, tie, Optional.empty());
  }

  /** A matrix that a rule draws. */
  public static Slot weight(String name, WeightShape shape) {
    return new Slot(name, shape, Role.WEIGHT, "");
  }

  /** A matrix of another role. */
  public static Slot of(String name, WeightShape shape, Role role) {
    return new Slot(name, shape, role, "");
  }

  /** One number for each channel, (1 x channels): the weights of an input that is always 1. */
  public static Slot vector(String name, int channels, Role role) {
    return new Slot(name, WeightShape.dense(1, channels), role, "");
  }

  /** The same slot, one parameter with every slot of this tie. */
  public Slot tied(String to) {
    return new Slot(name, shape, role, to, start);
  }

  /**
   * The same slot with a start of its own, as the zeros of a branch that is to begin silent: only a
   * rule that names its path overrules it.
   */
  public Slot begins(Initializer with) {
    Args.given(with, "the start of slot " + name, "Such as Init.zeros().");
    return new Slot(name, shape, role, tie, Optional.of(with));
  }
}
