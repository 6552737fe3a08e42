package initlab.train;

import static org.assertj.core.api.Assertions.assertThat;

import initlab.train.data.Dataset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sample i has the inputs (i, 10 i) and the targets (-i, i + 0.5, 7): no target fits another. */
class BatchesTest {
  private static final int SAMPLES = 10;

  private static Dataset data() {
    DMatrixRMaj x = new DMatrixRMaj(SAMPLES, 2);
    DMatrixRMaj y = new DMatrixRMaj(SAMPLES, 3);
    for (int i = 0; i < SAMPLES; i++) {
      x.set(i, 0, i);
      x.set(i, 1, 10 * i);
      y.set(i, 0, -i);
      y.set(i, 1, i + 0.5);
      y.set(i, 2, 7);
    }
    return Dataset.of(x, y);
  }

  /** The samples of the next piece, each found to be whole: its inputs beside its own targets. */
  private static List<Integer> next(Batches batches) {
    batches.next();
    DMatrixRMaj x = batches.x();
    DMatrixRMaj y = batches.y();
    assertThat(y.numRows).isEqualTo(x.numRows);
    List<Integer> seen = new ArrayList<>();
    for (int row = 0; row < x.numRows; row++) {
      double i = x.get(row, 0);
      assertThat(x.get(row, 1)).isEqualTo(10 * i);
      assertThat(y.get(row, 0)).isEqualTo(-i);
      assertThat(y.get(row, 1)).isEqualTo(i + 0.5);
      assertThat(y.get(row, 2)).isEqualTo(7);
      seen.add((int) i);
    }
    return seen;
  }

  private static List<Integer> epoch(Batches batches, int... sizes) {
    List<Integer> all = new ArrayList<>();
    for (int size : sizes) {
      List<Integer> piece = next(batches);
      assertThat(piece).hasSize(size);
      all.addAll(piece);
    }
    return all;
  }

  private static Integer[] everySample() {
    return IntStream.range(0, SAMPLES).boxed().toArray(Integer[]::new);
  }

  @Test
  void everyEpochVisitsEverySampleOnceWithItsOwnTargets() {
    Batches batches = new Batches(data(), 4, 1);
    for (int epoch = 0; epoch < 5; epoch++) {
      assertThat(epoch(batches, 4, 4, 2)).containsExactlyInAnyOrder(everySample());
    }
  }

  @Test
  void everyEpochHasAnOrderOfItsOwnAndSoHasEverySeed() {
    Batches batches = new Batches(data(), 5, 1);
    List<Integer> first = epoch(batches, 5, 5);
    assertThat(first).isNotEqualTo(List.of(everySample()));
    assertThat(epoch(batches, 5, 5)).isNotEqualTo(first);
    assertThat(epoch(new Batches(data(), 5, 1), 5, 5)).isEqualTo(first);
    assertThat(epoch(new Batches(data(), 5, 2), 5, 5)).isNotEqualTo(first);
  }

  /** Over 3000 shuffles each sample is first in 300: sd 16.4, six of them are allowed. */
  @Test
  void everySampleIsAsOftenFirst() {
    int[] first = new int[SAMPLES];
    Batches batches = new Batches(data(), SAMPLES, 3);
    for (int k = 0; k < 3000; k++) {
      batches.next();
      first[(int) batches.x().get(0)]++;
    }
    assertThat(IntStream.of(first).boxed()).allMatch(n -> n > 200 && n < 400);
  }

  @Test
  void ofSizeZeroAllSamplesComeInTheirOwnOrder() {
    Batches batches = new Batches(data(), 0, 1);
    assertThat(next(batches)).containsExactly(everySample());
    assertThat(next(batches)).containsExactly(everySample());
  }

  @ParameterizedTest
  @CsvSource({"10", "11", "2147483647"})
  void aPieceIsNeverLargerThanTheData(int size) {
    Batches batches = new Batches(data(), size, 1);
    assertThat(epoch(batches, SAMPLES)).containsExactlyInAnyOrder(everySample());
    assertThat(epoch(batches, SAMPLES)).containsExactlyInAnyOrder(everySample());
  }
}
