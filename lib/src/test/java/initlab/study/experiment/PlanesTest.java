package initlab.study.experiment;

import static initlab.init.Activation.TANH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import initlab.Stopped;
import initlab.init.Init;
import initlab.nn.layer.Mlp;
import initlab.train.Training;
import initlab.train.data.Data;
import java.util.List;
import org.ejml.data.Complex_F64;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

/** Points in a plane: eigenvalues of a matrix, neurons of a layer. */
class PlanesTest {

  @Test
  void eigenvaluesAreThoseOfTheMatrix() {
    DMatrixRMaj turn = new DMatrixRMaj(new double[][] {{0, -2}, {2, 0}});
    List<Complex_F64> found = Eigenvalues.of(turn);
    assertThat(found).hasSize(2);
    assertThat(found).allMatch(z -> Math.abs(z.getReal()) < 1e-12);
    assertThat(found.stream().mapToDouble(Complex_F64::getImaginary).sorted().toArray())
        .containsExactly(new double[] {-2, 2}, within(1e-12));
    assertThatThrownBy(() -> Eigenvalues.of(new DMatrixRMaj(2, 3))).hasMessageContaining("2 x 3");
  }

  /** Gaussian: the circular law, radius 1 + O(1 / sqrt n), here within 0.25; seeds 1 to 5 alike. */
  @Test
  void orthogonalLiesOnTheCircleAndGaussianFillsIt() {
    for (long seed = 1; seed <= 5; seed++) {
      Eigenvalues plane = Eigenvalues.of(64).seed(seed);
      assertThat(plane.of(Init.orthogonal()))
          .hasSize(64)
          .allMatch(z -> Math.abs(z.getMagnitude() - 1) < 1e-9);
      assertThat(plane.radius(Init.lecunNormal())).isCloseTo(1, within(0.25));
      long inside =
          plane.of(Init.lecunNormal()).stream().filter(z -> z.getMagnitude() < 0.9).count();
      assertThat(inside).isGreaterThan(40); // 0.81 of the area holds 52 of 64
    }
    String words =
        Eigenvalues.of(16).compare(Init.lecunNormal(), Init.orthogonal()).plot().toString();
    assertThat(words).contains("Eigenvalues of W, 16 x 16", "LeCun", "orthogonal", "16");
    assertThatThrownBy(() -> Eigenvalues.of(4).plot()).hasMessageContaining("number of rules");
  }

  /** A matrix's own take long, and cannot be stopped on the way: only between two rules. */
  @Test
  void whatCouldNotBeStoppedIsRefused() {
    assertThat(Eigenvalues.of(256).toString()).contains("256 wide");
    assertThatThrownBy(() -> Eigenvalues.of(257))
        .hasMessageContaining("width is 257; it must be at most 256");
    assertThatThrownBy(() -> Eigenvalues.of(new DMatrixRMaj(257, 257)))
        .hasMessageContaining("width is 257");
    Stopped.atOnce(() -> Eigenvalues.of(new DMatrixRMaj(3, 3)));
    Stopped.atOnce(() -> Eigenvalues.of(8).compare(Init.zeros(), Init.ones()).plot());
    assertThatThrownBy(() -> Spectrum.of(Mlp.deep(TANH, 513, 2)))
        .hasMessageContaining("the number of singular values is 513; it must be at most 512");
    assertThat(Spectrum.of(Mlp.of(TANH, 2, 513)).starts()).isEmpty();
  }

  @Test
  void neuronsMoveInThePlaneOfTheirWeights() {
    Training training =
        Training.of(Mlp.of(TANH, 2, 5, 1).onPlainJava(), Data.xor(60, 1)).adam(0.05);
    String tied = Neurons.of(training, Init.constant(0.5), 1).at(0, 50).toString();
    assertThat(tied).contains("step 0", "step 50", "weight of x1", "5 arrows, all at (0.5, 0.5)");
    String free = Neurons.of(training, Init.xavierNormal(), 1).at(0).toString();
    assertThat(free).contains("5 arrows").doesNotContain("all at");
    Training wide = Training.of(Mlp.of(TANH, 3, 5, 1), Data.linearTeacher(20, 3, 1, 1));
    assertThatThrownBy(() -> Neurons.of(wide, Init.zeros(), 1))
        .hasMessageContaining("the number of inputs is 3; it must be 2");
  }
}
