package initlab.view.density;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DensitiesTest {
  private static final double[] EVEN =
      IntStream.rangeClosed(1, 1000).mapToDouble(i -> i / 1000.0).toArray();

  @Test
  void sharesAreOfAllValuesAndLeaveExactZerosOut() {
    DensityRow half = DensityRow.of("layer 1", 0, 0, 0.25, 0.75);
    assertThat(half.shares(new Bins(0, 1, 2))).containsExactly(0.25, 0.25);
    assertThat(half.zeros()).isEqualTo(0.5);
    assertThat(Arrays.stream(DensityRow.of("even", EVEN).shares(new Bins(0, 1, 10))).sum())
        .isCloseTo(1, within(1e-9));
  }

  @Test
  void deadRowsTailsAndOverflowAreSaid() {
    double[] mixed = {0, 0, 1, -5, Double.NaN, Double.POSITIVE_INFINITY, 1, 1, 1, 1};
    assertThat(DensityRow.of("layer 1", new double[8]).says(new Bins(-1, 1, 10)))
        .isEqualTo("all exactly 0");
    assertThat(DensityRow.of("layer 1", mixed).says(new Bins(-1, 1, 10)))
        .isEqualTo("rms 1.9, 20 % exactly 0, 10 % beyond, 20 % not finite");
  }

  @Test
  void fewAndNearlyAllAreNotRoundedAway() {
    double[] one = EVEN.clone();
    one[0] = 0;
    assertThat(DensityRow.of("layer 1", one).says(new Bins(0, 1, 10))).contains("< 1 % exactly 0");
    double[] most = new double[1000];
    most[0] = 1;
    assertThat(DensityRow.of("layer 1", most).says(new Bins(0, 1, 10)))
        .contains("> 99 % exactly 0");
  }

  @Test
  void textSaysHowManyAndWhere() {
    String text =
        Densities.of("a net", "activations")
            .panel("He")
            .row("layer 1", EVEN)
            .panel("zeros")
            .row("layer 1", new double[5])
            .text();
    assertThat(text)
        .contains("density of the activations")
        .contains("layer 1: 1000 values, 5-50-95 % at 0.051, 0.5, 0.95; rms 0.58")
        .contains("layer 1: 5 values, 5-50-95 % at 0, 0, 0; all exactly 0");
  }

  @Test
  void aWrongRowGivesAnotherPicture() {
    Densities he = Densities.of("a net", "activations").panel("He");
    double[] wider = Arrays.stream(EVEN).map(v -> v * v).toArray();
    assertThat(he.row("layer 1", EVEN).png()).isEqualTo(he.row("layer 1", EVEN).png());
    assertThat(he.row("layer 1", wider).png()).isNotEqualTo(he.row("layer 1", EVEN).png());
  }

  @Test
  void awkwardValuesStillDraw() {
    double[] nothing = {Double.NaN, Double.POSITIVE_INFINITY};
    for (double[] values : new double[][] {nothing, {0}, {3, 3}, {1e300, -1e300}}) {
      Densities one = Densities.of("a net", "z").panel("He").row("layer 1", values);
      assertThat(one.display()).containsOnlyKeys("text/plain", "image/png");
      assertThat(one.lecture().png()).isNotEmpty();
    }
  }

  @Test
  void badInputIsNamedWithItsCure() {
    Densities empty = Densities.of("a net", "z");
    assertThatThrownBy(() -> empty.row("layer 1", 1)).hasMessageContaining("call panel(...)");
    assertThatThrownBy(empty::png).hasMessageContaining("no rows");
    assertThatThrownBy(() -> empty.panel("He").row("layer 1")).hasMessageContaining("no values");
  }
}
