package initlab.nn.lsuv;

import static initlab.init.Activation.LINEAR;
import static initlab.init.Activation.RELU;
import static initlab.init.Activation.TANH;
import static initlab.nn.lsuv.LsuvCases.PLAN;
import static initlab.nn.lsuv.LsuvCases.batch;
import static initlab.nn.lsuv.LsuvCases.net;
import static initlab.nn.lsuv.LsuvCases.normal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import initlab.init.Activation;
import initlab.init.Init;
import initlab.nn.Network;
import initlab.nn.Plan;
import initlab.nn.Signal;
import initlab.nn.layer.Dense;
import initlab.nn.layer.Mlp;
import initlab.nn.layer.Residual;
import initlab.nn.lsuv.LsuvTrace.Attempt;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Where LSUV stops it names the layer, and of all that may be the cause the one that is. */
class LsuvCauseTest {
  private static final double INFINITY = Double.POSITIVE_INFINITY;

  private static DMatrixRMaj alike(int rows, int cols, double number) {
    DMatrixRMaj x = new DMatrixRMaj(rows, cols);
    CommonOps_DDRM.fill(x, number);
    return x;
  }

  /** One row, many times. */
  private static DMatrixRMaj repeated(int rows, int cols) {
    DMatrixRMaj row = normal(1, cols, 5);
    DMatrixRMaj x = new DMatrixRMaj(rows, cols);
    for (int i = 0; i < x.getNumElements(); i++) {
      x.data[i] = row.data[i % cols];
    }
    return x;
  }

  private static DMatrixRMaj with(DMatrixRMaj x, double number) {
    x.set(5, 5, number);
    return x;
  }

  private static Network changed(Plan plan, int layer, double number) {
    Network net = net(plan);
    CommonOps_DDRM.fill(net.layer(layer).weights(), number);
    return net;
  }

  static Stream<Arguments> causes() {
    Plan last = Mlp.of(RELU, 40, 30, 1);
    Plan block = Plan.of(Signal.vector(40), Residual.of(Dense.of(40, RELU), Dense.of(40, TANH)));
    Network dead = net(last);
    CommonOps_DDRM.fill(dead.layer(1).bias().orElseThrow(), -1e9);
    Network same = net(last);
    CommonOps_DDRM.fill(same.layer(1).bias().orElseThrow(), 1e9);
    Network nan = net(PLAN);
    nan.layer(2).weights().set(3, 3, Double.NaN);
    return Stream.of(
        arguments(net(Mlp.of(RELU, 40, 1)), normal(1, 40, 1), "1 of 1", "pass more rows"),
        arguments(net(last), normal(1, 40, 1), "2 of 2", "It gives a single number"),
        arguments(changed(PLAN, 1, 0), batch(1), "1 of 12", "Its weights are all 0: draw them"),
        arguments(changed(PLAN, 4, 0), batch(1), "4 of 12", "Its weights are all 0: draw them"),
        arguments(net(PLAN), alike(64, 40, 0), "1 of 12", "The batch is all zeros"),
        arguments(net(block), alike(64, 40, 0), "1.dense of 1", "The batch is all zeros"),
        arguments(dead, batch(1), "2 of 2", "All that layer 1 gives is 0: are all units off"),
        arguments(
            net(Mlp.of(RELU, 40, 1)), repeated(9, 40), "1 of 1", "rows of the batch are all alike"),
        arguments(same, repeated(9, 40), "2 of 2", "The rows of what layer 1 gives are all alike"),
        arguments(nan, batch(1), "2 of 12", "Its weights hold NaN or infinity: draw them anew"),
        arguments(net(PLAN), with(batch(1), INFINITY), "1 of 12", "NaN or infinity in the batch."),
        arguments(
            net(PLAN), with(batch(1), Double.NaN), "1 of 12", "NaN or infinity in the batch."),
        arguments(net(PLAN), alike(64, 40, 1e200), "1 of 12", "very large numbers in the batch"),
        arguments(
            changed(PLAN, 3, 1e200), batch(1), "3 of 12", "in what layer 2 gives and in its"));
  }

  @ParameterizedTest
  @MethodSource("causes")
  void theLayerAndTheCauseAreNamed(Network net, DMatrixRMaj x, String layer, String cause) {
    for (Lsuv lsuv : new Lsuv[] {Lsuv.on(x), Lsuv.on(x).goOn(), Lsuv.onFresh(k -> x)}) {
      assertThatExceptionOfType(LsuvException.class)
          .isThrownBy(() -> lsuv.rescale(net))
          .withMessageStartingWith("Layer " + layer + ": its pre-activations have variance ")
          .withMessageContaining(cause)
          .satisfies(e -> assertThat(last(e.trace()).verdict()).isEqualTo(Attempt.Verdict.GIVEN_UP))
          .satisfies(e -> assertThat(last(e.trace()).scale()).isEqualTo(1));
    }
  }

  private static Attempt last(LsuvTrace trace) {
    return trace.attempts().get(trace.attempts().size() - 1);
  }

  /** Equal numbers whose sum is rounded: their variance is 1e-34, and no scale mends that. */
  @Test
  void aVarianceOfRoundingErrorsIsNone() {
    for (double number : new double[] {0.1, 0.7, 14.62, 1e-200, 1e150}) {
      for (int rows : new int[] {2, 3, 10, 1000}) {
        Network net = Mlp.deep(LINEAR, 1, 1).init(Init.ones(), 1);
        assertThatExceptionOfType(LsuvException.class)
            .isThrownBy(() -> Lsuv.fit(net, alike(rows, 1, number)))
            .withMessageContaining(
                "so no scale can bring them to 1. The rows of the batch are all");
        assertThat(net.layer(1).weights().get(0, 0)).isEqualTo(1);
      }
    }
  }

  /** Products of equal rows differ in their last digits where rows are handled in groups. */
  @Test
  void equalRowsAreAlikeThroughEveryProduct() {
    for (int width : new int[] {3, 7, 33, 257}) {
      assertThatExceptionOfType(LsuvException.class)
          .isThrownBy(() -> Lsuv.fit(net(Mlp.of(LINEAR, width, 1)), repeated(201, width)))
          .withMessageContaining("The rows of the batch are all alike");
    }
  }

  /** Rows that differ by a thousandth are not called alike: here the weights cancel all of it. */
  @Test
  void rowsThatDifferALittleAreNotBlamed() {
    Network net = Mlp.of(LINEAR, 2, 1).init(Init.ones(), 1);
    var x = new DMatrixRMaj(new double[][] {{1, 1}, {1 + 0x1p-10, 1 - 0x1p-10}});
    assertThatExceptionOfType(LsuvException.class)
        .isThrownBy(() -> Lsuv.fit(net, x))
        .withMessageContaining("Neither its weights nor the batch are all alike");
  }

  @Test
  void aSmallVarianceThatIsThereIsBroughtToOne() {
    for (double std : new double[] {1e-150, 1e-9, 1e9, 1e150}) {
      DMatrixRMaj x = normal(64, 1, 1);
      CommonOps_DDRM.scale(std, x);
      assertThat(Lsuv.fit(net(Mlp.deep(LINEAR, 1, 1)), x).converged()).isTrue();
    }
    DMatrixRMaj far = normal(64, 1, 1);
    CommonOps_DDRM.add(far, 1e9); // a spread of 1e-9 of the mean
    assertThat(Lsuv.fit(net(Mlp.deep(LINEAR, 1, 1)), far).converged()).isTrue();
  }

  @Test
  void anActivationThatIsFlatIsNamed() {
    Activation flat = z -> 7;
    Activation broken = z -> z > 0 ? Double.NaN : z;
    Lsuv after = Lsuv.on(batch(1)).afterActivation();
    assertThatExceptionOfType(LsuvException.class)
        .isThrownBy(() -> after.rescale(net(Mlp.deep(flat.named("seven"), 40, 3))))
        .withMessageStartingWith("Layer 1 of 3: its activations have variance 0, so no scale")
        .withMessageContaining("Its activation (seven) is the same for all of its pre-activations");
    assertThatExceptionOfType(LsuvException.class)
        .isThrownBy(() -> after.rescale(net(Mlp.deep(broken.named("broken"), 40, 3))))
        .withMessageEndingWith(
            "its activations have variance NaN. Look at its activation (broken).");
    assertThatExceptionOfType(LsuvException.class)
        .isThrownBy(() -> Lsuv.fit(net(Mlp.deep(broken.named("broken"), 40, 3)), batch(1)))
        .withMessageStartingWith("Layer 2 of 3: its pre-activations have variance NaN.")
        .withMessageEndingWith("Look for NaN or infinity in what layer 1 gives.");
  }

  @Test
  void aLayerInsideAnotherIsNamedWithWhatComesBeforeIt() {
    Plan plan = Plan.of(Signal.vector(40), Residual.of(Dense.of(30, RELU), Dense.of(40, TANH)));
    Network net = net(plan);
    CommonOps_DDRM.fill(net.parameter("1.dense.b").value(), -1e9);
    assertThatExceptionOfType(LsuvException.class)
        .isThrownBy(() -> Lsuv.fit(net, batch(1)))
        .withMessageStartingWith("Layer 1.dense2 of 1: its pre-activations have variance 0")
        .withMessageContaining("All that the layers before 1.dense2 give is 0");
  }
}
