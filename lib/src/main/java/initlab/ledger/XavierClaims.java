package initlab.ledger;

import static initlab.init.Activation.LINEAR;

import initlab.init.FanMode;
import initlab.init.Init;
import initlab.init.Initializer;
import initlab.init.WeightShape;
import initlab.math.Interval;
import initlab.math.Moments;
import initlab.math.RandomStreams;
import initlab.nn.layer.Mlp;
import initlab.study.Study;
import initlab.study.probe.Measure;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What texts say of Xavier's rule itself: lesson 03. */
final class XavierClaims {
  private static final WeightShape LAYER = WeightShape.dense(300, 100);

  private XavierClaims() {}

  /** All claims of lesson 03. */
  static List<Claim> all() {
    var rule = List.of(uniform(), harmonic(), fanIn(), swapped());
    return Stream.of(rule, TanhClaims.all(), FrameworkClaims.all()).flatMap(List::stream).toList();
  }

  /** The variance of one draw. */
  private static double variance(Initializer rule, WeightShape shape) {
    return Moments.of(rule.draw(shape, RandomStreams.layer(1, 0))).variance();
  }

  private static Claim uniform() {
    return Claim.of(
            "C12",
            "Xavier is N(0, 2/(fan_in + fan_out)); U(-l, l) with l = sqrt(6/(fan_in + fan_out)) "
                + "has the same variance",
            Source.REFERENCE,
            Source.SERIES)
        .tried("one draw of 300 x 100 each, against 1/200")
        .measured(
            () ->
                Evidence.of(
                        "variance times 200: normal", 200 * variance(Init.xavierNormal(), LAYER))
                    .and(
                        "uniform, l as said",
                        200 * variance(Init.uniform(Math.sqrt(6 / 400.0)), LAYER)))
        .holds(
            seen ->
                Is.near(seen.at("variance times 200: normal"), 1)
                    && Is.near(seen.at("uniform, l as said"), 1))
        .fails("they differ", seen -> !Is.near(seen.at("uniform, l as said"), 1));
  }

  private static Claim harmonic() {
    return Claim.of(
            "C48",
            "Xavier's variance is the harmonic mean of what forward and backward ask for",
            Source.SERIES)
        .tried("linear, 300 -> 100, 30 seeds; the factor of one layer")
        .measured(XavierClaims::factors)
        .holds(
            "so it meets neither: 1.5 forward and 0.5 backward in a layer of 300 -> 100",
            seen ->
                Is.near(seen.at("Var(W) over the harmonic mean"), 1)
                    && Is.near(seen.at("factor forward"), 1.5)
                    && Is.near(seen.at("backward"), 0.5))
        .fails("it is another", seen -> !Is.near(seen.at("Var(W) over the harmonic mean"), 1));
  }

  private static Evidence factors() {
    double mean = 2 / (1 / (1 / 300.0) + 1 / (1 / 100.0));
    var seen = Study.of(Mlp.of(LINEAR, 300, 100)).compare(Init.xavierNormal()).measure();
    return Evidence.of("Var(W) over the harmonic mean", variance(Init.xavierNormal(), LAYER) / mean)
        .and("factor forward", seen.of("Xavier").factor(Measure.ACTIVATION))
        .and("backward", seen.interval("Xavier", Measure.GRADIENT));
  }

  private static Claim fanIn() {
    return Claim.of("C76", "Xavier is Var(W) = 1/fan_in", Source.RULE_PILE)
        .tried("one draw each of 200 x 200 and 300 x 100")
        .measured(
            () ->
                Evidence.of(
                        "fan_in Var(W): 200 x 200",
                        200 * variance(Init.xavierNormal(), WeightShape.dense(200, 200)))
                    .and("300 x 100", 300 * variance(Init.xavierNormal(), LAYER)))
        .restated(
            "in square layers; elsewhere 1/fan_in is LeCun's rule",
            seen ->
                Is.near(seen.at("fan_in Var(W): 200 x 200"), 1)
                    && Is.near(seen.at("300 x 100"), 1.5))
        .holds(seen -> Is.near(seen.at("300 x 100"), 1));
  }

  private static Claim swapped() {
    return Claim.of(
            "T06",
            "Mind which fan is which: with x W in place of x W^T, fan_in and fan_out are swapped",
            Source.PYTORCH)
        .tried("linear: a funnel 256, 128, 64, 32, 16 and 128, 32, 128, ... of 20 layers; 20 seeds")
        .measured(XavierClaims::swaps)
        .restated(
            "it costs the ratio of the end widths once, 16 here, at any depth; in square layers, "
                + "and where the ends are equal, it costs nothing",
            seen ->
                Is.within(seen.at("fans swapped, E a^2: funnel"), 8, 32)
                    && Is.within(seen.at("alternating widths"), 0.3, 2))
        .holds(seen -> !Is.within(seen.at("alternating widths"), 0.1, 10));
  }

  private static Evidence swaps() {
    return Evidence.of("fans swapped, E a^2: funnel", swap(256, 128, 64, 32, 16))
        .and("alternating widths", swap(alternating()));
  }

  private static int[] alternating() {
    int[] widths = new int[21];
    Arrays.setAll(widths, layer -> layer % 2 == 0 ? 128 : 32);
    return widths;
  }

  private static Interval swap(int... widths) {
    return Study.of(Mlp.of(LINEAR, widths))
        .seeds(20)
        .batch(16)
        .compare(Init.lecunNormal().mode(FanMode.OUT).named("swapped"))
        .measure()
        .interval("swapped");
  }
}
