package initlab.study.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MeasureTest {
  private static List<Measure> those(java.util.function.Predicate<Measure> kind) {
    return List.of(Measure.values()).stream().filter(kind).toList();
  }

  @Test
  void kindsAreTold() {
    assertThat(those(Measure::backward)).containsExactly(Measure.GRADIENT, Measure.WEIGHT_GRADIENT);
    assertThat(those(Measure::secondMoment))
        .containsExactly(
            Measure.ACTIVATION, Measure.PRE_ACTIVATION, Measure.GRADIENT, Measure.WEIGHT_GRADIENT);
    assertThat(those(Measure::onRequest))
        .containsExactly(
            Measure.BATCH_VARIANCE,
            Measure.WEIGHT_GRADIENT,
            Measure.SATURATED,
            Measure.CORRELATION,
            Measure.RANK);
  }

  /** In a net of 7 layers. */
  @Test
  void aWayBeginsAndEndsWhereThereAreNumbers() {
    for (Measure measure : Measure.values()) {
      int first =
          switch (measure) {
            case GRADIENT, WEIGHT_GRADIENT -> 7;
            case PRE_ACTIVATION, PRE_ACTIVATION_MEAN, PRE_ACTIVATION_VARIANCE, SATURATED -> 1;
            default -> 0;
          };
      int last = measure == Measure.GRADIENT ? 0 : measure == Measure.WEIGHT_GRADIENT ? 1 : 7;
      assertThat(measure.firstOf(7)).as("%s begins", measure).isEqualTo(first);
      assertThat(measure.lastOf(7)).as("%s ends", measure).isEqualTo(last);
    }
  }

  @Test
  void axesSayWhatIsMeasured() {
    assertThat(List.of(Measure.values()).stream().map(Measure::label))
        .containsExactly(
            "second moment of activations",
            "mean of activations",
            "variance of activations",
            "variance of activations over the batch",
            "second moment of pre-activations",
            "mean of pre-activations",
            "variance of pre-activations",
            "share of dead neurons",
            "second moment of gradients dL/da",
            "second moment of dL/dW",
            "share of saturated activations",
            "cosine between two samples",
            "effective rank of activations");
  }
}
