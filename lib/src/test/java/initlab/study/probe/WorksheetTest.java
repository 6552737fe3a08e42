package initlab.study.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import initlab.init.Activation;
import initlab.init.Init;
import initlab.nn.layer.Mlp;
import initlab.train.data.Data;
import initlab.train.data.Dataset;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

class WorksheetTest {
  private static final Dataset POINT =
      Dataset.of(new DMatrixRMaj(1, 2, true, 2, 3), new DMatrixRMaj(1, 1, true, 1));

  @Test
  void everyNumberOfOneStepIsWritten() {
    var net = Mlp.of(Activation.RELU, 2, 2, 1).init(Init.constant(0.5), 1);
    assertThat(Worksheet.of(net, POINT).text())
        .containsPattern("z1 = x W1 +2\\.50, 2\\.50")
        .containsPattern("loss +2\\.25")
        .containsPattern("dL/dW2 +7\\.50; 7\\.50")
        .containsPattern("dL/dW1 +3\\.00, 3\\.00; 4\\.50, 4\\.50")
        .containsPattern("dL/db2 +3\\.00");
  }

  @Test
  void oneGradientIsGivenAsAMatrix() {
    var net = Mlp.of(Activation.RELU, 2, 2, 1).init(Init.constant(0.5), 1);
    assertThat(Worksheet.gradient(net, POINT, 1).data).containsExactly(3, 3, 4.5, 4.5);
  }

  @Test
  void aLargeNetIsRefused() {
    var net = Mlp.of(Activation.RELU, 2, 500, 1).init(Init.heNormal(), 1);
    assertThatThrownBy(() -> Worksheet.of(net, Data.xor(1, 1))).hasMessageContaining("at most 400");
  }
}
