package initlab.ledger;

import static initlab.init.Activation.RELU;
import static initlab.init.Activation.SIGMOID;
import static initlab.init.Activation.TANH;

import initlab.init.Activation;
import initlab.init.Init;
import initlab.math.Moments;
import initlab.nn.Plan;
import initlab.nn.Rules;
import initlab.nn.layer.Mlp;
import initlab.study.probe.TiedNeurons;
import initlab.study.race.Race;
import initlab.train.Training;
import initlab.train.Watch;
import initlab.train.data.Data;
import initlab.train.data.Dataset;
import java.util.List;
import org.ejml.data.DMatrixRMaj;

/** What texts say of starts at zero and of other constants: lesson 01. */
final class ZeroClaims {
  private static final int SEEDS = 10;
  private static final String TASK =
      ", four quadrants of 100 points, Adam 0.05, 150 steps, 10 seeds; training accuracy";

  private static final Once<Race.Result> TANHS =
      Once.of(
          () ->
              task(TANH)
                  .compare(Init.zeros(), Init.constant(0.5), Init.xavierNormal())
                  .and(Rules.layerwise("last zero", Init.xavierNormal(), Init.zeros()))
                  .run());

  private static final Once<Race.Result> SIGMOIDS =
      Once.of(() -> task(SIGMOID).compare(Init.zeros()).run());

  private ZeroClaims() {}

  /** All claims of lesson 01. */
  static List<Claim> all() {
    return List.of(zeros(), byHand(), constant(), slip(), zeroLayer());
  }

  private static Race task(Activation f) {
    Plan sixteen = Mlp.of(f, 2, 16, 1).onPlainJava();
    return Race.of(
            seed ->
                Training.of(sixteen, Data.xor(100, seed))
                    .adam(0.05)
                    .steps(150)
                    .every(50)
                    .watch("different neurons", net -> TiedNeurons.different(net, 1))
                    .watch(Watch.rank(1)))
        .seeds(SEEDS);
  }

  private static Claim zeros() {
    return Claim.of(
            "C09",
            "All-zero weights: all neurons compute the same, all gradients are equal, and the net "
                + "never learns",
            Source.REFERENCE,
            Source.SERIES,
            Source.RULE_PILE)
        .tried("16 tanh and 16 sigmoid neurons" + TASK)
        .measured(
            () ->
                Evidence.of(
                        "different neurons of 16, tanh",
                        TANHS.get().largest("zeros", "different neurons"))
                    .and("sigmoid", SIGMOIDS.get().largest("zeros", "different neurons"))
                    .and("accuracy, tanh", TANHS.get().interval("zeros", "accuracy"))
                    .and("accuracy, sigmoid", SIGMOIDS.get().interval("zeros", "accuracy")))
        .restated(
            "the neurons are tied for ever; what the net still learns is what one neuron can, or, "
                + "where f(0) = 0, the best constant",
            seen ->
                seen.at("different neurons of 16, tanh") == 1
                    && seen.at("sigmoid") == 1
                    && seen.at("accuracy, sigmoid") > seen.at("accuracy, tanh") + 0.02)
        .holds(
            seen ->
                seen.at("different neurons of 16, tanh") == 1
                    && seen.at("sigmoid") == 1
                    && seen.at("accuracy, sigmoid") < 0.6);
  }

  private static Claim byHand() {
    return Claim.of(
            "C56",
            "A 2-2-1 ReLU net from zeros, (1,1) to 1 and (2,3) to 1, 1000 steps: no weight moves "
                + "and the loss stays at 1",
            Source.RULE_PILE)
        .tried("that net, SGD 0.1, with and without biases")
        .measured(ZeroClaims::byHandRun)
        .restated(
            "without biases; with them the output's own bias learns the one constant that fits",
            seen ->
                seen.at("loss without biases") == 1
                    && seen.at("E w^2 of the first layer with biases") == 0
                    && seen.at("loss with biases") < 1e-6)
        .holds(seen -> seen.at("loss without biases") == 1 && seen.at("loss with biases") > 0.99);
  }

  private static Evidence byHandRun() {
    Plan net = Mlp.of(RELU, 2, 2, 1).onPlainJava();
    var points =
        Dataset.of(
            new DMatrixRMaj(new double[][] {{1, 1}, {2, 3}}), new DMatrixRMaj(new double[] {1, 1}));
    var with = Training.of(net, points).sgd(0.1).steps(1000).from(Init.zeros(), 1);
    var without =
        Training.of(net.withoutBiases(), points).sgd(0.1).steps(1000).from(Init.zeros(), 1);
    double moved = Moments.of(with.net().layer(1).weights()).secondMoment();
    return Evidence.of("loss without biases", without.finalLoss())
        .and("loss with biases", with.finalLoss())
        .and("E w^2 of the first layer with biases", moved);
  }

  private static Claim constant() {
    return Claim.of(
            "C47",
            "Any constant start ties the neurons: one neuron per layer, for ever",
            Source.SERIES,
            Source.RULE_PILE)
        .tried("constant 0.5, 16 tanh neurons" + TASK)
        .measured(
            () ->
                Evidence.of(
                        "most different neurons of 16, any seed and look",
                        TANHS.get().largest("constant 0.5", "different neurons"))
                    .and("largest rank of W1", TANHS.get().largest("constant 0.5", "rank of W1"))
                    .and("accuracy", TANHS.get().interval("constant 0.5", "accuracy")))
        .holds(
            "it learns what one neuron can",
            seen ->
                seen.at("most different neurons of 16, any seed and look") == 1
                    && seen.at("largest rank of W1") == 1)
        .fails("they part", seen -> seen.at("largest rank of W1") > 1);
  }

  private static Claim slip() {
    return Claim.of("C70", "Zero init breaks symmetry", Source.REFERENCE)
        .tried("16 tanh neurons" + TASK)
        .measured(
            () ->
                Evidence.of(
                        "different neurons of 16, from zeros",
                        TANHS.get().median("zeros", "different neurons"))
                    .and("from Xavier", TANHS.get().median("Xavier", "different neurons")))
        .fails(
            "zeros keep the symmetry, random numbers break it (a slip: the same page explains it "
                + "rightly at its top)",
            seen ->
                seen.at("different neurons of 16, from zeros") == 1 && seen.at("from Xavier") == 16)
        .holds(seen -> seen.at("different neurons of 16, from zeros") > 1);
  }

  private static Claim zeroLayer() {
    return Claim.of("U07", "A layer that starts at zero cannot learn", Source.CONTROLNET)
        .tried("16 tanh neurons, the last layer zero, or both" + TASK)
        .measured(
            () ->
                Evidence.of(
                        "accuracy, last layer zero", TANHS.get().interval("last zero", "accuracy"))
                    .and("Xavier", TANHS.get().interval("Xavier", "accuracy"))
                    .and("both layers zero", TANHS.get().interval("zeros", "accuracy")))
        .fails(
            "a zero layer learns if what it multiplies is not zero: its gradient is that times the "
                + "error; two zero layers in a row do not",
            seen ->
                seen.low("accuracy, last layer zero") > 0.85 && seen.at("both layers zero") < 0.65)
        .holds(seen -> seen.at("accuracy, last layer zero") < 0.6);
  }
}
