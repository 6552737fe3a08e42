package initlab.study.experiment;

import static initlab.init.Activation.RELU;
import static initlab.init.Activation.SILU;
import static initlab.init.Activation.TANH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import initlab.Stopped;
import initlab.init.Activation;
import initlab.init.Gain;
import org.junit.jupiter.api.Test;

/** Stairs from layer to layer: where they lead, and what the picture shows of them. */
class CobwebTest {

  @Test
  void oneStepIsTheMapByAnotherQuadrature() {
    for (Activation f : new Activation[] {TANH, RELU, SILU}) {
      double g = Gain.secondMoment(f);
      double next = g * g * ByHand.moment(f, Math.sqrt(2));
      assertThat(Cobweb.of(f).after(f, 2, 1)).isCloseTo(next, within(1e-5));
    }
  }

  @Test
  void theOwnGainKeepsOneAnotherGainDoesNot() {
    assertThat(Cobweb.of(SILU).after(SILU, 1, 1)).isCloseTo(1, within(1e-9));
    assertThat(Cobweb.of(RELU).gain(1).after(RELU, 1, 3)).isCloseTo(0.125, within(1e-9));
  }

  @Test
  void tanhForgetsReluKeepsSiluRunsAway() {
    Cobweb web = Cobweb.of(TANH, RELU, SILU);
    assertThat(web.after(TANH, 2, 8)).isCloseTo(1, within(0.01));
    assertThat(web.after(TANH, 0.5, 8)).isCloseTo(1, within(0.01));
    assertThat(web.after(RELU, 2, 8)).isCloseTo(2, within(1e-9));
    assertThat(web.after(SILU, 2, 8)).isGreaterThan(8);
    assertThat(web.after(SILU, 0.5, 8)).isLessThan(0.13);
    assertThat(web.after(SILU, 2, 0)).isEqualTo(2);
  }

  /** Close to 1 a deviation k becomes k^power, the slope of the curve. */
  @Test
  void aSmallDeviationIsRaisedToThePower() {
    double next = Cobweb.of(SILU).after(SILU, 1.001, 1);
    assertThat(Math.log(next) / Math.log(1.001)).isCloseTo(GainTable.power(SILU), within(1e-3));
  }

  /** Up to the curve, across to the diagonal: two points a layer, and the first. */
  @Test
  void thePictureHasAPanelForEachWithItsStairs() {
    String words = Cobweb.of(TANH, SILU).layers(3).plot().text();
    assertThat(words)
        .contains("tanh, gain 1.59", "SiLU, gain 1.68", "line of 8 points from (0.301, 0.301)");
    assertThat(words).contains("too small: q 0.5", "too large: q 2", "identity: no change");
    assertThat(Cobweb.of(RELU).from(3).gain(2).plot().text())
        .contains("ReLU, gain 2", "too large: q 3")
        .doesNotContain("q 0.5");
  }

  /** Stairs end where the picture does; those that begin beyond it are left out. */
  @Test
  void stairsEndAtTheEdgeOfThePicture() {
    assertThat(Cobweb.of(RELU).gain(3).plot().text()).contains("to (0.954, 0.954)");
    assertThat(Cobweb.of(RELU).from(1000).plot().text()).doesNotContain("q 1000");
  }

  @Test
  void whatDiesIsNoughtAndWhatExplodesIsInfinite() {
    assertThat(Cobweb.of(RELU).gain(0.01).after(RELU, 1, 200)).isZero();
    assertThat(Cobweb.of(RELU).gain(100).after(RELU, 1, 200)).isInfinite();
  }

  @Test
  void refusalsSayWhatIsDue() {
    assertThatThrownBy(Cobweb::of).hasMessageContaining("number of activations");
    assertThatThrownBy(() -> Cobweb.of(TANH).gain(0)).hasMessageContaining("the gain");
    assertThatThrownBy(() -> Cobweb.of(TANH).from(2, Double.NaN)).hasMessageContaining("start");
    assertThatThrownBy(() -> Cobweb.of(TANH).layers(0)).hasMessageContaining("layers");
    assertThatThrownBy(() -> Cobweb.of(TANH).after(TANH, -1, 3)).hasMessageContaining("q is -1");
    assertThat(Cobweb.of(TANH)).hasToString("cobweb of [tanh]");
  }

  @Test
  void anInterruptEndsIt() {
    Stopped.atOnce(() -> Cobweb.of(TANH).after(TANH, 2, 5));
  }
}
