package initlab.nn.layer;

import static initlab.init.Activation.LINEAR;
import static initlab.init.Activation.RELU;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import initlab.init.Distribution;
import initlab.init.FanMode;
import initlab.init.Init;
import initlab.init.Initializer;
import initlab.math.Moments;
import initlab.math.RandomStreams;
import initlab.nn.Plan;
import initlab.nn.Signal;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.NormOps_DDRM;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What rules do to a signal in a deep convolutional net whose layers keep all places. */
class ConvSignalTest {
  private static final int DEPTH = 50;

  private static Plan deep(int side, int channels, int depth, Conv conv) {
    return Plan.of(
        Signal.image(side, side, channels), Collections.nCopies(depth, conv.withoutBias()));
  }

  private static DMatrixRMaj normal(int rows, int cols, long seed) {
    DMatrixRMaj m = new DMatrixRMaj(rows, cols);
    Distribution.NORMAL.fill(1, RandomStreams.data(seed), m.data, m.getNumElements());
    return m;
  }

  private static double norm(DMatrixRMaj m) {
    return NormOps_DDRM.fastNormF(m);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void diracPassesEveryNumberOn(int groups) {
    Plan plan = deep(6, 4, DEPTH, Conv2d.of(3, 4, LINEAR).same().groups(groups));
    DMatrixRMaj x = normal(2, plan.inputs(), 1);
    DMatrixRMaj c = normal(2, plan.outputs(), 2);
    var pass = plan.init(Init.dirac(), 1).forward(x).backward(c);
    assertThat(pass.output().data).isEqualTo(x.data);
    assertThat(pass.da(0).data).isEqualTo(c.data);
  }

  /** Only the tap in the middle is not 0, so that no border is felt: exact but for rounding. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void deltaOrthogonalKeepsEveryLength(int groups) {
    Plan plan = deep(5, 8, DEPTH, Conv2d.of(3, 8, LINEAR).same().groups(groups));
    for (int sample = 1; sample <= 3; sample++) {
      DMatrixRMaj x = normal(1, plan.inputs(), sample);
      DMatrixRMaj c = normal(1, plan.outputs(), sample + 10);
      var pass = plan.init(Init.deltaOrthogonal(), sample).forward(x).backward(c);
      assertThat(norm(pass.output()) / norm(x)).isCloseTo(1, within(1e-12));
      assertThat(norm(pass.da(0)) / norm(c)).isCloseTo(1, within(1e-12));
    }
  }

  /** He's gain in front of ReLU: half of the numbers die in every layer, whatever the kernel. */
  @Test
  void reluTakesLengthFromDeltaOrthogonalToo() {
    Plan plan = deep(5, 8, DEPTH, Conv2d.of(3, 8, RELU).same());
    DMatrixRMaj x = normal(1, plan.inputs(), 1);
    double kept = norm(plan.init(Init.deltaOrthogonal(), 1).forward(x).output()) / norm(x);
    assertThat(kept).isLessThan(1e-3);
  }

  /**
   * The share of the variance that is left after so many layers where zeros stand around the image:
   * each place takes a ninth of what its nine neighbours had, and the zeros give nothing. Rows and
   * columns do so independently.
   */
  private static double left(int side, int depth) {
    double[] v = new double[side];
    Arrays.fill(v, 1);
    for (int l = 0; l < depth; l++) {
      double[] next = new double[side];
      for (int i = 0; i < side; i++) {
        double below = i == 0 ? 0 : v[i - 1];
        double above = i == side - 1 ? 0 : v[i + 1];
        next[i] = (below + v[i] + above) / 3;
      }
      v = next;
    }
    double mean = Moments.of(v).mean();
    return mean * mean;
  }

  /**
   * Independent weights of variance 1 / fan_in, and the flattened orthogonal matrix, lose what the
   * zeros around the image do not give: exactly this share in the mean over nets. 40 nets; the mean
   * is within 6 of its own standard errors (a false alarm in 10^6, by Student's t), which are below
   * 4 %; without borders the mean would be 1, more than 20 errors away.
   */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void bordersTakeVariance(boolean orthogonal) {
    Initializer rule =
        orthogonal ? Init.orthogonal() : Init.varianceScaling(1, FanMode.IN, Distribution.NORMAL);
    Plan plan = deep(5, 24, 6, Conv2d.of(3, 24, LINEAR).same());
    double[] ratios = new double[40];
    for (int net = 0; net < ratios.length; net++) {
      DMatrixRMaj x = normal(8, plan.inputs(), net);
      ratios[net] = Moments.of(plan.init(rule, net).forward(x).output()).secondMoment();
    }
    Moments seen = Moments.of(ratios);
    double error = seen.std() / Math.sqrt(ratios.length - 1);
    double due = left(5, 6);
    assertThat(due).isBetween(0.2, 0.3);
    assertThat(error).isLessThan(0.04 * due);
    assertThat(seen.mean()).isCloseTo(due, within(6 * error));
  }

  /** Away from borders nothing is lost: the place in the middle of a large image. */
  @Test
  void farFromBordersTheVarianceStays() {
    Plan plan = deep(9, 32, 4, Conv2d.of(3, 32, LINEAR).same());
    double[] middle = new double[60];
    for (int net = 0; net < middle.length; net++) {
      DMatrixRMaj x = normal(4, plan.inputs(), net);
      DMatrixRMaj z = plan.init(Init.lecunNormal(), net).forward(x).output();
      double sum = 0;
      for (int sample = 0; sample < 4; sample++) {
        DMatrixRMaj place = CommonOps_DDRM.extractRow(z, sample * 81 + 40, null);
        sum += Moments.of(place).secondMoment() / 4;
      }
      middle[net] = sum;
    }
    Moments seen = Moments.of(middle);
    double error = seen.std() / Math.sqrt(middle.length - 1); // below 4 %; 6 of them, as above
    assertThat(error).isLessThan(0.04);
    assertThat(seen.mean()).isCloseTo(1, within(6 * error));
  }

  /** A stride beyond all places leaves one window, and takes no more memory than that. */
  @ParameterizedTest
  @ValueSource(ints = {4, 7, 100_000, Integer.MAX_VALUE})
  void aHugeStrideLeavesOneWindow(int stride) {
    Signal image = Signal.image(4, 4, 2);
    Conv conv = Conv2d.of(3, 3, LINEAR);
    DMatrixRMaj x = normal(2, image.size(), 1);
    DMatrixRMaj all = Plan.of(image, conv).init(Init.constant(1), 1).forward(x).output();
    var pass = Plan.of(image, conv.stride(stride)).init(Init.constant(1), 1).forward(x);
    assertThat(pass.output().numRows).isEqualTo(2);
    assertThat(pass.output().get(1, 0)).isCloseTo(all.get(4, 0), within(1e-12));
    pass.backward(new DMatrixRMaj(2, 3, true, 1, 0, 0, 0, 0, 0));
    assertThat(pass.da(0).get(10, 0)).isOne();
    assertThat(pass.da(0).get(11, 0)).isZero();
    assertThat(pass.da(0).get(26, 0)).isZero();
  }

  @Test
  void sizesBeyondAllMemoryAreNamed() {
    Signal image = Signal.image(4, 4, 2);
    Conv conv = Conv2d.of(3, 3, LINEAR);
    int most = Integer.MAX_VALUE;
    for (Conv huge :
        List.of(
            conv.padding(most),
            conv.same().dilation(most),
            Conv2d.of(5, 3, LINEAR).same().dilation(most),
            Conv2d.transposed(3, 3, LINEAR).stride(most))) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Plan.of(image, huge))
          .withMessageContainingAll("Layer 1 (conv)", "numbers of one sample", "smaller stride");
    }
  }
}
