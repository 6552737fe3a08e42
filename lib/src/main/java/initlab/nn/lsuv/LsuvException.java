package initlab.nn.lsuv;

import initlab.base.Numbers;
import initlab.nn.Network;
import initlab.nn.Node;
import initlab.nn.lsuv.LsuvTrace.Attempt;
import java.util.List;
import java.util.Locale;

/** LSUV could not bring a layer to variance 1; the message says which one and why. */
public final class LsuvException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  private final transient LsuvTrace trace;

  private LsuvException(String message, LsuvTrace trace) {
    super(message);
    this.trace = trace;
  }

  /** For the layer of the last look. */
  static LsuvException at(Node node, Network net, LsuvOptions options, List<Attempt> made) {
    return new LsuvException(words(node, net, options, made), new LsuvTrace(made));
  }

  /** Every look at every layer so far; the last one is at the layer that failed. */
  public LsuvTrace trace() {
    return trace;
  }

  private static String words(Node node, Network net, LsuvOptions options, List<Attempt> made) {
    Attempt last = made.get(made.size() - 1);
    String layer = String.format(Locale.ROOT, "Layer %s of %d: ", last.path(), net.depth());
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
    return String.format(
        Locale.ROOT, "its %s have variance 0, so no scale can bring them to 1. %s", what, source);
  }

  private static String notFinite(String what, Attempt last) {
    return String.format(
        Locale.ROOT,
        "its %s have variance %s. Look for NaN, infinity or very large numbers in the batch and in the weights.",
        what,
        Numbers.brief(last.variance()));
  }

  private static String slow(LsuvOptions options, Attempt last, String activation) {
    String cure =
        options.afterActivation()
            ? "Some activations never get there, however large their input ("
                + activation
                + " here): bring pre-activations to 1 instead, or take what is reached with .goOn()."
            : "Allow more attempts or a wider tolerance, or take what is reached with .goOn().";
    return String.format(
        Locale.ROOT,
        "after %d rescalings its %s have mean %s and variance %s, not within %s of %s. %s",
        last.attempt(),
        options.what(),
        Numbers.brief(last.mean()),
        Numbers.brief(last.variance()),
        Numbers.brief(options.tolerance()),
        options.centred() ? "0 and 1" : "1",
        cure);
  }
}
