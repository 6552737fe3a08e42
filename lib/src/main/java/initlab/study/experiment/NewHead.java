package initlab.study.experiment;

import initlab.base.Args;
import initlab.nn.Network;
import initlab.nn.Parameter;
import initlab.nn.Rules;
import initlab.nn.Start;

/** A net that was trained for one task, with a new last layer for another: transfer. */
public final class NewHead {
  private NewHead() {}

  /**
   * Begins with all layers of a trained net but the last, which these rules draw, bias included. It
   * starts plans that differ from the trained net's in the last layer only.
   *
   * <pre>{@code
   * NewHead.on(body, Rules.of(Init.normal(0.02)))   // biases 0, as BERT's users do
   * }</pre>
   *
   * @param body not modified
   * @param head its name is the start's
   */
  public static Start on(Network body, Rules head) {
    Args.given(body, "the trained network", "Such as history.net().");
    Args.given(head, "the rules of the head", "Such as Rules.of(Init.normal(0.02)).");
    return Start.of(
        head.name(),
        (plan, seed) -> {
          if (!plan.layers()
              .subList(0, plan.depth() - 1)
              .equals(body.plan().layers().subList(0, body.depth() - 1))) {
            throw Args.bad(
                "the plan",
                plan,
                "that of the trained net but for its last layer",
                "Its layers are " + body + ".");
          }
          Network net = Network.blank(plan);
          Rules rules = head;
          for (Parameter own : net.parameters()) {
            boolean last = own.uses().stream().allMatch(u -> u.node().number() == plan.depth());
            if (!last) {
              own.load(body.parameter(own.path()).value());
              rules = rules.keep(own.path());
            }
          }
          rules.draw(net, seed);
          return net;
        });
  }
}
