package initlab.study.experiment;

import initlab.init.Initializer;
import initlab.math.Moments;
import initlab.nn.Pass;
import initlab.nn.Plan;
import initlab.view.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;

/**
 * One fixed input through many draws of one small net: what a layer's activations are over the
 * draws, taken together over draws and neurons.
 */
public final class RepeatedDraws {
  private RepeatedDraws() {}

  /** Moments of the activations of layer 1 ... L over seeds 1 ... seeds; the input is a row. */
  public static List<Moments> of(Plan plan, DMatrixRMaj x, Initializer rule, int seeds) {
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
        .digits(2, "mean of a", column(rows, 0))
        .digits(2, "variance", column(rows, 1))
        .digits(2, "second moment", column(rows, 2));
  }

  private static double[] column(List<Moments> rows, int which) {
    double[] out = new double[rows.size()];
    Arrays.setAll(
        out,
        i -> {
          Moments m = rows.get(i);
          return which == 0 ? m.mean() : which == 1 ? m.variance() : m.secondMoment();
        });
    return out;
  }
}
