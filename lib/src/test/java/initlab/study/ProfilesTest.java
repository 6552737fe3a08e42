package initlab.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import initlab.init.Activation;
import initlab.init.Init;
import initlab.nn.layer.Mlp;
import initlab.study.probe.Measure;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProfilesTest {
  private static final Results FOUND =
      Study.of(Mlp.deep(Activation.LINEAR, 16, 3))
          .seeds(3)
          .compare(Init.identity(), Init.zeros())
          .measure(Measure.WEIGHT_GRADIENT);

  @Test
  void theTableHoldsTheMedianOfEachLayerAskedFor() {
    var table = Profiles.table(FOUND, Measure.GRADIENT, 1, 3);
    assertThat(table.height()).isEqualTo(2);
    double gradient = FOUND.of("identity").band(Measure.GRADIENT).median()[1];
    assertThat(table.data().doubleColumn("layer 1").get(0)).isEqualTo(gradient);
    assertThat(table.data().doubleColumn("layer 1").get(1)).isZero();
    assertThat(table.data().doubleColumn("layer 3").get(1)).isEqualTo(gradient);
  }

  @Test
  void aLayerThatIsNotThereIsRefused() {
    assertThatThrownBy(() -> Profiles.table(FOUND, Measure.GRADIENT, 4))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0 to 3");
  }

  @Test
  void theFigureNamesItsMeasuresAndLeavesOutLayersThatHaveNone() {
    String text = Profiles.plot(FOUND, Measure.PRE_ACTIVATION, Measure.WEIGHT_GRADIENT).text();
    assertThat(text).contains("second moment of pre-activations", "second moment of dL/dW");
    assertThat(text).contains("identity, layer 3", "identity, layer 1").doesNotContain("NaN");
  }

  @Test
  void severalPlansShareATable() {
    var studies =
        Studies.over(
            List.of(1, 2),
            depth ->
                Study.of(Mlp.deep(Activation.LINEAR, 16, depth))
                    .seeds(2)
                    .compare(Init.identity(2), Init.zeros()));
    var column = studies.table().data().doubleColumn("a, last layer");
    double input = studies.found().get(0).rows().get(0).band(Measure.ACTIVATION).median()[0];
    assertThat(column.asDoubleArray()).containsExactly(4 * input, 0, 16 * input, 0);
  }
}
