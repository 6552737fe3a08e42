package initlab.ledger;

import static initlab.init.Activation.LINEAR;
import static initlab.init.Activation.RELU;

import initlab.init.Init;
import initlab.math.Interval;
import initlab.nn.layer.Mlp;
import initlab.study.Results;
import initlab.study.Study;
import initlab.study.probe.Measure;
import java.util.List;

/** What texts say of how fast ReLU nets die or explode: lesson 02. */
final class PaceClaims {
  private static final Once<Results> TWENTY =
      Once.of(
          () ->
              Study.of(Mlp.deep(RELU, 128, 20))
                  .seeds(20)
                  .batch(16)
                  .compare(
                      Init.normal(1).named("1"),
                      Init.normal(0.2).named("0.2"),
                      Init.normal(0.05).named("0.05"),
                      Init.normal(0.01).named("0.01"),
                      Init.heNormal(),
                      Init.xavierNormal())
                  .measure());

  private static final Once<Results> UNIFORM =
      Once.of(
          () ->
              Study.of(Mlp.deep(RELU, 256, 5))
                  .seeds(20)
                  .batch(16)
                  .compare(Init.uniform(10).named("10"), Init.uniform(0.001).named("0.001"))
                  .measure());

  private PaceClaims() {}

  static List<Claim> all() {
    return List.of(exponential(), exercise(), tooSmall(), within(), bothWays(), large(), small());
  }

  private static Claim exponential() {
    return Claim.of(
            "C01",
            "With N(0, 1) weights the variance of activations grows or shrinks exponentially with "
                + "depth",
            Source.STRATEGIES)
        .tried("linear, 100 wide; ReLU, 128 wide and 3 wide; 20 layers, medians")
        .measured(PaceClaims::widths)
        .restated(
            "it grows, by n per linear layer and n/2 per ReLU layer; narrow ReLU nets die: at "
                + "width 3 the typical net is exactly 0 after 20 layers",
            seen ->
                Is.near(seen.at("factor per layer: linear"), 100)
                    && Is.near(seen.at("ReLU"), 64)
                    && seen.at("E a^2 of layer 20, width 3") == 0)
        .holds(seen -> seen.at("ReLU") > 10 && seen.at("E a^2 of layer 20, width 3") > 1);
  }

  private static Evidence widths() {
    var linear = Study.of(Mlp.deep(LINEAR, 100, 10)).seeds(20).batch(8).compare(Init.normal(1));
    var narrow = Study.of(Mlp.deep(RELU, 3, 20)).seeds(100).batch(16);
    return Evidence.of("factor per layer: linear", forward(linear.measure(), 0))
        .and("ReLU", forward("1"))
        .and(
            "E a^2 of layer 20, width 3",
            narrow.compare(Init.normal(1).named("1")).measure().median("1"));
  }

  private static Interval forward(Results seen, int row) {
    return seen.rows().get(row).factor(Measure.ACTIVATION);
  }

  private static Interval forward(String start) {
    return TWENTY.get().of(start).factor(Measure.ACTIVATION);
  }

  private static Claim exercise() {
    return Claim.of(
            "C04",
            "20-layer ReLU net: the variance of the randn version drifts toward zero, that of the "
                + "Kaiming version is stable",
            Source.STRATEGIES)
        .tried("128 wide, 20 seeds")
        .measured(
            () ->
                Evidence.of("randn: factor per layer", forward("1"))
                    .and("randn: E a^2 of layer 20", TWENTY.get().interval("1"))
                    .and("Kaiming: E a^2 of layer 20", TWENTY.get().interval("He")))
        .fails(
            "the randn version explodes, by n/2 per layer; the Kaiming version is stable",
            seen ->
                seen.low("randn: factor per layer") > 10
                    && Is.within(seen.at("Kaiming: E a^2 of layer 20"), 0.2, 3))
        .holds(seen -> seen.high("randn: factor per layer") < 1);
  }

  private static Claim tooSmall() {
    return Claim.of("C05", "A too small initialization dies within 5-10 layers", Source.STRATEGIES)
        .tried("ReLU, 128 wide, 20 seeds; dead is a size (RMS) a thousand times smaller")
        .measured(
            () ->
                Evidence.of("layers to die: std 0.01", layers("0.01"))
                    .and("std 0.05", layers("0.05"))
                    .and("Xavier", layers("Xavier")))
        .restated(
            "it takes 6/|log10 c| layers, c = n Var(W)/2: three, eight and twenty here",
            seen ->
                seen.at("layers to die: std 0.01") < 5
                    && Is.within(seen.at("std 0.05"), 5, 10)
                    && seen.at("Xavier") > 10)
        .holds(
            seen ->
                Is.within(seen.at("layers to die: std 0.01"), 5, 10)
                    && Is.within(seen.at("Xavier"), 5, 10));
  }

  private static double layers(String start) {
    return TWENTY.get().thousandfold(start);
  }

  private static Claim within() {
    return Claim.of(
            "C64",
            "Without variance scaling deep nets collapse or explode within 5-10 layers",
            Source.RULE_PILE)
        .tried("ReLU, 128 wide, 20 seeds; a size (RMS) a thousand times larger or smaller")
        .measured(
            () ->
                Evidence.of("layers: std 0.01, collapse", layers("0.01"))
                    .and("std 0.05, collapse", layers("0.05"))
                    .and("std 0.2, explosion", layers("0.2"))
                    .and("std 1, explosion", layers("1")))
        .restated(
            "exponentially, at a pace that n Var(W)/2 sets: three to fifteen layers here, and any "
                + "number is possible",
            seen ->
                seen.at("layers: std 0.01, collapse") < 5
                    && Is.within(seen.at("std 0.05, collapse"), 5, 10)
                    && seen.at("std 0.2, explosion") > 10)
        .holds(
            seen ->
                seen.at("layers: std 0.01, collapse") >= 5 && seen.at("std 0.2, explosion") <= 10);
  }

  private static Claim bothWays() {
    return Claim.of(
            "C11",
            "Small weights: activations shrink layer by layer and gradients vanish",
            Source.REFERENCE,
            Source.SERIES)
        .tried("N(0, 0.01^2), ReLU, 128 wide, 20 layers, 20 seeds")
        .measured(
            () ->
                Evidence.of("factor of E a^2 per layer", forward("0.01"))
                    .and("of the gradient's", TWENTY.get().of("0.01").factor(Measure.GRADIENT)))
        .holds(
            seen ->
                seen.high("factor of E a^2 per layer") < 0.02
                    && seen.high("of the gradient's") < 0.02)
        .fails("they stay", seen -> seen.low("factor of E a^2 per layer") > 0.5);
  }

  private static Claim large() {
    return Claim.of(
            "C58",
            "U(-10, 10) under ReLU, 256 wide: 90, 8e3, 7e5, 6e7, then NaN at layer 5",
            Source.RULE_PILE)
        .tried("that net, 20 seeds, double precision; sizes (RMS)")
        .measured(
            () ->
                Evidence.of("layer 1", UNIFORM.get().at(1).interval("10").root())
                    .and("layer 3", UNIFORM.get().at(3).interval("10").root())
                    .and("layer 5", UNIFORM.get().interval("10").root()))
        .restated(
            "65-fold per layer, because the ReLU halves: 1.2e9 at layer 5 is finite in single and "
                + "double precision; half precision, up to 65504, ends at layer 3",
            seen ->
                Is.near(seen.at("layer 1"), 65)
                    && seen.low("layer 3") > 65504
                    && Is.within(seen.at("layer 5"), 0.8e9, 1.7e9))
        .holds(seen -> Is.near(seen.at("layer 1"), 90) && !(seen.at("layer 5") < 1e38));
  }

  private static Claim small() {
    return Claim.of(
            "C59",
            "U(-0.001, 0.001) under ReLU, 256 wide: 0.01, 1e-4, 1e-6, 1e-8, about 0",
            Source.RULE_PILE)
        .tried("that net, 20 seeds; sizes (RMS)")
        .measured(
            () ->
                Evidence.of("layer 1", UNIFORM.get().at(1).interval("0.001").root())
                    .and("layer 4", UNIFORM.get().at(4).interval("0.001").root()))
        .restated(
            "0.0065 per layer: the picture is right, and the decade at layer 4 is 2e-9",
            seen ->
                Is.near(seen.at("layer 1"), 0.0065)
                    && Is.within(seen.at("layer 4"), 1.3e-9, 2.6e-9))
        .holds(seen -> Is.near(seen.at("layer 1"), 0.01) && Is.near(seen.at("layer 4"), 1e-8));
  }
}
