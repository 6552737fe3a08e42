package initlab.study.experiment;

import static initlab.init.Activation.TANH;
import static org.assertj.core.api.Assertions.assertThat;

import initlab.init.Init;
import initlab.nn.Network;
import initlab.nn.layer.Mlp;
import initlab.train.Training;
import initlab.train.data.Data;
import initlab.view.scatter.Scatter;
import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

/** The panels of several steps have one window: that of the largest weight in any of them. */
class NeuronsWindowTest {
  private static final Training XOR =
      Training.of(Mlp.of(TANH, 2, 3, 1).onPlainJava(), Data.xor(40, 1)).adam(0.05);

  private static double[][] answers(double[] grid, Network net) {
    double[][] answers = new double[grid.length][grid.length];
    for (int row = 0; row < grid.length; row++) {
      for (int col = 0; col < grid.length; col++) {
        DMatrixRMaj place = new DMatrixRMaj(1, 2, true, grid[col], grid[row]);
        answers[row][col] = net.forward(place).output().get(0, 0);
      }
    }
    return answers;
  }

  private static Scatter with(Scatter picture, String panel, double reach, Network net) {
    double[] grid = new double[41];
    Arrays.setAll(grid, i -> reach * (2.0 * i / 40 - 1));
    DMatrixRMaj w = net.layer(1).weights();
    double[] across = Arrays.copyOfRange(w.data, 0, 3);
    double[] upward = Arrays.copyOfRange(w.data, 3, 6);
    String start = Init.normal(0.3).name();
    return picture
        .panel(panel)
        .region(grid, grid, answers(grid, net))
        .arrows(start, across, upward);
  }

  private static Scatter due(double reach, List<Network> nets, int... steps) {
    Scatter picture =
        Scatter.of("Neurons of layer 1, start " + Init.normal(0.3).name())
            .axes("weight of x1", "weight of x2");
    for (int i = 0; i < steps.length; i++) {
      picture = with(picture, "step " + steps[i], reach, nets.get(i));
    }
    return picture;
  }

  private static double largest(Network net) {
    return Arrays.stream(net.layer(1).weights().data).map(Math::abs).max().orElseThrow();
  }

  @Test
  void theLargestWeightOfAllStepsSetsTheWindow() {
    Network first = XOR.plan().init(Init.normal(0.3), 1);
    Network last = XOR.steps(60).from(Init.normal(0.3), 1).net();
    assertThat(largest(first)).isLessThan(1);
    assertThat(largest(last)).isGreaterThan(1.2);
    Neurons neurons = Neurons.of(XOR, Init.normal(0.3), 1);
    String later = neurons.at(0, 60).svg();
    assertThat(later).isEqualTo(due(1.2 * largest(last), List.of(first, last), 0, 60).svg());
    String earlier = neurons.at(60, 0).svg();
    assertThat(earlier).isEqualTo(due(1.2 * largest(last), List.of(last, first), 60, 0).svg());
    // smaller weights than 1 leave the window at the unit square
    assertThat(neurons.at(0).svg()).isEqualTo(due(1.2, List.of(first), 0).svg());
  }
}
