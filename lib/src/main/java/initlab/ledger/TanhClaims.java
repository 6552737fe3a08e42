package initlab.ledger;

import static initlab.init.Activation.TANH;

import initlab.init.Gain;
import initlab.init.Init;
import initlab.math.Interval;
import initlab.nn.layer.Mlp;
import initlab.study.Results;
import initlab.study.Study;
import initlab.study.probe.Measure;
import initlab.theory.MeanField;
import java.util.List;
import java.util.stream.Stream;

/** What texts say of tanh nets and their gains: lesson 03. */
final class TanhClaims {
  private static final String FIFTY = "tanh, 64 wide, 50 layers, 20 seeds";

  private static final Once<Results> GAINS =
      Once.of(
          () ->
              Study.of(Mlp.deep(TANH, 64, 50))
                  .seeds(20)
                  .batch(16)
                  .compare(
                      Init.xavierNormal().named("1"),
                      Init.xavierNormal().gain(Math.sqrt(2)).named("sqrt 2"),
                      Init.xavierNormal().gain(5.0 / 3).named("5/3"))
                  .measure());

  private TanhClaims() {}

  static List<Claim> all() {
    var start = List.of(stabilizes(), guarantee(), table(), weightGradients());
    return Stream.concat(start.stream(), TanhTraining.all().stream()).toList();
  }

  private static Claim stabilizes() {
    return Claim.of(
            "T01",
            "tanh with Xavier: in deeper nets the variance would stabilize around 0.25",
            Source.UVA)
        .tried(
            "its own widths, 784, 512, 256, 256, 128, N(0, 1) inputs, pre-activations, 10 seeds; "
                + FIFTY)
        .measured(TanhClaims::deeper)
        .fails(
            "right for the four layers that it shows; deeper it falls without end, like 1/(2L), "
                + "because 0 is the only fixed point of gain 1",
            seen ->
                Is.within(seen.at("E z^2, layer 4 of its widths"), 0.1, 0.5)
                    && seen.high("E a^2 of layer 50") < 0.05
                    && Is.near(seen.at("theory of layer 200, times 2L"), 1))
        .holds(seen -> Is.within(seen.at("E a^2 of layer 50"), 0.15, 0.4));
  }

  private static Evidence deeper() {
    var own =
        Study.of(Mlp.of(TANH, 784, 512, 256, 256, 128, 10))
            .seeds(10)
            .batch(16)
            .compare(Init.xavierUniform())
            .measure();
    var deep = GAINS.get();
    return Evidence.of(
            "E z^2, layer 4 of its widths", own.rows().get(0).band(Measure.PRE_ACTIVATION).at(4))
        .and("E a^2 of layer 10", deep.at(10).interval("1"))
        .and("E a^2 of layer 50", deep.interval("1"))
        .and(
            "theory of layer 200, times 2L", 400 * MeanField.of(TANH).through(200).activation(200));
  }

  private static Claim guarantee() {
    return Claim.of(
            "T02",
            "Keeping mean and variance of the activations the same in every layer ensures that no "
                + "signal explodes or vanishes",
            Source.DEEPLEARNING_AI)
        .tried(FIFTY + ", gain 5/3")
        .measured(
            () ->
                Evidence.of("E a^2 of layer 10", GAINS.get().at(10).interval("5/3"))
                    .and("of layer 50", GAINS.get().interval("5/3"))
                    .and("E (dL/da)^2 at the input", gradient("5/3")))
        .fails(
            "activations can be level while gradients grow by thousands in second moment, about a "
                + "hundredfold in size: look both ways",
            seen ->
                Is.near(seen.at("of layer 50"), seen.at("E a^2 of layer 10"))
                    && seen.low("E (dL/da)^2 at the input") > 300)
        .holds(seen -> Is.within(seen.at("E (dL/da)^2 at the input"), 0.1, 10));
  }

  private static Interval gradient(String gain) {
    return GAINS.get().interval(gain, Measure.GRADIENT);
  }

  private static Claim table() {
    return Claim.of("T08", "The recommended gain for tanh is 5/3", Source.PYTORCH)
        .tried(FIFTY + "; and the gains that theory computes")
        .measured(
            () ->
                Evidence.of("gain that keeps z at N(0, 1)", Gain.secondMoment(TANH))
                    .and("gain that keeps gradients there", Gain.gradient(TANH))
                    .and("E a^2 of layer 50: gain 5/3", GAINS.get().interval("5/3"))
                    .and("sqrt(2)", GAINS.get().interval("sqrt 2"))
                    .and("gradients: gain 5/3", gradient("5/3"))
                    .and("gradients: sqrt(2)", gradient("sqrt 2")))
        .restated(
            "any gain above 1 holds activations level, sqrt(2) at 0.31 as well as 5/3 at 0.43; the "
                + "larger it is, the faster gradients grow. 5/3 suits about five layers, 1.2 fifty",
            seen ->
                Is.within(seen.at("E a^2 of layer 50: gain 5/3"), 0.38, 0.47)
                    && Is.within(seen.at("sqrt(2)"), 0.26, 0.35)
                    && seen.at("gradients: gain 5/3") > 10 * seen.at("gradients: sqrt(2)"))
        .holds(seen -> Is.within(seen.at("gradients: gain 5/3"), 0.3, 3));
  }

  private static Claim weightGradients() {
    return Claim.of(
            "T11",
            "From the standard start the back-propagated gradient vanishes, and yet the gradient "
                + "of the weights is equal in all layers",
            Source.GLOROT)
        .tried("U(-1/sqrt(n), 1/sqrt(n)) without biases, tanh, 64 wide, 20 layers, 20 seeds")
        .measured(TanhClaims::starved)
        .holds(
            "both are true: activations shrink as fast as gradients, and all layers starve alike",
            seen ->
                Is.within(seen.at("dL/dW, layer 1 over layer 20"), 0.4, 2.5)
                    && seen.at("dL/da, layer 1 over layer 20") < 1e-6)
        .fails(
            "the weights' gradient vanishes too",
            seen -> seen.at("dL/dW, layer 1 over layer 20") < 0.01);
  }

  private static Evidence starved() {
    var seen =
        Study.of(Mlp.deep(TANH, 64, 20))
            .seeds(20)
            .batch(16)
            .compare(Init.torchLinear().named("x"))
            .measure(Measure.WEIGHT_GRADIENT);
    return Evidence.of("dL/dW, layer 1 over layer 20", ratio(seen, Measure.WEIGHT_GRADIENT))
        .and("dL/da, layer 1 over layer 20", ratio(seen, Measure.GRADIENT));
  }

  private static double ratio(Results seen, Measure measure) {
    return seen.at(1).median("x", measure) / seen.at(20).median("x", measure);
  }
}
