package initlab.nn.lsuv;

import initlab.base.Numbers;
import initlab.nn.Network;
import java.util.List;
import java.util.Locale;

/** Says why LSUV stopped at a layer. */
final class LsuvTrouble {
  private LsuvTrouble() {}

  static String with(Network net, LsuvOptions options, List<LsuvAttempt> made) {
    LsuvAttempt last = made.get(made.size() - 1);
    String layer = String.format(Locale.ROOT, "Layer %d of %d: ", last.layer(), net.depth());
    if (last.variance() == 0) {
      return layer + dead(options.what(), last.layer());
    }
    if (!Double.isFinite(last.variance())) {
      return layer + notFinite(options.what(), last);
    }
    return layer + slow(options, last, net.layer(last.layer()).activation().name());
  }

  private static String dead(String what, int layer) {
    String source =
        layer == 1
            ? "Look at the batch: is it all zeros, or are its rows all alike?"
            : "Look at layer " + (layer - 1) + ": does anything pass it, or are all its units off?";
    return String.format(
        Locale.ROOT, "its %s have variance 0, so no scale can bring them to 1. %s", what, source);
  }

  private static String notFinite(String what, LsuvAttempt last) {
    return String.format(
        Locale.ROOT,
        "its %s have variance %s. Look for NaN, infinity or very large numbers in the batch and in the weights.",
        what,
        Numbers.brief(last.variance()));
  }

  private static String slow(LsuvOptions options, LsuvAttempt last, String activation) {
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
