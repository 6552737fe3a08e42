package initlab.web;

import initlab.init.Activation;
import initlab.init.Init;
import initlab.init.Initializer;
import initlab.init.WeightShape;
import initlab.math.RandomStreams;
import initlab.nn.Plan;
import initlab.nn.Signal;
import initlab.nn.layer.Dense;
import initlab.theory.MeanField;
import java.util.Collections;
import org.ejml.data.DMatrixRMaj;

/**
 * The function that a net computes before step one, along a circle of inputs: what {@code
 * AlongCircle} of notebook 08 draws, at fewer points.
 *
 * @param field the law of hidden weights and biases
 */
record Circle(MeanField field, int width, int depth) {
  /** Around the circle. */
  static final int POINTS = 480;

  /** The output of this seed's net at each point; after the last the first comes again. */
  double[] output(long seed) {
    Dense hidden = Dense.of(width, field.activation());
    Plan plan =
        Plan.of(Signal.vector(width), Collections.nCopies(depth, hidden))
            .then(1, Dense.of(1, Activation.LINEAR).withoutBias());
    var start = Angles.law(field).on(depth + 1 + ".W", Init.lecunNormal());
    return plan.init(start, seed).forward(points(seed)).output().data.clone();
  }

  /** x = sqrt(n) (u cos t + v sin t) for orthonormal u and v, (POINTS x n). */
  private DMatrixRMaj points(long seed) {
    var rng = RandomStreams.of(seed, "circle", 0);
    Initializer orthogonal = Init.orthogonal(Math.sqrt(width));
    DMatrixRMaj uv = orthogonal.draw(WeightShape.dense(2, width), rng);
    DMatrixRMaj x = new DMatrixRMaj(POINTS, width);
    for (int i = 0; i < POINTS; i++) {
      double t = 2 * Math.PI * i / POINTS;
      for (int j = 0; j < width; j++) {
        x.set(i, j, Math.cos(t) * uv.get(0, j) + Math.sin(t) * uv.get(1, j));
      }
    }
    return x;
  }

  /** How often an output changes its sign once around. */
  static double crossings(double[] output) {
    int count = 0;
    for (int i = 0; i < output.length; i++) {
      boolean up = output[i] > 0;
      count += up != output[(i + 1) % output.length] > 0 ? 1 : 0;
    }
    return count;
  }
}
