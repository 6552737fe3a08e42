package initlab.ledger;

import static initlab.init.Activation.RELU;
import static initlab.init.Activation.SILU;
import static initlab.init.Activation.TANH;

import initlab.init.Activation;
import initlab.init.Init;
import initlab.math.Interval;
import initlab.nn.layer.Mlp;
import initlab.nn.lsuv.Lsuv;
import initlab.nn.lsuv.LsuvTrace;
import initlab.study.Study;
import initlab.study.probe.Measure;
import initlab.train.data.Data;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;

/** What texts say of LSUV: lesson 06. */
final class LsuvClaims {
  private LsuvClaims() {}

  /** All claims of lesson 06. */
  static List<Claim> all() {
    return List.of(unitVariance(), oneIteration());
  }

  private static Claim unitVariance() {
    return Claim.of(
            "C52",
            "LSUV gives unit variance at every layer on real data, robustly for any activation",
            Source.SERIES)
        .tried(
            "made-up data, N(0, 1), not real data: ReLU, tanh and SiLU, 64 wide, 20 layers; its "
                + "own batch of 256, and fresh batches of 64")
        .measured(LsuvClaims::variances)
        .restated(
            "of pre-activations, on its own batch, within its tolerance of 0.1; on fresh batches "
                + "nearly. Asked of tanh's activations it cannot be had: they stay below 1",
            seen ->
                seen.at("own batch: largest |Var z - 1| of 60 layers") <= 0.1
                    && Is.within(seen.at("fresh batches, tanh: E z^2 of layer 20"), 0.7, 1.4)
                    && seen.at("after ten rescalings: Var a of tanh") < 0.95)
        .fails(
            "not even on its own batch",
            seen -> seen.at("own batch: largest |Var z - 1| of 60 layers") > 0.1);
  }

  private static Evidence variances() {
    DMatrixRMaj x = Data.normal(256, 64, 1);
    double off = Stream.of(RELU, TANH, SILU).mapToDouble(f -> off(f, x)).max().orElse(Double.NaN);
    Interval fresh =
        Study.of(Mlp.deep(TANH, 64, 20))
            .seeds(20)
            .and(Lsuv.on(x))
            .measure()
            .interval("LSUV", Measure.PRE_ACTIVATION);
    var after = Lsuv.on(x).afterActivation().goOn();
    LsuvTrace tanh = after.rescale(Mlp.deep(TANH, 64, 1).init(Init.orthogonal(), 1));
    return Evidence.of("own batch: largest |Var z - 1| of 60 layers", off)
        .and("fresh batches, tanh: E z^2 of layer 20", fresh)
        .and("after ten rescalings: Var a of tanh", last(tanh, 1));
  }

  /** How far from 1 the variance of z is in the worst of 20 layers. */
  private static double off(Activation f, DMatrixRMaj x) {
    LsuvTrace trace = Lsuv.on(x).rescale(Mlp.deep(f, 64, 20).init(Init.orthogonal(), 1));
    return IntStream.rangeClosed(1, 20)
        .mapToDouble(layer -> Math.abs(last(trace, layer) - 1))
        .max()
        .orElse(Double.NaN);
  }

  private static double last(LsuvTrace trace, int layer) {
    List<LsuvTrace.Attempt> looks = trace.layer(layer);
    return looks.get(looks.size() - 1).variance();
  }

  private static Claim oneIteration() {
    return Claim.of("T12", "One iteration per layer is often enough", Source.LSUV_CODE)
        .tried(
            "64 wide: tanh, 20 layers, one batch of 256, tolerance 1e-9; ReLU, 50 layers, a fresh "
                + "batch of 64 for every look, tolerance 0.1")
        .measured(LsuvClaims::iterations)
        .holds(
            "on one batch always, because the variance of z is exactly quadratic in its weights",
            seen ->
                seen.at("one batch: most rescalings of a layer") == 1
                    && seen.at("fresh batches: layers of 50 content with one") >= 25)
        .fails("it takes several", seen -> seen.at("one batch: most rescalings of a layer") > 3);
  }

  private static Evidence iterations() {
    DMatrixRMaj x = Data.normal(256, 64, 1);
    var one = Lsuv.on(x).until(1e-9, 10).rescale(Mlp.deep(TANH, 64, 20).init(Init.heNormal(), 1));
    var fresh =
        Lsuv.onFresh(k -> Data.normal(64, 64, k + 1))
            .until(0.1, 50)
            .rescale(Mlp.deep(RELU, 64, 50).init(Init.orthogonal(), 1));
    return Evidence.of("one batch: most rescalings of a layer", one.mostRescalings())
        .and("fresh batches: layers of 50 content with one", fresh.settledWithin(1))
        .and("most rescalings of a layer", fresh.mostRescalings());
  }
}
