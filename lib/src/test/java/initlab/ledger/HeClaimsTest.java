package initlab.ledger;

import static initlab.ledger.Verdict.FAILS;
import static initlab.ledger.Verdict.HOLDS;
import static initlab.ledger.Verdict.RESTATED;
import static initlab.ledger.Verdict.UNSETTLED;
import static org.assertj.core.api.Assertions.assertThat;

import initlab.math.Interval;
import org.junit.jupiter.api.Test;

/** What other measurements would have said. */
class HeClaimsTest {

  private static Verdict of(String id, Evidence evidence) {
    return Ledger.claim(id).orElseThrow().judge(evidence).verdict();
  }

  @Test
  void halvingIsJudgedByBothMoments() {
    assertThat(of("C03", Evidence.of("Var a / Var z", 0.34).and("E a^2 / E z^2", 0.5)))
        .isEqualTo(RESTATED);
    assertThat(of("C03", Evidence.of("Var a / Var z", 0.5).and("E a^2 / E z^2", 0.7)))
        .isEqualTo(HOLDS);
    assertThat(of("C03", Evidence.of("Var a / Var z", 0.34).and("E a^2 / E z^2", 0.34)))
        .isEqualTo(UNSETTLED);
  }

  @Test
  void theSlopeHasToMatter() {
    String with = "E a^2 of layer 30, with the slope";
    assertThat(of("C13", Evidence.of(with, 0.8).and("without it", 700))).isEqualTo(HOLDS);
    assertThat(of("C13", Evidence.of(with, 0.8).and("without it", 0.9))).isEqualTo(FAILS);
    assertThat(of("C13", Evidence.of(with, 9).and("without it", 700))).isEqualTo(UNSETTLED);
  }

  @Test
  void fanInCouldHaveCostNothing() {
    assertThat(of("C20", modes(0.06, 58))).isEqualTo(RESTATED);
    assertThat(of("C20", modes(0.9, 58))).isEqualTo(HOLDS);
    assertThat(of("C20", modes(0.06, 1))).isEqualTo(UNSETTLED);
  }

  private static Evidence modes(double in, double out) {
    return Evidence.of("fan_in: gradient at the input", in).and("fan_out: outputs", out);
  }

  @Test
  void theIdealOfAReluCouldHaveBeenTheTexts() {
    assertThat(of("C39", Evidence.of("RMS of z", 1.42).and("std of a", 0.85))).isEqualTo(FAILS);
    assertThat(of("C39", Evidence.of("RMS of z", 1).and("std of a", 1.4))).isEqualTo(HOLDS);
    assertThat(of("C69", Evidence.of("mean of a, layer 10", 0.57))).isEqualTo(FAILS);
    assertThat(of("C69", Evidence.of("mean of a, layer 10", 0.01))).isEqualTo(HOLDS);
    assertThat(of("T05", Evidence.of("mean of a, slope 0.5", 0.2).and("slope 0.1", 0.36)))
        .isEqualTo(FAILS);
    assertThat(of("T05", Evidence.of("mean of a, slope 0.5", 0).and("slope 0.1", 0)))
        .isEqualTo(HOLDS);
  }

  @Test
  void theSizesOfHesRuleHaveToBeRight() {
    Evidence weights = Evidence.of("sigma", 0.0884).and("share within 0.18", 0.958);
    Interval spread = new Interval(0.7, 1, 1.3);
    assertThat(of("C60", weights.and("E a^2 of layer 5", spread).and("E (dL/da)^2 there", 1)))
        .isEqualTo(RESTATED);
    assertThat(of("C60", weights.and("E a^2 of layer 5", spread).and("E (dL/da)^2 there", 9)))
        .isEqualTo(UNSETTLED);
  }

  @Test
  void depthIsJudgedByTheTypicalNet() {
    String he = "E a^2 of layer 50, He";
    assertThat(of("T03", Evidence.of(he, 0.28))).isEqualTo(RESTATED);
    assertThat(of("T03", Evidence.of(he, 1))).isEqualTo(HOLDS);
    assertThat(of("T03", Evidence.of(he, 1e-9))).isEqualTo(UNSETTLED);
    assertThat(of("C50", Evidence.of("E a^2 of layer 10", 7e-4).and("of layer 50", 2e-16)))
        .isEqualTo(HOLDS);
    assertThat(of("C50", Evidence.of("E a^2 of layer 10", 1).and("of layer 50", 1)))
        .isEqualTo(FAILS);
  }

  @Test
  void theRandomWalkGainHasToRepairAndToCost() {
    assertThat(of("U09", walk(0.97, 3.4))).isEqualTo(RESTATED);
    assertThat(of("U09", walk(0.3, 3.4))).isEqualTo(FAILS);
    assertThat(of("U09", walk(0.97, 1))).isEqualTo(UNSETTLED);
  }

  private static Evidence walk(double median, double mean) {
    return Evidence.of("E a^2 of layer 50", median)
        .and("He", 0.28)
        .and("theory of the mean over nets", mean);
  }

  @Test
  void aSmallCornerCouldHaveBeenTheRule() {
    String share = "share of nets whose corner stays below 0.2";
    Interval wide = new Interval(0.1, 0.6, 2);
    assertThat(of("U12", Evidence.of(share, 0.1).and("RMS of layer 50", wide))).isEqualTo(RESTATED);
    assertThat(of("U12", Evidence.of(share, 1).and("RMS of layer 50", wide))).isEqualTo(HOLDS);
    assertThat(of("U12", Evidence.of(share, 0.1).and("RMS of layer 50", 0.6))).isEqualTo(UNSETTLED);
  }

  @Test
  void defaultsAreJudgedByWhatTheyDoToGradients() {
    assertThat(of("C65", Evidence.of("SELU", 3000).and("sigmoid", 1e-31))).isEqualTo(FAILS);
    assertThat(of("C65", Evidence.of("SELU", 2).and("sigmoid", 1))).isEqualTo(HOLDS);
    assertThat(of("C73", doubt(0.7, 3000))).isEqualTo(RESTATED);
    assertThat(of("C73", doubt(0.7, 1))).isEqualTo(HOLDS);
    assertThat(of("C73", doubt(1e-9, 10))).isEqualTo(UNSETTLED);
  }

  private static Evidence doubt(double reluHe, double seluHe) {
    return Evidence.of("ReLU, Xavier: gradient at the input", 6e-10)
        .and("ReLU, He", reluHe)
        .and("SELU, Xavier", 9)
        .and("SELU, He", seluHe);
  }
}
