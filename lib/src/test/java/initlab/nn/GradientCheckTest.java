package initlab.nn;

import static org.assertj.core.api.Assertions.assertThat;

import initlab.init.Activation;
import initlab.init.Distribution;
import initlab.init.Init;
import initlab.math.RandomStreams;
import initlab.nn.layer.Mlp;
import java.util.function.DoubleSupplier;
import org.assertj.core.data.Offset;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Gradients against central differences of L = sum of output times c, so that dL/da(L) = c.
 *
 * <p>With steps of 1e-6 the difference is good to about 1e-9 of the gradients' size; the bound is
 * 1e-6.
 */
class GradientCheckTest {
  private static final double STEP = 1e-6;

  private final DMatrixRMaj x = normal(5, 4, 1);
  private final DMatrixRMaj c = normal(5, 2, 2);

  private static DMatrixRMaj normal(int rows, int cols, long seed) {
    DMatrixRMaj m = new DMatrixRMaj(rows, cols);
    Distribution.NORMAL.fill(1, RandomStreams.data(seed), m.data, m.getNumElements());
    return m;
  }

  private static Activation activation(String name) {
    return switch (name) {
      case "tanh" -> Activation.TANH;
      case "ReLU" -> Activation.RELU;
      case "leaky" -> Activation.leakyRelu(0.2);
      case "GELU" -> Activation.GELU;
      case "SiLU" -> Activation.SILU;
      case "SELU" -> Activation.SELU;
      case "Mish" -> Activation.MISH;
      default -> Math::sin; // a lambda: its slope is itself a difference
    };
  }

  @ParameterizedTest
  @ValueSource(strings = {"tanh", "ReLU", "leaky", "GELU", "SiLU", "SELU", "Mish", "lambda"})
  void gradientsAreDifferenceQuotients(String name) {
    Network net = Mlp.of(activation(name), 4, 6, 3, 2).init(Init.heNormal(), 3);
    Pass pass = net.forward(x).backward(c);
    DoubleSupplier loss = () -> sumOfProducts(net.forward(x).output());
    for (int l = 1; l <= net.depth(); l++) {
      for (Parameter parameter : net.layer(l).parameters()) {
        same(parameter.value().data, pass.gradient(parameter).data, loss);
      }
    }
    same(x.data, pass.da(0).data, loss);
  }

  private double sumOfProducts(DMatrixRMaj output) {
    return CommonOps_DDRM.elementSum(CommonOps_DDRM.elementMult(output, c, null));
  }

  private static void same(double[] parameter, double[] gradient, DoubleSupplier loss) {
    assertThat(gradient).hasSize(parameter.length);
    for (int i = 0; i < parameter.length; i++) {
      double before = parameter[i];
      parameter[i] = before + STEP;
      double above = loss.getAsDouble();
      parameter[i] = before - STEP;
      double below = loss.getAsDouble();
      parameter[i] = before;
      assertThat(gradient[i]).isCloseTo((above - below) / (2 * STEP), Offset.offset(1e-6));
    }
  }
}
