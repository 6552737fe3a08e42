package initlab.ledger;

import static initlab.init.Activation.RELU;

import initlab.base.Parallel;
import initlab.init.Init;
import initlab.math.Interval;
import initlab.math.Moments;
import initlab.nn.layer.Mlp;
import initlab.train.data.Data;
import java.util.List;
import org.ejml.data.DMatrixRMaj;

/** A corner of the activations of many deep nets, as a notebook prints it. */
final class HeCorner {
  private static final int NETS = 200;
  private static final int CORNER = 5;

  private HeCorner() {}

  static Evidence evidence() {
    List<DMatrixRMaj> ends = Parallel.seeds(NETS, HeCorner::end);
    double[] sizes =
        ends.stream().mapToDouble(a -> Math.sqrt(Moments.of(a).secondMoment())).toArray();
    double small = ends.stream().filter(a -> largest(a) < 0.2).count();
    return Evidence.of("share of nets whose corner stays below 0.2", small / NETS)
        .and("RMS of layer 50", Interval.of(sizes));
  }

  private static DMatrixRMaj end(long seed) {
    var net = Mlp.deep(RELU, 100, 50).init(Init.heNormal(), seed);
    return net.forward(Data.normal(20, 100, seed)).a(50).copy();
  }

  private static double largest(DMatrixRMaj a) {
    double largest = 0;
    for (int row = 0; row < CORNER; row++) {
      for (int col = 0; col < CORNER; col++) {
        largest = Math.max(largest, Math.abs(a.get(row, col)));
      }
    }
    return largest;
  }
}
