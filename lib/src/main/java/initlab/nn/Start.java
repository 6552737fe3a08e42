package initlab.nn;

import initlab.init.Initializer;
import java.util.Optional;
import java.util.function.BiFunction;

/** How a network begins. Unlike an initializer it sees the whole plan, and may look at data. */
public interface Start {

  /** A network of this plan; equal seeds give equal networks. */
  Network start(Plan plan, long seed);

  /**
   * The same, where a start can, over the memory of a network of this plan that nobody needs any
   * more: a study of many seeds then leaves no garbage.
   *
   * @param spare its weights are lost
   */
  default Network start(Plan plan, long seed, Network spare) {
    return start(plan, seed);
  }

  /** What figures and tables call it. */
  String name();

  /** The rule that draws this parameter, for theory to ask; empty where data or code decide. */
  default Optional<Initializer> rule(Parameter parameter) {
    return Optional.empty();
  }

  /**
   * Whether {@link #start(Plan, long, Network)} may be given a {@link Network#redrawing} network:
   * it then only draws, and never looks at what it drew.
   */
  default boolean onlyDraws() {
    return false;
  }

  /** Every weight drawn by one rule, each from a stream of its own; biases zero. */
  static Rules drawn(Initializer weights) {
    return Rules.of(weights);
  }

  /** A start from a function of plan and seed. */
  static Start of(String name, BiFunction<Plan, Long, Network> start) {
    return new Start() {
      @Override
      public Network start(Plan plan, long seed) {
        return start.apply(plan, seed);
      }

      @Override
      public String name() {
        return name;
      }
    };
  }
}
