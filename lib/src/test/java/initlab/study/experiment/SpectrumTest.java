package initlab.study.experiment;

import static initlab.init.Activation.LINEAR;
import static initlab.init.Activation.RELU;
import static initlab.init.Activation.TANH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import initlab.init.Activation;
import initlab.init.Init;
import initlab.math.Band;
import initlab.nn.Network;
import initlab.nn.layer.Mlp;
import initlab.study.race.LearningTime;
import initlab.train.data.Data;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

/** Singular values of whole nets, lengths, and learning times. */
class SpectrumTest {

  /** Where the signal is small tanh is a line, and an orthogonal net turns it. */
  @Test
  void smallInputsMakeAnOrthogonalTanhNetAnIsometry() {
    Spectrum spectrum = Spectrum.of(Mlp.deep(TANH, 4, 3).onPlainJava());
    assertThat(spectrum.inputs(1e-6).condition(Init.orthogonal(1)).high())
        .isCloseTo(1, within(1e-9));
    assertThat(spectrum.condition(Init.orthogonal(1)).low()).isGreaterThan(1.01);
    assertThatThrownBy(() -> spectrum.inputs(0)).hasMessageContaining("size of the input");
  }

  @Test
  void theJacobianIsThatOfFiniteDifferences() {
    Network net = Mlp.deep(TANH, 4, 3).onPlainJava().init(Init.lecunNormal(), 1);
    DMatrixRMaj x = Data.normal(1, 4, 1);
    DMatrixRMaj jacobian = Spectrum.jacobian(net, x);
    for (int i = 0; i < 4; i++) {
      DMatrixRMaj up = x.copy();
      DMatrixRMaj down = x.copy();
      up.data[i] += 1e-5;
      down.data[i] -= 1e-5;
      DMatrixRMaj above = net.forward(up).output().copy();
      DMatrixRMaj below = net.forward(down).output();
      for (int j = 0; j < 4; j++) {
        double slope = (above.data[j] - below.data[j]) / 2e-5;
        assertThat(jacobian.get(i, j)).isCloseTo(slope, within(1e-8));
      }
    }
  }

  @Test
  void orthogonalProductsAreOrthogonalAndGaussianOnesAreNot() {
    Spectrum linear = Spectrum.of(Mlp.deep(LINEAR, 16, 10).onPlainJava());
    assertThat(linear.condition(Init.orthogonal()).high()).isCloseTo(1, within(1e-9));
    assertThat(linear.condition(Init.lecunNormal()).low()).isGreaterThan(1e6);
    assertThat(linear.compare(Init.zeros()).starts()).hasSize(1);
  }

  @Test
  void reluCutsDirectionsOff() {
    Band values = Spectrum.of(Mlp.deep(RELU, 16, 5).onPlainJava()).of(Init.orthogonal());
    assertThat(values.at(15).median()).isZero();
    assertThat(values.at(0).high()).isLessThanOrEqualTo(1 + 1e-9);
  }

  @Test
  void orthogonalLearningTimeDoesNotGrowWithDepth() {
    LearningTime time = new LearningTime(60, 3, 20);
    double shallow = time.steps(3, Init.orthogonal()).median();
    double deep = time.steps(20, Init.orthogonal()).median();
    assertThat(deep).isLessThan(1.6 * shallow);
    assertThat(time.steps(20, Init.lecunNormal()).median()).isGreaterThan(3 * deep);
    assertThat(time.table(Init.zeros()).text()).contains("over 60 (0)");
  }

  /** A product of three layers of 1e150 is infinite: that is no fault of a row of data. */
  @Test
  void aJacobianThatOverflowsIsNamed() {
    var huge = Spectrum.of(Mlp.deep(Activation.LINEAR, 4, 3)).compare(Init.normal(1e150));
    assertThatThrownBy(huge::table)
        .hasMessageContaining("the Jacobian, seed ")
        .hasMessageContaining("is too large")
        .hasMessageContaining("Take smaller weights.");
  }
}
