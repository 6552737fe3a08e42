package initlab.init;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import initlab.math.Moments;
import initlab.math.RandomStreams;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

/** Every line of an explanation, of layers whose two fans are not alike. */
class ExplainedInFullTest {

  @Test
  void ofAConstantNothingIsLeftToChance() {
    assertThat(Init.constant(-0.5).explain(WeightShape.conv(3, 5, 8, 4).groups(2).stride(2)))
        .hasToString(
            """
            constant -0.5, convolution 3 x 5 x 8 x 4, 2 groups, stride 2: 240 weights
              fan_in   3 * 5 * 4 = 60 products enter one output
              fan_out  3 * 5 * 2 / 2^2 = 7.5 outputs are reached by one input
              rule     W = -0.5
              due      mean -0.5, std 0, limits [-0.5, -0.5]
              drawn    mean -0.5, std 0, 95 % interval 0 to 0
              effect   fan_in E W^2 = 15 forward, fan_out E W^2 = 1.875 backward""");
  }

  @Test
  void aRuleWithOtherLimitsAndAMeanSaysBoth() {
    Explanation e = Init.uniform(1, 7).explain(WeightShape.recurrent(5, 4));
    assertThat(e.toString().lines())
        .contains(
            "uniform, 1 to 7, recurrent layer 5 x 20: 100 weights",
            "  fan_in   5 products enter one output",
            "  fan_out  4 gates * 5 = 20 outputs are reached by one input",
            "  due      mean 4, std 1.73205, limits [1, 7]");
  }

  /** The draw that is shown is that of seed 1, the stream "explain": anyone can draw it again. */
  @Test
  void theDrawIsItsOwnStream() {
    WeightShape shape = WeightShape.dense(6, 9);
    Explanation e = Init.heUniform().explain(shape);
    DMatrixRMaj again = Init.heUniform().draw(shape, RandomStreams.of(1, "explain", 0));
    assertThat(e.drawn()).isEqualTo(Moments.of(again));
    assertThat(e.rule()).isEqualTo("He uniform");
    assertThat(e.law()).isEqualTo(Init.heUniform().law(shape));
  }

  /** Weights 1, 1, 1, 5, 5, 5, 5, 11 by hand: the error of their std from their fourth moment. */
  @Test
  void theErrorGrowsWithTheFourthMoment() {
    double[] w = {1, 1, 1, 5, 5, 5, 5, 11};
    Initializer mine = (shape, rng) -> new DMatrixRMaj(2, 4, true, w);
    Explanation e = mine.explain(WeightShape.dense(2, 4));
    double mean = 34.0 / 8;
    double v = 0;
    double m4 = 0;
    for (double x : w) {
      v += Math.pow(x - mean, 2) / 8;
      m4 += Math.pow(x - mean, 4) / 8;
    }
    double due = Math.sqrt((m4 - v * v) / (4 * v * 8));
    assertThat(e.stdError()).isCloseTo(due, within(1e-14));
    assertThat(e.stdLow()).isCloseTo(Math.sqrt(v) - 1.96 * due, within(1e-14));
    assertThat(e.stdHigh()).isCloseTo(Math.sqrt(v) + 1.96 * due, within(1e-14));
  }

  @Test
  void formulasNameTheLongerSideTheMiddleAndTheShareKept() {
    WeightShape tall = WeightShape.dense(9, 4);
    assertThat(Init.orthogonal(2).lawOf(tall).formula())
        .isEqualTo("columns orthonormal, std = gain / sqrt(longer side) = 2 / sqrt(9) = 0.666667");
    assertThat(Init.orthogonal().lawOf(WeightShape.dense(4, 4)).formula())
        .startsWith("rows orthonormal");
    assertThat(Init.deltaOrthogonal(3).lawOf(WeightShape.conv(3, 5, 4, 6).groups(2)).formula())
        .isEqualTo(
            "an orthogonal middle; std over the kernel = gain / sqrt(taps * outputs) = 3 / sqrt(15"
                + " * 3) = 0.447214");
    assertThat(Init.sparse(0.25, 3).lawOf(tall).formula())
        .isEqualTo("std of all = std sqrt(kept) = 3 sqrt(0.666667)");
    assertThat(Init.truncatedNormal(1, 2, -3, 5).lawOf(tall).formula())
        .isEqualTo("N(1, 2^2) cut to [-3, 5]: std before the cut 2, after it 1.75925");
    assertThat(
            Init.varianceScaling(2, FanMode.GEOMETRIC, Distribution.NORMAL).lawOf(tall).formula())
        .isEqualTo("std = sqrt(2 / sqrt(fan_in fan_out)) = sqrt(2 / 6) = 0.57735, normal");
  }
}
