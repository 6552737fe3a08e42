package initlab.study.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import initlab.init.Activation;
import initlab.math.MatrixProduct;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

/** Shares of neurons and likeness of samples, by numbers had by hand. */
class SharesTest {
  private static final MatrixProduct PLAIN = MatrixProduct.plain();

  /** Of tanh a slope is flat beyond |z| = 1.82. */
  @Test
  void aSampleIsSaturatedWhereEveryNeuronIs() {
    var z = new DMatrixRMaj(new double[][] {{3, -3}, {3, 0}, {0, 3}, {-2, 2}});
    assertThat(UnitShares.saturatedSamples(z, Activation.TANH)).isEqualTo(0.5);
    assertThat(UnitShares.saturated(z, Activation.TANH)).isEqualTo(0.75);
  }

  @Test
  void aNeuronIsDeadThatIsZeroOnEverySample() {
    assertThat(UnitShares.dead(new DMatrixRMaj(new double[][] {{0, 0, 1}, {0, 2, 0}})))
        .isEqualTo(1 / 3.0);
    assertThat(UnitShares.dead(new DMatrixRMaj(new double[][] {{0, 0, -0.0}, {0, -1e-300, 0}})))
        .isEqualTo(2 / 3.0);
    assertThat(UnitShares.dead(new DMatrixRMaj(new double[][] {{1, 0}, {0, 1}}))).isZero();
    assertThat(UnitShares.dead(new DMatrixRMaj(3, 4))).isEqualTo(1);
  }

  /** Two functions whose steepest slope is not 1: a tenth of it is flat, not a tenth. */
  @Test
  void flatIsATenthOfTheSteepestSlope() {
    Activation five = z -> 5 * Math.tanh(z);
    Activation tenth = z -> 0.1 * Math.tanh(z);
    DMatrixRMaj z = new DMatrixRMaj(1, 6, true, 0, 1.8, 1.83, -1.8, -1.83, 7);
    for (Activation f : new Activation[] {Activation.TANH, five, tenth}) {
      assertThat(UnitShares.saturated(z, f)).isEqualTo(3 / 6.0);
    }
    // sigmoid's steepest is 1/4: a tenth of it at |z| = 3.6369
    DMatrixRMaj s = new DMatrixRMaj(1, 4, true, 3.63, 3.64, -3.63, -3.64);
    assertThat(UnitShares.saturated(s, Activation.SIGMOID)).isEqualTo(0.5);
    assertThat(UnitShares.saturated(z, Activation.LINEAR)).isZero();
    assertThat(UnitShares.saturated(z, any -> 3)).isEqualTo(1);
    // the steepest place lies at -5.5 here, and at 5.5
    Activation left = v -> v < -5 && v > -6 ? 10 * v : v;
    Activation right = v -> v > 5 && v < 6 ? 10 * v : v;
    DMatrixRMaj one = new DMatrixRMaj(1, 1, true, 1);
    assertThat(UnitShares.saturated(one, left)).isEqualTo(1);
    assertThat(UnitShares.saturated(one, right)).isEqualTo(1);
  }

  @Test
  void cosinesAreOfNeighboursInPairs() {
    DMatrixRMaj a =
        new DMatrixRMaj(new double[][] {{1, 0}, {1, 1}, {1e200, 0}, {-1e200, 0}, {1, 0}});
    assertThat(SampleLikeness.cosine(a)).isCloseTo((Math.sqrt(0.5) - 1) / 2, within(1e-12));
    assertThat(SampleLikeness.cosine(new DMatrixRMaj(1, 3, true, 1, 2, 3))).isNaN();
    assertThat(SampleLikeness.cosine(new DMatrixRMaj(2, 2, true, 1, 2, 0, 0))).isNaN();
    DMatrixRMaj small = new DMatrixRMaj(2, 2, true, 3e-200, 4e-200, 4e-200, 3e-200);
    assertThat(SampleLikeness.cosine(small)).isCloseTo(24 / 25.0, within(1e-12));
  }

  /** Singular values 3, 2 and 1: (9 + 4 + 1)^2 / (81 + 16 + 1). */
  @Test
  void theRankIsThatOfTheSingularValuesWhicheverSideIsLonger() {
    DMatrixRMaj wide = new DMatrixRMaj(3, 5);
    DMatrixRMaj tall = new DMatrixRMaj(5, 3);
    for (int i = 0; i < 3; i++) {
      wide.set(i, i + 1, -(i + 1));
      tall.set(i + 1, i, i + 1);
    }
    assertThat(SampleLikeness.rank(wide, PLAIN)).isCloseTo(2, within(1e-12));
    assertThat(SampleLikeness.rank(tall, PLAIN)).isCloseTo(2, within(1e-12));
    assertThat(SampleLikeness.rank(new DMatrixRMaj(2, 1, true, 1, Double.NaN), PLAIN)).isNaN();
  }
}
