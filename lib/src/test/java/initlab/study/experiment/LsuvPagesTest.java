package initlab.study.experiment;

import static initlab.init.Activation.RELU;
import static initlab.init.Activation.TANH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import initlab.init.Gain;
import initlab.init.Init;
import initlab.nn.layer.Mlp;
import initlab.nn.lsuv.Lsuv;
import initlab.nn.lsuv.LsuvTrace;
import initlab.train.data.Data;
import initlab.train.data.Digits;
import org.junit.jupiter.api.Test;

/** LSUV drawn, the gains that it finds, and pictures of samples. */
class LsuvPagesTest {

  @Test
  void aTraceIsDrawnARowALayer() {
    var net = Mlp.deep(RELU, 32, 3).init(Init.orthogonal(), 1);
    LsuvTrace trace = Lsuv.fit(net, Data.normal(64, 32, 1));
    String words = LsuvSketch.of(trace).text();
    assertThat(words.lines()).hasSize(4);
    assertThat(words.lines().skip(1).findFirst().orElse("")).contains("keep W");
    assertThat(words.lines().skip(2)).allMatch(line -> line.contains("\u2190 W / 0."));
    assertThat(words.lines().skip(2)).allMatch(line -> line.endsWith("then std 1.00"));
  }

  @Test
  void whatIsFoundForTanhIsTheGainThatKeepsTheSecondMoment() {
    FoundGains found = FoundGains.of(TANH);
    assertThat(found.median(TANH)).isCloseTo(Gain.secondMoment(TANH), within(0.02));
    assertThat(found.text()).contains("tanh", "1.59");
    assertThat(found).hasToString(found.table().toString());
    assertThatThrownBy(() -> found.median(RELU)).hasMessageContaining("one that was measured");
  }

  @Test
  void aSheetShowsTheFirstSamplesWithTheirClasses() {
    var data = Digits.madeUp().draw(20, 1);
    assertThat(ImageSheet.of(data, 3).text())
        .isEqualTo("made-up digits, 12 x 12 pixels\n3 pictures: 0, 1, 2");
    assertThatThrownBy(() -> ImageSheet.of(data, 21)).hasMessageContaining("samples to take");
  }
}
