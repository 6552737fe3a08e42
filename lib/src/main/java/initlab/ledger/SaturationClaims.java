package initlab.ledger;

import static initlab.init.Activation.SIGMOID;
import static initlab.init.Activation.TANH;

import initlab.init.Activation;
import initlab.init.Init;
import initlab.nn.layer.Mlp;
import initlab.study.Results;
import initlab.study.Study;
import initlab.study.probe.Measure;
import java.util.List;

/** What texts say of large weights before tanh and sigmoid: lesson 02. */
final class SaturationClaims {
  private static final Once<Results> WIDE = Once.of(() -> five(TANH, 256, 16, 20));

  private SaturationClaims() {}

  static List<Claim> all() {
    return List.of(saturated(), wide());
  }

  private static Results five(Activation f, int width, int batch, int seeds) {
    return Study.of(Mlp.deep(f, width, 5))
        .seeds(seeds)
        .batch(batch)
        .compare(Init.uniform(10).named("10"))
        .measure(Measure.SATURATED);
  }

  private static Claim saturated() {
    return Claim.of(
            "C10",
            "Large weights saturate tanh and sigmoid, so gradients vanish",
            Source.REFERENCE,
            Source.RULE_PILE)
        .tried(
            "U(-10, 10), 5 layers: tanh 8 wide with one input, 400 seeds; tanh and sigmoid 256 "
                + "wide, 20 seeds; medians over nets")
        .measured(SaturationClaims::widths)
        .restated(
            "true of most neurons and of narrow nets: at width 8 the typical gradient dies. In "
                + "wide nets the few open neurons' large weights outdo the shut ones, and the sum "
                + "that travels down grows",
            seen ->
                seen.at("share saturated, 256 wide") > 0.8
                    && seen.at("E (dL/da)^2 at the input: tanh, 8 wide") < 1e-3
                    && seen.at("tanh, 256 wide") > 1e4
                    && seen.at("sigmoid, 256 wide") > 10)
        .holds(seen -> seen.at("tanh, 256 wide") < 0.1 && seen.at("sigmoid, 256 wide") < 0.1);
  }

  private static Evidence widths() {
    var narrow = five(TANH, 8, 1, 400);
    var sigmoid = five(SIGMOID, 256, 16, 20);
    return Evidence.of("share saturated, 256 wide", WIDE.get().median("10", Measure.SATURATED))
        .and(
            "E (dL/da)^2 at the input: tanh, 8 wide", narrow.medianInterval("10", Measure.GRADIENT))
        .and("tanh, 256 wide", WIDE.get().medianInterval("10", Measure.GRADIENT))
        .and("sigmoid, 256 wide", sigmoid.medianInterval("10", Measure.GRADIENT));
  }

  private static Claim wide() {
    return Claim.of(
            "C57",
            "U(-10, 10), 256 wide: Var(z) about 8500, abs(z) about 92, tanh'(92) about 1e-16, and "
                + "(1e-16)^5 of the gradient after five layers",
            Source.RULE_PILE)
        .tried("tanh, 256 wide, 5 layers, 20 seeds")
        .measured(
            () ->
                Evidence.of(
                        "Var(z), layer 1", WIDE.get().at(1).interval("10", Measure.PRE_ACTIVATION))
                    .and("tanh'(92)", TANH.slope(92))
                    .and(
                        "E (dL/da)^2 after five layers",
                        WIDE.get().interval("10", Measure.GRADIENT)))
        .restated(
            "the sizes of z are right; 1e-16 is the rounding of 1 - tanh^2, and the slope 4.9e-80; "
                + "a typical neuron's own gradient is gone, but the sum over 256 of them grows "
                + "(see C10)",
            seen ->
                Is.near(seen.at("Var(z), layer 1"), 8533)
                    && seen.at("tanh'(92)") < 1e-79
                    && seen.low("E (dL/da)^2 after five layers") > 1e4)
        .holds(seen -> seen.at("E (dL/da)^2 after five layers") < 1e-16);
  }
}
