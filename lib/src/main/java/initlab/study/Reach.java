package initlab.study;

import initlab.init.Activation;
import initlab.init.Initializer;
import initlab.math.Moments;
import initlab.nn.Mlp;
import initlab.nn.Network;
import initlab.theory.NumberFormat;
import initlab.train.Data;
import initlab.view.Table;
import java.util.ArrayList;
import java.util.List;
import org.ejml.data.DMatrixRMaj;

/**
 * How deep a signal gets in a number format before it overflows or is rounded to zero. Activations
 * are stored in the format; products are summed in double.
 */
public final class Reach {
  private static final int SAMPLES = 4;

  private Reach() {}

  /**
   * The first layer of this width after which a batch of N(0, 1) inputs holds an overflow, or
   * nothing but zeros; depth + 1 if it passes all layers.
   */
  public static int of(
      NumberFormat format, Activation f, int width, int depth, Initializer rule, long seed) {
    Network net = Mlp.deep(format.rounded(f), width, depth).init(rule, seed);
    var trace = net.forward(Data.normal(SAMPLES, width, seed));
    for (int l = 1; l <= depth; l++) {
      if (ended(trace.a(l))) {
        return l;
      }
    }
    return depth + 1;
  }

  private static boolean ended(DMatrixRMaj a) {
    for (int i = 0; i < a.getNumElements(); i++) {
      if (!Double.isFinite(a.data[i])) {
        return true;
      }
    }
    return Moments.of(a).secondMoment() == 0 && a.data[0] == 0 && allZero(a);
  }

  private static boolean allZero(DMatrixRMaj a) {
    for (int i = 0; i < a.getNumElements(); i++) {
      if (a.data[i] != 0) {
        return false;
      }
    }
    return true;
  }

  /** That layer for every format, one row a rule; seed 1. */
  public static Table table(Activation f, int width, int depth, Initializer... rules) {
    List<String> names = new ArrayList<>();
    for (Initializer rule : rules) {
      names.add(rule.name());
    }
    Table table =
        Table.of("First layer that overflows or is all zero (" + depth + " layers tried)")
            .words("start", names);
    for (NumberFormat format : NumberFormat.values()) {
      List<String> cells = new ArrayList<>();
      for (Initializer rule : rules) {
        int layer = of(format, f, width, depth, rule, 1);
        cells.add(layer > depth ? "none" : "" + layer);
      }
      table = table.words(format.toString(), cells);
    }
    return table;
  }
}
