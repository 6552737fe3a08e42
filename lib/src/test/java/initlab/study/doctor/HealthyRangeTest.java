package initlab.study.doctor;

import static initlab.init.Activation.LINEAR;
import static initlab.init.Activation.RELU;
import static initlab.init.Activation.TANH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import initlab.init.Activation;
import initlab.study.probe.UnitShares;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

/** What the doctor calls healthy, and that the card of formulas calls the same healthy. */
class HealthyRangeTest {

  /** The numbers of the second column in the row of the card that begins so. */
  private static double[] card(String row) throws IOException {
    String line =
        Files.readAllLines(Path.of("..", "notebooks", "card.md")).stream()
            .filter(text -> text.startsWith("| " + row))
            .findFirst()
            .orElseThrow(() -> new AssertionError("the card has no row: " + row));
    return Pattern.compile("\\d+(\\.\\d+)?")
        .matcher(line.split("\\|")[2])
        .results()
        .mapToDouble(number -> Double.parseDouble(number.group()))
        .toArray();
  }

  @Test
  void theCardSaysWhatTheDoctorJudgesBy() throws IOException {
    assertThat(card("second moment of every column")).containsExactly(HealthyRange.input());
    double least = 1 / Math.sqrt(HealthyRange.LEVEL);
    assertThat(card("second moment of activations"))
        .containsExactly(new double[] {least, 1 / least}, within(1e-12));
    assertThat(card("second moment of ∂L/∂a")).containsExactly(HealthyRange.LEVEL);
    assertThat(card("dead neurons")).containsExactly(100 * HealthyRange.DEAD);
    assertThat(card("cosine of two samples"))
        .containsExactly(HealthyRange.ALIKE, HealthyRange.ALIKE_ALREADY);
  }

  /** The shares are estimated from 10,000 normal numbers: their standard errors are below 0.005. */
  @Test
  void theCardSaysWhatSaturatedIs() throws IOException {
    double[] healthy = card("saturated neurons");
    assertThat(healthy).hasSize(2);
    assertThat(100 * HealthyRange.saturated(TANH)[1]).isCloseTo(healthy[0], within(1.0));
    assertThat(100 * HealthyRange.saturated(RELU)[1]).isCloseTo(healthy[1], within(1.0));
    String page = Files.readString(Path.of("..", "notebooks", "card.md"));
    assertThat(page).contains("at most a tenth of the steepest (tanh: abs(a) > 0.95)");
    assertThat(Math.sqrt(1 - UnitShares.FLAT)).isCloseTo(0.95, within(0.005));
  }

  @Test
  void aSlopeIsFlatAtATenthOfTheSteepest() {
    DMatrixRMaj z = new DMatrixRMaj(1, 4, true, 0, 1.80, -1.83, 5);
    assertThat(UnitShares.saturated(z, TANH)).isEqualTo(0.5);
    assertThat(UnitShares.saturated(z, LINEAR)).isZero();
    DMatrixRMaj away = new DMatrixRMaj(1, 2, true, -1, 2);
    assertThat(UnitShares.saturated(away, Math::signum)).isEqualTo(1);
  }

  @Test
  void pastStdTenASignalExplodesUnlessItIsBounded() {
    assertThat(HealthyRange.signal(RELU))
        .containsExactly(new double[] {0.00495, 50.5}, within(1e-6));
    assertThat(HealthyRange.signal(LINEAR))
        .containsExactly(new double[] {0.0099, 101}, within(1e-6));
    Activation wave = Math::sin;
    for (Activation f : new Activation[] {TANH, Activation.SIGMOID, wave}) {
      assertThat(HealthyRange.signal(f)[1]).isInfinite();
    }
    Activation slow = z -> Math.signum(z) * Math.log(1 + Math.abs(z));
    assertThat(HealthyRange.signal(slow)[1]).isBetween(3.0, 8.0);
  }

  @Test
  void whereNoExpectationExistsNothingIsUnhealthy() {
    Activation wild = z -> Math.exp(z * z);
    assertThat(HealthyRange.signal(wild)).containsExactly(0, Double.POSITIVE_INFINITY);
    assertThat(HealthyRange.needed(z -> 0)).isNaN();
    assertThat(HealthyRange.needed(RELU)).isCloseTo(2, within(1e-9));
  }
}
