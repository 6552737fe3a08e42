package initlab.init;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import initlab.math.Moments;
import initlab.math.RandomStreams;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.TruncatedNormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Laws whose width does not depend on the layer; error rates stand with {@link Laws}. */
class FixedLawTest {
  private static final WeightShape SHAPE = WeightShape.dense(400, 400);

  @Test
  void normalAndUniform() {
    assertThat(Laws.normal(Init.normal(0.37), SHAPE, 0.37)).isEmpty();
    assertThat(Laws.normal(Init.gpt2(), SHAPE, 0.02)).isEmpty();
    assertThat(Laws.normal(Init.gpt2Residual(8), SHAPE, 0.005)).isEmpty();
    assertThat(Laws.normal(Init.torchEmbedding(), SHAPE, 1)).isEmpty();
    assertThat(Laws.uniform(Init.uniform(0.3), SHAPE, 0.3 / Math.sqrt(3))).isEmpty();
    assertThat(Laws.uniform(Init.kerasEmbedding(), SHAPE, 0.05 / Math.sqrt(3))).isEmpty();
    assertThat(Laws.truncated(Init.truncatedNormal(0.02), SHAPE, 0.02)).isEmpty();
    assertThat(Laws.truncated(Init.bert(), SHAPE, 0.02 * 0.8796256610342398)).isEmpty();
  }

  @Test
  void uniformBetweenAnyBounds() {
    Law law = new Law("", 2.5, 1 / Math.sqrt(12), 2, 3);
    assertThat(Laws.failures(Init.uniform(2, 3), SHAPE, law, x -> Math.min(Math.max(x - 2, 0), 1)))
        .isEmpty();
    assertThat(Init.uniform(2, 3).lawOf(SHAPE).mean()).isEqualTo(2.5);
  }

  /** The oracle is another library's distribution; the interval is in plain numbers. */
  @ParameterizedTest
  @CsvSource({
    "0, 1, 2, 3",
    "0, 1, 8, 9",
    "0, 1, -9, -8",
    "0, 0.001, -2, 2",
    "0, 1, -0.1, 0.2",
    "0, 1, 0, 0.5",
    "1, 2, -1, Infinity",
    "0, 1, 3, Infinity",
    "0, 1, -Infinity, -1",
    "0, 1, 5, 5.05",
    "0, 1, -3, 0.1",
    "5, 0.5, 4, 4.5",
    "0, 1, 0.1, 9"
  })
  void truncatedAnywhere(double mean, double std, double low, double high) {
    TruncatedNormal rule = Init.truncatedNormal(mean, std, low, high);
    var oracle = TruncatedNormalDistribution.of(mean, std, low, high);
    double due = Math.sqrt(oracle.getVariance());
    assertThat(rule.meanAfter()).isCloseTo(oracle.getMean(), within(1e-9));
    assertThat(rule.stdAfter()).isCloseTo(due, within(1e-7 * due));
    Law law = rule.lawOf(SHAPE);
    // A skewed law has a kurtosis up to 9: its std is known half as well as a normal's.
    WeightShape large = WeightShape.dense(800, 800);
    double[] w = rule.draw(large, RandomStreams.layer(1, 1)).data;
    assertThat(Arrays.stream(w).allMatch(x -> x >= low && x <= high)).isTrue();
    double seen = Moments.of(w).std();
    assertThat(seen / due).isCloseTo(1, within(5 * Math.sqrt(8 / (4.0 * 640_000))));
    assertThat(Laws.failures(rule, SHAPE, law, oracle::cumulativeProbability))
        .allMatch(f -> f.startsWith("std"));
  }

  @Test
  void theFarTailIsExponential() {
    // Given Z > 100, 100 (Z - 100) is exponential to 1e-4: mean 1, std 1; n = 160,000, 5 errors.
    double[] w = Init.truncatedNormal(0, 1, 100, 200).draw(SHAPE, RandomStreams.layer(1, 1)).data;
    Moments m = Moments.of(Arrays.stream(w).map(x -> 100 * (x - 100)).toArray());
    assertThat(m.mean()).isCloseTo(1, within(0.0125));
    assertThat(m.std()).isCloseTo(1, within(0.018));
  }

  @Test
  void sparseKeepsItsCountOfZerosInEveryColumn() {
    WeightShape shape = WeightShape.dense(10, 40_000);
    Sparse rule = Init.sparse(0.3, 2);
    var w = rule.draw(shape, RandomStreams.layer(1, 1));
    int[] zerosInRow = new int[10];
    for (int col = 0; col < 40_000; col++) {
      int c = col;
      assertThat(IntStream.range(0, 10).filter(row -> w.get(row, c) == 0).count()).isEqualTo(3);
      IntStream.range(0, 10).filter(row -> w.get(row, c) == 0).forEach(r -> zerosInRow[r]++);
    }
    // Each row holds 0.3 of 40,000 zeros, give or take 5 sqrt(40,000 * 0.3 * 0.7) = 458: 6e-6.
    assertThat(Arrays.stream(zerosInRow)).allMatch(zeros -> Math.abs(zeros - 12_000) < 458);
    assertThat(Moments.of(w).std()).isCloseTo(rule.lawOf(shape).std(), within(0.01));
    assertThat(Init.sparse(1, 2).draw(shape, RandomStreams.layer(1, 1)).data).containsOnly(0);
    assertThat(Init.sparse(0, 2).draw(shape, RandomStreams.layer(1, 1)).data).doesNotContain(0);
  }

  /**
   * A normal so wide that the cut leaves a uniform: 1 / sqrt 3, and the square of its z underflows.
   */
  @Test
  void aVeryWideNormalCutIsUniform() {
    TruncatedNormal wide = Init.truncatedNormal(0, 1e300, -1, 1);
    assertThat(wide.lawOf(WeightShape.dense(2, 2)).std())
        .isCloseTo(Math.sqrt(1.0 / 3), within(1e-12));
    TruncatedNormal aside = Init.truncatedNormal(0, 1e200, 1, 4);
    assertThat(aside.lawOf(WeightShape.dense(2, 2)).std())
        .isCloseTo(Math.sqrt(0.75), within(1e-12));
    assertThat(aside.lawOf(WeightShape.dense(2, 2)).mean()).isCloseTo(2.5, within(1e-12));
  }
}
