package initlab.study.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import initlab.init.Activation;
import initlab.init.Init;
import initlab.init.Initializer;
import initlab.theory.NumberFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FormatDepthTest {
  private static final int DEPTH = 120;
  private static final Activation SQUARE = Activation.of("x^2", x -> x * x, x -> 2 * x);

  static Stream<Arguments> nets() {
    return Stream.of(
        Arguments.of(Activation.RELU, Init.uniform(10)),
        Arguments.of(Activation.RELU, Init.normal(0.01)),
        Arguments.of(Activation.LINEAR, Init.normal(1)),
        Arguments.of(Activation.TANH, Init.normal(0.02)),
        Arguments.of(Activation.RELU, Init.uniform(0.001)),
        Arguments.of(SQUARE, Init.lecunNormal().gain(1.5)), // its steps double
        Arguments.of(SQUARE, Init.lecunNormal().gain(0.3)));
  }

  /**
   * The largest of 256 numbers is three times their root mean square: what grows by a factor g a
   * layer is all 0, or holds an overflow, up to ln 3 / ln g layers from theory, which here is two.
   */
  @ParameterizedTest
  @MethodSource("nets")
  void theoryKnowsTheLayer(Activation f, Initializer rule) {
    for (NumberFormat format : NumberFormat.values()) {
      int due = FormatDepth.predicted(format, f, 64, DEPTH, rule);
      int seen = FormatDepth.of(format, f, 64, DEPTH, rule, 1);
      assertThat(seen).as("%s %s", format, rule).isBetween(due - 2, due + 2);
    }
  }

  @Test
  void whatStaysLevelNeverLeaves() {
    for (NumberFormat format : NumberFormat.values()) {
      assertThat(FormatDepth.predicted(format, Activation.RELU, 64, DEPTH, Init.heNormal()))
          .isEqualTo(DEPTH + 1);
    }
    assertThat(FormatDepth.predicted(NumberFormat.FP32, Activation.RELU, 64, 5, Init.zeros()))
        .isEqualTo(1);
  }

  @Test
  void predictionStandsBesideMeasurement() {
    String said = FormatDepth.beside(Activation.RELU, 64, 60, Init.uniform(10)).toString();
    assertThat(said.lines().filter(line -> line.startsWith("FP16")).findFirst())
        .hasValueSatisfying(line -> assertThat(line).matches("FP16 +4 +[34] +[34] +[345]"));
    assertThat(said.lines().filter(line -> line.startsWith("FP64")).findFirst())
        .hasValueSatisfying(line -> assertThat(line).matches("FP64( +none){4}"));
  }

  @Test
  void aRuleThatTheoryDoesNotKnowIsNamed() {
    assertThatThrownBy(
            () ->
                FormatDepth.predicted(NumberFormat.FP32, Activation.RELU, 8, 3, Init.constant(0.5)))
        .hasMessageContaining("constant 0.5");
  }

  /** Half a second moment a layer: ln 3 / ln sqrt 2 = 3.2 layers, and one more for the seed. */
  @Test
  void aSlowDecayLastsLongerThanItsRootMeanSquare() {
    assertThat(
            FormatDepth.predicted(NumberFormat.FP16, Activation.RELU, 32, 60, Init.xavierNormal()))
        .isEqualTo(51);
    int seen = FormatDepth.of(NumberFormat.FP16, Activation.RELU, 32, 60, Init.xavierNormal(), 1);
    assertThat(seen).isEqualTo(55);
  }
}
