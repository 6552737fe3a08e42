package initlab.study;

import initlab.base.Args;
import initlab.nn.Network;
import initlab.nn.Pass;
import initlab.nn.Start;
import initlab.view.density.Densities;
import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;

/** Where the values of some layers lie, for each start of a study: one network of seed 1 each. */
final class LayerDensities {
  private static final long SEED = 1;

  private LayerDensities() {}

  static Densities of(Study study, boolean activations, int... layers) {
    Args.atLeast(1, study.starts().size(), "the number of starts", "Add some: compare(...).");
    Args.atLeast(1, layers.length, "the number of layers", "Name some: 1, 10, 30.");
    int depth = study.plan().depth();
    for (int layer : layers) {
      if (layer < 1 || layer > depth) {
        throw Args.bad("a layer", layer, "1 to " + depth, "The plan has " + depth + " layers.");
      }
    }
    String what = activations ? "activations" : "pre-activations";
    Densities out = Densities.of(study.plan() + ": one net, seed " + SEED, what);
    DMatrixRMaj x = study.inputs().of(study.batchSize(), study.plan().inputs(), SEED);
    for (Start start : study.starts()) {
      Network net = start.start(study.plan(), SEED);
      Pass pass = net.forward(x);
      out = out.panel(start.name());
      for (int layer : layers) {
        DMatrixRMaj m = activations ? pass.a(layer) : pass.z(layer);
        out = out.row("layer " + layer, Arrays.copyOf(m.data, m.getNumElements()));
      }
    }
    return out;
  }
}
