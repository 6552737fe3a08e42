package initlab.ledger;

import static initlab.init.Activation.RELU;

import initlab.init.Init;
import initlab.init.Initializer;
import initlab.math.Moments;
import initlab.nn.Network;
import initlab.nn.Plan;
import initlab.nn.Role;
import initlab.nn.Rules;
import initlab.nn.Signal;
import initlab.nn.layer.Embedding;
import initlab.nn.layer.LayerNorm;
import initlab.nn.layer.Mlp;
import initlab.nn.layer.Unembedding;
import initlab.study.Study;
import initlab.study.experiment.StartLoss;
import initlab.study.probe.Measure;
import initlab.study.race.Race;
import initlab.train.Training;
import initlab.train.data.Data;
import initlab.train.data.Dataset;
import initlab.train.data.Text;
import java.util.List;

/** What texts say of the first layer: lesson 11. */
final class EndsClaims {
  private static final int WORDS = 200;
  private static final int WIDTH = 64;

  private static final Once<Dataset> TEXTS = Once.of(() -> Text.madeUp(WORDS).draw(20, 8, 1));

  private EndsClaims() {}

  /** All claims of lesson 11. */
  static List<Claim> all() {
    return List.of(
        embeddings(),
        tied(),
        layerZero(),
        HeadClaims.tenSteps(),
        HeadClaims.newHead(),
        HeadClaims.prior());
  }

  private static Claim embeddings() {
    return Claim.of(
            "C22",
            "Embeddings begin as N(0, 0.02^2) or as U(-0.1, 0.1)",
            Source.REFERENCE,
            Source.SCALED)
        .tried("200 words, width 64, a norm before the head, 30 nets, before step one")
        .measured(EndsClaims::tables)
        .restated(
            "U(-0.1, 0.1) is 2.9 times as large; a tied head starts near ln V from both, and far "
                + "above from N(0, 1). With a head of its own N(0, 1) starts near ln V too",
            seen ->
                Is.within(seen.at("std of U(-0.1, 0.1) over 0.02"), 2.8, 3)
                    && Math.abs(seen.at("tied, U(-0.1, 0.1): loss above ln V")) < 1
                    && Math.abs(seen.at("tied, N(0, 0.02^2)")) < 1
                    && seen.low("tied, N(0, 1)") > 10
                    && seen.high("untied, N(0, 1)") < 1.5)
        .holds(
            seen ->
                Is.near(seen.at("std of U(-0.1, 0.1) over 0.02"), 1)
                    && seen.low("untied, N(0, 1)") > 3);
  }

  private static Evidence tables() {
    Rules uniform = Rules.of(Init.uniform(0.1)).named("uniform");
    Rules normal = Rules.of(Init.normal(1)).named("normal");
    Rules small = Rules.of(Init.normal(0.02)).named("small");
    var tied = StartLoss.of(plan("words"), texts()).and(uniform, small, normal);
    Rules own = Rules.of(Init.lecunNormal()).on(Role.EMBEDDING, Init.normal(1)).named("own");
    var untied = StartLoss.of(plan(""), texts()).and(own);
    return Evidence.of("std of U(-0.1, 0.1) over 0.02", std(drawn(Init.uniform(0.1))) / 0.02)
        .and("tied, U(-0.1, 0.1): loss above ln V", tied.median("uniform") - tied.ofZero())
        .and("tied, N(0, 0.02^2)", tied.median("small") - tied.ofZero())
        .and("tied, N(0, 1)", tied.median("normal") - tied.ofZero())
        .and("untied, N(0, 1)", untied.median("own") - untied.ofZero());
  }

  private static Dataset texts() {
    return TEXTS.get();
  }

  private static Plan plan(String tie) {
    return Plan.of(
        Signal.tokens(8, 1),
        Embedding.of(WORDS, WIDTH).tied(tie),
        LayerNorm.of(),
        Unembedding.of(WORDS).tied(tie));
  }

  private static Network drawn(Initializer table) {
    return plan("words").init(table, 1);
  }

  /** Of the first table. */
  private static double std(Network net) {
    return Moments.of(net.parameters().get(0).value()).std();
  }

  private static Claim tied() {
    return Claim.of(
            "C27",
            "Of tied embeddings, to initialize one is to initialize the other, and to do both is "
                + "a bug",
            Source.SCALED)
        .tried(
            "200 words, width 64, a norm before the head, one net; N(0, 1), then U(+-1/8) over it")
        .measured(EndsClaims::drawnTwice)
        .restated(
            "there is one table, and the last draw stays. That it is drawn twice costs nothing; "
                + "whose scale stays decides: U(+-1/8) starts near ln V, N(0, 1) far above",
            seen ->
                seen.at("tables of the tied net") == 1
                    && Is.within(seen.at("std after both"), 0.06, 0.085)
                    && seen.at("loss after both, above ln V") < 1
                    && seen.at("loss after N(0, 1) alone, above ln V") > 10)
        .holds(
            seen ->
                seen.at("tables of the tied net") == 1
                    && seen.at("loss after both, above ln V") > 10)
        .fails("the head has a table of its own", seen -> seen.at("tables of the tied net") == 2);
  }

  private static Evidence drawnTwice() {
    Network net = drawn(Init.normal(1));
    double alone = texts().loss(net);
    Rules.of(Init.uniform(1.0 / 8)).draw(net, 2);
    double chance = texts().lossOfZero();
    double tables = net.parametersOf("*.table").size();
    return Evidence.of("tables of the tied net", tables)
        .and("std after both", std(net))
        .and("loss after both, above ln V", texts().loss(net) - chance)
        .and("loss after N(0, 1) alone, above ln V", alone - chance);
  }

  private static Claim layerZero() {
    return Claim.of(
            "C29", "Healthy: the pre-activations of layer 0 are about N(0, 1)", Source.SCALED)
        .tried("ReLU, 128 wide, inputs N(0, 1), 30 seeds; four quadrants, Adam, 100 steps, 5 seeds")
        .measured(EndsClaims::firstLayer)
        .restated(
            "that is Xavier's layer. He's has an RMS of 1.4, PyTorch's default 0.58, and both "
                + "train",
            seen ->
                Is.within(seen.at("He: RMS of z"), 1.3, 1.55)
                    && Is.within(seen.at("PyTorch's default"), 0.5, 0.7)
                    && Math.min(
                            seen.at("He: accuracy at the end"),
                            seen.at("PyTorch: accuracy at the end"))
                        > 0.9)
        .holds(
            seen ->
                Is.near(seen.at("He: RMS of z"), 1) && Is.near(seen.at("PyTorch's default"), 1));
  }

  private static Evidence firstLayer() {
    var first =
        Study.of(Mlp.deep(RELU, 128, 2))
            .compare(Init.heNormal(), Init.xavierNormal())
            .and(Rules.torch())
            .measure()
            .at(1);
    var race =
        Race.of(
                seed ->
                    Training.of(Mlp.of(RELU, 2, 32, 32, 1), Data.xor(200, seed))
                        .adam(0.01)
                        .steps(100)
                        .every(100))
            .seeds(5)
            .compare(Init.heNormal())
            .and(Rules.torch())
            .run();
    String torch = Rules.torch().name();
    return Evidence.of("He: RMS of z", first.interval("He", Measure.PRE_ACTIVATION).root())
        .and("Xavier", first.interval("Xavier", Measure.PRE_ACTIVATION).root())
        .and("PyTorch's default", first.interval(torch, Measure.PRE_ACTIVATION).root())
        .and("He: accuracy at the end", race.interval("He", "accuracy"))
        .and("PyTorch: accuracy at the end", race.interval(torch, "accuracy"));
  }
}
