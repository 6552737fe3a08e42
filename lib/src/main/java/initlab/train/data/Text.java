package initlab.train.data;

import initlab.base.Args;
import initlab.base.FreeMemory;
import initlab.base.Progress;
import initlab.math.RandomStreams;
import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.ejml.data.DMatrixRMaj;

/**
 * A made-up language whose best possible loss is known. Words are the ids 0 ... vocabulary - 1, as
 * frequent as Zipf (1935) found them: word k has a share in proportion to 1 / (k + 1). Which word
 * comes depends on one word before it: the last one, or, with {@link #lookingBack}, one farther
 * back, which a net can only use if it remembers.
 *
 * <pre>{@code
 * Text text = Text.madeUp(50);
 * Training.of(plan, text.draw(200, 16, seed))   // 200 texts of 16 words: the next word is due
 * text.entropy()                                // no net has a smaller loss on new texts
 * }</pre>
 *
 * <p>The table of pairs is exp(sharpness N(0, 1)), scaled until its rows and its columns both have
 * Zipf's shares (Sinkhorn 1964). It is the same for every seed, so that its entropy is one number.
 */
public final class Text {
  /** How much a word tells of the next one; 1.5 leaves about three quarters of the entropy. */
  private static final double SHARPNESS = 1.5;

  private static final int MOST = 2000;

  private final int vocabulary;
  private final double sharpness;
  private final int back;
  private final double[] shares;
  private final double[][] next;

  private Text(int vocabulary, double sharpness, int back) {
    this.vocabulary = vocabulary;
    this.sharpness = sharpness;
    this.back = back;
    this.shares = zipf(vocabulary);
    this.next = pairs(shares, sharpness);
  }

  /**
   * A language of so many words.
   *
   * @throws IllegalArgumentException unless 2 &lt;= vocabulary &lt;= 2000
   */
  public static Text madeUp(int vocabulary) {
    if (!(vocabulary >= 2 && vocabulary <= MOST)) {
      throw Args.bad("the vocabulary", vocabulary, "2 to " + MOST, "50 words are a language here.");
    }
    return new Text(vocabulary, SHARPNESS, 1);
  }

  /**
   * The same words with another sharpness, 0 to 5: with 0 no word tells anything of the next.
   *
   * @throws IllegalArgumentException unless 0 &lt;= other &lt;= 5
   */
  public Text sharpness(double other) {
    if (!(other >= 0 && other <= 5)) {
      throw Args.bad("the sharpness", other, "0 to 5", "1.5 is usual; more makes texts surer.");
    }
    return new Text(vocabulary, other, back);
  }

  /**
   * The same language where a word depends on the one so many words before it: 1 is the last.
   *
   * @throws IllegalArgumentException if it is below 1
   */
  public Text lookingBack(int words) {
    Args.atLeast(1, words, "how many words it looks back", "1 is the word just before.");
    return new Text(vocabulary, sharpness, words);
  }

  private static double[] zipf(int vocabulary) {
    double[] shares = new double[vocabulary];
    Arrays.setAll(shares, k -> 1.0 / (k + 1));
    double sum = Arrays.stream(shares).sum();
    Arrays.setAll(shares, k -> shares[k] / sum);
    return shares;
  }

  /** Row k: the probabilities of the words after word k. */
  private static double[][] pairs(double[] shares, double sharpness) {
    int n = shares.length;
    UniformRandomProvider rng = RandomStreams.fixed(0, "made-up language", n);
    var sampler = ZigguratSampler.NormalizedGaussian.of(rng);
    double[][] pairs = new double[n][n];
    for (double[] row : pairs) {
      Arrays.setAll(row, w -> shares[w] * StrictMath.exp(sharpness * sampler.sample()));
    }
    double worst = 1;
    for (int round = 0; round < 10_000 && worst > 1e-13; round++) {
      Progress.checkInterrupted();
      worst = fitColumns(pairs, shares);
      fitRows(pairs);
    }
    return pairs;
  }

  /**
   * Scales columns so that, by the shares of rows, each word has its share; how far one was off.
   */
  private static double fitColumns(double[][] pairs, double[] shares) {
    double[] sums = new double[shares.length];
    for (int k = 0; k < sums.length; k++) {
      for (int w = 0; w < sums.length; w++) {
        sums[w] += shares[k] * pairs[k][w];
      }
    }
    double worst = 0;
    for (int w = 0; w < sums.length; w++) {
      worst = Math.max(worst, Math.abs(sums[w] / shares[w] - 1));
      for (double[] row : pairs) {
        row[w] *= shares[w] / sums[w];
      }
    }
    return worst;
  }

  private static void fitRows(double[][] pairs) {
    for (double[] row : pairs) {
      double sum = Arrays.stream(row).sum();
      Arrays.setAll(row, w -> row[w] / sum);
    }
  }

  /** How many words it has. */
  public int vocabulary() {
    return vocabulary;
  }

  /** The share of a word in all texts. */
  public double share(int word) {
    return shares[known(word)];
  }

  /** The probability of a word after the one that it depends on. */
  public double probability(int word, int after) {
    return next[known(after)][known(word)];
  }

  private int known(int word) {
    if (word >= 0 && word < vocabulary) {
      return word;
    }
    throw Args.bad("a word", word, "0 to " + (vocabulary - 1), "Words are counted from 0.");
  }

  /**
   * The best possible loss, in nats a word: minus the mean of log p(word | the one it depends on).
   */
  public double entropy() {
    double sum = 0;
    for (int k = 0; k < vocabulary; k++) {
      sum += shares[k] * entropy(next[k]);
    }
    return sum;
  }

  /** The best loss of a net that knows only how frequent words are. */
  public double entropyOfWords() {
    return entropy(shares);
  }

  private static double entropy(double[] p) {
    return -Arrays.stream(p).filter(share -> share > 0).map(x -> x * Math.log(x)).sum();
  }

  /**
   * So many texts of so many words each; the next word is due at every place. Where the word that
   * it depends on lies before the text, nothing is asked (-1).
   *
   * @throws IllegalArgumentException if samples is below 1, or places is below what the language
   *     looks back
   */
  public Dataset draw(int samples, int places, long seed) {
    Args.atLeast(1, samples, "samples", "Ask for one text at least.");
    Args.atLeast(back, places, "the words of a text", "It looks " + back + " back.");
    FreeMemory.forMatrix("the texts", samples, 2L * places, "Ask for fewer texts.");
    UniformRandomProvider rng = RandomStreams.of(seed, "text", 0);
    DMatrixRMaj x = new DMatrixRMaj(samples, places);
    DMatrixRMaj y = new DMatrixRMaj(samples, places);
    int[] words = new int[places + 1];
    for (int i = 0; i < samples; i++) {
      Progress.checkInterrupted(i);
      for (int t = 0; t <= places; t++) {
        words[t] = draw(t < back ? shares : next[words[t - back]], rng.nextDouble());
      }
      for (int t = 0; t < places; t++) {
        x.set(i, t, words[t]);
        y.set(i, t, t + 1 < back ? -1 : words[t + 1]);
      }
    }
    return Dataset.tokens(toString(), x, y, vocabulary);
  }

  /** The word at which the probabilities, added up, pass u. */
  private static int draw(double[] p, double u) {
    double sum = 0;
    for (int w = 0; w < p.length - 1; w++) {
      sum += p[w];
      if (u < sum) {
        return w;
      }
    }
    return p.length - 1;
  }

  @Override
  public String toString() {
    String far = back == 1 ? "" : ", looking " + back + " back";
    return "made-up text of " + vocabulary + " words" + far;
  }
}
