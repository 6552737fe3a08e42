package initlab.ledger;

import static initlab.init.Activation.RELU;

import initlab.init.Init;
import initlab.init.Initializer;
import initlab.init.WeightShape;
import initlab.math.Moments;
import initlab.math.RandomStreams;
import initlab.nn.Rules;
import initlab.nn.layer.Mlp;
import initlab.study.Results;
import initlab.study.Study;
import initlab.study.probe.Measure;
import initlab.study.race.Race;
import initlab.train.Training;
import initlab.train.data.Data;
import java.util.List;

/** What texts say of the defaults of PyTorch, Keras and Flax: lesson 03. */
final class FrameworkClaims {
  private static final Once<Results> THIRTY =
      Once.of(
          () ->
              Study.of(Mlp.deep(RELU, 64, 30).withBiases())
                  .seeds(20)
                  .batch(16)
                  .and(Rules.torch().named("PyTorch"))
                  .and(Rules.keras().named("Keras"))
                  .measure(Measure.BATCH_VARIANCE));

  private FrameworkClaims() {}

  static List<Claim> all() {
    return List.of(defaults(), preserving());
  }

  private static Claim defaults() {
    return Claim.of(
            "C33",
            "PyTorch's Linear and Keras' Dense start uniform, and work well for most networks",
            Source.SCALED)
        .tried(
            "ReLU with the frameworks' biases: three layers of 32 trained on two spirals of 80 "
                + "points, SGD 0.1 with momentum 0.9, 150 steps, 5 seeds, training accuracy; "
                + "thirty plain layers of 64 at the start; no residual nets, which the text names")
        .measured(FrameworkClaims::shallowAndDeep)
        .restated(
            "in shallow nets; after thirty plain ReLU layers all inputs look the same: the "
                + "variance over the batch is gone, though PyTorch's biases hold E a^2 near 3e-3",
            seen ->
                seen.at("three layers, accuracy: PyTorch") > 0.9
                    && seen.at("Keras") > 0.9
                    && seen.high("thirty layers, variance over the batch: PyTorch") < 1e-15
                    && seen.low("thirty layers, E a^2: PyTorch") > 1e-3
                    && seen.high("thirty layers, variance over the batch: Keras") < 1e-6)
        .holds(seen -> seen.low("thirty layers, variance over the batch: PyTorch") > 1e-2);
  }

  private static Evidence shallowAndDeep() {
    var shallow =
        Race.of(
                seed ->
                    Training.of(Mlp.of(RELU, 2, 32, 32, 2), Data.spirals(2, 80, 1, 0.02, seed))
                        .sgd(0.1, 0.9)
                        .steps(150)
                        .every(150))
            .seeds(5)
            .and(Rules.torch().named("PyTorch"))
            .and(Rules.keras().named("Keras"))
            .run();
    var deep = THIRTY.get();
    return Evidence.of("three layers, accuracy: PyTorch", shallow.interval("PyTorch", "accuracy"))
        .and("Keras", shallow.interval("Keras", "accuracy"))
        .and(
            "thirty layers, variance over the batch: PyTorch",
            deep.interval("PyTorch", Measure.BATCH_VARIANCE))
        .and(
            "thirty layers, variance over the batch: Keras",
            deep.interval("Keras", Measure.BATCH_VARIANCE))
        .and("thirty layers, E a^2: PyTorch", deep.interval("PyTorch"));
  }

  private static Claim preserving() {
    return Claim.of(
            "C77", "Every framework hard-codes a variance-preserving default", Source.RULE_PILE)
        .tried("one draw of 300 x 300 each; thirty ReLU layers of 64 with biases, 20 seeds")
        .measured(
            () ->
                Evidence.of("fan_in Var(W): PyTorch's Linear", kept(Init.torchLinear()))
                    .and("Keras' Dense", kept(Init.kerasDense()))
                    .and("Flax' Dense", kept(Init.flaxDense()))
                    .and(
                        "thirty ReLU layers, variance over the batch: Keras",
                        THIRTY.get().interval("Keras", Measure.BATCH_VARIANCE)))
        .fails(
            "Keras' and Flax' keep the variance of square linear layers and halve it under ReLU; "
                + "PyTorch's weights keep a third, a sixth under ReLU",
            seen ->
                Is.near(seen.at("fan_in Var(W): PyTorch's Linear"), 1 / 3.0)
                    && Is.near(seen.at("Keras' Dense"), 1)
                    && Is.near(seen.at("Flax' Dense"), 1))
        .holds(
            seen ->
                Is.near(seen.at("fan_in Var(W): PyTorch's Linear"), 1)
                    && Is.near(seen.at("Keras' Dense"), 1)
                    && Is.near(seen.at("Flax' Dense"), 1));
  }

  private static double kept(Initializer rule) {
    var shape = WeightShape.dense(300, 300);
    return 300 * Moments.of(rule.draw(shape, RandomStreams.layer(1, 0))).variance();
  }
}
