package initlab.ledger;

import static initlab.init.Activation.RELU;
import static initlab.init.Activation.TANH;

import initlab.init.Activation;
import initlab.init.Init;
import initlab.math.Interval;
import initlab.nn.Role;
import initlab.nn.Rules;
import initlab.nn.layer.Mlp;
import initlab.study.race.Race;
import initlab.train.Training;
import initlab.train.data.Data;

/** How deep nets can be trained from starts on both sides of the edge of chaos. */
final class ChaosTraining {
  private ChaosTraining() {}

  /** Tanh nets before and after six depth scales. */
  static Evidence depths() {
    return Evidence.of("sigma_w 0.9: accuracy in training, 8 layers", ordered(8))
        .and("28 layers", ordered(28))
        .and("sigma_w 3: 16 layers", chaotic(16))
        .and("40 layers", chaotic(40));
  }

  private static Interval ordered(int depth) {
    return tanh(0.9, depth, 100, 0.01, 0.03);
  }

  /** Gradients explode on their way down, so that rates are lower and steps more. */
  private static Interval chaotic(int depth) {
    return tanh(3, depth, 200, 0.0003, 0.001);
  }

  private static Interval tanh(double sigmaW, int depth, int steps, double... rates) {
    Rules start =
        Rules.of(Init.lecunNormal().gain(sigmaW)).on(Role.BIAS, Init.normal(Math.sqrt(0.05)));
    return race(TANH, depth, steps, rates).and(start).run().interval(start.name(), "accuracy");
  }

  /** What is known of angles, and what the training of a deep ReLU net makes of it. */
  static Evidence mirrors(Evidence angles) {
    int depth = 60;
    Rules mirrored =
        Rules.of(Init.looksLinear())
            .on("1.W", Init.heNormal())
            .on(depth + 1 + ".W", Init.lecunNormal());
    var seen =
        race(RELU, depth, 60, 0.001, 0.003).seeds(4).and(mirrored).compare(Init.heNormal()).run();
    return angles
        .and("loss after training, mirrored", seen.interval("looks-linear", "loss"))
        .and("loss, He", seen.interval("He", "loss"));
  }

  private static Race race(Activation f, int depth, int steps, double... rates) {
    return Race.of(
            seed ->
                Training.of(Mlp.deep(f, 2, 24, depth, 1).onPlainJava(), Data.xor(128, seed))
                    .batch(16)
                    .sgd(0.01, 0.9)
                    .steps(steps)
                    .every(steps))
        .seeds(5)
        .rates(rates);
  }
}
