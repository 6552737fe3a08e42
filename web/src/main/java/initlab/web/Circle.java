package initlab.web;

import initlab.init.Activation;
import initlab.init.Init;
import initlab.nn.Plan;
import initlab.nn.Signal;
import initlab.nn.layer.Dense;
import initlab.study.experiment.AlongCircle;
import initlab.theory.MeanField;
import java.util.Collections;

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
    return plan.init(start, seed)
        .forward(AlongCircle.inputs(POINTS, width, seed))
        .output()
        .data
        .clone();
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
