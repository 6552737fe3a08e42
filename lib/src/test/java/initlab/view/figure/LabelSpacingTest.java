package initlab.view.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabelSpacingTest {
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void labelsKeepTheirOrderAndNeverOverlapOrLeave(long seed) {
    Random random = new Random(seed);
    double[] wished = random.doubles(1 + random.nextInt(20), -50, 350).toArray();
    double[] placed = LabelSpacing.place(wished, 15, 0, 300);
    double[] sorted = placed.clone();
    Arrays.sort(sorted);
    for (int i = 0; i < sorted.length; i++) {
      assertThat(sorted[i]).isBetween(7.5 - 1e-9, 292.5 + 1e-9);
      assertThat(i == 0 ? 15 : sorted[i] - sorted[i - 1]).isGreaterThanOrEqualTo(15 - 1e-9);
    }
    for (int i = 1; i < wished.length; i++) {
      assertThat(placed[i] > placed[i - 1]).isEqualTo(wished[i] > wished[i - 1]);
    }
  }

  @Test
  void freeLabelsStayWhereTheyWishToBe() {
    assertThat(LabelSpacing.place(new double[] {200, 100}, 15, 0, 300)).containsExactly(200, 100);
  }

  @Test
  void labelsOfOnePlaceSpreadEvenlyAroundIt() {
    assertThat(LabelSpacing.place(new double[] {100, 100, 100}, 10, 0, 300))
        .containsExactly(90, 100, 110);
  }

  @Test
  void tooManyDoNotFit() {
    assertThat(LabelSpacing.fits(20, 15, 0, 300)).isTrue();
    assertThat(LabelSpacing.fits(21, 15, 0, 300)).isFalse();
    double[] full = LabelSpacing.place(new double[20], 15, 0, 300);
    assertThat(full[19]).isCloseTo(292.5, within(1e-9));
  }
}
