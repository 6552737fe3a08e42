package initlab.study.doctor;

import static initlab.init.Activation.LINEAR;
import static initlab.init.Activation.RELU;
import static initlab.init.Activation.TANH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import initlab.Stopped;
import initlab.init.Activation;
import initlab.init.Init;
import initlab.math.Moments;
import initlab.nn.Network;
import initlab.nn.layer.Mlp;
import initlab.nn.loss.Loss;
import initlab.study.probe.Inputs;
import initlab.study.probe.Measure;
import initlab.train.data.Data;
import java.util.concurrent.atomic.AtomicInteger;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.MatrixFeatures_DDRM;
import org.junit.jupiter.api.Test;

/** What is measured before anything is judged; what is refused; and that it can be stopped. */
class ExaminationTest {
  private static final DMatrixRMaj X = Data.normal(6, 4, 1);

  private static Vitals vitals(Network net, DMatrixRMaj y, Loss loss) {
    return Examination.measure(net, X, y, loss);
  }

  @Test
  void theGradientIsThatOfTheLoss() {
    Network net = Mlp.of(TANH, 4, 5, 3).init(Init.xavierNormal(), 1);
    DMatrixRMaj y = Data.normal(6, 3, 2);
    DMatrixRMaj gradient = new DMatrixRMaj(0, 0);
    Loss.squared().gradient(net.forward(X).output(), y, gradient);
    double due = Moments.of(gradient).secondMoment();
    assertThat(vitals(net, y, Loss.squared()).of(Measure.GRADIENT, 2)).isEqualTo(due);
    DMatrixRMaj classes = new DMatrixRMaj(6, 3);
    for (int row = 0; row < 6; row++) {
      classes.set(row, row % 3, 1);
    }
    Loss.crossEntropy().gradient(net.forward(X).output(), classes, gradient);
    double other = Moments.of(gradient).secondMoment();
    assertThat(vitals(net, classes, Loss.crossEntropy()).of(Measure.GRADIENT, 2))
        .isEqualTo(other)
        .isNotEqualTo(due);
    assertThat(Doctor.examine(net, X, classes, Loss.crossEntropy()).healthy()).isTrue();
  }

  /** Where the output overflows, no loss has a gradient: N(0, 1) is sent back. */
  @Test
  void behindAnOverflowTheGradientIsNormal() {
    Network net = Mlp.deep(LINEAR, 4, 2).init(Init.identity(1e200), 1);
    double sent = vitals(net, X, Loss.squared()).of(Measure.GRADIENT, 2);
    assertThat(sent).isEqualTo(Moments.of(Inputs.gradient(6, 4, 1)).secondMoment());
  }

  @Test
  void gradientsAreComparedWithTheLayerBeforeTheOutput() {
    assertThat(reference(3)).isEqualTo(2);
    assertThat(reference(2)).isEqualTo(1);
    assertThat(reference(1)).isEqualTo(1);
  }

  private static int reference(int depth) {
    Network net = Mlp.deep(LINEAR, 4, depth).init(Init.identity(), 1);
    return vitals(net, new DMatrixRMaj(6, 4), Loss.squared()).reference();
  }

  @Test
  void whatDoesNotFitIsRefusedInWords() {
    Network net = Mlp.of(TANH, 4, 5, 3).init(Init.xavierNormal(), 1);
    DMatrixRMaj y = Data.normal(6, 3, 2);
    DMatrixRMaj hole = X.copy();
    hole.set(2, 1, Double.NaN);
    assertThatThrownBy(() -> Doctor.examine(net, hole, y)).hasMessageContaining("the input");
    assertThatThrownBy(() -> Doctor.examine(net, Data.normal(6, 5, 1), y))
        .hasMessageContaining("the width of the input is 5");
    DMatrixRMaj endless = y.copy();
    endless.set(0, 0, Double.POSITIVE_INFINITY);
    assertThatThrownBy(() -> Doctor.examine(net, X, endless)).hasMessageContaining("the target");
    assertThatThrownBy(() -> Doctor.examine(net, X, Data.normal(6, 4, 2)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Doctor.examine(null, X, y)).hasMessageContaining("the network");
    assertThatThrownBy(() -> Doctor.examine(net, null, y)).hasMessageContaining("the input");
    Activation holes = z -> z > 0 ? z : Double.NaN;
    Network bad = Mlp.of(holes, 4, 5, 3).init(Init.xavierNormal(), 1);
    assertThatThrownBy(() -> Doctor.examine(bad, X, y)).hasMessageContaining("must have a value");
  }

  @Test
  void nothingIsModified() {
    Network net = Mlp.of(RELU, 4, 5, 3).init(Init.normal(1e-3), 1);
    DMatrixRMaj y = Data.normal(6, 3, 2);
    DMatrixRMaj w = net.layer(1).weights().copy();
    DMatrixRMaj x = X.copy();
    assertThat(Doctor.examine(net, X, y).healthy()).isFalse();
    assertThat(MatrixFeatures_DDRM.isEquals(w, net.layer(1).weights())).isTrue();
    assertThat(MatrixFeatures_DDRM.isEquals(x, X)).isTrue();
    assertThat(MatrixFeatures_DDRM.isEquals(y, Data.normal(6, 3, 2))).isTrue();
  }

  /** Two matrices of 40 x 40 and their gradients, and 2 x 40 numbers for each of 7 samples. */
  @Test
  void whatTakesTooMuchMemoryIsRefusedWithItsSize() {
    Network net = Mlp.deep(RELU, 40, 2).init(Init.heNormal(), 1);
    assertThat(ExaminationMemory.bytes(net, 7)).isEqualTo(8 * (2 * 2 * 1600 + 6 * 80 * 7.0));
    assertThatThrownBy(() -> ExaminationMemory.require(net, Integer.MAX_VALUE))
        .hasMessageContaining("the memory for the copy on which repairs are tried is 8246 GB; it")
        .hasMessageContaining("smaller batch");
    ExaminationMemory.require(net, 7);
  }

  @Test
  void memoryThatRunsOutInAnExaminationIsASentence() {
    Activation greedy =
        z -> {
          throw new OutOfMemoryError("Java heap space");
        };
    Network net = Mlp.deep(greedy.named("greedy"), 4, 2).init(Init.heNormal(), 1);
    assertThatThrownBy(() -> Doctor.examine(net, X, X))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("The memory ran out in an examination of greedy net, 2 layers")
        .hasMessageContaining("smaller batch");
  }

  @Test
  void anInterruptStopsTheExamination() {
    Network net = Mlp.of(TANH, 4, 5, 3).init(Init.normal(1e-3), 1);
    Stopped.atOnce(() -> Doctor.examine(net, X, Data.normal(6, 3, 2)));
  }

  /**
   * The interrupt comes while a repair is tried, whose failure alone would be no reason to stop.
   */
  @Test
  void anInterruptStopsARepair() {
    AtomicInteger calls = new AtomicInteger();
    Activation slow =
        z -> {
          if (calls.incrementAndGet() == 2_000_000) {
            Thread.currentThread().interrupt();
          }
          return Math.tanh(z);
        };
    Network net = Mlp.deep(slow, 4, 3).init(Init.normal(1e-3), 1);
    Examination exam = Examination.of(net, X, X, Loss.squared());
    Repair repair = Repair.redraw(exam).get(0);
    calls.set(2_000_000 - 1);
    Stopped.onTheWay(repair::done);
    Thread.interrupted();
    assertThat(repair.done()).isPresent();
  }

  /** LSUV cannot scale what is 0; the other start can. */
  @Test
  void anImpossibleRepairIsNone() {
    Network net = Mlp.deep(RELU, 4, 2).init(Init.zeros(), 1);
    DMatrixRMaj same = new DMatrixRMaj(3, 4);
    same.fill(1e-200);
    Examination exam = Examination.of(net, same, same, Loss.squared());
    assertThat(Repair.redraw(exam)).hasSize(2);
    assertThat(Repair.redraw(exam).get(1).done()).isEmpty();
    assertThat(Repair.redraw(exam).get(0).done()).isPresent();
  }

  @Test
  void anEvenShareOfGradientIsNoDivisionByZero() {
    Network net = Mlp.of(TANH, 4, 5, 5, 3).init(Init.xavierNormal(), 1);
    DMatrixRMaj reached = net.forward(X).output().copy();
    Vitals seen = vitals(net, reached, Loss.squared());
    assertThat(seen.gradientRatio(1)).isNaN(); // nothing is sent back, so nothing is lost
    net.layer(3).weights().zero();
    assertThat(vitals(net, reached, Loss.squared()).gradientRatio(1)).isZero();
  }

  /** NaN lies in no range and outside none: such a net was once declared healthy. */
  @Test
  void aWeightThatIsNoNumberIsRefusedByItsPlace() {
    for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
      Network net = Mlp.of(RELU, 4, 5, 3).init(Init.heNormal(), 1);
      net.layer(2).parameters().get(0).value().set(3, 1, bad);
      assertThatThrownBy(() -> Doctor.examine(net, X, Data.normal(6, 3, 2)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("2.W, row 3, column 1 (from 0), is ")
          .hasMessageContaining("Draw the weights anew.");
    }
  }

  /** 4e308 - 4e308 is NaN at once, without an infinity before it. */
  @Test
  void anOverflowToNaNIsAnExplosion() {
    Network net = Mlp.deep(LINEAR, 4, 3).init(Init.zeros(), 1);
    DMatrixRMaj w = net.layer(1).parameters().get(0).value();
    for (int i = 0; i < 16; i++) {
      w.data[i] = i % 3 == 0 ? 1e308 : -1e308;
    }
    DMatrixRMaj x = new DMatrixRMaj(new double[][] {{2, 2, 2, 2}, {-2, 2, -2, 1}});
    Findings found = Doctor.examine(net, x, Data.normal(2, 4, 2));
    assertThat(found.of(Diagnosis.EXPLODING)).get().extracting(Finding::layer).isEqualTo(1);
  }
}
