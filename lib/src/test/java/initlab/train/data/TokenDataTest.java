package initlab.train.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import initlab.nn.loss.Loss;
import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

/** Ids, texts, and classes of which one is rare. */
class TokenDataTest {
  private static final DMatrixRMaj X = new DMatrixRMaj(new double[][] {{0, 1, 2}, {2, 2, 1}});

  /** 40,000 ids: a share p has sd sqrt(p / 40000), at most 0.0033; six of them are 0.02. */
  @Test
  void idsAreEquallyLikelyOrAsFrequentAsWords() {
    double harmonic = 1 + 1.0 / 2 + 1.0 / 3 + 1.0 / 4;
    for (int id = 0; id < 4; id++) {
      assertThat(share(Data.ids(200, 200, 4, 1), id)).isCloseTo(0.25, within(0.02));
      assertThat(share(Data.zipf(200, 200, 4, 1), id))
          .isCloseTo(1 / harmonic / (id + 1), within(0.02));
    }
    assertThat(Data.ids(2, 3, 5, 1).data).isEqualTo(Data.ids(2, 3, 5, 1).data);
    assertThat(Data.zipf(2, 30, 5, 1).data).isNotEqualTo(Data.zipf(2, 30, 5, 2).data);
  }

  private static double share(DMatrixRMaj ids, int id) {
    return Arrays.stream(ids.data).filter(i -> i == id).count() / (double) ids.getNumElements();
  }

  @Test
  void aTextHasAnIdForEachPlace() {
    DMatrixRMaj y = new DMatrixRMaj(new double[][] {{1, 2, -1}, {2, 1, 2}});
    Dataset data = Dataset.tokens("text", X, y, 3);
    assertThat(data.loss()).isEqualTo(Loss.tokens(3));
    assertThat(data.lossOfZero()).isEqualTo(Math.log(3));
    assertThat(data.largestClass()).isEqualTo(3.0 / 5);
    assertThat(data.counts()).containsExactly(0, 2, 3);
    assertThat(data.drop(1).counts()).containsExactly(0, 1, 2);
  }

  @Test
  void whatIsNoIdIsNamed() {
    assertThatThrownBy(() -> Dataset.tokens("text", X, X, 2))
        .hasMessageContaining("the id of sample 0, place 2 (from 0) is 2")
        .hasMessageContaining("a whole number from 0 to 1");
    DMatrixRMaj y = X.copy();
    y.set(1, 1, -2);
    assertThatThrownBy(() -> Dataset.tokens("text", X, y, 3))
        .hasMessageContaining("the target of sample 1, place 1 (from 0) is -2");
    assertThatThrownBy(() -> Dataset.tokens("text", X, X, 1))
        .hasMessageContaining("the vocabulary is 1");
    assertThatThrownBy(() -> Data.ids(2, 2, 0, 1)).hasMessageContaining("the vocabulary is 0");
    assertThatThrownBy(() -> Data.zipf(2, 0, 3, 1)).hasMessageContaining("places is 0");
  }

  /** 10,000 samples: sd of the share 0.003, of a mean of x at most 0.032; six of each. */
  @Test
  void oneClassIsRareAndShifted() {
    Dataset data = Data.rare(10_000, 4, 0.1, 1);
    double rare = data.counts()[0];
    assertThat(rare / 10_000).isCloseTo(0.1, within(0.018));
    double[] means = new double[2];
    for (int i = 0; i < 10_000; i++) {
      means[(int) data.y().data[i]] += data.x().get(i, 2);
    }
    assertThat(means[1] / rare).isCloseTo(1, within(0.2));
    assertThat(means[0] / (10_000 - rare)).isCloseTo(0, within(0.07));
    assertThat(data.largestClass()).isEqualTo(1 - rare / 10_000);
    assertThatThrownBy(() -> Data.rare(5, 2, 0, 1)).hasMessageContaining("p is 0");
    assertThatThrownBy(() -> Data.rare(5, 2, Double.NaN, 1)).hasMessageContaining("p is NaN");
  }
}
