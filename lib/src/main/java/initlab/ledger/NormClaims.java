package initlab.ledger;

import static initlab.init.Activation.LINEAR;
import static initlab.init.Activation.RELU;

import initlab.init.Init;
import initlab.init.Initializer;
import initlab.init.WeightShape;
import initlab.math.Moments;
import initlab.math.RandomStreams;
import initlab.nn.Plan;
import initlab.nn.Rules;
import initlab.nn.Signal;
import initlab.nn.layer.Activate;
import initlab.nn.layer.Conv2d;
import initlab.nn.layer.Dense;
import initlab.nn.layer.LayerNorm;
import initlab.nn.layer.Mlp;
import initlab.nn.layer.Presets;
import initlab.nn.layer.Residual;
import initlab.study.Study;
import initlab.study.race.Race;
import initlab.train.Training;
import initlab.train.data.Data;

/** What texts say of norms, of signals that grow, and of defaults: lesson 09. */
final class NormClaims {
  private static final WeightShape CONV = WeightShape.conv(3, 3, 64, 128);

  private NormClaims() {}

  static Claim scales() {
    return Claim.of(
            "C23",
            "Normalization layers start at gamma 1 and beta 0",
            Source.REFERENCE,
            Source.SCALED)
        .tried("20 times dense, layer norm, ReLU, 64 wide, He's weights, 20 nets")
        .measured(NormClaims::gammas)
        .holds(
            "save the last norm of a residual branch, which may start at gamma 0 so that the "
                + "block begins as the identity",
            seen ->
                Is.within(seen.at("E a^2 of the last layer, gamma 1"), 0.4, 0.6)
                    && seen.at("gamma N(0, 0.02^2), as one source's template draws it") < 1e-3)
        .fails(
            "gamma makes no difference",
            seen -> seen.at("gamma N(0, 0.02^2), as one source's template draws it") > 0.1);
  }

  private static Evidence gammas() {
    Plan plan =
        Plan.of(Signal.vector(64), Dense.of(64, LINEAR), LayerNorm.of(), Activate.of(RELU))
            .then(19, Dense.of(64, LINEAR), LayerNorm.of(), Activate.of(RELU));
    Rules template = Presets.codeTemplate(false);
    var seen = Study.of(plan).seeds(20).batch(8).and(Rules.of(Init.heNormal()), template).measure();
    return Evidence.of("E a^2 of the last layer, gamma 1", seen.interval("He"))
        .and(
            "gamma N(0, 0.02^2), as one source's template draws it",
            seen.interval(template.name()));
  }

  static Claim growing() {
    return Claim.of(
            "C66",
            "A mean or standard deviation that grows or shrinks from layer to layer is the sign "
                + "of a bad start",
            Source.REFERENCE)
        .tried(
            "20 blocks x + W2 ReLU(W1 norm(x)), 16 wide, He's rule, 20 nets; the same trained on "
                + "two spirals, Adam 0.01, 150 steps, 5 seeds; 20 plain ReLU layers from Xavier")
        .measured(NormClaims::grows)
        .restated(
            "where it goes by a factor per layer; the stream of a residual net grows by a term per "
                + "block, and learns",
            seen ->
                seen.at("residual: E a^2 after 20 blocks") > 10
                    && seen.at("its accuracy once trained") > 0.9
                    && seen.at("plain, Xavier: E a^2 after 20 layers") < 1e-4)
        .holds(seen -> seen.at("its accuracy once trained") < 0.7);
  }

  private static Evidence grows() {
    Residual block = Residual.of(LayerNorm.of(), Dense.of(16, RELU), Dense.of(16, LINEAR));
    Plan stream = Plan.of(Signal.vector(16), block).then(19, block);
    var grown = Study.of(stream).seeds(20).batch(8).compare(Init.heNormal()).measure();
    var plain = Study.of(Mlp.deep(RELU, 64, 20)).seeds(20).batch(8).compare(Init.xavierNormal());
    return Evidence.of("residual: E a^2 after 20 blocks", grown.interval("He"))
        .and("its accuracy once trained", trained(block))
        .and("plain, Xavier: E a^2 after 20 layers", plain.measure().interval("Xavier"));
  }

  private static double trained(Residual block) {
    Plan net =
        Plan.of(Signal.vector(2), Dense.of(16, LINEAR))
            .then(20, block)
            .then(1, LayerNorm.of(), Dense.of(2, LINEAR));
    return Race.of(
            seed ->
                Training.of(net, Data.spirals(2, 80, 1, 0.02, seed))
                    .adam(0.01)
                    .batch(32)
                    .steps(150)
                    .every(150))
        .seeds(5)
        .compare(Init.heNormal())
        .run()
        .median("He", "accuracy");
  }

  static Claim defaults() {
    return Claim.of(
            "C62",
            "He's rule is PyTorch's default for Conv2d and Linear, as in torchvision's ResNet, "
                + "ConvNeXt and EfficientNet; Flax' Dense uses lecun_normal",
            Source.RULE_PILE)
        .tried("a 3 x 3 kernel, 64 to 128 channels, drawn by each rule; torchvision's code read")
        .measured(
            () ->
                Evidence.of("fan_in Var(W): PyTorch's Conv2d", scale(Rules.torch()))
                    .and("Flax' Conv", scale(Rules.flax()))
                    .and("He", 576 * variance(Init.heNormal())))
        .restated(
            "PyTorch's own default has a sixth of He's variance; ResNet and EfficientNet call "
                + "He's rule by fan_out for their convolutions themselves, ConvNeXt draws std 0.02; "
                + "the sentence on Flax is right",
            seen ->
                Is.near(seen.at("fan_in Var(W): PyTorch's Conv2d"), 1.0 / 3)
                    && Is.near(seen.at("Flax' Conv"), 1)
                    && Is.near(seen.at("He"), 2))
        .holds(seen -> Is.near(seen.at("fan_in Var(W): PyTorch's Conv2d"), 2));
  }

  private static double scale(Rules defaults) {
    Plan plan = Plan.of(Signal.image(4, 4, 64), Conv2d.of(3, 128, LINEAR).same());
    return 576 * Moments.of(plan.init(defaults, 1).parameter("1.W").value()).secondMoment();
  }

  private static double variance(Initializer rule) {
    return Moments.of(rule.draw(CONV, RandomStreams.layer(1, 0))).secondMoment();
  }
}
