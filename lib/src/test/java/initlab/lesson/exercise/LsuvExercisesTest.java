package initlab.lesson.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import initlab.math.Moments;
import initlab.nn.Network;
import initlab.train.data.Data;
import java.util.function.ToDoubleFunction;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;

/** Notebook 06: the right answers pass, each known mistake gets its name. */
class LsuvExercisesTest {

  private static void step(Rescaling mine, String words) {
    assertThat(Tried.by("06-step", mine)).contains(words);
  }

  /** Divides the weights of each layer up to the last by what is measured there. */
  private static Rescaling divided(int leftOut, ToDoubleFunction<DMatrixRMaj> by) {
    return (net, batch) -> {
      for (int l = 1; l <= net.depth() - leftOut; l++) {
        double divisor = by.applyAsDouble(net.forward(batch).z(l));
        CommonOps_DDRM.divide(net.layer(l).weights(), divisor);
      }
    };
  }

  private static double std(DMatrixRMaj z) {
    return Moments.of(z).std();
  }

  @Test
  void oneStepOfLsuv() {
    step((net, batch) -> {}, "\u2026 Exercise 06-step");
    step(divided(0, LsuvExercisesTest::std), "\u2713 One step of LSUV");
    step(divided(0, z -> Moments.of(z).variance()), "divided by the variance");
    step(divided(0, z -> 1 / std(z)), "and not divided");
    step(divided(1, LsuvExercisesTest::std), "the last layer was left out");
    step(divided(0, z -> Double.NaN), "\u2717 ");
    step(divided(0, z -> z.data[1 << 20]), "your code stopped with ArrayIndexOutOfBounds");
  }

  @Test
  void whatWasMeasuredElsewhereIsNamed() {
    step(LsuvExercisesTest::activations, "is it z, before the activation");
    step(LsuvExercisesTest::allAtOnce, "pass the batch again after each rescaling");
  }

  private static void activations(Network net, DMatrixRMaj batch) {
    for (int l = 1; l <= net.depth(); l++) {
      CommonOps_DDRM.divide(net.layer(l).weights(), std(net.forward(batch).a(l)));
    }
  }

  private static void allAtOnce(Network net, DMatrixRMaj batch) {
    var before = net.forward(batch);
    for (int l = 1; l <= net.depth(); l++) {
      CommonOps_DDRM.divide(net.layer(l).weights(), std(before.z(l)));
    }
  }

  private static DMatrixRMaj raw() {
    DMatrixRMaj raw = Data.normal(64, 48, 7);
    CommonOps_DDRM.scale(30, raw);
    CommonOps_DDRM.add(raw, 100);
    return raw;
  }

  private static void input(DMatrixRMaj mine, String words) {
    assertThat(Tried.by("06-input", mine)).contains(words);
  }

  @Test
  void theInputFirst() {
    input(raw(), "\u2026 Exercise 06-input");
    input(Data.standardize(raw()), "\u2713 The input first");
    DMatrixRMaj divided = raw();
    CommonOps_DDRM.divide(divided, 255);
    input(divided, "the mean is not 0");
    DMatrixRMaj centred = raw();
    CommonOps_DDRM.add(centred, -Moments.of(centred).mean());
    input(centred, "the standard deviation is not 1");
    CommonOps_DDRM.divide(centred, std(centred));
    input(centred, "its columns are not: standardize feature by feature");
  }

  @Test
  void otherShapesAndSamplesForFeaturesAreNamed() {
    DMatrixRMaj turned = CommonOps_DDRM.transpose(raw(), null);
    input(CommonOps_DDRM.transpose(Data.standardize(turned), null), "every row is standardized");
    input(new DMatrixRMaj(0, 0), "samples are rows and features columns");
    DMatrixRMaj holes = Data.standardize(raw());
    holes.set(1, 1, Double.NaN);
    input(holes, "the mean is not 0");
  }
}
