package initlab.ledger;

import static initlab.init.Activation.GELU;
import static initlab.init.Activation.RELU;
import static initlab.init.Activation.SELU;
import static initlab.init.Activation.SIGMOID;
import static initlab.init.Activation.SILU;
import static initlab.init.Activation.TANH;

import initlab.init.Activation;
import initlab.init.Gain;
import initlab.init.Init;
import initlab.init.WeightShape;
import initlab.nn.layer.Gated;
import initlab.nn.layer.Mlp;
import initlab.study.Results;
import initlab.study.Study;
import initlab.study.probe.Inputs;
import initlab.study.probe.Measure;
import initlab.train.data.Data;
import java.util.List;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/** What texts say of gains: lesson 07. */
final class GainClaims {
  private GainClaims() {}

  /** All claims of lesson 07. */
  static List<Claim> all() {
    return List.of(selfNormalizing(), table(), gated(), listing(), siren(), lecunTanh());
  }

  private static Claim selfNormalizing() {
    return Claim.of(
            "C14",
            "LeCun's 1/fan_in with SELU is self-normalizing",
            Source.REFERENCE,
            Source.SERIES)
        .tried("SELU, 128 wide, 50 layers, from inputs ten times too large, 20 seeds")
        .measured(GainClaims::healed)
        .restated(
            "forward it is: mean and variance return to 0 and 1; backward nothing heals, and "
                + "gradients grow by about 1.07 per layer in second moment",
            seen ->
                Is.within(seen.at("variance of a, from inputs x 10"), 0.8, 1.2)
                    && Math.abs(seen.at("mean of a")) < 0.1
                    && seen.low("gradients over 50 layers, from N(0, 1)") > 5)
        .fails(
            "inputs ten times too large stay too large",
            seen -> seen.at("variance of a, from inputs x 10") > 2);
  }

  private static Evidence healed() {
    Study selu = Study.of(Mlp.deep(SELU, 128, 50)).seeds(20).batch(16).compare(Init.lecunNormal());
    Inputs large = GainClaims::tenfold;
    var from10 = selu.on(large).measure();
    return Evidence.of(
            "variance of a, from inputs x 10",
            from10.interval("LeCun", Measure.ACTIVATION_VARIANCE))
        .and("mean of a", from10.interval("LeCun", Measure.ACTIVATION_MEAN))
        .and(
            "gradients over 50 layers, from N(0, 1)",
            selu.measure().interval("LeCun", Measure.GRADIENT));
  }

  private static DMatrixRMaj tenfold(int samples, int features, long seed) {
    var x = Data.normal(samples, features, seed);
    CommonOps_DDRM.scale(10, x);
    return x;
  }

  private static Claim table() {
    return Claim.of(
            "C15", "The gain of SELU is 3/4, of tanh and sigmoid 1", Source.SERIES, Source.PYTORCH)
        .tried("128 wide: SELU and tanh, 50 layers; sigmoid, 20 layers; 20 seeds")
        .measured(GainClaims::gains)
        .restated(
            "tanh's 1 is the one gain without an exponential; sigmoid's 1 lets gradients die; "
                + "SELU's 3/4 gives up the forward scale: PyTorch's own warning says to use 1",
            seen ->
                Is.within(seen.at("tanh, 1: E a^2 of layer 25 over layer 50"), 1.6, 2.6)
                    && seen.high("sigmoid, 1: gradient at the input") < 1e-15
                    && seen.high("SELU, 3/4: RMS of layer 50") < 0.35)
        .holds(
            seen ->
                seen.low("SELU, 3/4: RMS of layer 50") > 0.7
                    && seen.low("sigmoid, 1: gradient at the input") > 0.01);
  }

  private static Evidence gains() {
    var tanh = at(TANH, 50, 1);
    return Evidence.of(
            "tanh, 1: E a^2 of layer 25 over layer 50", tanh.at(25).median("x") / tanh.median("x"))
        .and(
            "sigmoid, 1: gradient at the input", at(SIGMOID, 20, 1).interval("x", Measure.GRADIENT))
        .and("SELU, 3/4: RMS of layer 50", at(SELU, 50, 0.75).interval("x").root());
  }

  private static Results at(Activation f, int depth, double gain) {
    return Study.of(Mlp.deep(f, 128, depth))
        .seeds(20)
        .batch(16)
        .compare(Init.lecunNormal().gain(gain).named("x"))
        .measure();
  }

  private static Claim gated() {
    return Claim.of(
            "C08",
            "SwiGLU and other gated units need a gain of their own, and torch's table has none",
            Source.STRATEGIES)
        .tried("SwiGLU, 128 wide, one layer and a stack of six, 20 seeds; torch's table of 2.15")
        .measured(GainClaims::stack)
        .restated(
            "after one gated layer the next projection needs SiLU's gain, 1.677; but no gain holds "
                + "a stack of gated layers: the normalization between them does",
            seen ->
                Is.within(seen.at("E a^2 of one layer"), 0.3, 0.42)
                    && seen.at("gated units in torch's table") == 0
                    && seen.high("six layers with the exact gain")
                        > 1e4 * seen.low("six layers with the exact gain"))
        .holds(seen -> Is.within(seen.at("six layers with the exact gain"), 0.3, 3));
  }

  private static Evidence stack() {
    double exact = Gain.gated(SILU).fixedPoint().orElse(Double.NaN);
    return Evidence.of("E a^2 of one layer", swiglu(1, 1).interval("x"))
        .and("gated units in torch's table", tableHas(SILU, GELU))
        .and("six layers with the exact gain", swiglu(6, exact).interval("x"));
  }

  private static Results swiglu(int depth, double gain) {
    return Study.of(Gated.deep(SILU, 128, depth))
        .seeds(20)
        .batch(16)
        .compare(Init.lecunNormal().gain(gain).named("x"))
        .measure();
  }

  private static Claim listing() {
    return Claim.of(
            "C68",
            "The listing for custom gains applies a gain of one's own, as for SwiGLU",
            Source.STRATEGIES)
        .tried("the listing's call for ReLU, and for SiLU and GELU, with torch's table of 2.15")
        .measured(
            () -> {
              var shape = WeightShape.dense(1024, 512);
              return Evidence.of("std for ReLU over He's", kaiming(shape, RELU) * Math.sqrt(512))
                  .and("activations of 2 outside the table that it takes", tableHas(SILU, GELU));
            })
        .fails(
            "it takes names from torch's table, not numbers: ReLU gets He's rule, SiLU an error. "
                + "Its own variable gain is never read (read, not run); type gain / sqrt(fan_in)",
            seen ->
                Is.near(seen.at("std for ReLU over He's"), 1)
                    && seen.at("activations of 2 outside the table that it takes") == 0)
        .holds(seen -> seen.at("activations of 2 outside the table that it takes") == 2);
  }

  /** kaiming_normal_ of fan_in: it looks the gain up by name itself. */
  private static double kaiming(WeightShape shape, Activation f) {
    return Gain.torch(f) / Math.sqrt(shape.fanIn());
  }

  /** How many of these torch.nn.init.calculate_gain knows. */
  private static double tableHas(Activation... functions) {
    return Stream.of(functions).filter(f -> Gain.of(f).torch().isPresent()).count();
  }

  private static Claim siren() {
    return Claim.of(
            "U01",
            "With SIREN's start the pre-activations of every layer are N(0, 1), at any depth",
            Source.SIREN)
        .tried("sin, weights U(-sqrt(6/n), sqrt(6/n)), 128 wide, 30 layers, 20 seeds")
        .measured(GainClaims::waves)
        .restated(
            "they settle at std 0.893, the root of q = 1 - exp(-2q), at any depth; gradients grow "
                + "by 1.20 per layer in second moment",
            seen ->
                Is.within(seen.at("RMS of z, layer 30"), 0.86, 0.93)
                    && Is.within(seen.at("gradient's factor per layer"), 1.17, 1.23))
        .holds(
            seen ->
                Is.within(seen.at("RMS of z, layer 30"), 0.98, 1.02)
                    && Is.within(seen.at("gradient's factor per layer"), 0.98, 1.02));
  }

  private static Evidence waves() {
    Activation sine = Activation.of("sin", Math::sin, Math::cos);
    var seen =
        Study.of(Mlp.deep(sine, 128, 30))
            .seeds(20)
            .batch(16)
            .compare(Init.heUniform().named("SIREN"))
            .measure();
    return Evidence.of("RMS of z, layer 30", seen.interval("SIREN", Measure.PRE_ACTIVATION).root())
        .and("gradient's factor per layer", seen.of("SIREN").factor(Measure.GRADIENT));
  }

  private static Claim lecunTanh() {
    return Claim.of("U03", "1.7159 tanh(2z/3) keeps the variance of activations at 1", Source.LECUN)
        .tried("Var(W) = 1/fan_in, 128 wide, layers 1 and 30, 20 seeds")
        .measured(GainClaims::scaledTanh)
        .restated(
            "it maps 1 to 1 and -1 to -1; the variance is 0.75 after one layer and settles at "
                + "0.38, where gradients almost keep their size",
            seen ->
                Is.near(seen.at("E a^2 of layer 1"), 0.75)
                    && Is.within(seen.at("of layer 30"), 0.32, 0.44)
                    && Is.within(seen.at("gradient's factor per layer"), 0.98, 1.06))
        .holds(seen -> Is.near(seen.at("of layer 30"), 1));
  }

  private static Evidence scaledTanh() {
    Activation f =
        Activation.of("1.7159 tanh(2z/3)", z -> 1.7159 * Math.tanh(2 * z / 3), GainClaims::slope);
    var seen =
        Study.of(Mlp.deep(f, 128, 30)).seeds(20).batch(16).compare(Init.lecunNormal()).measure();
    return Evidence.of("E a^2 of layer 1", seen.at(1).interval("LeCun"))
        .and("of layer 30", seen.interval("LeCun"))
        .and("gradient's factor per layer", seen.of("LeCun").factor(Measure.GRADIENT));
  }

  private static double slope(double z) {
    double t = Math.tanh(2 * z / 3);
    return 1.7159 * 2 / 3 * (1 - t * t);
  }
}
