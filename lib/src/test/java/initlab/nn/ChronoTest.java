package initlab.nn;

import static org.assertj.core.api.Assertions.assertThat;

import initlab.init.Init;
import initlab.nn.layer.Lstm;
import initlab.nn.layer.Residual;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

/** Two gates of one layer from one stream: the input gate's bias is the forget gate's negative. */
class ChronoTest {
  private static final Plan PLAN =
      Plan.of(Signal.tokens(5, 8), Lstm.of(8), Residual.of(Lstm.of(8), Lstm.of(8)));
  private static final Rules RULES =
      Rules.of(Init.lecunNormal())
          .on("*.bf", Init.chrono(200))
          .on("*.bi", Init.chronoInput(200).named("its negative"));

  private static double[] negative(DMatrixRMaj m) {
    double[] out = m.data.clone();
    for (int i = 0; i < out.length; i++) {
      out[i] = -out[i];
    }
    return out;
  }

  @Test
  void inEveryLayerTheInputGateHasTheNegativeToTheLastBit() {
    Network net = PLAN.init(RULES, 3);
    for (String path : new String[] {"1.", "2.lstm.", "2.lstm2."}) {
      assertThat(net.parameter(path + "bi").value().data)
          .isEqualTo(negative(net.parameter(path + "bf").value()));
      assertThat(net.parameter(path + "bg").value().data).containsOnly(0);
    }
    Network redrawing = RULES.start(PLAN, 3, Network.redrawing(PLAN));
    assertThat(redrawing.parameter("1.bi").value().data)
        .isEqualTo(net.parameter("1.bi").value().data);
  }

  @Test
  void everyLayerAndSeedHasItsOwnNumbers() {
    Network net = PLAN.init(RULES, 3);
    double[] first = net.parameter("1.bf").value().data;
    assertThat(net.parameter("2.lstm.bf").value().data).isNotEqualTo(first);
    assertThat(net.parameter("2.lstm2.bf").value().data)
        .isNotEqualTo(net.parameter("2.lstm.bf").value().data);
    assertThat(PLAN.init(RULES, 4).parameter("1.bf").value().data).isNotEqualTo(first);
  }

  @Test
  void explainNamesEveryGate() {
    assertThat(RULES.explain(PLAN))
        .contains("1.bf", "chrono, 200 steps", "2.lstm2.bi", "its negative", "8 x 32", "recurrent");
  }
}
