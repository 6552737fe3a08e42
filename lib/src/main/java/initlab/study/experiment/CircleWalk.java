package initlab.study.experiment;

import initlab.init.Activation;
import initlab.init.Init;
import initlab.nn.Memory;
import initlab.nn.Pass;
import initlab.nn.Plan;
import initlab.nn.Signal;
import initlab.nn.Watcher;
import initlab.nn.layer.Dense;
import initlab.theory.MeanField;
import java.util.Collections;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;

/** One net on one circle of inputs: its output, and how long the last hidden layer's path is. */
final class CircleWalk {
  /** Around the circle: enough for a hundred crossings, some of them close together. */
  static final int POINTS = 1500;

  private final double[] output;
  private final double length;

  private CircleWalk(double[] output, double length) {
    this.output = output;
    this.length = length;
  }

  /** Of a net of this law, so wide and so deep, both drawn from this seed. */
  static CircleWalk of(MeanField field, int width, int depth, long seed) {
    Dense hidden = Dense.of(width, field.activation());
    Plan plan =
        Plan.of(Signal.vector(width), Collections.nCopies(depth, hidden))
            .then(1, Dense.of(1, Activation.LINEAR).withoutBias());
    var start = LawStart.of(field).on(depth + 1 + ".W", Init.lecunNormal());
    double[] path = new double[1];
    Pass pass =
        new Pass(plan.init(start, seed), Pass.Keep.LEAST)
            .forward(
                AlongCircle.inputs(POINTS, width, seed),
                new Watcher() {
                  @Override
                  public void forward(Memory m) {
                    if (m.node().number() == depth) {
                      path[0] = length(m.a());
                    }
                  }
                });
    double circle = 2 * Math.PI * Math.sqrt(width);
    return new CircleWalk(pass.output().data.clone(), path[0] / circle);
  }

  /** Of the closed line through the rows. */
  private static double length(DMatrixRMaj a) {
    double length = 0;
    for (int i = 0; i < a.numRows; i++) {
      double square = 0;
      for (int j = 0; j < a.numCols; j++) {
        double d = a.get((i + 1) % a.numRows, j) - a.get(i, j);
        square += d * d;
      }
      length += Math.sqrt(square);
    }
    return length;
  }

  /** The length of the path of the last hidden layer's activations, over that of the circle. */
  double length() {
    return length;
  }

  /** How often the output changes its sign, once around: an even number. */
  double crossings() {
    return IntStream.range(0, POINTS).filter(i -> output(i) > 0 != output(i + 1) > 0).count();
  }

  /** The output so many points on; after all points it begins again. */
  double output(int point) {
    return output[point % POINTS];
  }
}
