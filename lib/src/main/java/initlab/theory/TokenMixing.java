package initlab.theory;

import initlab.base.Args;

/**
 * How alike attention makes the tokens of a text, layer after layer: the mean cosine c between two
 * of them, in wide layers at the start, with independent weights. Dong et al. (2021) call its way
 * to 1 the collapse of rank.
 *
 * <p>Tokens of second moment m and cosine c have logits whose part that tells places apart has
 * variance v = (1 - c) v1 m^2, and covariance c v between two askers. With A(v) the mean sum of
 * squared shares of {@link AttentionShares}, attention gives tokens of
 *
 * <pre>{@code
 * moment  g m (c + (1 - c) A(v)),    product of two  g m (c + (1 - c) A(c v))
 * }</pre>
 *
 * A skip adds m and m c, for what attention adds is as good as independent of them.
 *
 * @param places tokens of a text, all of which see all
 * @param logits v1, the variance of logits for tokens of second moment 1, all different
 * @param gain g, what values and output make of a second moment; 1 for LeCun's rule
 * @param skip whether the tokens themselves are added
 * @param normed whether attention sees tokens of second moment 1, as behind a norm
 */
public record TokenMixing(int places, double logits, double gain, boolean skip, boolean normed) {
  private static final int MOST = 1_000_000;

  public TokenMixing {
    Args.atLeast(2, places, "the number of places", "One token has no other to be like.");
    Args.notNegative(logits, "the variance of the logits", "1 for LeCun's rule and N(0, 1).");
    Args.positive(gain, "the gain", "1 for LeCun's rule.");
  }

  /**
   * Of so many tokens, drawn by LeCun's or Xavier's rule in square matrices, a norm before each.
   */
  public static TokenMixing of(int places) {
    return new TokenMixing(places, 1, 1, false, true);
  }

  /** The same, the tokens themselves added. */
  public TokenMixing withSkip() {
    return new TokenMixing(places, logits, gain, true, normed);
  }

  /** The same, attention seeing the tokens as they are. */
  public TokenMixing withoutNorm() {
    return new TokenMixing(places, logits, gain, skip, false);
  }

  /** The cosine after 0 ... layers layers, from different tokens of second moment 1 on. */
  public double[] cosines(int layers) {
    Args.between(0, MOST, layers, "the number of layers", "0 is the input.");
    double[] cosines = new double[layers + 1];
    double moment = 1;
    for (int layer = 1; layer <= layers; layer++) {
      double c = cosines[layer - 1];
      double seen = normed ? 1 : moment;
      double v = (1 - c) * logits * seen * seen;
      double after = gain * seen * (c + (1 - c) * new AttentionShares(places, v).squares());
      double both = gain * seen * (c + (1 - c) * new AttentionShares(places, c * v).squares());
      double kept = skip ? moment : 0;
      moment = kept + after;
      cosines[layer] = (kept * c + both) / moment;
    }
    return cosines;
  }
}
