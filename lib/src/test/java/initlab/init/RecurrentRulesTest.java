package initlab.init;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import initlab.math.Moments;
import initlab.math.RandomStreams;
import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.SingularOps_DDRM;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules for gates, for waves, and for the spectral norm. */
class RecurrentRulesTest {

  /** U(1, T - 1) of T = 3: ln u has mean 2 ln 2 - 1 and E (ln u)^2 = 2 (ln 2)^2 - 2 mean. */
  @Test
  void chronoHasTheMomentsOfALogarithm() {
    Law law = Init.chrono(3).law(WeightShape.dense(1, 8)).orElseThrow();
    double mean = 2 * Math.log(2) - 1;
    assertThat(law.mean()).isCloseTo(mean, within(1e-15));
    assertThat(law.std())
        .isCloseTo(
            Math.sqrt(2 * Math.log(2) * Math.log(2) - 2 * mean - mean * mean), within(1e-12));
    Law input = Init.chronoInput(3).law(WeightShape.dense(1, 8)).orElseThrow();
    assertThat(input.mean()).isEqualTo(-law.mean());
    assertThat(input.low()).isEqualTo(-law.high());
    assertThat(law.formula()).startsWith("ln U(1, T - 1), T = 3, std = ");
    assertThat(Init.chrono(200).name()).isEqualTo("chrono, 200 steps");
    assertThat(Init.chronoInput(200)).hasToString("chrono, input gate, 200 steps");
  }

  /** Of 2000 numbers the largest is less than a 1 % below the end, but for once in 1e8. */
  @Test
  void chronoEndsAtTheLogarithmOfTheLastStepButOne() {
    double[] b = Init.chrono(3).draw(WeightShape.dense(1, 2000), RandomStreams.layer(1, 0)).data;
    double most = Arrays.stream(b).max().orElseThrow();
    assertThat(most).isBetween(0.99 * Math.log(2), Math.log(2));
    assertThat(Arrays.stream(b).min().orElseThrow()).isBetween(0.0, 0.01);
  }

  /**
   * Of 20,000 draws mean and std are within 5 standard errors of the law: one false alarm in 1e6.
   */
  @Test
  void chronoDrawsItsLaw() {
    WeightShape shape = WeightShape.dense(1, 20_000);
    Law law = Init.chrono(200).law(shape).orElseThrow();
    Moments seen = Moments.of(Init.chrono(200).draw(shape, RandomStreams.layer(1, 0)));
    assertThat(seen.mean()).isCloseTo(law.mean(), within(5 * law.std() / Math.sqrt(20_000)));
    assertThat(seen.std()).isCloseTo(law.std(), within(5 * 2 * law.std() / Math.sqrt(20_000)));
  }

  @ParameterizedTest
  @CsvSource({"12, 40", "40, 12", "9, 9", "1, 7"})
  void theSpectralNormIsTheRootOfOutputsOverInputs(int in, int out) {
    DMatrixRMaj w = Init.spectral().draw(WeightShape.dense(in, out), RandomStreams.layer(3, 0));
    double[] values = SingularOps_DDRM.singularValues(w);
    assertThat(values).hasSize(Math.min(in, out));
    for (double value : values) {
      assertThat(value).isCloseTo(Math.sqrt((double) out / in), within(1e-12));
    }
  }

  @Test
  void everyGateHasAnOrthogonalMatrixOfItsOwn() {
    WeightShape shape = WeightShape.recurrent(16, 4);
    DMatrixRMaj w = Init.orthogonalGates().draw(shape, RandomStreams.layer(1, 0));
    assertThat(w.get(0, 0)).isNotEqualTo(w.get(0, 16));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> Init.orthogonalGates().draw(WeightShape.dense(4, 6), RandomStreams.layer(1, 0)))
        .withMessageContaining("is 6; it must be a multiple of 4, the rows.");
  }

  /** As one matrix the gates share the length: each keeps 1 / 4 of a second moment. */
  @Test
  void asOneMatrixAGateHasHalfTheLength() {
    WeightShape shape = WeightShape.recurrent(16, 4);
    double each = Init.orthogonalGates().std(shape).orElseThrow();
    assertThat(Init.orthogonal().std(shape).orElseThrow()).isCloseTo(each / 2, within(1e-15));
  }

  @Test
  void sirenIsTheFormulaOfItsPaper() {
    WeightShape shape = WeightShape.dense(54, 20);
    Law hidden = Init.siren(30).law(shape).orElseThrow();
    assertThat(hidden.high()).isCloseTo(Math.sqrt(6.0 / 54) / 30, within(1e-15));
    Law first = Init.sirenFirst().law(WeightShape.dense(2, 20)).orElseThrow();
    assertThat(first.high()).isEqualTo(0.5);
    assertThat(Init.siren(30).name()).isEqualTo("SIREN");
  }
}
