package initlab.ledger;

import static initlab.init.Activation.LINEAR;
import static initlab.init.Activation.RELU;
import static initlab.init.Activation.TANH;

import initlab.init.Init;
import initlab.math.Interval;
import initlab.nn.Plan;
import initlab.nn.Signal;
import initlab.nn.Start;
import initlab.nn.layer.Dense;
import initlab.nn.layer.Mlp;
import initlab.study.experiment.AlongCircle;
import initlab.study.experiment.Pairs;
import initlab.study.experiment.Spectrum;
import initlab.theory.MeanField;
import java.util.List;

/** What texts say of what survives depth besides scale: lesson 08. */
final class ChaosClaims {
  private static final MeanField FIELD = MeanField.of(TANH).bias(0.05);

  private ChaosClaims() {}

  /** All claims of lesson 08. */
  static List<Claim> all() {
    return List.of(depthScale(), functions(), isometry(), mirrored());
  }

  private static Claim depthScale() {
    return Claim.of(
            "U13",
            "A random net can be trained about as deep as a signal travels: six times the depth "
                + "scale xi",
            Source.SCHOENHOLZ)
        .tried(
            "tanh, 24 wide, sigma_b^2 0.05, XOR quadrants, SGD with momentum 0.9, best of two rates, 5 "
                + "seeds; sigma_w 0.9: 100 steps, rates 0.01 and 0.03; sigma_w 3: 200 steps, rates "
                + "0.0003 and 0.001; six xi are 14 layers at sigma_w 0.9, 27 at 3")
        .measured(ChaosTraining::depths)
        .holds(
            "on both sides of the edge; at sigma_w 3, where gradients explode, it takes more steps "
                + "and lower rates",
            seen ->
                seen.at("sigma_w 0.9: accuracy in training, 8 layers") > 0.75
                    && seen.at("28 layers") < 0.65
                    && seen.at("sigma_w 3: 16 layers") > 0.75
                    && seen.at("40 layers") < 0.7)
        .restated(
            "at sigma_w 0.9 it is so; at sigma_w 3, where gradients explode, training gives out "
                + "before six xi",
            seen ->
                seen.at("sigma_w 0.9: accuracy in training, 8 layers") > 0.75
                    && seen.at("28 layers") < 0.65
                    && seen.at("sigma_w 3: 16 layers") < 0.65)
        .fails("28 layers train too", seen -> seen.at("28 layers") > 0.85);
  }

  private static Claim functions() {
    return Claim.of(
            "U14",
            "Beyond the edge of chaos a random net bends a curve of inputs exponentially in its "
                + "depth",
            Source.POOLE)
        .tried("tanh, 32 wide, sigma_b^2 0.05, a circle of inputs, 2 to 8 layers, 30 seeds")
        .measured(ChaosClaims::lengths)
        .holds(
            "at the start; it says nothing of what training makes of it",
            seen ->
                seen.at("sigma_w 3: length of layer 5 over layer 2") > 2
                    && seen.at("layer 8 over layer 5") > 1.8
                    && seen.at("sigma_w 0.9: layer 8 over layer 2") < 0.5)
        .fails("the path does not go on growing", seen -> seen.at("layer 8 over layer 5") < 1.2);
  }

  private static Evidence lengths() {
    double two = length(3, 2);
    double five = length(3, 5);
    return Evidence.of("sigma_w 3: length of layer 5 over layer 2", five / two)
        .and("layer 8 over layer 5", length(3, 8) / five)
        .and("theory for wide nets", Math.pow(FIELD.gain(3).fixedPoint().chi(), 1.5))
        .and("sigma_w 0.9: layer 8 over layer 2", length(0.9, 8) / length(0.9, 2));
  }

  private static double length(double sigmaW, int depth) {
    return AlongCircle.of(TANH, 32, depth).bias(0.05).length(sigmaW).median();
  }

  private static Claim isometry() {
    return Claim.of(
            "U15",
            "A deep tanh net with orthogonal weights can be an isometry, all singular values near "
                + "1; with Gaussian weights it cannot",
            Source.PENNINGTON)
        .tried(
            "tanh without biases, 32 wide, 30 layers, 30 seeds; inputs of std 0.1 at sigma_w 1, and "
                + "of std 1 at sigma_w 1.05")
        .measured(ChaosClaims::spectra)
        .holds(
            "for small signals, where tanh is nearly a line; at inputs of std 1 orthogonal weights "
                + "are no isometry either, but keep nearly all directions within a factor 100",
            seen ->
                seen.at("inputs of 0.1, orthogonal: largest over smallest") < 3
                    && seen.at("directions of 32 above 1 % of the largest, Gaussian") < 14
                    && seen.at("inputs of 1, orthogonal: largest over smallest") > 10
                    && seen.at("directions, orthogonal") > 28)
        .fails(
            "not even for small signals",
            seen -> seen.at("inputs of 0.1, orthogonal: largest over smallest") > 100);
  }

  private static Evidence spectra() {
    var net = Spectrum.of(Mlp.deep(TANH, 32, 30).onPlainJava());
    var small = net.inputs(0.1);
    var orthogonal = Init.orthogonal(1.05);
    return Evidence.of(
            "inputs of 0.1, orthogonal: largest over smallest", small.condition(Init.orthogonal(1)))
        .and(
            "directions of 32 above 1 % of the largest, Gaussian",
            small.directions(Init.lecunNormal()))
        .and("inputs of 1, orthogonal: largest over smallest", net.condition(orthogonal))
        .and("directions, orthogonal", net.directions(orthogonal))
        .and("directions, Gaussian", net.directions(Init.lecunNormal().gain(1.05)));
  }

  private static Claim mirrored() {
    return Claim.of(
            "U16",
            "Mirrored (looks-linear) weights let deep ReLU nets be trained without skip "
                + "connections, because inputs stay apart",
            Source.BALDUZZI)
        .tried(
            "ReLU: cosine of perpendicular inputs, 64 wide, 50 layers, 30 seeds; trained on XOR "
                + "quadrants, 60 layers, 24 wide, 60 steps, best of two rates, 4 seeds")
        .measured(ChaosClaims::mirrors)
        .holds(
            "within these steps; from He's rule the same nets hardly begin",
            seen ->
                Math.abs(seen.at("cosine at layer 50, mirrored")) < 1e-9
                    && seen.at("He") > 0.9
                    && seen.at("loss after training, mirrored") < 0.35
                    && seen.at("loss, He") > 0.5)
        .fails(
            "He's rule does as well",
            seen -> seen.at("loss, He") < seen.at("loss after training, mirrored"));
  }

  private static Evidence mirrors() {
    Plan plan =
        Plan.of(Signal.vector(32), Dense.of(64, RELU))
            .then(48, Dense.of(64, RELU))
            .then(1, Dense.of(32, LINEAR))
            .withoutBiases();
    Pairs pairs =
        Pairs.of(64, 50)
            .from(0)
            .and("He", MeanField.of(RELU).weights(2))
            .and(plan, Start.drawn(Init.looksLinear()));
    Interval mirrored = pairs.cosine("looks-linear", 50);
    return ChaosTraining.mirrors(
        Evidence.of("cosine at layer 50, mirrored", mirrored).and("He", pairs.cosine("He", 50)));
  }
}
