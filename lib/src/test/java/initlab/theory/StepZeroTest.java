package initlab.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import initlab.math.Interval;
import initlab.math.Moments;
import initlab.math.RandomStreams;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The loss before step one, beside sums that were drawn, and beside both of its limits. */
class StepZeroTest {

  /**
   * 10,000 draws each: the mean has a standard error of spread / sqrt(10000), six of which have a
   * false alarm of 1e-8 or so; the spread has one of 0.7 % if the loss were normal, and 10 % leaves
   * room for its longer tail.
   */
  @ParameterizedTest
  @CsvSource({"2, 1, 0, 1", "2, 10, 0, 10", "10, 3, 0, 3", "50, 0.5, 0, 0.5", "30, 1, 5, 2"})
  void itIsWhatDrawnLogitsLose(int words, double std, double own, double ownStd) {
    var theory = new StepZero(words, std, own, ownStd);
    int n = 10_000;
    double sum = 0;
    double squares = 0;
    var normal = ZigguratSampler.NormalizedGaussian.of(RandomStreams.fixed(1, "step zero", words));
    for (int i = 0; i < n; i++) {
      double due = std * normal.sample();
      double all = Math.exp(due) + Math.exp(own + ownStd * normal.sample());
      for (int k = 2; k < words; k++) {
        all += Math.exp(std * normal.sample());
      }
      double loss = Math.log(all) - due;
      sum += loss / n;
      squares += loss * loss / n;
    }
    double spread = Math.sqrt(squares - sum * sum);
    assertThat(theory.loss()).isCloseTo(sum, within(6 * spread / Math.sqrt(n)));
    assertThat(theory.spread()).isCloseTo(spread, within(0.1 * spread));
  }

  /** The numbers of GPT-2's vocabulary; its own table gives logits of std 0.55. */
  @ParameterizedTest
  @CsvSource({"0, 10.825", "0.55, 10.976", "1, 11.325", "3, 15.30", "5, 22.31", "27.7, 117.35"})
  void gpt2sVocabularyLosesThis(double std, double loss) {
    assertThat(StepZero.of(50_257, std).loss()).isCloseTo(loss, within(0.005));
  }

  @Test
  void bothLimitsHoldWhereTheyShould() {
    StepZero small = StepZero.of(1000, 0.1);
    assertThat(small.loss()).isCloseTo(small.near(), within(1e-5));
    assertThat(small.chance()).isEqualTo(Math.log(1000));
    StepZero large = StepZero.of(1_000_000, 100);
    assertThat(large.loss()).isBetween(0.9 * large.far(), large.far());
    assertThat(large.turn()).isEqualTo(Math.sqrt(2 * Math.log(1_000_000)));
    assertThat(StepZero.of(7, 0).loss()).isCloseTo(Math.log(7), within(1e-12));
    assertThat(StepZero.of(7, 0).spread()).isCloseTo(0, within(1e-5));
  }

  /** Where the own logit is far above the sum of the others, it is the loss. */
  @Test
  void aTiedHeadLosesTheOwnLogit() {
    assertThat(StepZero.tied(50_257, 768, 1).loss()).isCloseTo(768, within(1e-6));
    assertThat(StepZero.tied(50_257, 768, 0.02).loss()).isCloseTo(10.825, within(0.001));
    assertThat(StepZero.tiedNormalized(50_257, 768, 0.02).loss()).isCloseTo(15.37, within(0.01));
    assertThat(StepZero.tied(100, 4, 1).own()).isEqualTo(4);
    assertThat(StepZero.tied(100, 4, 1).std()).isEqualTo(2);
  }

  @Test
  void moreWordsNarrowTheBandByTheRootOfTheirNumber() {
    StepZero one = StepZero.of(100, 1);
    Interval many = one.over(400);
    assertThat(many.median()).isEqualTo(one.loss());
    assertThat(many.high() - many.low()).isCloseTo(2 * 1.6448536 * one.spread() / 20, within(1e-6));
  }

  @Test
  void badInputIsNamed() {
    assertThatThrownBy(() -> StepZero.of(1, 1)).hasMessageContaining("the vocabulary is 1");
    assertThatThrownBy(() -> StepZero.of(5, Double.NaN))
        .hasMessageContaining("the standard deviation of logits is NaN");
    assertThatThrownBy(() -> StepZero.of(5, 1001)).hasMessageContaining("at most 1000");
    assertThatThrownBy(() -> StepZero.of(5, 1).over(0))
        .hasMessageContaining("the number of words is 0");
    assertThatThrownBy(() -> StepZero.tied(5, 0, 1)).hasMessageContaining("the width is 0");
  }

  /**
   * 4000 rows e of N(0, 0.5^2): |e|^2, and sqrt(width) |e| behind a norm. A standard deviation has
   * a standard error of 1.1 %; 7 % is six of them.
   */
  @Test
  void theOwnLogitSpreadsAsTheLengthOfARowDoes() {
    int width = 100;
    int rows = 4000;
    var normal = ZigguratSampler.NormalizedGaussian.of(RandomStreams.fixed(1, "own logit", width));
    double[] plain = new double[rows];
    double[] normed = new double[rows];
    for (int row = 0; row < rows; row++) {
      for (int i = 0; i < width; i++) {
        double e = 0.5 * normal.sample();
        plain[row] += e * e;
      }
      normed[row] = Math.sqrt(width * plain[row]);
    }
    spreads(StepZero.tied(7, width, 0.5), plain);
    spreads(StepZero.tiedNormalized(7, width, 0.5), normed);
  }

  private static void spreads(StepZero theory, double[] own) {
    Moments drawn = Moments.of(own);
    assertThat(theory.own()).isCloseTo(drawn.mean(), within(0.01 * drawn.mean()));
    assertThat(theory.ownStd()).isCloseTo(drawn.std(), within(0.07 * drawn.std()));
  }
}
