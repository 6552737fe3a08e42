package initlab.web;

import initlab.base.Args;
import initlab.init.Init;
import initlab.init.Initializer;
import initlab.init.WeightShape;
import initlab.math.RandomStreams;
import initlab.nn.Memory;
import initlab.nn.Pass;
import initlab.nn.Plan;
import initlab.nn.Role;
import initlab.nn.Rules;
import initlab.nn.Signal;
import initlab.nn.Watcher;
import initlab.nn.layer.Dense;
import initlab.study.probe.SampleLikeness;
import initlab.theory.MeanField;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.ejml.data.DMatrixRMaj;

/**
 * Two inputs of cosine 1/2 on their way through nets of one law: what {@code Pairs} of notebook 08
 * measures of each seed, and its theory, of which a page asks a few layers at a time.
 *
 * @param field the law of weights and biases
 */
record Angles(MeanField field, int width, int depth) {
  private static final int PAIRS = 8;
  static final double COSINE = 0.5;

  /** What changes by less a layer has settled, as far as an eye can tell. */
  private static final double SETTLED = 1e-4;

  /**
   * The mean cosine of eight pairs in one net, from layer 0, the inputs, on; of the pre-activations
   * from layer 1 on.
   */
  double[] measured(long seed) {
    Plan plan =
        Plan.of(
            Signal.vector(width), Collections.nCopies(depth, Dense.of(width, field.activation())));
    double[] cosines = new double[depth + 1];
    DMatrixRMaj x = inputs(seed);
    cosines[0] = SampleLikeness.cosine(x);
    new Pass(plan.init(law(field), seed), Pass.Keep.LEAST)
        .forward(
            x,
            new Watcher() {
              @Override
              public void forward(Memory m) {
                cosines[m.node().number()] = SampleLikeness.cosine(m.z());
              }
            });
    return cosines;
  }

  /** Weights N(0, sigma_w^2 / fan_in), biases N(0, sigma_b^2). */
  static Rules law(MeanField field) {
    Initializer weights = Init.lecunNormal().gain(Math.sqrt(field.weightVariance()));
    return Rules.of(weights).on(Role.BIAS, Init.normal(Math.sqrt(field.biasVariance())));
  }

  /** Rows in pairs, (2 PAIRS x width): u and u / 2 + sqrt(3/4) v, for orthogonal u and v. */
  private DMatrixRMaj inputs(long seed) {
    DMatrixRMaj x = new DMatrixRMaj(2 * PAIRS, width);
    double sine = Math.sqrt(1 - COSINE * COSINE);
    Initializer orthogonal = Init.orthogonal(Math.sqrt(width));
    for (int pair = 0; pair < PAIRS; pair++) {
      var rng = RandomStreams.of(seed, "pair", pair);
      DMatrixRMaj uv = orthogonal.draw(WeightShape.dense(2, width), rng);
      for (int j = 0; j < width; j++) {
        x.set(2 * pair, j, uv.get(0, j));
        x.set(2 * pair + 1, j, COSINE * uv.get(0, j) + sine * uv.get(1, j));
      }
    }
    return x;
  }

  /**
   * Theory's cosines from layer 0 to this one; shorter where they have settled before.
   *
   * @param known what a call for fewer layers gave; none is measured anew
   */
  double[] theory(int layers, double[] known) {
    Args.atLeast(1, layers, "the number of layers", "Ask for a few at a time.");
    double q = field.weightVariance() + field.biasVariance();
    double c = (field.weightVariance() * COSINE + field.biasVariance()) / q;
    List<Double> cosines = new ArrayList<>(List.of(COSINE, Math.min(1, c)));
    for (int layer = 2; layer <= layers; layer++) {
      double before = cosines.get(layer - 1);
      boolean settled = layer > 2 && Math.abs(before - cosines.get(layer - 2)) < SETTLED;
      if (settled || !(q > 0 && q < Double.POSITIVE_INFINITY)) {
        break;
      }
      cosines.add(layer < known.length ? known[layer] : Math.min(1, field.correlation(q, before)));
      q = field.variance(q);
    }
    return cosines.stream().mapToDouble(cosine -> cosine).toArray();
  }
}
