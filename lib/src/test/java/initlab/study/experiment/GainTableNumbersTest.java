package initlab.study.experiment;

import static initlab.init.Activation.GELU;
import static initlab.init.Activation.LINEAR;
import static initlab.init.Activation.RELU;
import static initlab.init.Activation.SELU;
import static initlab.init.Activation.SIGMOID;
import static initlab.init.Activation.TANH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import initlab.Stopped;
import initlab.init.Activation;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

/** Every column of the tables of gains, by an independent quadrature. */
class GainTableNumbersTest {
  private static final Activation BENT = z -> z > 0 ? z : 0.3 * z;

  private static double number(Table table, String column, int row) {
    return Double.parseDouble(table.stringColumn(column).get(row));
  }

  @Test
  void gainsAreThoseOfTheirDefinitions() {
    Activation[] all = {RELU, TANH, GELU, SELU, SIGMOID, BENT.named("bent")};
    Table shown = GainTable.of(all).data();
    assertThat(shown.name())
        .isEqualTo("Gains: what sqrt(fan_in) std(W) has to be, and what it keeps; z ~ N(0, 1)");
    assertThat(shown.stringColumn("f").asList())
        .containsExactly("ReLU", "tanh", "GELU", "SELU", "sigmoid", "bent");
    for (int i = 0; i < all.length; i++) {
      Activation f = all[i];
      double mean = ByHand.expect(f::apply);
      double second = ByHand.moment(f, 1);
      assertThat(number(shown, "second moment", i)).isCloseTo(1 / Math.sqrt(second), within(6e-5));
      assertThat(number(shown, "variance", i))
          .isCloseTo(1 / Math.sqrt(second - mean * mean), within(6e-5));
      assertThat(number(shown, "gradient", i))
          .isCloseTo(1 / Math.sqrt(ByHand.slope(f)), within(1e-3));
      String fixed = shown.stringColumn("fixed point").get(i);
      if (f == TANH || f == SIGMOID) {
        assertThat(fixed).isEqualTo("none");
      } else {
        assertThat(ByHand.moment(f, Double.parseDouble(fixed))).isCloseTo(1, within(2e-4));
      }
    }
    assertThat(shown.stringColumn("PyTorch").asList())
        .containsExactly("1.4142", "1.6667", "none", "0.7500", "1.0000", "none");
    assertThat(shown.columnNames())
        .containsExactly("f", "second moment", "variance", "fixed point", "gradient", "PyTorch");
  }

  /** In one column all numbers have as many decimals: 0.9660 under 1.4142 and above 12.0000. */
  @Test
  void numbersOfOneColumnLineUp() {
    Activation faint = z -> z / 12;
    Activation strong = z -> 50 * z;
    Table shown = GainTable.of(SELU, TANH, faint, strong).data();
    assertThat(shown.stringColumn("gradient").asList())
        .containsExactly("0.9660", "1.4674", "12.0000", "0.0200");
  }

  @Test
  void stabilityIsThePowerAndTheFactorAndTheirFiftiethPower() {
    Activation[] all = {TANH, GELU, SELU, BENT};
    Table shown = GainTable.stability(all).data();
    assertThat(shown.name())
        .isEqualTo("With the second-moment gain, at pre-activations of variance 1");
    assertThat(shown.columnNames())
        .containsExactly(
            "f",
            "gain",
            "deviation: power per layer",
            "deviation: in 50",
            "gradient: factor per layer",
            "gradient: in 50");
    for (int i = 0; i < all.length; i++) {
      double second = ByHand.moment(all[i], 1);
      double up = ByHand.moment(all[i], 1.01);
      double down = ByHand.moment(all[i], 1 / 1.01);
      double power = Math.log(up / down) / (4 * Math.log(1.01));
      double factor = ByHand.slope(all[i]) / second;
      assertThat(shown.doubleColumn("gain").get(i)).isCloseTo(1 / Math.sqrt(second), within(1e-6));
      assertThat(shown.doubleColumn("deviation: power per layer").get(i))
          .isCloseTo(power, within(1e-3))
          .isCloseTo(GainTable.power(all[i]), within(1e-12));
      assertThat(shown.doubleColumn("deviation: in 50").get(i))
          .isCloseTo(Math.pow(GainTable.power(all[i]), 50), within(1e-9));
      assertThat(shown.doubleColumn("gradient: factor per layer").get(i))
          .isCloseTo(factor, within(1e-3));
      double exact = shown.doubleColumn("gradient: factor per layer").get(i);
      double fifty = Math.pow(exact, 50);
      assertThat(shown.doubleColumn("gradient: in 50").get(i))
          .isCloseTo(fifty, within(1e-9 * fifty));
    }
    assertThat(shown.stringColumn("f").asList())
        .containsExactly("tanh", "GELU", "SELU", "activation");
  }

  @Test
  void anActivationThatGivesNothingHasNoGainsAndIsNamed() {
    Activation nil = z -> 0;
    assertThat(GainTable.of(nil).data().row(0).getString("variance")).isEqualTo("none");
    assertThatThrownBy(() -> GainTable.stability(LINEAR, nil.named("nil")))
        .hasMessageContaining("nil");
    assertThatThrownBy(GainTable::of).hasMessageContaining("number of activations");
    assertThatThrownBy(GainTable::stability).hasMessageContaining("number of activations");
  }

  @Test
  void anInterruptStopsThem() {
    Stopped.atOnce(() -> GainTable.of(TANH));
    Stopped.atOnce(() -> GainTable.stability(TANH));
  }
}
