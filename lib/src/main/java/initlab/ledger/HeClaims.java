package initlab.ledger;

import static initlab.init.Activation.RELU;
import static initlab.init.Activation.leakyRelu;

import initlab.init.FanMode;
import initlab.init.Gain;
import initlab.init.Init;
import initlab.math.Interval;
import initlab.nn.layer.Mlp;
import initlab.study.Results;
import initlab.study.Study;
import initlab.study.probe.Measure;
import java.util.List;
import java.util.stream.Stream;

/** What texts say of ReLU layers and of He's rule: lesson 04. */
final class HeClaims {
  private static final Once<Results> ONE =
      Once.of(() -> Study.of(Mlp.deep(RELU, 256, 1)).compare(Init.lecunNormal()).measure());

  private static final Once<Results> TEN =
      Once.of(() -> Study.of(Mlp.deep(RELU, 256, 10)).batch(32).compare(Init.heNormal()).measure());

  private HeClaims() {}

  /** All claims of lesson 04. */
  static List<Claim> all() {
    var rule = List.of(halved(), he(), mode(), inside(), centred(), level(), leakyMean());
    return Stream.concat(rule.stream(), HeDepthClaims.all().stream()).toList();
  }

  private static Claim halved() {
    return Claim.of(
            "C03",
            "ReLU halves the variance",
            Source.STRATEGIES,
            Source.REFERENCE,
            Source.SERIES,
            Source.RULE_PILE)
        .tried("one ReLU layer, 256 wide, z of variance 1, 30 seeds")
        .measured(
            () ->
                Evidence.of(
                        "Var a / Var z", ONE.get().interval("LeCun", Measure.ACTIVATION_VARIANCE))
                    .and("E a^2 / E z^2", ONE.get().interval("LeCun"))
                    .and("theory, of the variance", Math.pow(Gain.variance(RELU), -2)))
        .restated(
            "it halves the second moment, which is what the next layer feels; of the variance, "
                + "0.341 is left",
            seen -> seen.high("Var a / Var z") < 0.4 && Is.near(seen.at("E a^2 / E z^2"), 0.5))
        .holds(seen -> Is.near(seen.at("Var a / Var z"), 0.5));
  }

  private static Claim he() {
    return Claim.of(
            "C13",
            "He's variance is 2/fan_in for ReLU, and 2/((1 + a^2) fan_in) for leaky ReLU",
            Source.REFERENCE,
            Source.SERIES,
            Source.RULE_PILE)
        .tried("leaky ReLU of slope 0.5, 128 wide, 30 layers, 20 seeds")
        .measured(HeClaims::leaky)
        .holds(
            "forget the slope, and the second moment grows by 1.25 per layer",
            seen ->
                Is.within(seen.at("E a^2 of layer 30, with the slope"), 0.3, 3)
                    && seen.low("without it") > 100)
        .fails(
            "the slope makes no difference",
            seen -> seen.at("without it") < 3 * seen.at("E a^2 of layer 30, with the slope"));
  }

  private static Evidence leaky() {
    var seen =
        Study.of(Mlp.deep(leakyRelu(0.5), 128, 30))
            .seeds(20)
            .batch(16)
            .compare(Init.heNormal(0.5).named("with"), Init.heNormal().named("without"))
            .measure();
    return Evidence.of("E a^2 of layer 30, with the slope", seen.interval("with"))
        .and("without it", seen.interval("without"));
  }

  private static Claim mode() {
    return Claim.of("C20", "fan_in is the standard mode, right for most cases", Source.SERIES)
        .tried("ReLU funnel 512, 256, ... 16, 20 seeds; the start only, not training")
        .measured(HeClaims::modes)
        .restated(
            "in a chain either mode costs the ratio of the end widths once, not once per layer; "
                + "fan_in spares the outputs and so the first loss",
            seen ->
                seen.high("fan_in: gradient at the input") < 0.2
                    && seen.low("fan_out: outputs") > 10)
        .holds(seen -> seen.low("fan_in: gradient at the input") > 0.5);
  }

  private static Evidence modes() {
    var seen =
        Study.of(Mlp.of(RELU, 512, 256, 128, 64, 32, 16))
            .seeds(20)
            .batch(32)
            .compare(Init.heNormal().named("in"), Init.heNormal().mode(FanMode.OUT).named("out"))
            .measure();
    return Evidence.of("fan_in: gradient at the input", seen.interval("in", Measure.GRADIENT))
        .and("fan_in: outputs", seen.interval("in"))
        .and("fan_out: outputs", seen.interval("out"));
  }

  private static Claim inside() {
    return Claim.of(
            "C39",
            "Ideal under ReLU is a std of 1 before the activation and about sqrt(2) after it",
            Source.SCALED)
        .tried("He's rule, ReLU, 256 wide, layer 10, 30 seeds; their medians")
        .measured(
            () ->
                Evidence.of(
                        "RMS of z", TEN.get().medianInterval("He", Measure.PRE_ACTIVATION).root())
                    .and(
                        "std of a",
                        TEN.get().medianInterval("He", Measure.ACTIVATION_VARIANCE).root()))
        .fails(
            "the other way round: RMS sqrt(2) before the activation; after it the RMS is 1 and "
                + "the std about 0.83",
            seen -> seen.at("RMS of z") > 1.2 && seen.at("std of a") < 1)
        .holds(seen -> Is.near(seen.at("RMS of z"), 1) && seen.at("std of a") > 1.3);
  }

  private static Claim centred() {
    return Claim.of(
            "C69",
            "A mean activation that moves away from 0 says that start and architecture mismatch",
            Source.STRATEGIES)
        .tried("He's rule, ReLU, 256 wide, layer 10, 30 seeds")
        .measured(
            () ->
                Evidence.of(
                    "mean of a, layer 10", TEN.get().interval("He", Measure.ACTIVATION_MEAN)))
        .fails(
            "under ReLU no activation is negative: a mean of 0.56 of the RMS is normal",
            seen -> seen.low("mean of a, layer 10") > 0.3)
        .holds(seen -> Math.abs(seen.at("mean of a, layer 10")) < 0.1);
  }

  private static Claim level() {
    return Claim.of(
            "C60",
            "He's rule at 256 -> 256: sigma 0.088, most weights within 0.18, and a signal of size "
                + "1 at every layer, forward and backward",
            Source.RULE_PILE)
        .tried("ReLU, 256 wide, 10 layers, looked at layer 5, 30 seeds")
        .measured(
            () ->
                Evidence.of("sigma", Init.heNormal().std(HeDepthClaims.SQUARE).orElse(Double.NaN))
                    .and("share within 0.18", HeDepthClaims.shareWithin(0.18))
                    .and("E a^2 of layer 5", TEN.get().at(5).interval("He"))
                    .and("E (dL/da)^2 there", TEN.get().at(5).interval("He", Measure.GRADIENT)))
        .restated(
            "sigma and share are right; size 1 is meant as a mean over nets: single nets spread",
            seen ->
                Is.near(seen.at("sigma"), 0.088)
                    && Is.near(seen.at("share within 0.18"), 0.958)
                    && Is.within(seen.low("E a^2 of layer 5"), 0.4, 0.95)
                    && Is.within(seen.at("E (dL/da)^2 there"), 0.7, 1.4));
  }

  private static Claim leakyMean() {
    return Claim.of(
            "T05",
            "Leaky ReLU's output has mean 0, so its variance is its second moment",
            Source.NEUROMATCH)
        .tried("one layer of 256, slope 0.5 and slope 0.1, z of variance 1, 30 seeds")
        .measured(() -> Evidence.of("mean of a, slope 0.5", mean(0.5)).and("slope 0.1", mean(0.1)))
        .fails(
            "its mean is (1 - a) sqrt(q / (2 pi)); the formula for the weights is right all the "
                + "same, because it needs the second moment",
            seen -> seen.at("mean of a, slope 0.5") > 0.1 && seen.at("slope 0.1") > 0.2)
        .holds(seen -> Math.abs(seen.at("slope 0.1")) < 0.05);
  }

  private static Interval mean(double slope) {
    return Study.of(Mlp.deep(leakyRelu(slope), 256, 1))
        .compare(Init.lecunNormal())
        .measure()
        .interval("LeCun", Measure.ACTIVATION_MEAN);
  }
}
