package initlab.study.experiment;

import static initlab.init.Activation.TANH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import initlab.Stopped;
import initlab.base.Numbers;
import initlab.init.Init;
import initlab.init.Initializer;
import initlab.init.WeightShape;
import initlab.math.RandomStreams;
import initlab.nn.Network;
import initlab.nn.layer.Mlp;
import initlab.train.Training;
import initlab.train.data.Data;
import initlab.view.scatter.Scatter;
import java.util.Arrays;
import java.util.List;
import org.ejml.data.Complex_F64;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

/** Eigenvalues and neurons as points: where they are, and what is refused. */
class EigenvaluesTest {
  /** Turns by a quarter, doubles, and has 3 on its own. */
  private static final DMatrixRMaj TURN =
      new DMatrixRMaj(new double[][] {{0, -2, 0}, {2, 0, 0}, {0, 0, 3}});

  private static Initializer always(DMatrixRMaj w, String name) {
    Initializer rule = (shape, rng) -> w.copy();
    return rule.named(name);
  }

  /** Their sum is the trace, the sum of their squares that of W^2. */
  @Test
  void theyAreThoseOfTheDrawnMatrix() {
    for (long seed : new long[] {1, 4}) {
      DMatrixRMaj w =
          Init.lecunNormal().draw(WeightShape.dense(9, 9), RandomStreams.layer(seed, 0));
      double[][] squared = ByHand.times(ByHand.rows(w), w);
      double trace = 0;
      double second = 0;
      for (int i = 0; i < 9; i++) {
        trace += w.get(i, i);
        second += squared[i][i];
      }
      List<Complex_F64> found = Eigenvalues.of(9).seed(seed).of(Init.lecunNormal());
      assertThat(found).hasSize(9);
      assertThat(found.stream().mapToDouble(Complex_F64::getReal).sum())
          .isCloseTo(trace, within(1e-10));
      double squares =
          found.stream()
              .mapToDouble(z -> z.getReal() * z.getReal() - z.getImaginary() * z.getImaginary())
              .sum();
      assertThat(squares).isCloseTo(second, within(1e-10));
    }
  }

  @Test
  void theRadiusIsTheLargestSize() {
    assertThat(Eigenvalues.of(3).radius(always(TURN, "turn"))).isCloseTo(3, within(1e-12));
    DMatrixRMaj faster = TURN.copy();
    faster.set(2, 2, -1);
    assertThat(Eigenvalues.of(3).radius(always(faster, "turn"))).isCloseTo(2, within(1e-12));
    assertThat(Eigenvalues.of(3).radius(Init.zeros())).isZero();
  }

  @Test
  void realIsAcrossAndImaginaryUpward() {
    DMatrixRMaj lean = new DMatrixRMaj(new double[][] {{3, 0}, {0, 0.5}});
    Eigenvalues two = Eigenvalues.of(2).compare(always(lean, "lean")).compare(Init.identity());
    String words = two.plot().text();
    assertThat(words)
        .contains("Eigenvalues of W, 2 x 2", "lean", Init.identity().name(), "real", "imaginary");
    assertThat(words).contains("real 0.5 to 3");
    assertThat(two.toString())
        .isEqualTo("eigenvalues, 2 wide; [lean, " + Init.identity().name() + "]");
    assertThat(two.seed(7).plot().text()).isEqualTo(words);
  }

  /**
   * The whole picture, made by hand: points, and the circle of radius 1 that they are judged by.
   */
  @Test
  void thePictureHasTheUnitCircle() {
    Initializer turn = always(TURN, "turn");
    List<Complex_F64> found = Eigenvalues.of(TURN);
    double[] real = found.stream().mapToDouble(Complex_F64::getReal).toArray();
    double[] imaginary = found.stream().mapToDouble(Complex_F64::getImaginary).toArray();
    Scatter due =
        Scatter.of("Eigenvalues of W, 3 x 3")
            .axes("real", "imaginary")
            .panel("turn")
            .points("turn", real, imaginary)
            .circle(1);
    assertThat(Eigenvalues.of(3).compare(turn).plot().svg()).isEqualTo(due.svg());
  }

  @Test
  void badMatricesAreNamed() {
    DMatrixRMaj hole = TURN.copy();
    hole.set(1, 2, Double.NaN);
    assertThatThrownBy(() -> Eigenvalues.of(hole)).hasMessageContaining("row 1, column 2");
    assertThatThrownBy(() -> Eigenvalues.of(0)).hasMessageContaining("width is 0");
    assertThatThrownBy(() -> Eigenvalues.of(2).of(always(TURN, "turn")))
        .hasMessageContaining("turn drew");
    Stopped.atOnce(() -> Eigenvalues.of(2).radius(Init.identity()));
  }

  // ---------------------------------------------------------------- neurons

  private static final Training XOR =
      Training.of(Mlp.of(TANH, 2, 3, 1).onPlainJava(), Data.xor(40, 1)).adam(0.05);

  /** The weights of x1 across and of x2 upward, at the start and after twenty steps. */
  @Test
  void neuronsStandAtTheirTwoWeights() {
    DMatrixRMaj w = new DMatrixRMaj(new double[][] {{0.25, 0.25, 0.25}, {-0.75, -0.75, -0.75}});
    Initializer first = (shape, rng) -> shape.rows() == 2 ? w.copy() : Init.ones().draw(shape, rng);
    String words = Neurons.of(XOR, first.named("placed"), 1).at(0).text();
    assertThat(words).contains("3 arrows, all at (0.25, -0.75)", "start placed", "step 0");
    Network later = XOR.steps(20).from(Init.constant(0.5), 1).net();
    DMatrixRMaj trained = later.layer(1).weights();
    String at =
        "(" + Numbers.brief(trained.get(0, 0)) + ", " + Numbers.brief(trained.get(1, 0)) + ")";
    assertThat(Neurons.of(XOR, Init.constant(0.5), 1).at(20).text()).contains("all at " + at);
  }

  /** What the net answers at x1 across and x2 upward, from its weights written out. */
  private static double[][] answers(double[] grid, DMatrixRMaj w, DMatrixRMaj out) {
    double[][] answers = new double[grid.length][grid.length];
    for (int row = 0; row < grid.length; row++) {
      for (int col = 0; col < grid.length; col++) {
        for (int j = 0; j < w.numCols; j++) {
          double z = grid[col] * w.get(0, j) + grid[row] * w.get(1, j);
          answers[row][col] += Math.tanh(z) * out.get(j, 0);
        }
      }
    }
    return answers;
  }

  @Test
  void theRegionIsWhatTheNetAnswers() {
    Network net = XOR.plan().init(Init.normal(1.5), 3);
    DMatrixRMaj w = net.layer(1).weights();
    double most = Arrays.stream(w.data).map(Math::abs).max().orElseThrow();
    assertThat(most).isGreaterThan(1);
    double[] grid = new double[41];
    Arrays.setAll(grid, i -> 1.2 * most * (2.0 * i / 40 - 1));
    double[] across = {w.get(0, 0), w.get(0, 1), w.get(0, 2)};
    double[] upward = {w.get(1, 0), w.get(1, 1), w.get(1, 2)};
    String name = Init.normal(1.5).name();
    Scatter due =
        Scatter.of("Neurons of layer 1, start " + name)
            .axes("weight of x1", "weight of x2")
            .panel("step 0")
            .region(grid, grid, answers(grid, w, net.layer(2).weights()))
            .arrows(name, across, upward);
    assertThat(Neurons.of(XOR, Init.normal(1.5), 3).at(0).svg()).isEqualTo(due.svg());
    Neurons other = Neurons.of(XOR, Init.normal(1.5), 3);
    assertThat(other.at(5, 7).text()).contains("step 5", "step 7");
    double largest =
        Arrays.stream(XOR.steps(5).from(Init.normal(1.5), 3).net().layer(1).weights().data)
            .map(Math::abs)
            .max()
            .orElseThrow();
    assertThat(other.at(5).text()).contains(Numbers.brief(largest));
  }

  @Test
  void badRequestsForNeuronsAreNamed() {
    Neurons neurons = Neurons.of(XOR, Init.xavierNormal(), 1);
    assertThatThrownBy(neurons::at).hasMessageContaining("the number of steps");
    assertThatThrownBy(() -> neurons.at(0, -1)).hasMessageContaining("steps is -1");
    Training two = Training.of(Mlp.of(TANH, 2, 3, 2), Data.linearTeacher(20, 2, 2, 1));
    assertThatThrownBy(() -> Neurons.of(two, Init.zeros(), 1))
        .hasMessageContaining("the number of outputs is 2; it must be 1");
    Stopped.atOnce(() -> neurons.at(3));
  }
}
