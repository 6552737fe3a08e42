package initlab.study.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import initlab.init.Init;
import initlab.theory.NumberFormat;
import org.junit.jupiter.api.Test;

class ChainTest {

  @Test
  void largeWeightsOverflowSmallOnesRoundToZeroAndTheRightOnesStay() {
    Chain chain = Chain.of(32, 80);
    assertThat(chain.rms(Init.normal(1))).isNaN();
    assertThat(chain.rms(Init.normal(0.005))).isZero();
    assertThat(chain.rms(Init.orthogonal())).isBetween(0.5, 2.0);
  }

  /** 8 orthogonal matrices of gain 2 multiply the length by 256; 32 numbers N(0, 1): 5 sd. */
  @Test
  void theSizeIsTheProductOfTheGains() {
    assertThat(Chain.of(32, 8).rms(Init.orthogonal(2)) / 256).isBetween(0.37, 1.63);
  }

  @Test
  void aWiderFormatLastsLonger() {
    assertThat(Chain.of(32, 80).in(NumberFormat.FP64).rms(Init.normal(1))).isBetween(1e50, 1e70);
  }

  @Test
  void refusesAnEmptyChain() {
    assertThatThrownBy(() -> Chain.of(0, 3)).hasMessageContaining("width");
    assertThatThrownBy(() -> Chain.of(3, 0)).hasMessageContaining("matrices");
  }
}
