package initlab.study.experiment;

import static initlab.init.Activation.LINEAR;
import static initlab.init.Activation.TANH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import initlab.theory.MeanField;
import org.junit.jupiter.api.Test;

/** Random nets along a circle. */
class AlongCircleTest {

  /** A linear function of a circle is one sine: it crosses 0 twice, and so says Rice. */
  @Test
  void aLinearNetCrossesTwice() {
    AlongCircle linear = AlongCircle.of(LINEAR, 8, 3);
    assertThat(linear.crossings(1).low()).isEqualTo(2);
    assertThat(linear.crossings(1).high()).isEqualTo(2);
    assertThat(linear.meanCrossings(2)).isEqualTo(2);
    assertThat(linear.expectedCrossings(1)).isCloseTo(2, within(1e-9));
  }

  /** E |xW|^2 is kept at sigma_w 1, and the length with it; 2 doubles it per layer. */
  @Test
  void theLengthOfALinearPathIsTheSizeOfItsWeights() {
    AlongCircle linear = AlongCircle.of(LINEAR, 64, 3);
    double one = linear.length(1).median();
    assertThat(one).isBetween(0.8, 1.2);
    assertThat(linear.length(2).median() / one).isCloseTo(8, within(1e-9));
  }

  /** A walk around a circle ends where it began, so the sign changes an even number of times. */
  @Test
  void crossingsAreEvenAndGrowBeyondTheEdge() {
    double wild = CircleWalk.of(MeanField.of(TANH).gain(4), 16, 4, 1).crossings();
    double calm = CircleWalk.of(MeanField.of(TANH).gain(0.8), 16, 4, 1).crossings();
    assertThat(wild % 2).isZero();
    assertThat(wild).isGreaterThan(calm);
    assertThat(calm).isGreaterThanOrEqualTo(2); // without biases the output is odd
  }

  @Test
  void picturesNameWhatTheyShow() {
    AlongCircle circle = AlongCircle.of(TANH, 8, 2).bias(0.05);
    assertThat(circle.plot(1, 2).text()).contains("sigma_w 1", "sigma_w 2", "zero crossings");
    assertThat(circle.explore(1, 2, 3).text()).contains("3 values, 1 to 2", "sigma_w 1.5");
    assertThat(circle.table(1).text()).contains("theory: mean", "30 nets");
    assertThat(circle).hasToString("tanh net, 2 layers, 8 wide, sigma_b^2 0.05");
  }

  @Test
  void refusalsSayWhatIsDue() {
    assertThatThrownBy(() -> AlongCircle.of(TANH, 1, 2)).hasMessageContaining("width is 1");
    assertThatThrownBy(() -> AlongCircle.of(TANH, 8, 0)).hasMessageContaining("depth is 0");
    assertThatThrownBy(() -> AlongCircle.of(TANH, 8, 2).bias(-1)).hasMessageContaining("sigma_b");
    assertThatThrownBy(() -> AlongCircle.of(TANH, 8, 2).plot()).hasMessageContaining("sigma_w");
    assertThatThrownBy(() -> AlongCircle.of(TANH, 8, 2).explore(1, 2, 1))
        .hasMessageContaining("steps");
  }
}
