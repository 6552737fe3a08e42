package initlab.nn;

import static initlab.init.Activation.LINEAR;
import static initlab.init.Activation.RELU;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import initlab.init.Activation;
import initlab.nn.layer.Dense;
import initlab.nn.layer.Residual;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;

/** Who made a NaN is told by name, and only who made it of finite numbers. */
class NotANumberTest {
  private static final Activation ROOT = Math::sqrt;

  /** A reader's layer that gives one number everywhere. */
  private record Gives(double number) implements Layer {
    @Override
    public Signal out(Signal in) {
      return in;
    }

    @Override
    public void forward(Memory m) {
      CommonOps_DDRM.fill(m.z(), number);
    }

    @Override
    public void backward(Memory m) {
      m.dx().setTo(m.dz());
    }
  }

  private static DMatrixRMaj row(double... x) {
    return new DMatrixRMaj(1, x.length, true, x);
  }

  private static Memory last(DMatrixRMaj x, double weight, Layer... layers) {
    Network net = Network.blank(Plan.of(Signal.vector(x.numCols), layers));
    net.parameters().stream()
        .filter(p -> p.role().drawn())
        .forEach(p -> CommonOps_DDRM.fill(p.value(), weight));
    return net.forward(x).layer(net.depth());
  }

  @Test
  void theActivationIsNamedWithTheNumberThatItWasGiven() {
    Memory m = last(row(4, 1), -0.5, Dense.of(2, ROOT.named("root")));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NotANumber.blame(m))
        .withMessage(
            "f(-2.5) of \"root\", layer 1 is NaN; it must be a number. Mend the function: it must"
                + " have a value everywhere.");
  }

  /** z = (1, -1): the first f(z) is a number, the second is none. */
  @Test
  void everyNumberOfALayerIsLookedAt() {
    Network net = Network.blank(Plan.of(Signal.vector(2), Dense.of(2, ROOT.named("root"))));
    net.parameter("1.W").load(new DMatrixRMaj(2, 2, true, 1, 0, 0, -1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NotANumber.blame(net.forward(row(1, 1)).layer(1)))
        .withMessageStartingWith("f(-1) of \"root\"");
  }

  @Test
  void theLayerIsNamedByPathAndKind() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NotANumber.blame(last(row(4, 1), 1, new Gives(Double.NaN))))
        .withMessage(
            "what layer 1 (gives) made of a finite input is NaN; it must be a number. Look for 0 / 0"
                + " or the root of a negative number in its forward(Memory).");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NotANumber.blame(last(row(4, 1), 1, Residual.of(new Gives(Double.NaN)))))
        .withMessageStartingWith("what layer 1.gives (gives) made of a finite input is NaN;");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> NotANumber.blame(last(row(4, 1), -1, Residual.of(Dense.of(2, ROOT.named("r"))))))
        .withMessageStartingWith("f(-5) of \"r\", layer 1.dense is NaN;");
  }

  /** Inf - inf, NaN that came in, weights that are NaN or huge: nobody's mistake in this layer. */
  @Test
  void whatComesOfOverflowOrCameInIsNobodysMistake() {
    innocent(last(row(1e200, -1e200), 1e200, Dense.of(2, LINEAR)));
    innocent(last(row(1e200, -1e200), 1e200, Dense.of(2, RELU)));
    innocent(last(row(Double.NaN, 1), 1, Dense.of(2, LINEAR)));
    innocent(last(row(Double.NaN, 1), 1, Dense.of(2, ROOT.named("root"))));
    innocent(last(row(1, 1), Double.NaN, Dense.of(2, LINEAR)));
    innocent(last(row(1, 1), 1e100, new Gives(1), Dense.of(2, LINEAR)));
    innocent(last(row(Double.POSITIVE_INFINITY, 1), 1, new Gives(Double.NaN)));
    innocent(last(row(1e101, 1), 1, new Gives(Double.NaN)));
    innocent(last(row(4, 1), 1, Dense.of(2, ROOT.named("root"))));
  }

  private static void innocent(Memory m) {
    assertThatCode(() -> NotANumber.blame(m)).doesNotThrowAnyException();
  }

  /** The layer holds the NaN weights, and huge ones, without a NaN input. */
  private record Weighed() implements Layer {
    @Override
    public Signal out(Signal in) {
      return in;
    }

    @Override
    public java.util.List<Slot> slots(Signal in) {
      return java.util.List.of(
          Slot.weight("A", initlab.init.WeightShape.dense(in.channels(), in.channels())));
    }

    @Override
    public void forward(Memory m) {
      CommonOps_DDRM.fill(m.z(), Double.NaN);
    }

    @Override
    public void backward(Memory m) {}
  }

  @Test
  void aLayerWithWeightsIsBlamedOnlyIfTheyAreNumbers() {
    for (double weight : new double[] {Double.NaN, 1e101, -1e101, Double.NEGATIVE_INFINITY}) {
      innocent(last(row(1, 1), weight, new Weighed()));
    }
    for (double weight : new double[] {0, 1, -9e99}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> NotANumber.blame(last(row(1, 1), weight, new Weighed())))
          .withMessageStartingWith("what layer 1 (weighed) made of a finite input is NaN");
    }
  }
}
