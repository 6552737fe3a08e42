package initlab.ledger;

import static initlab.init.Activation.RELU;
import static initlab.init.Activation.SELU;
import static initlab.init.Activation.SIGMOID;

import initlab.init.Activation;
import initlab.init.Gain;
import initlab.init.Init;
import initlab.init.WeightShape;
import initlab.math.Interval;
import initlab.math.RandomStreams;
import initlab.nn.layer.Mlp;
import initlab.study.Results;
import initlab.study.Study;
import initlab.study.probe.Measure;
import java.util.Arrays;
import java.util.List;

/** What depth makes of He's rule, and of other rules under ReLU: lesson 04. */
final class HeDepthClaims {
  static final WeightShape SQUARE = WeightShape.dense(256, 256);

  private static final Once<Results> NARROW =
      Once.of(
          () ->
              Study.of(Mlp.deep(RELU, 100, 50))
                  .batch(1)
                  .seeds(100)
                  .compare(Init.xavierNormal(), Init.heNormal(), Init.randomWalk())
                  .measure());

  private static final Once<Results> UNDER_RELU = Once.of(() -> thirty(RELU));
  private static final Once<Results> UNDER_SELU = Once.of(() -> thirty(SELU));

  private HeDepthClaims() {}

  static List<Claim> all() {
    return List.of(
        vanishes(), typical(), walk(), printout(), safeDefault(), inDoubt(), HeTraining.claim());
  }

  private static Results thirty(Activation f) {
    return Study.of(Mlp.deep(f, 64, 30))
        .seeds(20)
        .batch(16)
        .compare(Init.xavierNormal(), Init.heNormal())
        .measure();
  }

  /** The share of a 256 x 256 draw of He's rule that lies within so much of 0. */
  static double shareWithin(double bound) {
    double[] w = Init.heNormal().draw(SQUARE, RandomStreams.layer(1, 0)).data;
    return Arrays.stream(w).filter(x -> Math.abs(x) < bound).count() / (double) w.length;
  }

  private static Claim vanishes() {
    return Claim.of(
            "C50",
            "Xavier under ReLU: activations vanish layer by layer",
            Source.REFERENCE,
            Source.SERIES,
            Source.RULE_PILE)
        .tried("ReLU, 100 wide, 10 and 50 layers, one input, 100 seeds")
        .measured(
            () ->
                Evidence.of("E a^2 of layer 10", NARROW.get().at(10).interval("Xavier"))
                    .and("of layer 50", NARROW.get().interval("Xavier")))
        .holds(
            "by a half per layer in E a^2, 0.71 in size",
            seen -> seen.high("E a^2 of layer 10") < 0.02 && seen.high("of layer 50") < 1e-12)
        .fails("they stay", seen -> seen.low("of layer 50") > 0.01);
  }

  private static Claim typical() {
    return Claim.of(
            "T03", "Only He's rule keeps the signal at size 1 through depth", Source.RULE_PILE)
        .tried("ReLU, 100 wide, 50 layers, one input, 100 seeds; medians")
        .measured(
            () ->
                Evidence.of("E a^2 of layer 50, He", NARROW.get().interval("He"))
                    .and("theory of the typical net, exp(-5L/2n)", Math.exp(-1.25))
                    .and("theory of the mean over nets", 1))
        .restated(
            "the mean over nets is 1 at every depth; the typical net keeps exp(-5L/(2n)), about "
                + "0.3 at this width, and more the wider it is",
            seen -> Is.within(seen.at("E a^2 of layer 50, He"), 0.12, 0.6))
        .holds(seen -> Is.within(seen.at("E a^2 of layer 50, He"), 0.8, 1.25));
  }

  private static Claim walk() {
    return Claim.of(
            "U09",
            "A gain of sqrt(2) exp(1.2/(n - 2.4)) cures what depth does to a ReLU net of width n",
            Source.SUSSILLO)
        .tried("ReLU, 100 wide, 50 layers, one input, 100 seeds")
        .measured(
            () ->
                Evidence.of("E a^2 of layer 50", NARROW.get().interval("random walk"))
                    .and("He", NARROW.get().interval("He"))
                    .and(
                        "theory of the mean over nets",
                        Math.pow(Gain.randomWalk(RELU, 100) / Math.sqrt(2), 100)))
        .restated(
            "it brings the median back to about 1; the mean over nets, 1 under He's rule, pays "
                + "for it, and the spread stays",
            seen ->
                Is.within(seen.at("E a^2 of layer 50"), 0.5, 2)
                    && seen.at("E a^2 of layer 50") > 2 * seen.at("He")
                    && seen.at("theory of the mean over nets") > 2)
        .fails("the median stays low", seen -> seen.at("E a^2 of layer 50") < 0.5);
  }

  private static Claim printout() {
    return Claim.of(
            "U12",
            "After 50 layers of He's weights a corner of the activations reads 0.00 to 0.15: the "
                + "right scale",
            Source.FASTAI)
        .tried("ReLU, 100 wide, 50 layers, batch 20, 200 seeds; the corner is 5 x 5")
        .measured(HeCorner::evidence)
        .restated(
            "fewer than one net in six prints so small a corner; the inputs have RMS 1, a typical net "
                + "ends at about 0.6, and RMS over nets spreads about tenfold",
            seen ->
                Is.within(seen.at("share of nets whose corner stays below 0.2"), 0.01, 1 / 6.0)
                    && seen.high("RMS of layer 50") > 4 * seen.low("RMS of layer 50"))
        .holds(seen -> seen.at("share of nets whose corner stays below 0.2") > 0.9);
  }

  private static Claim safeDefault() {
    return Claim.of("C65", "He's rule is a safe default for any activation", Source.REFERENCE)
        .tried("30 layers, 64 wide, batch 16, 20 seeds; the start only, not training")
        .measured(
            () ->
                Evidence.of("ReLU: gradient at the input", gradient(UNDER_RELU.get(), "He"))
                    .and("SELU", gradient(UNDER_SELU.get(), "He"))
                    .and("sigmoid", gradient(thirty(SIGMOID), "He")))
        .fails(
            "it is right for ReLU and its leaky kin; for any other activation the gain has to be "
                + "computed",
            seen -> seen.low("SELU") > 30 && seen.high("sigmoid") < 1e-12)
        .holds(seen -> seen.at("SELU") < 10 && seen.at("sigmoid") > 1e-3);
  }

  private static Claim inDoubt() {
    return Claim.of(
            "C73", "When in doubt start with Xavier; if that is unstable, try He", Source.SCALED)
        .tried("30 layers, 64 wide, batch 16, 20 seeds; the start only, not training")
        .measured(
            () ->
                Evidence.of(
                        "ReLU, Xavier: gradient at the input", gradient(UNDER_RELU.get(), "Xavier"))
                    .and("ReLU, He", gradient(UNDER_RELU.get(), "He"))
                    .and("SELU, Xavier", gradient(UNDER_SELU.get(), "Xavier"))
                    .and("SELU, He", gradient(UNDER_SELU.get(), "He")))
        .restated(
            "He's weights are larger by sqrt(2): try them where something vanishes, as under "
                + "ReLU; what grows, they make grow more",
            seen ->
                seen.at("ReLU, He") > 1e6 * seen.at("ReLU, Xavier: gradient at the input")
                    && seen.at("SELU, He") > 10 * seen.at("SELU, Xavier"))
        .holds(seen -> seen.at("SELU, He") < seen.at("SELU, Xavier"));
  }

  private static Interval gradient(Results seen, String start) {
    return seen.interval(start, Measure.GRADIENT);
  }
}
