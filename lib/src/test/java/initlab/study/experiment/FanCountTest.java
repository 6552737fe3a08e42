package initlab.study.experiment;

import static initlab.init.Activation.LINEAR;
import static initlab.init.Activation.RELU;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import initlab.nn.Signal;
import initlab.nn.layer.Conv2d;
import initlab.nn.layer.Dense;
import initlab.nn.layer.Pool;
import org.junit.jupiter.api.Test;

class FanCountTest {
  private static final FanCount FANS =
      FanCount.of(Signal.image(16, 16, 8))
          .and("plain", Conv2d.of(3, 16, RELU).same())
          .and("groups", Conv2d.of(3, 16, LINEAR).same().groups(4))
          .and("stride", Conv2d.of(4, 16, LINEAR).stride(2).padding(1))
          .and("transposed", Conv2d.transposed(4, 4, LINEAR).stride(2).padding(1))
          .and("dense", Dense.of(16, RELU));

  @Test
  void fansAreCounted() {
    assertThat(FANS.fanIn("plain")).isEqualTo(72);
    assertThat(FANS.fanOut("plain")).isEqualTo(144);
    assertThat(FANS.fanIn("groups")).isEqualTo(18);
    assertThat(FANS.fanOut("groups")).isEqualTo(36);
    assertThat(FANS.fanIn("stride")).isEqualTo(128);
    assertThat(FANS.fanOut("stride")).isEqualTo(64);
    assertThat(FANS.fanIn("transposed")).isEqualTo(32);
    assertThat(FANS.fanOut("transposed")).isEqualTo(64);
    assertThat(FANS.fanIn("dense")).isEqualTo(8);
  }

  /** As torch.nn.init of PyTorch 2.15 gave them for weights of these shapes. */
  @Test
  void pytorchLooksAtTheShapeAlone() {
    assertThat(FANS.torchFanIn("groups")).isEqualTo(18);
    assertThat(FANS.torchFanOut("groups")).isEqualTo(144);
    assertThat(FANS.torchFanOut("stride")).isEqualTo(256);
    assertThat(FANS.torchFanIn("transposed")).isEqualTo(64);
    assertThat(FANS.torchFanOut("transposed")).isEqualTo(128);
    assertThat(FANS.torchFanIn("dense")).isEqualTo(8);
  }

  /**
   * The median of ten nets of two images with 576 weights and more: 25 % are more than six of its
   * standard deviations, a false alarm in 10^8.
   */
  @Test
  void aRightFanKeepsTheSecondMoment() {
    assertThat(FANS.forward("plain").median()).isCloseTo(1, within(0.25));
    assertThat(FANS.backward("stride").median()).isCloseTo(1, within(0.25));
  }

  @Test
  void itSaysWhatItShows() {
    assertThat(FANS.table().text()).contains("transposed");
    assertThat(FANS.plot().text()).contains("fans as PyTorch counts them");
    assertThat(FANS.toString()).contains("dense");
  }

  @Test
  void itRefusesWhatHasNoFans() {
    assertThatThrownBy(() -> FANS.and("pool", Pool.max(2))).hasMessageContaining("no fans");
    assertThatThrownBy(() -> FANS.and("dense", Dense.of(3, RELU))).hasMessageContaining("its own");
    assertThatThrownBy(() -> FANS.fanIn("x")).hasMessageContaining("plain");
  }
}
