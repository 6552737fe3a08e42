package initlab.nn;

import initlab.init.Initializer;
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

  /** Every layer drawn by one rule, each from a stream of its own; biases zero. */
  static DrawnStart drawn(Initializer weights) {
    return new DrawnStart(weights);
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
