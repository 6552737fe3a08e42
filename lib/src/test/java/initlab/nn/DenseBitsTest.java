package initlab.nn;

import static initlab.init.Activation.LINEAR;
import static initlab.init.Activation.RELU;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import initlab.init.Distribution;
import initlab.init.Init;
import initlab.math.RandomStreams;
import initlab.nn.layer.Dense;
import initlab.nn.layer.Mlp;
import initlab.nn.layer.Recurrent;
import initlab.nn.lsuv.Lsuv;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Dense nets give bit for bit what they gave when dense was the only kind of layer: checksums of
 * all z, a, dL/da and dL/dW, on the plain product, of functions that need no Math.tanh. Whether a
 * sum of nothing but zeros is 0 or -0 is left open.
 */
class DenseBitsTest {

  static Stream<Arguments> nets() {
    Plan loop = Recurrent.over(RELU, 24, 10).then(1, Dense.of(5, LINEAR));
    return Stream.of(
        arguments(
            Mlp.deep(RELU, 64, 50),
            Rules.of(Init.heNormal()),
            32,
            sums(
                -6005045246311319764L,
                8294647806723855155L,
                9102383872291900527L,
                8170762728093065800L)),
        arguments(
            Mlp.of(RELU, 20, 30, 40, 7),
            Rules.of(Init.heNormal()),
            17,
            sums(2642515360959L, 1794463781196L, 609352044824L, 2524642394528L)),
        arguments(
            Mlp.deep(RELU, 48, 10),
            Rules.of(Init.orthogonal()),
            17,
            sums(
                1385981472986445781L,
                -1745869413820649312L,
                2661004892847877702L,
                4527668194111590768L)),
        arguments(
            Mlp.of(RELU, 20, 30, 7),
            Rules.layerwise("two", Init.heNormal(), Init.xavierUniform()),
            17,
            sums(87325300406L, 58263360328L, 125448854550L, 36869572331L)),
        arguments(
            loop,
            Rules.of(Init.orthogonal()),
            9,
            sums(
                3756125838424546967L,
                -7950309710840252144L,
                6163262528403900309L,
                -6687507807896541906L)),
        arguments(
            Mlp.deep(RELU, 32, 10),
            Lsuv.on(normal(64, 32, 1)),
            9,
            sums(
                6147986590848666680L,
                -4037849392436861993L,
                -5771991082713784587L,
                -2799901708961721210L)),
        arguments(
            Mlp.of(RELU, 32, 32, 32, 8),
            Lsuv.on(normal(64, 32, 1)).centred().until(0.01, 10),
            9,
            sums(2888160205305L, 4140402103073L, 1892170186418L, 4009555133909L)));
  }

  private static long[] sums(long... sums) {
    return sums;
  }

  @ParameterizedTest
  @MethodSource("nets")
  void areThoseOfTheFirstEdition(Plan plan, Start start, int batch, long[] due) {
    Network net = plan.onPlainJava().init(start, 3);
    Pass pass = net.forward(normal(batch, plan.inputs(), 3));
    pass.backward(normal(batch, plan.outputs(), 5));
    long[] seen = new long[4];
    for (int l = 1; l <= net.depth(); l++) {
      seen[0] = seen[0] * 31 + checksum(pass.z(l));
      seen[1] = seen[1] * 31 + checksum(pass.a(l));
      seen[2] = seen[2] * 31 + checksum(pass.da(l - 1));
      seen[3] = seen[3] * 31 + checksum(pass.layer(l).gradient(0));
    }
    assertThat(seen).containsExactly(due);
  }

  private static DMatrixRMaj normal(int rows, int cols, long seed) {
    DMatrixRMaj x = new DMatrixRMaj(rows, cols);
    Distribution.NORMAL.fill(1, RandomStreams.data(seed), x.data, x.getNumElements());
    return x;
  }

  private static long checksum(DMatrixRMaj m) {
    CRC32 crc = new CRC32();
    for (int i = 0; i < m.getNumElements(); i++) {
      long bits = Double.doubleToLongBits(m.data[i] + 0.0); // a zero's sign is not looked at
      for (int shift = 0; shift < Long.SIZE; shift += 8) {
        crc.update((int) (bits >>> shift));
      }
    }
    return crc.getValue();
  }
}
