package initlab.init;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import initlab.math.Moments;
import initlab.math.RandomStreams;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules that put fixed numbers, or an orthogonal matrix, in fixed places. */
class PatternTest {

  private static DMatrixRMaj draw(Initializer rule, WeightShape shape) {
    DMatrixRMaj used = new DMatrixRMaj(50, 50);
    CommonOps_DDRM.fill(used, 9);
    rule.fill(shape, RandomStreams.layer(1, 1), used);
    return used;
  }

  @Test
  void constants() {
    WeightShape shape = WeightShape.dense(3, 4);
    assertThat(Init.zeros().draw(shape, RandomStreams.layer(1, 1)).data).containsOnly(0);
    assertThat(Init.ones().draw(shape, RandomStreams.layer(1, 1)).data).containsOnly(1);
    assertThat(Init.constant(-2).draw(shape, RandomStreams.layer(1, 1)).data).containsOnly(-2);
    assertThat(Stream.of(Init.zeros(), Init.ones(), Init.constant(-2)).map(Constant::name))
        .containsExactly("zeros", "ones", "constant -2");
  }

  @Test
  void identityOfAnyRectangle() {
    for (int[] side : new int[][] {{3, 3}, {2, 5}, {5, 2}}) {
      DMatrixRMaj w = draw(Init.identity(2), WeightShape.dense(side[0], side[1]));
      for (int i = 0; i < w.numRows; i++) {
        for (int j = 0; j < w.numCols; j++) {
          assertThat(w.get(i, j)).isEqualTo(i == j ? 2 : 0);
        }
      }
    }
  }

  /** What a signal that sits at the middle of the kernel becomes: one row for each channel in. */
  private static DMatrixRMaj middle(ConvKernel k, DMatrixRMaj w) {
    DMatrixRMaj matrix = new DMatrixRMaj(k.in(), k.out());
    for (int o = 0; o < k.out(); o++) {
      int first = o / k.groupOut() * k.groupIn();
      for (int i = 0; i < k.groupIn(); i++) {
        matrix.set(first + i, o, w.data[k.index(k.centre(), i, o)]);
      }
    }
    return matrix;
  }

  static Stream<Arguments> diracs() {
    return Stream.of(
        Arguments.of(Init.dirac(), WeightShape.conv(3, 3, 4, 6), "0123.."),
        Arguments.of(Init.dirac(), WeightShape.conv(3, 5, 6, 4), "0123"),
        Arguments.of(Init.dirac(), WeightShape.conv1d(5, 4, 4), "0123"),
        Arguments.of(Init.dirac(), WeightShape.conv3d(3, 1, 3, 4, 4), "0123"),
        Arguments.of(Init.dirac(1), WeightShape.conv(3, 3, 4, 4), "0123"),
        Arguments.of(Init.dirac(2), WeightShape.conv(3, 3, 4, 8), "01230123"),
        Arguments.of(Init.dirac(2), WeightShape.conv(3, 3, 4, 4), "0101"),
        Arguments.of(Init.dirac(), WeightShape.conv(3, 3, 4, 4).groups(2), "0123"),
        Arguments.of(Init.dirac(), WeightShape.conv(3, 3, 4, 8).groups(2), "01..23.."),
        Arguments.of(Init.dirac(), WeightShape.depthwise(3, 3, 4, 2), "0.1.2.3."),
        Arguments.of(Init.dirac(), WeightShape.transposed(3, 3, 4, 6).groups(2), "01.23."));
  }

  /** The string names, for each output channel, the input channel that it copies. */
  @ParameterizedTest
  @MethodSource("diracs")
  void diracCopiesChannels(Dirac rule, WeightShape shape, String copies) {
    ConvKernel k = shape.convolutional("");
    DMatrixRMaj w = draw(rule, shape);
    DMatrixRMaj middle = middle(k, w);
    for (int o = 0; o < k.out(); o++) {
      for (int i = 0; i < k.in(); i++) {
        assertThat(middle.get(i, o)).isEqualTo(copies.charAt(o) == '0' + i ? 1 : 0);
      }
    }
    Moments seen = Moments.of(w);
    assertThat(seen.count()).isEqualTo(shape.size());
    assertThat(seen.mean() * shape.size())
        .isCloseTo(copies.chars().filter(c -> c != '.').count(), within(1e-9));
    assertThat(rule.lawOf(shape).mean()).isCloseTo(seen.mean(), within(1e-12));
    assertThat(rule.lawOf(shape).std()).isCloseTo(seen.std(), within(1e-12));
  }

  static Stream<WeightShape> widening() {
    return Stream.of(
        WeightShape.conv(3, 3, 4, 6),
        WeightShape.conv1d(5, 4, 4),
        WeightShape.conv(3, 3, 4, 6).groups(2),
        WeightShape.transposed(3, 3, 4, 6));
  }

  @ParameterizedTest
  @MethodSource("widening")
  void deltaOrthogonalKeepsLengths(WeightShape shape) {
    ConvKernel k = shape.convolutional("");
    DMatrixRMaj w = draw(Init.deltaOrthogonal(3), shape);
    assertThat(HaarLaws.defect(middle(k, w), 3)).isLessThan(1e-11);
    // Nothing lies outside the middle: the whole has the middle's squares.
    double squares = Moments.of(w).secondMoment() * shape.size();
    assertThat(squares).isCloseTo(9.0 * k.in(), within(1e-9));
    assertThat(Init.deltaOrthogonal(3).lawOf(shape).std())
        .isCloseTo(Math.sqrt(squares / shape.size()), within(1e-12));
  }
}
