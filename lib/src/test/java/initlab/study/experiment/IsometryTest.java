package initlab.study.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import initlab.Stopped;
import initlab.base.FreeMemory;
import initlab.base.Machine;
import initlab.init.Init;
import initlab.init.Initializer;
import initlab.init.WeightShape;
import initlab.math.Interval;
import initlab.math.RandomStreams;
import initlab.train.data.Data;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

/** Squared lengths before and after a matrix, sum by sum. */
class IsometryTest {
  private static final int SEEDS = 200;

  /** |x W|^2 / |x|^2, or |g W^T|^2 / |g|^2, over 200 seeds. */
  private static double[] stretches(Initializer rule, WeightShape shape, boolean forward) {
    return IntStream.rangeClosed(1, SEEDS)
        .mapToDouble(
            seed -> {
              DMatrixRMaj w = rule.draw(shape, RandomStreams.layer(seed, 0));
              int length = forward ? shape.rows() : shape.cols();
              double[][] x = ByHand.rows(Data.normal(1, length, seed));
              double[][] y = forward ? ByHand.times(x, w) : ByHand.timesTransposed(x, w);
              return ByHand.secondMoment(y) * y[0].length / (ByHand.secondMoment(x) * length);
            })
        .toArray();
  }

  private static void same(Interval seen, double[] due) {
    assertThat(seen.low()).isCloseTo(ByHand.quantile(0.05, due), within(1e-12));
    assertThat(seen.median()).isCloseTo(ByHand.quantile(0.5, due), within(1e-12));
    assertThat(seen.high()).isCloseTo(ByHand.quantile(0.95, due), within(1e-12));
  }

  @Test
  void lengthsAreThoseOfTheSums() {
    WeightShape shape = WeightShape.dense(3, 5);
    same(Isometry.forward(Init.lecunNormal(), shape), stretches(Init.lecunNormal(), shape, true));
    same(Isometry.backward(Init.lecunNormal(), shape), stretches(Init.lecunNormal(), shape, false));
    assertThat(Isometry.forward(Init.identity(3), WeightShape.dense(4, 4)).median())
        .isCloseTo(9, within(1e-12));
  }

  @Test
  void everyColumnIsThatOfItsShape() {
    WeightShape wide = WeightShape.dense(2, 6);
    WeightShape tall = WeightShape.dense(6, 2);
    Initializer rule = Init.heNormal();
    Table shown = Isometry.table(rule, wide, tall).data();
    assertThat(shown.name()).isEqualTo("He: squared length after over before, 200 draws");
    assertThat(shown.stringColumn("in x out").asList()).containsExactly("2 x 6", "6 x 2");
    for (String way : new String[] {"forward", "backward"}) {
      for (int row = 0; row < 2; row++) {
        double[] due = stretches(rule, row == 0 ? wide : tall, way.equals("forward"));
        same(
            new Interval(
                shown.doubleColumn(way + " 5 %").get(row),
                shown.doubleColumn(way).get(row),
                shown.doubleColumn(way + " 95 %").get(row)),
            due);
      }
    }
    assertThatThrownBy(() -> Isometry.table(rule)).hasMessageContaining("number of shapes");
  }

  @Test
  void whatIsTooLargeOrOfAnotherShapeIsRefused() {
    String size = FreeMemory.gb(2 * 8 * 1.6e9 * Machine.processors());
    assertThatThrownBy(() -> Isometry.forward(Init.zeros(), WeightShape.dense(40_000, 40_000)))
        .hasMessageContaining("the memory for the matrices is " + size)
        .hasMessageContaining("Take a smaller shape");
    Initializer narrow = (shape, rng) -> new DMatrixRMaj(shape.rows(), 1);
    assertThatThrownBy(() -> Isometry.forward(narrow, WeightShape.dense(2, 2)))
        .hasMessageContaining("2 x 1");
  }

  /** Gives the reader's thread time to see what has happened. */
  private static void rest() {
    try {
      Thread.sleep(20);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** F19: at most the draws that are under way are finished. */
  @Test
  void anInterruptEndsTheDraws() {
    Stopped.atOnce(() -> Isometry.forward(Init.zeros(), WeightShape.dense(2, 2)));
    Stopped.atOnce(() -> Isometry.table(Init.zeros(), WeightShape.dense(2, 2)));
    Thread reader = Thread.currentThread();
    AtomicInteger draws = new AtomicInteger();
    Initializer slow =
        (shape, rng) -> {
          int now = draws.incrementAndGet();
          if (now == 3) {
            reader.interrupt();
          }
          if (now >= 3) {
            rest();
          }
          return new DMatrixRMaj(shape.rows(), shape.cols());
        };
    Stopped.onTheWay(() -> Isometry.backward(slow, WeightShape.dense(2, 2)));
    assertThat(draws.get()).isLessThan(SEEDS);
  }
}
