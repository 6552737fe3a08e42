package initlab.ledger;

import initlab.init.Init;
import initlab.nn.Plan;
import initlab.nn.Role;
import initlab.nn.Rules;
import initlab.nn.Signal;
import initlab.nn.layer.Lstm;
import initlab.nn.layer.Presets;
import initlab.study.experiment.BiasListing;
import initlab.study.experiment.Forgetting;

/** What texts say of gates: lesson 09. */
final class GateClaims {
  private static final int STEPS = 200;
  private static final int HIDDEN = 64;

  private GateClaims() {}

  static Claim recipe() {
    return Claim.of(
            "C21",
            "An LSTM starts with Xavier input weights, orthogonal recurrent weights, zero biases, "
                + "and a forget bias of 1",
            Source.REFERENCE)
        .tried("32 cells, 32 inputs of N(0, 1) at each of 200 steps, 10 nets; no training here")
        .measured(GateClaims::kept)
        .restated(
            "better than bias 0, and for some ten steps: a memory of hundreds needs forget biases "
                + "of its size, such as chrono's ln U(1, T - 1)",
            seen ->
                seen.at("kept after 10 steps: bias 1") > 10 * seen.at("bias 0")
                    && seen.at("after 200: bias 1") < 1e-20
                    && seen.at("chrono") > 1e-3)
        .holds(seen -> seen.at("after 200: bias 1") > 1e-3);
  }

  private static Evidence kept() {
    Rules zero =
        Rules.of(Init.xavierUniform()).on(Role.RECURRENT, Init.orthogonal()).named("bias 0");
    Forgetting seen =
        Forgetting.of(Plan.of(Signal.tokens(STEPS, 32), Lstm.of(32)))
            .and(zero, Presets.lstm(), Presets.chrono(STEPS));
    String one = Presets.lstm().name();
    return Evidence.of("kept after 10 steps: bias 1", seen.kept(one, 10))
        .and("bias 0", seen.kept(zero.name(), 10))
        .and("after 200: bias 1", seen.kept(one, STEPS))
        .and("chrono", seen.kept(Presets.chrono(STEPS).name(), STEPS));
  }

  static Claim listing() {
    return Claim.of(
            "C71",
            "Filling the second quarter of every bias with 1 sets the forget bias to 1; the same "
                + "listing serves LSTM and GRU",
            Source.REFERENCE)
        .tried("the slice as printed, on vectors laid out as PyTorch lays them out, 64 units")
        .measured(GateClaims::slices)
        .fails(
            "PyTorch adds two bias vectors, so that an LSTM's forget gates begin at 2; a GRU has "
                + "three gates, and the quarter covers the last of its reset gates and the first "
                + "half of its update gates",
            seen ->
                seen.at("LSTM, forget gate: sum of biases") == 2
                    && seen.at("GRU, mean over reset gates") > 0)
        .holds(seen -> seen.at("LSTM, forget gate: sum of biases") == 1);
  }

  private static Evidence slices() {
    BiasListing gru = BiasListing.gru(HIDDEN);
    return Evidence.of("LSTM, forget gate: sum of biases", BiasListing.lstm(HIDDEN).mean("f"))
        .and("GRU, mean over reset gates", gru.mean("r"))
        .and("over update gates", gru.mean("z"));
  }
}
