package initlab.study.experiment;

import static initlab.init.Activation.RELU;
import static initlab.init.Activation.TANH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Streams, heads by width, and factors that begin at zero. */
class BlocksAtTheStartTest {

  @Test
  void gpt2sStreamGrowsByItsWidthAndNotByItsDepth() {
    assertThat(ResidualStream.gpt2(768, 12).growth()).isCloseTo(282, within(1.0));
    assertThat(ResidualStream.gpt2(768, 48).growth()).isCloseTo(282, within(1.0));
    assertThat(ResidualStream.gpt2(4096, 32).growth()).isCloseTo(9423, within(10.0));
    assertThat(ResidualStream.everywhere(768, 24).growth())
        .isCloseTo(2 * ResidualStream.everywhere(768, 12).growth(), within(20.0));
  }

  /**
   * 16 samples of 32 numbers, 20 seeds: the median's own spread is about 3 %, 5 of them allowed.
   */
  @Test
  void aRealStreamIsWhereTheorySays() {
    for (var model :
        new ResidualStream[] {ResidualStream.fanIn(32, 4), ResidualStream.gpt2(32, 4)}) {
      assertThat(model.measured(20).median() / model.growth()).isCloseTo(1, within(0.15));
    }
    assertThat(ResidualStream.plot(ResidualStream.fanIn(32, 4)).text()).contains("block 4");
  }

  @Test
  void aStreamTooWideToDrawSaysSo() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ResidualStream.gpt2(768, 12).measured(3))
        .withMessageContaining("768")
        .withMessageContaining("growth()");
    assertThatIllegalArgumentException().isThrownBy(() -> ResidualStream.gpt2(0, 12));
    assertThatIllegalArgumentException().isThrownBy(ResidualStream::plot);
  }

  @Test
  void aZeroFactorLearnsAndTwoNeverDo() {
    ZeroFactors zeros =
        ZeroFactors.of(TANH).zero().zero("alpha").zero("W1").zero("W2").zero("alpha", "W2");
    for (String zero : new String[] {"alpha", "W1", "W2"}) {
      for (String factor : new String[] {"alpha", "W1", "W2"}) {
        assertThat(zeros.gradient(zero, factor, 0) > 0).isEqualTo(factor.equals(zero));
        assertThat(zeros.gradient(zero, factor, 1)).isPositive();
      }
    }
    assertThat(zeros.learns("none")).isTrue();
    assertThat(zeros.learns("alpha, W2")).isFalse();
    assertThat(zeros.table().text()).contains("0, 0, 0").contains("dL/dW2");
  }

  @Test
  void withReluAZeroFirstMatrixCountsTwice() {
    assertThat(ZeroFactors.of(RELU).zero("W1").learns("W1")).isFalse();
    assertThat(ZeroFactors.of(RELU).zero("W2").learns("W2")).isTrue();
  }

  @Test
  void unknownFactorsStartsAndStepsAreRefused() {
    ZeroFactors one = ZeroFactors.of(TANH).zero("alpha");
    assertThatIllegalArgumentException().isThrownBy(() -> one.zero("beta"));
    assertThatIllegalArgumentException().isThrownBy(() -> one.gradient("W1", "W1", 0));
    assertThatIllegalArgumentException().isThrownBy(() -> one.gradient("alpha", "W1", 3));
    assertThatIllegalArgumentException().isThrownBy(() -> ZeroFactors.of(TANH).table());
  }

  /** 20 draws of 2 texts: the variance of 128 wide logits spreads by 10 %; its median by less. */
  @Test
  void theRootOfTheWidthKeepsLogitsAndSharesAsTheyAre() {
    HeadWidths heads = HeadWidths.of(8, 16, 128);
    assertThat(heads.logitVariance(128, true).median()).isCloseTo(1, within(0.2));
    assertThat(heads.logitVariance(128, false).median()).isCloseTo(128, within(25.0));
    assertThat(heads.entropy(128, true).median()).isCloseTo(heads.theory(128, true), within(0.1));
    assertThat(heads.entropy(128, false).median()).isCloseTo(heads.theory(128, false), within(0.1));
    assertThat(heads.largest(128, false).median()).isGreaterThan(0.8);
    assertThat(heads.plot().text()).contains("not divided");
    assertThatIllegalArgumentException().isThrownBy(() -> heads.entropy(64, true));
    assertThatIllegalArgumentException().isThrownBy(() -> HeadWidths.of(8, 16, 16));
    assertThatIllegalArgumentException().isThrownBy(() -> HeadWidths.of(1, 16));
  }
}
