package initlab.ledger;

import static initlab.init.Activation.LINEAR;

import initlab.init.FanMode;
import initlab.init.Init;
import initlab.init.Initializer;
import initlab.nn.Plan;
import initlab.nn.Signal;
import initlab.nn.layer.Conv;
import initlab.nn.layer.Conv2d;
import initlab.study.Results;
import initlab.study.Study;
import initlab.study.experiment.FanCount;
import initlab.study.probe.Measure;
import java.util.List;

/** What texts say of layers that are not dense: lesson 09. Convolutions here. */
final class LayerClaims {
  private LayerClaims() {}

  /** All claims of lesson 09. */
  static List<Claim> all() {
    return List.of(
        fan(),
        mode(),
        kernels(),
        GateClaims.recipe(),
        GateClaims.listing(),
        NormClaims.scales(),
        NormClaims.growing(),
        NormClaims.defaults());
  }

  private static Claim fan() {
    return Claim.of(
            "C18",
            "A convolution has fan_in = k_h k_w c_in; 3 x 3 over 64 channels is 576, and He's "
                + "variance 0.00347",
            Source.REFERENCE,
            Source.SERIES)
        .tried("3 x 3, 64 to 64 channels, 16 x 16 pixels of N(0, 1), inner pixels, 10 nets")
        .measured(LayerClaims::counted)
        .holds(
            "away from borders: a corner with zeros around it gets 4 of 9 taps",
            seen ->
                seen.at("products into one output") == 576
                    && Is.near(seen.at("2 / products"), 0.00347)
                    && Is.near(seen.at("E z^2 for Var(W) = 1 / 576"), 1))
        .fails("the count is another", seen -> seen.at("products into one output") != 576);
  }

  private static Evidence counted() {
    FanCount fans =
        FanCount.of(Signal.image(16, 16, 64)).and("conv", Conv2d.of(3, 64, LINEAR).same());
    return Evidence.of("products into one output", fans.fanIn("conv"))
        .and("2 / products", 2 / fans.fanIn("conv"))
        .and("E z^2 for Var(W) = 1 / 576", fans.forward("conv"));
  }

  private static Claim mode() {
    return Claim.of("C19", "Convolutions should use mode fan_out", Source.REFERENCE, Source.SCALED)
        .tried(
            "linear, 3 x 3, stride 1, 8, 16, 32, 64 channels, 16 x 16 pixels, zeros around, which "
                + "take a fifth in either direction, 20 nets")
        .measured(LayerClaims::bothModes)
        .restated(
            "fan_out keeps the gradient and lets the signal shrink where channels grow; fan_in "
                + "keeps the signal and lets the gradient grow; where channels are equal both are "
                + "one. Behind norms, as in ResNets, which the texts speak of, the signal's scale "
                + "does not matter",
            seen ->
                Is.within(seen.at("fan_in: forward"), 0.6, 1.6)
                    && seen.at("fan_out: forward") < 0.3
                    && Is.within(seen.at("fan_out: backward"), 0.6, 1.6)
                    && seen.at("fan_in: backward") > 3)
        .holds(seen -> seen.at("fan_out: forward") > 0.6);
  }

  private static Evidence bothModes() {
    Plan plan =
        Plan.of(
            Signal.image(16, 16, 8),
            Conv2d.of(3, 16, LINEAR).same(),
            Conv2d.of(3, 32, LINEAR).same(),
            Conv2d.of(3, 64, LINEAR).same());
    var seen =
        Study.of(plan.withoutBiases())
            .seeds(20)
            .batch(1)
            .compare(
                Init.lecunNormal().named("in"), Init.lecunNormal().mode(FanMode.OUT).named("out"))
            .measure();
    return Evidence.of("fan_in: forward", seen.interval("in"))
        .and("fan_out: forward", seen.interval("out"))
        .and("fan_in: backward", seen.interval("in", Measure.GRADIENT))
        .and("fan_out: backward", seen.interval("out", Measure.GRADIENT));
  }

  private static Claim kernels() {
    return Claim.of(
            "C67",
            "Convolution kernels of a deep encoder-decoder stay well-behaved when they start "
                + "orthogonal",
            Source.RULE_PILE)
        .tried(
            "17 layers: 16 x 16 x 8, down to 8 x 8 x 16, up again; 3 x 3, and 4 x 4 with stride 2; "
                + "20 nets; orthogonal means the kernel as a matrix (taps in x out)")
        .measured(LayerClaims::encoderDecoder)
        .restated(
            "they lose what Gaussian kernels lose, and half more at the transposed layer, whose "
                + "stride a matrix does not show: orthogonal columns are no isometry once they are "
                + "slid over an image. Delta-orthogonal kernels are one, in linear layers that keep "
                + "all places",
            seen ->
                Is.within(
                        seen.at("linear: orthogonal") / seen.at("linear: Gaussian, 1 / fan_in"),
                        0.15,
                        3)
                    && Is.within(seen.at("30 layers of one size: delta-orthogonal"), 0.95, 1.05)
                    && seen.at("and orthogonal") < 0.6)
        .holds(seen -> seen.at("linear: orthogonal") > 0.8);
  }

  private static Evidence encoderDecoder() {
    Plan plan =
        Plan.of(Signal.image(16, 16, 8), same(8))
            .then(4, same(8))
            .then(1, Conv2d.of(4, 16, LINEAR).stride(2).padding(1))
            .then(5, same(16))
            .then(1, Conv2d.transposed(4, 8, LINEAR).stride(2).padding(1))
            .then(5, same(8));
    var whole = both(plan, Init.lecunNormal().named("normal"), Init.orthogonal());
    var level =
        both(
            Plan.of(Signal.image(16, 16, 8), same(8)).then(29, same(8)),
            Init.deltaOrthogonal().named("delta"),
            Init.orthogonal());
    return Evidence.of("linear: orthogonal", whole.interval("orthogonal"))
        .and("linear: Gaussian, 1 / fan_in", whole.interval("normal"))
        .and("30 layers of one size: delta-orthogonal", level.interval("delta"))
        .and("and orthogonal", level.interval("orthogonal"));
  }

  private static Results both(Plan plan, Initializer one, Initializer other) {
    return Study.of(plan.withoutBiases()).seeds(20).batch(1).compare(one, other).measure();
  }

  private static Conv same(int channels) {
    return Conv2d.of(3, channels, LINEAR).same();
  }
}
