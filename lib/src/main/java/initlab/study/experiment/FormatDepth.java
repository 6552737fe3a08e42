package initlab.study.experiment;

import initlab.base.Args;
import initlab.init.Activation;
import initlab.init.Initializer;
import initlab.math.Moments;
import initlab.math.Quantiles;
import initlab.nn.Network;
import initlab.nn.Plan;
import initlab.nn.Start;
import initlab.nn.layer.Mlp;
import initlab.study.TheoryOf;
import initlab.theory.NumberFormat;
import initlab.train.data.Data;
import initlab.view.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import org.ejml.data.DMatrixRMaj;

/**
 * How deep a signal gets in a number format before it overflows or is rounded to zero. Activations
 * are stored in the format; products are summed in double.
 */
public final class FormatDepth {
  private static final int SAMPLES = 4;
  private static final int SEEDS = 9;

  /** Second moments that a double still holds well; theory goes on by its last factor beyond. */
  private static final double MOST = 1e290;

  private FormatDepth() {}

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

  /**
   * The first layer at which theory's root mean square overflows in a format or is rounded to zero;
   * depth + 1 if it passes all layers.
   *
   * @throws IllegalArgumentException if theory does not know what the rule draws
   */
  public static int predicted(
      NumberFormat format, Activation f, int width, int depth, Initializer rule) {
    double[] moments = theory(Mlp.deep(f, width, depth), rule);
    for (int l = 1; l <= depth; l++) {
      if (!(moments[l] > 1 / MOST && moments[l] < MOST) && l > 1) {
        double growth = Math.sqrt(moments[l - 1] / moments[l - 2]);
        long layer = l - 1L + format.leavesAt(Math.sqrt(moments[l - 1]), growth);
        return (int) Math.min(layer, depth + 1L);
      }
      double stored = format.round(Math.sqrt(moments[l]));
      if (!(stored > 0 && stored < Double.POSITIVE_INFINITY)) {
        return l;
      }
    }
    return depth + 1;
  }

  private static double[] theory(Plan plan, Initializer rule) {
    return new TheoryOf(plan, Start.drawn(rule), 1)
        .mean()
        .orElseThrow(
            () ->
                Args.bad(
                    "the rule", rule.name(), "one of mean 0", "Theory supposes centred weights."))
        .activation();
  }

  /** Prediction beside measurement for every format: the layer's median and range over 9 seeds. */
  public static Table beside(Activation f, int width, int depth, Initializer rule) {
    List<List<String>> rows = new ArrayList<>();
    for (NumberFormat format : NumberFormat.values()) {
      double[] seen =
          LongStream.rangeClosed(1, SEEDS)
              .mapToDouble(seed -> of(format, f, width, depth, rule, seed))
              .toArray();
      int[] row = {
        predicted(format, f, width, depth, rule),
        (int) Quantiles.median(seen),
        (int) Quantiles.of(seen, 0),
        (int) Quantiles.of(seen, 1)
      };
      List<String> cells = new ArrayList<>(List.of(format.toString()));
      Arrays.stream(row).forEach(layer -> cells.add(layer > depth ? "none" : "" + layer));
      rows.add(cells);
    }
    return Table.rows(
        String.format(
            Locale.ROOT,
            "%s, %s: first layer that overflows or is all zero (%d layers tried)",
            rule.name(),
            f.name(),
            depth),
        List.of("format", "by theory", "measured", "first", "last"),
        rows);
  }
}
