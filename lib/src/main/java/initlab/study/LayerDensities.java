package initlab.study;

import initlab.base.Args;
import initlab.nn.Pass;
import initlab.nn.Start;
import initlab.study.probe.Inputs;
import initlab.view.density.Densities;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import org.ejml.data.DMatrixRMaj;

/**
 * Where numbers of some layers lie, for each start of a study: one network of the first seed each.
 */
final class LayerDensities {
  private LayerDensities() {}

  /** What is looked at in a layer, once a batch has gone forward and a gradient back. */
  enum Of {
    ACTIVATIONS("activations", Pass::a),
    PRE_ACTIVATIONS("pre-activations", Pass::z),
    GRADIENTS("gradients dL/da", Pass::da);

    private final String words;

    @SuppressWarnings("ImmutableEnumChecker") // a method reference holds nothing
    private final BiFunction<Pass, Integer, DMatrixRMaj> numbers;

    Of(String words, BiFunction<Pass, Integer, DMatrixRMaj> numbers) {
      this.words = words;
      this.numbers = numbers;
    }

    double[] numbers(Pass pass, int layer) {
      DMatrixRMaj found = numbers.apply(pass, layer);
      return Arrays.copyOf(found.data, found.getNumElements());
    }
  }

  private static String title(Study study) {
    return study.plan() + ": one net, seed " + study.firstSeed();
  }

  private static void checked(Study study, int... layers) {
    Args.atLeast(1, study.starts().size(), "the number of starts", "Add some: compare(...).");
    Args.atLeast(1, layers.length, "the number of layers", "Name some: 1, 10, 30.");
    int depth = study.plan().depth();
    for (int layer : layers) {
      if (layer < 1 || layer > depth) {
        throw Args.bad("a layer", layer, "1 to " + depth, "The plan has " + depth + " layers.");
      }
    }
  }

  static Densities of(Study study, Of what, int... layers) {
    return of(study, List.of(what), layers);
  }

  /** Activations and gradients of each start, panel beside panel, each with its own range. */
  static Densities bothWays(Study study, int... layers) {
    return of(study, List.of(Of.ACTIVATIONS, Of.GRADIENTS), layers);
  }

  private static Densities of(Study study, List<Of> kinds, int... layers) {
    checked(study, layers);
    Densities out = Densities.of(title(study), kinds.get(0).words);
    for (Start start : study.starts()) {
      Pass pass = pass(study, start);
      for (Of what : kinds) {
        out = out.panel(start.name(), what.words);
        for (int layer : layers) {
          out = out.row("layer " + layer, what.numbers(pass, layer));
        }
      }
    }
    return out;
  }

  /** One batch forward, and N(0, 1) gradients back. */
  private static Pass pass(Study study, Start start) {
    DMatrixRMaj x = study.firstBatch();
    Pass pass = start.start(study.plan(), study.firstSeed()).forward(x);
    int samples = x.getNumElements() / study.plan().inputs();
    return pass.backward(Inputs.gradient(samples, study.plan().outputs(), study.firstSeed()));
  }
}
