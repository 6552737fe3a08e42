package initlab.ledger;

import static initlab.init.Activation.GELU;
import static initlab.init.Activation.LINEAR;
import static initlab.init.Activation.RELU;

import initlab.init.Init;
import initlab.init.Initializer;
import initlab.nn.Plan;
import initlab.nn.Role;
import initlab.nn.Rules;
import initlab.nn.Signal;
import initlab.nn.layer.Attention;
import initlab.nn.layer.Dense;
import initlab.nn.layer.Embedding;
import initlab.nn.layer.FeedForward;
import initlab.nn.layer.LayerNorm;
import initlab.nn.layer.Positions;
import initlab.nn.layer.Residual;
import initlab.nn.layer.TransformerBlock;
import initlab.study.race.Race;
import initlab.train.Training;
import initlab.train.data.Data;
import initlab.train.data.Text;
import java.util.List;

/** What texts say of how residual nets and transformers train: lesson 10. */
final class BlockTraining {
  private static final int BLOCKS = 20;
  private static final String TRIED =
      "20 blocks x + W2 relu(W1 x), 16 wide, without norms; two spirals of 30 points, SGD, the "
          + "better of the rates 0.001 and 0.01, 40 steps, 5 seeds";
  private static final String BOTH =
      TRIED.replace("without norms", "without norms and with a LayerNorm first in each branch");
  private static final String ZERO = "He, last of each branch 0";
  private static final String NORM_HE = "norm first, He";
  private static final String NORM_XAVIER = "norm first, Xavier";
  private static final String NORM_ZERO = "norm first, last of each branch 0";
  private static final Once<Evidence> RACE = Once.of(BlockTraining::race);
  private static final Once<Evidence> WITH_NORMS = Once.of(BlockTraining::raceWithNorms);

  private BlockTraining() {}

  static List<Claim> all() {
    return List.of(middle(), larger(), zero(), xavier(), heEverywhere(), large());
  }

  private static Evidence race() {
    Rules he = Rules.of(Init.heNormal());
    Initializer root = Init.heNormal().gain(Math.sqrt(2.0 / BLOCKS));
    var seen =
        raceOf(Residual.of(Dense.of(16, RELU), Dense.of(16, LINEAR)))
            .and(he.named("He"), Rules.of(Init.xavierNormal()).named("Xavier"))
            .and(Rules.of(Init.lecunNormal().gain(2)).named("larger"))
            .and(he.onEnds(Residual.class, Role.WEIGHT, Init.zeros()).named("zero"))
            .and(he.onEnds(Residual.class, Role.WEIGHT, root).named("root"))
            .run();
    return Evidence.of("loss at the end, He", seen.interval("He", "loss"))
        .and("He x sqrt(2)", seen.interval("larger", "loss"))
        .and("Xavier", seen.interval("Xavier", "loss"))
        .and(ZERO, seen.interval("zero", "loss"))
        .and("He, last of each branch / sqrt(20)", seen.interval("root", "loss"));
  }

  /** The same race without norms, and beside it three starts of the net with norms. */
  private static Evidence raceWithNorms() {
    Rules he = Rules.of(Init.heNormal());
    var seen =
        raceOf(Residual.of(LayerNorm.of(), Dense.of(16, RELU), Dense.of(16, LINEAR)))
            .and(he.named("He"), Rules.of(Init.xavierNormal()).named("Xavier"))
            .and(he.onEnds(Residual.class, Role.WEIGHT, Init.zeros()).named("zero"))
            .run();
    return RACE.get()
        .and(NORM_HE, seen.interval("He", "loss"))
        .and(NORM_XAVIER, seen.interval("Xavier", "loss"))
        .and(NORM_ZERO, seen.interval("zero", "loss"));
  }

  private static Race raceOf(Residual block) {
    Plan plan =
        Plan.of(Signal.vector(2), Dense.of(16, RELU))
            .then(BLOCKS, block)
            .then(1, Dense.of(2, LINEAR))
            .onPlainJava();
    return Race.of(
            seed -> Training.of(plan, Data.spirals(2, 60, 1, 0.02, seed)).steps(40).every(40))
        .rates(0.001, 0.01)
        .seeds(5);
  }

  /** Less than guessing, log 2. */
  private static boolean learns(Evidence seen, String start) {
    return seen.at(start) < 0.65;
  }

  private static boolean heFails(Evidence seen) {
    return seen.at("loss at the end, He") > 0.69;
  }

  private static Claim middle() {
    return Claim.of(
            "C28",
            "Residual connections make the start of layers in the middle matter less; the first "
                + "and the last still matter",
            Source.SCALED)
        .tried(BOTH)
        .measured(WITH_NORMS)
        .restated(
            "with a norm first in each branch the middle hardly matters; without norms its start "
                + "decides whether the net learns at all; first and last were the same in all",
            seen ->
                heFails(seen)
                    && learns(seen, ZERO)
                    && learns(seen, NORM_HE)
                    && learns(seen, NORM_XAVIER)
                    && learns(seen, NORM_ZERO))
        .fails(
            "the start of the branches decides whether the net learns at all",
            seen -> heFails(seen) && learns(seen, ZERO) && !learns(seen, NORM_HE))
        .holds(seen -> Is.within(seen.at("loss at the end, He") / seen.at(ZERO), 0.5, 2));
  }

  private static Claim larger() {
    return Claim.of(
            "C34",
            "Layers with skip connections gain from weights larger by sqrt(2)",
            Source.SCALED)
        .tried(TRIED)
        .measured(RACE)
        .fails(
            "they want smaller ones: each block already adds what its branch gives",
            seen ->
                seen.at("He x sqrt(2)") > 0.69
                    && learns(seen, "He, last of each branch / sqrt(20)"))
        .holds(
            seen ->
                learns(seen, "He x sqrt(2)")
                    && seen.at("He x sqrt(2)") < seen.at("loss at the end, He"));
  }

  private static Claim zero() {
    return Claim.of(
            "C53",
            "Residual branches that begin at zero train very deep nets more stably",
            Source.SERIES)
        .tried(TRIED)
        .measured(RACE)
        .holds(
            "more stably than He's rule alone; divided by sqrt(L) it is as stable, and was no "
                + "slower",
            seen -> heFails(seen) && learns(seen, ZERO))
        .fails("they do not learn", seen -> !learns(seen, ZERO));
  }

  private static Claim xavier() {
    return Claim.of(
            "C63",
            "Changing a deep ReLU residual net from He to Xavier breaks training from step 1",
            Source.RULE_PILE)
        .tried(BOTH)
        .measured(WITH_NORMS)
        .fails(
            "with a norm first in each branch both train; without norms it is the other way "
                + "round: He's branches double the stream in every block, and Xavier's train",
            seen ->
                heFails(seen)
                    && learns(seen, "Xavier")
                    && learns(seen, NORM_HE)
                    && learns(seen, NORM_XAVIER))
        .holds(seen -> learns(seen, NORM_HE) && !learns(seen, NORM_XAVIER));
  }

  private static Claim heEverywhere() {
    return Claim.of(
            "C80",
            "Deep residual nets train where VGG-19 needed normalization, because He's rule was "
                + "used end to end",
            Source.RULE_PILE)
        .tried(BOTH)
        .measured(WITH_NORMS)
        .fails(
            "He's rule end to end trains with a norm first in each branch, and residual nets had "
                + "norms; without them it does not, and a branch needs 1/sqrt(L) or a zero",
            seen ->
                heFails(seen)
                    && learns(seen, NORM_HE)
                    && learns(seen, "He, last of each branch / sqrt(20)"))
        .holds(seen -> learns(seen, "loss at the end, He"));
  }

  private static Claim large() {
    return Claim.of(
            "C79",
            "Without N(0, 0.02) large pretraining diverges within 100 steps",
            Source.RULE_PILE)
        .tried(
            "a small one: 4 pre-norm blocks, 16 wide, made-up text of 16 words, Adam with rate "
                + "0.01, 100 steps, 3 seeds; no large one was run")
        .measured(BlockTraining::pretraining)
        .restated(
            "at this size 1/sqrt(fan_in) trains as well, and nothing diverges; in a large net it "
                + "would begin with the calmer stream (see U06), which is all that is known here",
            seen ->
                seen.high("1/sqrt(fan_in)") < seen.at("frequencies alone")
                    && seen.high("0.02") < 1.05 * seen.at("frequencies alone"))
        .holds(seen -> seen.high("1/sqrt(fan_in)") > 4);
  }

  private static Evidence pretraining() {
    var block = TransformerBlock.preNorm(Attention.of(2).causal(), FeedForward.of(32, GELU));
    Plan plan =
        Plan.of(Signal.tokens(8, 1), Embedding.of(16, 16), Positions.learned())
            .then(4, block)
            .then(1, LayerNorm.of(), Dense.of(16, LINEAR));
    Text language = Text.madeUp(16).sharpness(2);
    var seen =
        Race.of(
                seed ->
                    Training.of(plan, language.draw(160, 8, seed))
                        .adam(0.01)
                        .batch(8)
                        .steps(100)
                        .every(100))
            .seeds(3)
            .and(Rules.of(Init.gpt2()), Rules.of(Init.lecunNormal()).named("1/sqrt(fan_in)"))
            .run();
    return Evidence.of("0.02", seen.interval(Init.gpt2().name(), "loss"))
        .and("1/sqrt(fan_in)", seen.interval("1/sqrt(fan_in)", "loss"))
        .and("frequencies alone", language.entropyOfWords());
  }
}
