package initlab.ledger;

import static initlab.init.Activation.RELU;

import initlab.init.Init;
import initlab.math.Interval;
import initlab.nn.Network;
import initlab.nn.Plan;
import initlab.nn.Rules;
import initlab.nn.Start;
import initlab.nn.layer.Mlp;
import initlab.study.experiment.NewHead;
import initlab.study.race.Race;
import initlab.train.Training;
import initlab.train.data.Data;
import java.util.Arrays;
import java.util.List;

/** What texts say of the last layer and of the first steps: lesson 11. */
final class HeadClaims {
  private static final double RARE = 0.01;
  private static final int LOOK = 10;
  private static final String ZERO = "bias 0";
  private static final String PRIOR = "prior";
  private static final String END = ": accuracy at the end";
  private static final List<String> SAID = List.of("zeros", "PyTorch's default", "std 1");

  /** A rare class, from a bias of 0 and from the prior. */
  private static final Once<Race.Result> RACE = Once.of(HeadClaims::rareClass);

  private HeadClaims() {}

  static Claim tenSteps() {
    return Claim.of(
            "C31", "Healthy: the loss falls steadily over the first 10 steps", Source.SCALED)
        .tried(
            "one class in a hundred, ReLU, 8 -> 16 -> 1, SGD with momentum 0.9, rate 0.1, batches "
                + "of 100, 150 steps, 10 seeds; held-out loss")
        .measured(HeadClaims::firstTen)
        .restated(
            "a fall tells little: from bias 0 ten steps learn how rare the class is, no more; "
                + "from the prior that is known, the loss hardly falls, and ends no higher",
            seen ->
                seen.at("bias 0: loss at step 0 over step 10") > 4
                    && seen.at("prior: loss at step 0 over step 10") < 1.5
                    && seen.at("at the end: prior over bias 0") < 1.1)
        .holds(
            seen ->
                seen.at("prior: loss at step 0 over step 10") > 2
                    || seen.at("at the end: prior over bias 0") > 1.5);
  }

  private static Evidence firstTen() {
    return Evidence.of("bias 0: loss at step 0 over step 10", at(ZERO, 0) / at(ZERO, 1))
        .and("prior: loss at step 0 over step 10", at(PRIOR, 0) / at(PRIOR, 1))
        .and("at the end: prior over bias 0", end(PRIOR).median() / end(ZERO).median());
  }

  /** The median held-out loss at a look: one every ten steps. */
  private static double at(String start, int look) {
    return RACE.get().best(start).band("held-out loss").at(look).median();
  }

  private static Interval end(String start) {
    return RACE.get().interval(start, "held-out loss");
  }

  static Claim prior() {
    return Claim.of("U10", "An output bias set to the prior speeds up training", Source.RETINANET)
        .tried(
            "one class in a hundred, ReLU, 8 -> 16 -> 1, SGD with momentum 0.9, rate 0.1, batches "
                + "of 100, 150 steps, 10 seeds; held-out loss")
        .measured(
            () ->
                Evidence.of("step 0: bias 0 over prior", at(ZERO, 0) / at(PRIOR, 0))
                    .and("at the end, bias 0", end(ZERO))
                    .and("at the end, prior", end(PRIOR)))
        .restated(
            "it saves the first steps, in which a bias of 0 learns how rare the class is; at the "
                + "end the ranges over seeds overlap, and the prior's median is no higher",
            seen ->
                seen.at("step 0: bias 0 over prior") > 5
                    && seen.high("at the end, prior") > seen.low("at the end, bias 0")
                    && seen.at("at the end, prior") < 1.1 * seen.at("at the end, bias 0"))
        .holds(
            "at the end too",
            seen -> seen.high("at the end, prior") < seen.low("at the end, bias 0"))
        .fails("it saves nothing", seen -> seen.at("step 0: bias 0 over prior") < 1.5);
  }

  private static Race.Result rareClass() {
    Plan plan = Mlp.of(RELU, 8, 16, 1);
    Rules zero = Rules.of(Init.heNormal()).on("2.W", Init.normal(0.01));
    return Race.of(
            seed ->
                Training.of(plan, Data.rare(3000, 8, RARE, seed))
                    .sgd(0.1, 0.9)
                    .batch(100)
                    .steps(150)
                    .every(LOOK)
                    .holdOut(1500))
        .and(zero.named(ZERO), zero.on("2.b", Init.prior(RARE)).named(PRIOR))
        .run();
  }

  static Claim newHead() {
    return Claim.of(
            "C41",
            "A new head on a pretrained body should start small: N(0, 0.02^2), bias 0",
            Source.SCALED)
        .tried(
            "a net of three layers trained on three arms of a spiral; a new head for two arms, "
                + "all layers trained on 60 points, Adam, the better of 0.003 and 0.01, 60 steps, "
                + "10 seeds; held-out points")
        .measured(HeadClaims::transfer)
        .restated(
            "a small head starts near ln 2, zeros exactly there, PyTorch's default above it "
                + "and N(0, 1) far above; after 60 steps all four are right about equally often",
            seen ->
                seen.at("std 0.02: loss at step 0") < 0.9
                    && Is.near(seen.at("zeros"), Math.log(2))
                    && seen.at("PyTorch's default") > seen.at("zeros")
                    && seen.at("std 1") > 2
                    && SAID.stream().allMatch(head -> endsWithTheSmallOne(seen, head)))
        .holds(
            seen ->
                seen.high("std 1: accuracy at the end")
                    < seen.low("std 0.02: accuracy at the end"));
  }

  private static boolean endsWithTheSmallOne(Evidence seen, String head) {
    return Math.abs(seen.at(head + END) - seen.at("std 0.02" + END)) < 0.05;
  }

  private static Evidence transfer() {
    Network body =
        Training.of(Mlp.of(RELU, 2, 32, 32, 3), Data.spirals(3, 300, 1, 0.05, 1))
            .adam(0.01)
            .steps(300)
            .from(Init.heNormal(), 1)
            .net();
    var race =
        Race.of(
                seed ->
                    Training.of(Mlp.of(RELU, 2, 32, 32, 2), Data.spirals(2, 260, 1, 0.05, seed))
                        .adam(0.01)
                        .steps(60)
                        .every(60)
                        .holdOut(200))
            .rates(0.003, 0.01)
            .and(
                head(body, Rules.of(Init.normal(0.02)).named("std 0.02")),
                head(body, Rules.of(Init.zeros()).named("zeros")),
                head(body, Rules.torch()),
                head(body, Rules.of(Init.normal(1)).named("std 1")))
            .run();
    return Evidence.of("std 0.02: loss at step 0", first(race, "std 0.02"))
        .and("zeros", first(race, "zeros"))
        .and("PyTorch's default", first(race, Rules.torch().name()))
        .and("std 1", first(race, "std 1"))
        .and("std 0.02" + END, race.interval("std 0.02", "held-out accuracy"))
        .and("zeros" + END, race.interval("zeros", "held-out accuracy"))
        .and("PyTorch's default" + END, race.interval(Rules.torch().name(), "held-out accuracy"))
        .and("std 1" + END, race.interval("std 1", "held-out accuracy"));
  }

  private static Start head(Network body, Rules rules) {
    return NewHead.on(body, rules);
  }

  private static Interval first(Race.Result race, String start) {
    return Interval.of(
        race.best(start).profiles("held-out loss").stream()
            .flatMapToDouble(run -> Arrays.stream(run).limit(1))
            .toArray());
  }
}
