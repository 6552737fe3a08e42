package initlab.study;

import static initlab.init.Activation.RELU;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import initlab.init.Init;
import initlab.nn.Plan;
import initlab.nn.Signal;
import initlab.nn.layer.Dense;
import initlab.nn.layer.Residual;
import initlab.study.probe.Measure;
import java.util.Collections;
import org.junit.jupiter.api.Test;

class FormsTest {
  private static final Dense RELU_8 = Dense.of(8, RELU);
  private static final Forms TWO =
      Forms.of(8, 3, Init.heNormal()).and("plain", RELU_8).and("residual", Residual.of(RELU_8));

  @Test
  void eachFormIsFoundUnderItsNameAsItsOwnStudyHasIt() {
    Results found = TWO.measure();
    assertThat(found.names()).containsExactly("plain", "residual");
    Results alone =
        Study.of(Plan.of(Signal.vector(8), Collections.nCopies(3, Residual.of(RELU_8))))
            .batch(16)
            .compare(Init.heNormal())
            .measure();
    assertThat(found.median("residual")).isEqualTo(alone.median("He"));
    assertThat(found.interval("residual", Measure.GRADIENT))
        .isEqualTo(alone.interval("He", Measure.GRADIENT));
    assertThat(found.of("plain").theory().orElseThrow().activation(3)).isCloseTo(1, within(1e-9));
    assertThat(found.plot().text()).contains("3 blocks, 8 wide, He").contains("residual");
  }

  @Test
  void aNameIsGivenOnceAndABlockKeepsTheWidth() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TWO.and("plain", RELU_8))
        .withMessageContaining("plain");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TWO.and("wider", Residual.of(Dense.of(9, RELU))))
        .withMessageContaining("9");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Forms.of(8, 0, Init.heNormal()))
        .withMessageContaining("blocks");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Forms.of(8, 1, Init.heNormal()).measure())
        .withMessageContaining("forms");
  }
}
