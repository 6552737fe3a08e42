package initlab.study.probe;

import static org.assertj.core.api.Assertions.assertThat;

import initlab.init.Distribution;
import initlab.math.MatrixProduct;
import initlab.math.Moments;
import initlab.math.RandomStreams;
import initlab.train.data.Data;
import org.assertj.core.data.Offset;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

class BatchVarianceTest {

  @Test
  void itIsTheVarianceOverRowsAveragedOverColumns() {
    DMatrixRMaj a = new DMatrixRMaj(new double[][] {{1, 5}, {3, 5}, {5, 5}});
    assertThat(SampleLikeness.batchVariance(a)).isCloseTo(8.0 / 3 / 2, Offset.offset(1e-15));
    assertThat(Moments.of(a).variance()).isGreaterThan(2); // over samples and neurons together
  }

  @Test
  void equalRowsVaryByNothing() {
    DMatrixRMaj a = new DMatrixRMaj(new double[][] {{0.1, 1e9}, {0.1, 1e9}, {0.1, 1e9}});
    assertThat(SampleLikeness.batchVariance(a)).isZero();
  }

  @Test
  void oneRowTooLargeOrNoNumberIsSaid() {
    assertThat(SampleLikeness.batchVariance(new DMatrixRMaj(1, 2, true, 1, 2))).isNaN();
    double infinite = Double.POSITIVE_INFINITY;
    assertThat(SampleLikeness.batchVariance(new DMatrixRMaj(2, 1, true, 1, infinite)))
        .isEqualTo(infinite);
    assertThat(SampleLikeness.batchVariance(new DMatrixRMaj(2, 1, true, 1e200, -1e200)))
        .isEqualTo(infinite);
    assertThat(SampleLikeness.batchVariance(new DMatrixRMaj(2, 1, true, 1, Double.NaN))).isNaN();
  }

  /**
   * PyTorch's nn.Linear draws weights and biases from U(+-1/sqrt(fan_in)). Through 50 ReLU layers
   * of 128 the second moment settles: q = (q / 3 + 1 / (3 n)) / 2 gives 1 / (5 n) = 0.0016; what
   * dies is the variance over the batch, by a factor 6 a layer at first. Over 20 seeds the second
   * moment's median is within a factor 2 (its spread over seeds is about 30 %, so that a false
   * alarm is rarer than one in a million), and the variance is below a billionth of it in every
   * seed.
   */
  @Test
  void underPytorchsDefaultTheBatchDiesAndTheSecondMomentDoesNot() {
    for (int seed = 1; seed <= 20; seed++) {
      DMatrixRMaj a = torch(128, 50, seed);
      double second = Moments.of(a).secondMoment();
      assertThat(second * 5 * 128).isBetween(0.5, 2.0);
      assertThat(SampleLikeness.batchVariance(a) / second).isLessThan(1e-9);
    }
  }

  private static DMatrixRMaj torch(int width, int depth, int seed) {
    DMatrixRMaj a = Data.normal(32, width, seed);
    DMatrixRMaj w = new DMatrixRMaj(width, width);
    double[] bias = new double[width];
    double std = 1 / Math.sqrt(3.0 * width); // of U(+-1/sqrt(width))
    for (int l = 1; l <= depth; l++) {
      Distribution.UNIFORM.fill(std, RandomStreams.layer(seed, l), w.data, width * width);
      Distribution.UNIFORM.fill(std, RandomStreams.of(seed, "bias", l), bias, width);
      DMatrixRMaj z = new DMatrixRMaj(0, 0);
      MatrixProduct.plain().times(a, w, z);
      for (int i = 0; i < z.getNumElements(); i++) {
        z.data[i] = Math.max(0, z.data[i] + bias[i % width]);
      }
      a = z;
    }
    return a;
  }
}
