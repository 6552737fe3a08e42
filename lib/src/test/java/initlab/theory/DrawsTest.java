package initlab.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import initlab.math.RandomStreams;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DrawsTest {
  private static final int MANY = 20_000;

  /**
   * Binomial(n, 1/2): mean n / 2, variance n / 4. Six standard errors of each are allowed (a false
   * alarm in 1e-8; none at the fixed seed).
   */
  @ParameterizedTest
  @ValueSource(ints = {1, 5, 63, 64, 65, 100, 128})
  void coinsAreFair(int n) {
    Draws draws = new Draws(RandomStreams.of(5, "coins", n), 1);
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < MANY; i++) {
      int heads = draws.coins(n);
      assertThat(heads).isBetween(0, n);
      sum += heads - 0.5 * n;
      squares += (heads - 0.5 * n) * (heads - 0.5 * n);
    }
    assertThat(sum / MANY).isCloseTo(0, within(6 * Math.sqrt(0.25 * n / MANY)));
    assertThat(squares / MANY / n).isCloseTo(0.25, within(6 * 0.25 * Math.sqrt(2.0 / MANY)));
  }

  /** Mean d, variance 2 d; the fourth moments make the variance's error sqrt((8 + 48 / d) / n). */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 9})
  void chiSquaresHaveTheirDegrees(int degrees) {
    Draws draws = new Draws(RandomStreams.of(5, "chi", degrees), 9);
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < MANY; i++) {
      double x = draws.chiSquare(degrees) - degrees;
      sum += x;
      squares += x * x;
    }
    double d = degrees;
    assertThat(sum / MANY).isCloseTo(0, within(6 * Math.sqrt(2 * d / MANY)));
    assertThat(squares / MANY / d).isCloseTo(2, within(6 * Math.sqrt((8 + 48 / d) / MANY)));
    assertThat(draws.chiSquare(0)).isZero();
  }
}
