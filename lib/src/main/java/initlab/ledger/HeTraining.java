package initlab.ledger;

import static initlab.init.Activation.RELU;

import initlab.init.Init;
import initlab.math.Interval;
import initlab.nn.layer.Mlp;
import initlab.study.race.Race;
import initlab.train.Histories;
import initlab.train.History;
import initlab.train.Training;
import initlab.train.data.Data;
import java.util.Arrays;
import java.util.stream.IntStream;

/** What Xavier's and He's rules make of the training of deep ReLU nets. */
final class HeTraining {
  private static final int STEPS = 200;

  /** Below this a net has left log 2, the loss of a net that says the same of every point. */
  private static final double LEFT = 0.6;

  private HeTraining() {}

  static Claim claim() {
    return Claim.of(
            "T09",
            "22 layers train from Xavier and from He; 30 layers train from He alone",
            Source.HE)
        .tried(
            "in small: ReLU, 32 wide, two spirals of 40 points, SGD with momentum 0.9, rate 0.01, "
                + "200 steps without early stop, 8 seeds")
        .measured(HeTraining::evidence)
        .restated(
            "as a question of steps: at 22 layers Xavier takes ten times He's steps and more to "
                + "leave log 2 = 0.693; at 30 hardly a seed leaves it within 200",
            seen ->
                seen.at("30 layers: Xavier (\u221E: not within 200)") > STEPS
                    && seen.at("30 layers: He") < STEPS / 4.0
                    && seen.at("22 layers: Xavier")
                        > 3 * seen.at("22 layers, first step below 0.6: He")
                    && seen.at("22 layers: He's loss at the end") < 0.1)
        .fails(
            "30 layers train from Xavier too",
            seen -> seen.at("30 layers: Xavier (\u221E: not within 200)") < STEPS / 4.0);
  }

  private static Evidence evidence() {
    var at22 = race(22);
    var at30 = race(30);
    return Evidence.of("22 layers, first step below 0.6: He", first(at22.best("He")))
        .and("22 layers: Xavier", first(at22.best("Xavier")))
        .and("30 layers: He", first(at30.best("He")))
        .and("30 layers: Xavier (\u221E: not within 200)", first(at30.best("Xavier")))
        .and("22 layers: He's loss at the end", at22.interval("He", "loss"))
        .and("30 layers: Xavier's loss at the end", at30.interval("Xavier", "loss"));
  }

  /** The first step with a loss below 0.6 over the seeds; infinite where there was none. */
  private static Interval first(Histories runs) {
    return Interval.of(runs.runs().stream().mapToDouble(HeTraining::first).toArray());
  }

  private static double first(History run) {
    double[] loss = run.loss();
    return IntStream.range(0, loss.length)
        .filter(step -> loss[step] < LEFT)
        .mapToDouble(step -> step)
        .findFirst()
        .orElse(Double.POSITIVE_INFINITY);
  }

  private static Race.Result race(int layers) {
    int[] widths = new int[layers + 1];
    Arrays.fill(widths, 32);
    widths[0] = 2;
    widths[layers] = 2;
    return Race.of(
            seed ->
                Training.of(Mlp.of(RELU, widths), Data.spirals(2, 40, 1, 0.02, seed))
                    .sgd(0.01, 0.9)
                    .steps(STEPS)
                    .every(STEPS))
        .seeds(8)
        .compare(Init.xavierNormal(), Init.heNormal())
        .run();
  }
}
