package initlab.study.experiment;

import initlab.nn.Memory;
import initlab.nn.Network;
import initlab.nn.Pass;
import initlab.nn.Plan;
import initlab.nn.Start;
import initlab.nn.Watcher;
import initlab.nn.layer.Recurring;
import initlab.study.probe.Inputs;
import org.ejml.data.DMatrixRMaj;

/** Where one thread looks at a recurrent layer, net after net, over the same memory. */
final class TimeProbe {
  private final int layer;
  private final Network spare;
  private final Pass pass;

  TimeProbe(Plan plan, int layer) {
    this.layer = layer;
    spare = Network.blank(plan);
    pass = new Pass(spare, Pass.Keep.LEAST);
  }

  /** One net, forward and backward. */
  TimeProfile measure(Start start, DMatrixRMaj x, long seed) {
    Network net = start.start(spare.plan(), seed, spare);
    Pass own = net.equals(spare) ? pass : new Pass(net, Pass.Keep.LEAST);
    int steps = net.plan().input().places();
    double[] state = new double[steps];
    double[] gradient = new double[steps];
    own.noise(seed, 0)
        .forward(
            x,
            new Watcher() {
              @Override
              public void forward(Memory m) {
                if (here(m)) {
                  moments(m.z(), state);
                }
              }
            });
    int samples = x.getNumElements() / net.plan().inputs();
    own.backward(
        Inputs.gradient(samples, net.plan().outputs(), seed),
        new Watcher() {
          @Override
          public void backward(Memory m) {
            if (here(m) && m.node().layer() instanceof Recurring recurring) {
              moments(recurring.stateGradient(m), gradient);
            }
          }
        });
    return new TimeProfile(state, gradient);
  }

  private boolean here(Memory m) {
    return m.node().outermost() && m.node().number() == layer;
  }

  /** Adds up squares step by step; rows are steps of samples, sample after sample. */
  private static void moments(DMatrixRMaj all, double[] into) {
    int steps = into.length;
    double share = (double) steps / all.getNumElements();
    for (int row = 0; row < all.numRows; row++) {
      double sum = 0;
      for (int i = row * all.numCols; i < (row + 1) * all.numCols; i++) {
        sum += all.data[i] * all.data[i];
      }
      into[row % steps] += share * sum;
    }
  }
}
