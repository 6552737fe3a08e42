package initlab.nn;

import initlab.base.Args;
import java.util.HashMap;
import java.util.Map;
import org.ejml.data.DMatrixRMaj;

/**
 * A start that goes on from a trained net: what has the same path and shape there keeps its
 * numbers, and all else is drawn by rules. A base inside another layer is looked for without its
 * "base": "1.base.W" takes what "1.W" was.
 *
 * <pre>{@code
 * Plan wider = plan.map(layer -> layer instanceof Dense d ? Lora.of(d, 8) : layer);
 * Training.of(wider, data).only("*.A", "*.B").from(Transfer.of(trained, rules), 1)
 * }</pre>
 */
public final class Transfer implements Start {
  private final Rules rest;
  private final Map<String, DMatrixRMaj> numbers = new HashMap<>();

  private final String name;

  private Transfer(Rules rest, String name) {
    this.rest = rest;
    this.name = Args.notBlank(name, "the name");
  }

  /**
   * From this net, whose numbers are copied now.
   *
   * @param rest draws what the net does not have
   */
  public static Transfer of(Network trained, Rules rest) {
    Args.given(trained, "the trained net", "Such as history.net().");
    Args.given(rest, "the rules", "Such as Rules.torch().");
    Transfer start = new Transfer(rest, rest.name() + ", from a trained net");
    for (Parameter parameter : trained.parameters()) {
      start.numbers.put(parameter.path(), parameter.value().copy());
    }
    return start;
  }

  /** The same under another name, for figures. */
  public Transfer named(String other) {
    Transfer start = new Transfer(rest, other);
    start.numbers.putAll(numbers);
    return start;
  }

  /**
   * A network of this plan.
   *
   * @throws IllegalArgumentException if it has nothing of the trained net
   */
  @Override
  public Network start(Plan plan, long seed) {
    Network net = Network.blank(plan);
    Rules rules = rest;
    boolean none = true;
    for (Parameter parameter : net.parameters()) {
      DMatrixRMaj before = numbers.get(parameter.path().replace(".base.", "."));
      if (before != null && fits(before, parameter)) {
        parameter.load(before);
        rules = rules.keep(parameter.path());
        none = false;
      }
    }
    if (none) {
      throw Args.bad(
          "what the plan has of the trained net",
          "nothing",
          "a path and shape at least",
          "The trained net has " + numbers.keySet() + ".");
    }
    rules.draw(net, seed);
    return net;
  }

  private static boolean fits(DMatrixRMaj numbers, Parameter parameter) {
    return numbers.numRows == parameter.shape().rows()
        && numbers.numCols == parameter.shape().cols();
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String toString() {
    return name();
  }
}
