package initlab.study.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import initlab.base.Numbers;
import initlab.init.Activation;
import initlab.init.Init;
import initlab.nn.Network;
import initlab.nn.Plan;
import initlab.nn.Signal;
import initlab.nn.layer.Dense;
import initlab.nn.layer.Mlp;
import initlab.nn.layer.Residual;
import initlab.study.Loops;
import initlab.train.data.Data;
import initlab.train.data.Dataset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

/** Every line of the worksheet against plain loops. */
class WorksheetTest {
  private static final DMatrixRMaj X = Data.normal(2, 3, 1);
  private static final DMatrixRMaj Y = Data.normal(2, 2, 2);
  private static final Network NET =
      Mlp.of(Activation.TANH, 3, 4, 2).onPlainJava().init(Init.normal(0.6), 3);

  private static Loops loops() {
    double[][] out = new Loops(NET, X, Y, v -> 0).a[2];
    DMatrixRMaj gradient = new DMatrixRMaj(2, 2); // of the mean over samples of sum (a - y)^2
    for (int s = 0; s < 2; s++) {
      for (int j = 0; j < 2; j++) {
        gradient.set(s, j, 2 * (out[s][j] - Y.get(s, j)) / 2);
      }
    }
    return new Loops(NET, X, gradient, v -> 1 - Math.tanh(v) * Math.tanh(v));
  }

  private static String words(double[][] m) {
    return Arrays.stream(m)
        .map(row -> Arrays.stream(row).mapToObj(Numbers::fixed).collect(Collectors.joining(", ")))
        .collect(Collectors.joining("; "));
  }

  private static String sums(double[][] m) {
    double[] sums = new double[m[0].length];
    for (double[] row : m) {
      for (int j = 0; j < sums.length; j++) {
        sums[j] += row[j];
      }
    }
    return words(new double[][] {sums});
  }

  @Test
  void everyQuantityOfOneStepHasItsLine() {
    var data = Worksheet.of(NET, Dataset.of(X, Y)).data();
    assertThat(data.name()).isEqualTo("One step on paper");
    assertThat(data.columnNames()).containsExactly("quantity", "value");
    String forward = "x|z1 = x W1|a1 = f(z1)|z2 = a1 W2|a2 = z2, linear|loss";
    String back = "dL/da2|dL/dz2|dL/dW2|dL/db2|dL/da1|dL/dz1|dL/dW1|dL/db1";
    assertThat(data.stringColumn("quantity").asList())
        .containsExactly((forward + "|" + back).split("\\|"));
  }

  @Test
  void everyNumberOfOneStepIsWritten() {
    Loops n = loops();
    List<String> forward =
        List.of(words(n.a[0]), words(n.z[1]), words(n.a[1]), words(n.z[2]), words(n.a[2]));
    List<String> second = List.of(words(n.da[2]), words(n.dz[2]), words(n.dw[2]), sums(n.dz[2]));
    List<String> first = List.of(words(n.da[1]), words(n.dz[1]), words(n.dw[1]), sums(n.dz[1]));
    List<String> due = new ArrayList<>(forward);
    due.add(Numbers.fixed(loss(n)));
    due.addAll(second);
    due.addAll(first);
    var data = Worksheet.of(NET, Dataset.of(X, Y)).data();
    assertThat(data.stringColumn("value").asList()).isEqualTo(due);
  }

  /** The mean over two samples of the squared distance. */
  private static double loss(Loops n) {
    double loss = 0;
    for (int s = 0; s < 2; s++) {
      for (int j = 0; j < 2; j++) {
        loss += Math.pow(n.a[2][s][j] - Y.get(s, j), 2) / 2;
      }
    }
    return loss;
  }

  @Test
  void oneGradientIsGivenAsAMatrix() {
    for (int l = 1; l <= 2; l++) {
      double[][] found = Loops.rows(Worksheet.gradient(NET, Dataset.of(X, Y), l));
      double[][] due = loops().dw[l];
      assertThat(found).hasDimensions(due.length, due[0].length);
      for (int i = 0; i < due.length; i++) {
        for (int j = 0; j < due[0].length; j++) {
          assertThat(found[i][j]).isCloseTo(due[i][j], Loops.EXACT);
        }
      }
    }
  }

  @Test
  void aLargeNetIsRefused() {
    var net = Mlp.of(Activation.RELU, 2, 500, 1).init(Init.heNormal(), 1);
    assertThatThrownBy(() -> Worksheet.of(net, Data.xor(1, 1)))
        .hasMessageContaining("the weights of layer 1 is 1000; it must be at most 400");
    var fits = Mlp.of(Activation.RELU, 2, 200, 1).init(Init.heNormal(), 1);
    assertThat(Worksheet.of(fits, Data.xor(1, 1)).height()).isEqualTo(14);
    Plan block =
        Plan.of(
            Signal.vector(2),
            Residual.of(Dense.of(201, Activation.RELU), Dense.of(2, Activation.LINEAR)));
    assertThatThrownBy(
            () -> Worksheet.of(block.init(Init.heNormal(), 1), Data.linearTeacher(2, 2, 2, 1)))
        .hasMessageContaining("the weights of layer 1 is 402; it must be at most 400");
  }

  /** A block multiplies by more than one matrix: its z is not said to be a product. */
  @Test
  void aBlocksLinesSayNoProduct() {
    Plan plan = Plan.of(Signal.vector(3), Residual.of(Dense.of(3, Activation.TANH)));
    var data = Worksheet.of(plan.init(Init.zeros(), 1), Dataset.of(X, X)).data();
    assertThat(data.stringColumn("quantity").asList())
        .startsWith("x", "z1", "a1 = z1, linear", "loss");
    assertThat(data.stringColumn("value").get(1)).isEqualTo(data.stringColumn("value").get(0));
  }

  @Test
  void theGridOfAGradientShowsItsEqualColumns() {
    var tied = Mlp.of(Activation.TANH, 3, 4, 2).onPlainJava().init(Init.constant(0.5), 1);
    Dataset data = Dataset.of(X, Y);
    assertThat(Worksheet.gradientGrid(tied, data, 1).text()).contains("equal neurons: ");
    assertThat(Worksheet.gradientGrid(NET, data, 1).text()).contains("no two neurons are equal");
  }
}
