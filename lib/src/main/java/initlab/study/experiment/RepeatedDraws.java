package initlab.study.experiment;

import initlab.base.Args;
import initlab.base.FreeMemory;
import initlab.init.Initializer;
import initlab.math.Matrices;
import initlab.math.Moments;
import initlab.nn.Network;
import initlab.nn.Pass;
import initlab.nn.Plan;
import initlab.view.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.ejml.data.DMatrixRMaj;

/**
 * One fixed input through many draws of one small net: what a layer's activations are over the
 * draws, taken together over draws and neurons.
 */
public final class RepeatedDraws {
  private RepeatedDraws() {}

  /**
   * Moments of the activations of layer 1 ... L over seeds 1 ... seeds.
   *
   * @param x (batch x in), one row for one input; not modified
   * @throws IllegalArgumentException unless seeds &gt;= 1, and if x does not fit the net or the
   *     activations of all draws do not fit into what is free
   * @throws java.util.concurrent.CancellationException if the thread is interrupted
   */
  public static List<Moments> of(Plan plan, DMatrixRMaj x, Initializer rule, int seeds) {
    Args.atLeast(1, seeds, "the number of draws", "2000 show the moments.");
    Matrices.finite(x, "the input");
    long outputs = Network.redrawing(plan).layers().stream().mapToLong(l -> l.out().size()).sum();
    FreeMemory.forMatrix(
        "the activations of all draws", seeds, outputs * x.numRows, "Take fewer draws.");
    List<double[]> values = new ArrayList<>();
    for (int seed = 1; seed <= seeds; seed++) {
      Pass pass = plan.init(rule, seed).forward(x);
      for (int l = 1; l <= plan.depth(); l++) {
        DMatrixRMaj a = pass.a(l);
        int n = a.getNumElements();
        if (seed == 1) {
          values.add(new double[seeds * n]);
        }
        System.arraycopy(a.data, 0, values.get(l - 1), (seed - 1) * n, n);
      }
    }
    return values.stream().map(Moments::of).toList();
  }

  /** Mean, variance and second moment of every layer, one row a rule and layer. */
  public static Table table(Plan plan, DMatrixRMaj x, int seeds, Initializer... rules) {
    Args.atLeast(1, rules.length, "the number of rules", "Add some, such as Init.heNormal().");
    List<String> names = new ArrayList<>();
    List<Moments> rows = new ArrayList<>();
    for (Initializer rule : rules) {
      List<Moments> layers = of(plan, x, rule, seeds);
      for (int l = 1; l <= layers.size(); l++) {
        names.add(rule.name() + ", layer " + l);
        rows.add(layers.get(l - 1));
      }
    }
    return Table.of(plan + ", one input, " + seeds + " draws")
        .words("start", names)
        .digits(2, "mean of a", column(rows, Moments::mean))
        .digits(2, "variance", column(rows, Moments::variance))
        .digits(2, "second moment", column(rows, Moments::secondMoment));
  }

  private static double[] column(List<Moments> rows, ToDoubleFunction<Moments> moment) {
    return rows.stream().mapToDouble(moment).toArray();
  }
}
