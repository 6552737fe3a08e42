package initlab.nn.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import initlab.nn.Network;
import initlab.nn.Pass;
import initlab.nn.Plan;
import initlab.nn.Signal;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** LSTM and GRU beside torch.nn.LSTM and torch.nn.GRU of PyTorch 2.15, in float64. */
class RecurrentByHandTest {
  private static final double[] X = {0.5, -1, 2, 0.25, -0.75, 1.5, 0.1, -0.2};

  private static DMatrixRMaj filled(int rows, int cols, IntToDoubleFunction f) {
    DMatrixRMaj m = new DMatrixRMaj(rows, cols);
    Arrays.setAll(m.data, f);
    return m;
  }

  /** W(i) = sin(1 + i), U(i) = cos(1 + i) by number, and biases 0.1, 0.2, ... over all gates. */
  private static Network net(Recurring layer, int gates, String... biases) {
    Network net = Network.blank(Plan.of(Signal.tokens(4, 2), layer));
    net.parameter("1.W").load(filled(2, gates * 3, i -> Math.sin(1 + i)));
    net.parameter("1.U").load(filled(3, gates * 3, i -> Math.cos(1 + i)));
    for (int gate = 0; gate < gates; gate++) {
      int first = 3 * gate + 1;
      net.parameter("1." + biases[gate]).load(filled(1, 3, i -> 0.1 * (first + i)));
    }
    return net;
  }

  private static Pass pass(Network net) {
    DMatrixRMaj x = new DMatrixRMaj(1, 8, true, X);
    return net.forward(x).backward(filled(4, 3, k -> 0.1 * (k + 1) * (k % 2 == 0 ? 1 : -1)));
  }

  private static void same(DMatrixRMaj m, int from, double... due) {
    assertThat(Arrays.copyOfRange(m.data, from, from + due.length))
        .containsExactly(due, within(1e-12));
  }

  @Test
  void lstmIsPyTorchs() {
    Network net = net(Lstm.of(3), 4, "bi", "bf", "bg", "bo");
    Pass pass = pass(net);
    same(pass.output(), 0, 0.2397558648063, 0.121934787419, 0.09728302355636, 0.2806277727109);
    same(pass.output(), 9, 0.330325180225, 0.4974158049994, 0.5692643540736);
    same(pass.da(0), 0, -0.00125616796092, 0.001716916808729, -0.009815887183906);
    same(pass.da(0), 5, -0.0433578685216, -0.08376895604938, -0.1656972606984);
    DMatrixRMaj du = pass.gradient(net.parameter("1.U"));
    same(du, 12, -0.006033557732844, 0.02402886078038, -0.01991578509096, -0.007103932993316);
    same(du, 21, -0.06775212070799, 0.07628796981539, -0.02447696804787);
    DMatrixRMaj forget = pass.gradient(net.parameter("1.bf"));
    same(forget, 0, 0.01670574313165, 0.06917404270153, -0.1225354885612);
    DMatrixRMaj out = pass.gradient(net.parameter("1.bo"));
    same(out, 0, -0.09031162816466, 0.1341309138655, -0.01035447565008);
  }

  @Test
  void gruIsPyTorchs() {
    Network net = net(Gru.of(3), 3, "br", "bz", "bn");
    net.parameter("1.bhn").load(new DMatrixRMaj(1, 3, true, -0.5, 0.25, 0.75));
    Pass pass = pass(net);
    same(pass.output(), 0, 0.4411751366475, 0.7147479156106, 0.5382663289501, 0.8166764125217);
    same(pass.output(), 9, 0.5761383880027, 0.8361461801507, 0.7011814625977);
    same(pass.da(0), 0, -0.01144073091136, 0.02501389228284, -0.04069113426247);
    same(pass.da(0), 5, -0.01090813582321, -0.1111631749013, 0.06050094886238);
    DMatrixRMaj du = pass.gradient(net.parameter("1.U"));
    same(du, 9, 0.01640740942272, 0.008340375074276, -0.01238748264663, 0.04892113804395);
    same(du, 15, -0.1770192212958, 0.06866238584417, -0.04654538056899);
    DMatrixRMaj candidate = pass.gradient(net.parameter("1.bn"));
    same(candidate, 0, -0.3065186433335, 0.1300057824897, -0.1035539038763);
    DMatrixRMaj inside = pass.gradient(net.parameter("1.bhn"));
    same(inside, 0, -0.2092384614559, 0.08251680854312, -0.05913682039244);
  }

  /** By one exponential or by the series: to 1e-15 of itself everywhere. */
  @ParameterizedTest
  @ValueSource(doubles = {0, 1e-300, 1e-9, 0.05, 0.0999999, 0.1, 0.1000001, 0.3, 1, 5, 20, 800})
  void tanhIsTanh(double z) {
    double due = StrictMath.tanh(z);
    assertThat(GateFunctions.tanh(z)).isCloseTo(due, within(2e-15 * due));
    assertThat(GateFunctions.tanh(-z)).isEqualTo(-GateFunctions.tanh(z));
  }

  @Test
  void atInfinityGatesAreOpenOrShutAndNaNStays() {
    double[] z = {Double.NEGATIVE_INFINITY, -800, 800, Double.NaN};
    GateFunctions.sigmoid(z, 0, 4);
    assertThat(z).containsExactly(0, 0, 1, Double.NaN);
    assertThat(GateFunctions.tanh(Double.NEGATIVE_INFINITY)).isEqualTo(-1);
    assertThat(GateFunctions.tanh(Double.NaN)).isNaN();
  }

  @Test
  void aLayerThatCarriesNothingIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Lstm.of(0))
        .withMessage("hidden is 0; it must be at least 1. Carry one number at least.");
    assertThatIllegalArgumentException().isThrownBy(() -> Gru.of(-1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Signal.tokens(0, 3))
        .withMessageContaining("is 0; it must be at least 1");
  }
}
