package initlab.study.probe;

import initlab.base.Args;
import initlab.base.Numbers;
import initlab.math.Matrices;
import initlab.math.Moments;
import initlab.nn.Memory;
import initlab.nn.Network;
import initlab.nn.Pass;
import initlab.nn.Watcher;
import initlab.nn.layer.Attention;
import java.util.ArrayList;
import java.util.List;
import org.ejml.data.DMatrixRMaj;

/**
 * What one attention layer does with a batch: means over samples, heads and asking places.
 *
 * @param path of the layer, as "3.attention"
 * @param logitVariance of the logits, after the division by sqrt(headWidth)
 * @param entropy of the shares, -sum p ln p in nats: ln(places) where all are equal
 * @param largest share of a row: 1 / places where all are equal, 1 where one place has all
 */
public record AttentionLook(String path, double logitVariance, double entropy, double largest) {

  /**
   * One for each attention layer of the network, from input to output.
   *
   * @param x (batch x in), finite, not modified
   * @throws IllegalArgumentException if there is no such layer
   */
  public static List<AttentionLook> of(Network net, DMatrixRMaj x) {
    List<AttentionLook> found = new ArrayList<>();
    Watcher watcher =
        new Watcher() {
          @Override
          public void forward(Memory m) {
            if (m.node().layer() instanceof Attention) {
              found.add(at(m));
            }
          }
        };
    new Pass(net, Pass.Keep.LEAST).forward(Matrices.finite(x, "the input"), watcher);
    Args.atLeast(1, found.size(), "the number of attention layers", "Plan an Attention.of(8).");
    return found;
  }

  private static AttentionLook at(Memory m) {
    DMatrixRMaj shares = Attention.shares(m);
    double entropy = 0;
    double largest = 0;
    for (int row = 0; row < shares.numRows; row++) {
      double most = 0;
      for (int i = row * shares.numCols; i < (row + 1) * shares.numCols; i++) {
        double p = shares.data[i];
        entropy -= p > 0 ? p * Math.log(p) : 0;
        most = Math.max(most, p);
      }
      largest += most;
    }
    double rows = shares.numRows;
    double variance = Moments.of(Attention.logits(m)).variance();
    return new AttentionLook(m.node().path(), variance, entropy / rows, largest / rows);
  }

  /** "1.attention: logits of variance 1.02, entropy 3.68, largest share 0.127". */
  @Override
  public String toString() {
    return path
        + ": logits of variance "
        + Numbers.brief(logitVariance)
        + ", entropy "
        + Numbers.brief(entropy)
        + ", largest share "
        + Numbers.brief(largest);
  }
}
