package initlab.ledger;

import static initlab.init.Activation.LINEAR;
import static initlab.init.Activation.RELU;
import static initlab.init.Activation.TANH;

import initlab.init.Activation;
import initlab.init.Init;
import initlab.init.Initializer;
import initlab.math.Interval;
import initlab.nn.layer.Mlp;
import initlab.nn.layer.Recurrent;
import initlab.study.Study;
import initlab.study.experiment.Spectrum;
import initlab.study.probe.Measure;
import initlab.study.race.LearningTime;
import java.util.List;

/** What texts say of orthogonal weights: lesson 05. */
final class OrthogonalClaims {
  private static final Initializer GAUSSIAN = Init.lecunNormal();

  private OrthogonalClaims() {}

  /** All claims of lesson 05. */
  static List<Claim> all() {
    return List.of(norms(), loop(), QrListing.claim(), spectrum(), learning(), isometry());
  }

  private static Claim norms() {
    return Claim.of(
            "C16",
            "Orthogonal weights keep norms forward and gradient norms backward, also in very deep "
                + "nets",
            Source.REFERENCE,
            Source.SERIES)
        .tried("64 wide: linear, 100 layers; ReLU, 50 layers with gain 1 and sqrt(2); 20 seeds")
        .measured(OrthogonalClaims::deep)
        .restated(
            "exactly where the layers are linear and square; under ReLU only with gain sqrt(2), "
                + "and then on average, not in every net",
            seen ->
                Math.abs(seen.at("linear: factor per layer") - 1) < 1e-9
                    && Math.abs(seen.at("and backward") - 1) < 1e-9
                    && seen.high("ReLU: E a^2 of layer 50, gain 1") < 1e-10
                    && seen.at("gain sqrt(2)") > 0.05)
        .fails(
            "not even linear nets",
            seen -> Math.abs(seen.at("linear: factor per layer") - 1) > 0.01);
  }

  private static Evidence deep() {
    var linear = start(LINEAR, 100).compare(Init.orthogonal()).measure().of("orthogonal");
    var relu =
        start(RELU, 50)
            .compare(Init.orthogonal().named("1"), Init.orthogonal(Math.sqrt(2)).named("2"))
            .measure();
    return Evidence.of("linear: factor per layer", linear.factor(Measure.ACTIVATION))
        .and("and backward", linear.factor(Measure.GRADIENT))
        .and("ReLU: E a^2 of layer 50, gain 1", relu.interval("1"))
        .and("gain sqrt(2)", relu.interval("2"));
  }

  private static Study start(Activation f, int depth) {
    return Study.of(Mlp.deep(f, 64, depth)).seeds(20).batch(8);
  }

  private static Claim loop() {
    return Claim.of(
            "C17",
            "Orthogonal recurrent weights prevent exploding and vanishing over time; others do so "
                + "exponentially",
            Source.REFERENCE,
            Source.SERIES)
        .tried("one 64 x 64 matrix used 200 times, without activation and with tanh, 20 seeds")
        .measured(OrthogonalClaims::loops)
        .restated(
            "exact without activation; with tanh the gradient fades like 1/t, a power law; "
                + "Gaussian weights end wherever their largest eigenvalue sends them",
            seen ->
                Math.abs(seen.at("orthogonal, linear: gradient after 200 steps") - 1) < 0.1
                    && Is.within(seen.at("100 steps over 200"), 1.5, 2.7)
                    && seen.high("Gaussian, linear") > 1e6 * seen.low("Gaussian, linear"))
        .fails(
            "the tanh loop fades exponentially too", seen -> seen.at("100 steps over 200") > 100);
  }

  private static Evidence loops() {
    var linear = loop(LINEAR, 200).compare(Init.orthogonal(), GAUSSIAN).measure();
    Interval straight = linear.interval("orthogonal", Measure.GRADIENT);
    Interval tanh = fading(200);
    return Evidence.of("orthogonal, linear: gradient after 200 steps", straight)
        .and("Gaussian, linear", linear.interval("LeCun", Measure.GRADIENT))
        .and("orthogonal, tanh", tanh)
        .and("100 steps over 200", fading(100).median() / tanh.median());
  }

  private static Interval fading(int steps) {
    return loop(TANH, steps)
        .compare(Init.orthogonal())
        .measure()
        .interval("orthogonal", Measure.GRADIENT);
  }

  private static Study loop(Activation f, int steps) {
    return Study.of(Recurrent.over(f, 64, steps)).seeds(20).batch(8);
  }

  private static Claim spectrum() {
    return Claim.of(
            "T07",
            "Gaussian weights of the right scale keep norms on average, and yet a product of them "
                + "flattens most directions; orthogonal ones treat all alike",
            Source.SAXE)
        .tried("linear, 32 wide, 10 layers, 30 seeds")
        .measured(OrthogonalClaims::condition)
        .holds(
            "the right scale alone is not as good as orthogonal",
            seen ->
                seen.low("condition number, Gaussian") > 1e6
                    && seen.high("orthogonal") < 1.001
                    && seen.at("directions of 32 above 1 % of the largest") < 24)
        .fails(
            "a Gaussian product is as good", seen -> seen.at("condition number, Gaussian") < 100);
  }

  private static Evidence condition() {
    Spectrum linear = Spectrum.of(Mlp.deep(LINEAR, 32, 10));
    return Evidence.of("condition number, Gaussian", linear.condition(GAUSSIAN))
        .and("orthogonal", linear.condition(Init.orthogonal()))
        .and("directions of 32 above 1 % of the largest", linear.directions(GAUSSIAN));
  }

  private static Claim learning() {
    return Claim.of(
            "T10",
            "The learning time of a deep linear net grows with depth from Gaussian weights, and "
                + "does not from orthogonal ones",
            Source.SAXE)
        .tried(
            "linear, 16 wide, 4 outputs, whitened inputs, orthonormal teacher, depth L, the better "
                + "of the rates 0.4/L and 0.2/L, 10 seeds")
        .measured(OrthogonalClaims::times)
        .holds(
            seen ->
                seen.at("orthogonal: steps at depth 50") < 2 * seen.at("at depth 3")
                    && seen.at("Gaussian: at depth 15") > 3 * seen.at("Gaussian: steps at depth 3"))
        .fails(
            "it grows from orthogonal weights too",
            seen -> seen.at("orthogonal: steps at depth 50") > 3 * seen.at("at depth 3"));
  }

  private static Evidence times() {
    var time = new LearningTime(300, 3, 15, 50);
    return Evidence.of("orthogonal: steps at depth 50", time.steps(50, Init.orthogonal()))
        .and("at depth 3", time.steps(3, Init.orthogonal()))
        .and("Gaussian: steps at depth 3", time.steps(3, GAUSSIAN))
        .and("Gaussian: at depth 15", time.steps(15, GAUSSIAN));
  }

  private static Claim isometry() {
    return Claim.of("U05", "A ReLU net cannot keep all directions alike", Source.PENNINGTON)
        .tried("ReLU, 32 -> 64, nine layers of 64, -> 32, at N(0, 1) inputs, 30 seeds")
        .measured(
            () -> {
              Spectrum relu = Spectrum.of(Mlp.deep(RELU, 32, 64, 10, 32));
              return Evidence.of(
                      "condition number, orthogonal", relu.condition(Init.orthogonal(Math.sqrt(2))))
                  .and("mirrored weights (W, -W; -W, W)", relu.condition(Init.looksLinear()));
            })
        .restated(
            "true of independent and of orthogonal weights, of which the text speaks; mirrored "
                + "weights, W beside -W, make a ReLU net an exact isometry at the start",
            seen ->
                seen.at("condition number, orthogonal") > 100
                    && seen.high("mirrored weights (W, -W; -W, W)") < 1.001)
        .holds(seen -> seen.at("mirrored weights (W, -W; -W, W)") > 10);
  }
}
