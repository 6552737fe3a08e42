package initlab.init;

import static org.assertj.core.api.Assertions.assertThat;

import initlab.math.RandomStreams;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Raw draws are the same to the last bit, whatever thread, JDK or machine draws them. */
class DeterminismTest {
  private static final WeightShape SHAPE = WeightShape.dense(61, 83);
  private static final WeightShape CONV = WeightShape.conv(3, 3, 5, 7);

  /** The checksum covers every bit of every weight. */
  private static long checksum(Initializer rule, WeightShape shape) {
    double[] w = rule.draw(shape, RandomStreams.layer(42, 3)).data;
    CRC32 crc = new CRC32();
    for (double x : w) {
      long bits = Double.doubleToRawLongBits(x);
      IntStream.range(0, 8).forEach(i -> crc.update((int) (bits >>> (8 * i))));
    }
    return crc.getValue();
  }

  static Stream<Arguments> golden() {
    return Stream.of(
        Arguments.of(Init.normal(1), SHAPE, 1262471653L),
        Arguments.of(Init.uniform(1), SHAPE, 3836444589L),
        Arguments.of(Init.heNormal(), SHAPE, 483092874L),
        Arguments.of(Init.xavierUniform(), CONV, 1292228165L),
        Arguments.of(Init.flaxDense(), SHAPE, 906611071L),
        Arguments.of(Init.truncatedNormal(0, 1, 2, 3), SHAPE, 3353024500L),
        Arguments.of(Init.truncatedNormal(0, 1, -9, -8), SHAPE, 4258984594L),
        Arguments.of(Init.truncatedNormal(0, 1, 0, 0.5), SHAPE, 258403386L),
        Arguments.of(Init.sparse(0.7, 1), SHAPE, 4266356440L),
        Arguments.of(Init.bert(), SHAPE, 1377232785L));
  }

  @ParameterizedTest
  @MethodSource("golden")
  void drawsAreWhatTheyWere(Initializer rule, WeightShape shape, long due) {
    assertThat(checksum(rule, shape)).isEqualTo(due);
  }

  @Test
  void threadsDrawWhatOneThreadDraws() {
    List<Initializer> rules =
        List.of(Init.heNormal(), Init.flaxDense(), Init.orthogonal(), Init.sparse(0.5, 1));
    for (Initializer rule : rules) {
      assertThat(IntStream.range(0, 16).parallel().mapToLong(i -> checksum(rule, SHAPE)))
          .containsOnly(checksum(rule, SHAPE));
    }
  }

  @Test
  void fillAndDrawGiveOneResult() {
    var used = new org.ejml.data.DMatrixRMaj(100, 100);
    for (Initializer rule : List.of(Init.heUniform(), Init.bert(), Init.normal(2).named("x"))) {
      rule.fill(SHAPE, RandomStreams.layer(1, 1), used);
      double[] drawn = rule.draw(SHAPE, RandomStreams.layer(1, 1)).data;
      assertThat(java.util.Arrays.copyOf(used.data, drawn.length)).isEqualTo(drawn);
    }
  }
}
