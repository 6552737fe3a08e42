package initlab.study.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import initlab.init.Activation;
import initlab.nn.layer.Dense;
import initlab.nn.layer.Lora;
import initlab.study.experiment.RankCollapse.Way;
import initlab.study.probe.SampleLikeness;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

class RankCollapseTest {

  /** Pairs of (1, 0), (0, 2), (3, 3): cosines 0, and twice the root of 1 / 2. */
  @Test
  void likenessIsTheMeanOverAllPairs() {
    DMatrixRMaj a =
        new DMatrixRMaj(new double[][] {{1, 0}, {0, 2}, {3, 3}, {1, 1}, {1, 1}, {2, 2}});
    double first = 2 * Math.sqrt(0.5) / 3;
    assertThat(SampleLikeness.ofTokens(a, 3)).isCloseTo((first + 1) / 2, within(1e-12));
  }

  /** Over 20 draws the median moves by less than 0.01 with a skip; 0.05 is five of it and more. */
  @Test
  void theoryIsWhatIsSeen() {
    RankCollapse seen = RankCollapse.of(64, 2, 16, 3);
    assertThat(seen.cosine(Way.NO_SKIP, 3).median()).isGreaterThan(0.98);
    for (int layer = 0; layer <= 3; layer++) {
      for (Way way : new Way[] {Way.SKIP, Way.SKIP_ALONE}) {
        assertThat(seen.cosine(way, layer).median())
            .isCloseTo(seen.theory(way, layer), within(0.05));
      }
    }
    assertThat(seen.plot().toString()).isNotEmpty();
    assertThat(seen).hasToString("3 layers of attention, 2 heads, 16 x 64");
    assertThatIllegalArgumentException().isThrownBy(() -> seen.cosine(Way.SKIP, 4));
    assertThatIllegalArgumentException().isThrownBy(() -> RankCollapse.of(64, 2, 1, 3));
    assertThatIllegalArgumentException().isThrownBy(() -> RankCollapse.of(64, 3, 4, 3));
  }

  /**
   * s^2 r for A, whose |x A|^2 is nearly chi-square with r degrees: the median over 30 draws is
   * within a third; n along and n sqrt(n / r) in length for B, within a fifth.
   */
  @Test
  void oneStepOfLoraIsAsLongAsTheorySays() {
    Lora lora = Lora.of(Dense.of(128, Activation.LINEAR).withoutBias(), 16).alpha(8);
    LoraStep a = LoraStep.of(128, lora);
    assertThat(a.length().median()).isCloseTo(0.25 * 16, within(1.4));
    assertThat(a.along().median()).isCloseTo(a.length().median(), within(1e-9));
    LoraStep b = LoraStep.of(128, lora).drawingB();
    assertThat(b.along().median()).isCloseTo(0.25 * 128, within(7.0));
    assertThat(b.length().median()).isCloseTo(0.25 * 128 * Math.sqrt(8), within(18.0));
    assertThat(b.toString()).startsWith("B drawn, LoRA of rank 16");
  }
}
