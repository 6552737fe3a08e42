package initlab.ledger;

import static initlab.init.Activation.RELU;

import initlab.init.Init;
import initlab.init.Initializer;
import initlab.init.WeightShape;
import initlab.nn.Plan;
import initlab.nn.layer.Mlp;
import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;

/**
 * ReLU nets that carry every signal twice, as h and -h: W = [W0, -W0; -W0, W0] with W0 orthogonal,
 * so that the two halves of max(0, z) together lose nothing. Balduzzi et al. (2017).
 */
final class Mirrored {
  private Mirrored() {}

  /** width -&gt; 2 width, layers of 2 width, and at last -&gt; width, linear. */
  static Plan plan(int width, int depth) {
    int[] widths = new int[depth + 2];
    Arrays.fill(widths, 2 * width);
    widths[0] = width;
    widths[depth + 1] = width;
    return Mlp.of(RELU, widths);
  }

  /** Blocks of one orthogonal matrix of this width, with signs as on a chessboard. */
  static Initializer rule(int width) {
    Initializer mirrored =
        (shape, rng) -> {
          DMatrixRMaj block = Init.orthogonal().draw(WeightShape.dense(width, width), rng);
          DMatrixRMaj w = new DMatrixRMaj(shape.rows(), shape.cols());
          for (int i = 0; i < w.numRows; i++) {
            for (int j = 0; j < w.numCols; j++) {
              int sign = (i / width + j / width) % 2 == 0 ? 1 : -1;
              w.set(i, j, sign * block.get(i % width, j % width));
            }
          }
          return w;
        };
    return mirrored.named("mirrored");
  }
}
