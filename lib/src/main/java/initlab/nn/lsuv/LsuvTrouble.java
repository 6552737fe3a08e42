package initlab.nn.lsuv;

import initlab.nn.Network;
import initlab.nn.Node;
import java.util.List;

/** Says why LSUV stopped at a layer. */
final class LsuvTrouble {
  private LsuvTrouble() {}

  static String with(Node node, Network net, LsuvOptions options, List<LsuvAttempt> made) {
    LsuvAttempt last = made.get(made.size() - 1);
    String layer = "Layer %s of %d: ".formatted(last.path(), net.depth());
    if (last.variance() == 0) {
      return layer + dead(options.what(), node);
    }
    if (!Double.isFinite(last.variance())) {
      return layer + notFinite(options.what(), last);
    }
    return layer + slow(options, last, node.activation().name());
  }

  private static String dead(String what, Node node) {
    String before =
        node.outermost() ? "layer " + (node.number() - 1) : "the layers before " + node.path();
    String source =
        node.path().equals("1")
            ? "Look at the batch: is it all zeros, or are its rows all alike?"
            : "Look at " + before + ": does anything pass, or are all units off?";
    return "its %s have variance 0, so no scale can bring them to 1. %s".formatted(what, source);
  }

  private static String notFinite(String what, LsuvAttempt last) {
    return "its %s have variance %s. Look for NaN, infinity or very large numbers in the batch and in the weights."
        .formatted(what, last.variance());
  }

  private static String slow(LsuvOptions options, LsuvAttempt last, String activation) {
    String cure =
        options.afterActivation()
            ? "Some activations never get there, however large their input ("
                + activation
                + " here): bring pre-activations to 1 instead, or take what is reached with .goOn()."
            : "Allow more attempts or a wider tolerance, or take what is reached with .goOn().";
    return "after %d rescalings its %s have mean %.3g and variance %.3g, not within %s of %s. %s"
        .formatted(
            last.attempt(),
            options.what(),
            last.mean(),
            last.variance(),
            options.tolerance(),
            options.centred() ? "0 and 1" : "1",
            cure);
  }
}
