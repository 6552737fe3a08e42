package initlab.study.experiment;

import initlab.base.Args;
import initlab.base.FreeMemory;
import initlab.init.Activation;
import initlab.init.Initializer;
import initlab.math.Quantiles;
import initlab.nn.Memory;
import initlab.nn.Network;
import initlab.nn.Pass;
import initlab.nn.Plan;
import initlab.nn.Start;
import initlab.nn.Watcher;
import initlab.nn.layer.Mlp;
import initlab.study.TheoryOf;
import initlab.theory.NumberFormat;
import initlab.theory.Propagation;
import initlab.train.data.Data;
import initlab.view.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.LongStream;
import org.ejml.data.DMatrixRMaj;

/**
 * How deep a signal gets in a number format before it overflows or is rounded to zero. Activations
 * are stored in the format; products are summed in double.
 */
public final class FormatDepth {
  private static final int SAMPLES = 4;
  private static final int SEEDS = 9;

  /** Second moments that a double still holds well; beyond, theory goes on as before. */
  private static final double MOST = 1e290;

  private FormatDepth() {}

  /**
   * The first layer of this width after which a batch of N(0, 1) inputs holds an overflow, or
   * nothing but zeros; depth + 1 if it passes all layers. Weights are drawn when the pass reaches
   * their layer and are not kept, so that the depth costs time and no memory.
   *
   * @throws IllegalArgumentException if one layer's weights do not fit into the memory
   * @throws java.util.concurrent.CancellationException if the thread is interrupted
   */
  public static int of(
      NumberFormat format, Activation f, int width, int depth, Initializer rule, long seed) {
    double bytes = 2.0 * Double.BYTES * width * width;
    FreeMemory.require("the memory for one layer's weights", bytes, "Take a narrower net.");
    Plan plan = Mlp.deep(format.rounded(f), width, depth);
    Network net = Start.drawn(rule).start(plan, seed, Network.redrawing(plan));
    End end = new End(depth);
    new Pass(net, Pass.Keep.LEAST).forward(Data.normal(SAMPLES, width, seed), end);
    return end.layer;
  }

  /** Looks on until a layer holds an overflow, or nothing but zeros. */
  private static final class End implements Watcher {
    private int layer;
    private boolean found;

    /** So far it passes so many layers. */
    End(int depth) {
      layer = depth + 1;
    }

    @Override
    public void forward(Memory m) {
      if (ended(m.a())) {
        layer = m.node().number();
        found = true;
      }
    }

    @Override
    public boolean enough() {
      return found;
    }
  }

  private static boolean ended(DMatrixRMaj a) {
    boolean allZero = true;
    for (int i = 0; i < a.getNumElements(); i++) {
      if (!Double.isFinite(a.data[i])) {
        return true;
      }
      allZero &= a.data[i] == 0;
    }
    return allZero;
  }

  /**
   * That layer for every format, one row a rule; seed 1.
   *
   * @throws IllegalArgumentException if there is no rule, or one layer's weights do not fit into
   *     the memory
   * @throws java.util.concurrent.CancellationException if the thread is interrupted
   */
  public static Table table(Activation f, int width, int depth, Initializer... rules) {
    Args.atLeast(1, rules.length, "the number of rules", "Add some, such as Init.heNormal().");
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
        cells.add(words(of(format, f, width, depth, rule, 1), depth));
      }
      table = table.words(format.toString(), cells);
    }
    return table;
  }

  /**
   * The first layer at which theory's root mean square overflows in a format or is rounded to zero;
   * depth + 1 if it passes all layers.
   *
   * @throws IllegalArgumentException if theory knows no second moments for this rule and function
   */
  public static int predicted(
      NumberFormat format, Activation f, int width, int depth, Initializer rule) {
    double[] moments =
        theory(Mlp.deep(f, width, depth), rule)
            .orElseThrow(
                () ->
                    Args.bad(
                        "the rule for " + f.name(),
                        rule.name(),
                        "one that theory knows, with weights of mean 0 that a double can square",
                        "Measure instead: FormatDepth.of(...)."));
    return leaves(format, moments);
  }

  private static int leaves(NumberFormat format, double[] moments) {
    int depth = moments.length - 1;
    for (int l = 1; l <= depth; l++) {
      if (!(moments[l] > 1 / MOST && moments[l] < MOST) && l > 1) {
        return leavesFrom(l, format, moments);
      }
      if (isGone(format.round(Math.sqrt(moments[l])))) {
        return l;
      }
    }
    return depth + 1;
  }

  /**
   * Beyond what doubles can square the logarithm goes on as before: by equal steps, or by steps
   * that grow by a factor, as those of x^2 do.
   */
  private static int leavesFrom(int layer, NumberFormat format, double[] moments) {
    double log = Math.log(moments[layer - 1]);
    double step = step(moments, layer - 1);
    double growth = layer > 2 ? step / step(moments, layer - 2) : 1;
    for (int l = layer; l < moments.length; l++) {
      step *= growth;
      log += step;
      if (isGone(format.round(Math.exp(log / 2)))) {
        return l;
      }
    }
    return moments.length;
  }

  private static double step(double[] moments, int layer) {
    return Math.log(moments[layer] / moments[layer - 1]);
  }

  private static boolean isGone(double stored) {
    return !(stored > 0 && stored < Double.POSITIVE_INFINITY);
  }

  /** Second moments of layer 0 ... L; empty where theory knows none. */
  private static Optional<double[]> theory(Plan plan, Initializer rule) {
    return new TheoryOf(plan, Start.drawn(rule), 1)
        .mean()
        .map(Propagation::activation)
        .filter(moments -> Arrays.stream(moments).noneMatch(Double::isNaN));
  }

  /**
   * Prediction beside measurement for every format: the layer's median and range over 9 seeds;
   * "unknown" where theory knows none.
   *
   * @throws IllegalArgumentException if one layer's weights do not fit into the memory
   * @throws java.util.concurrent.CancellationException if the thread is interrupted
   */
  public static Table beside(Activation f, int width, int depth, Initializer rule) {
    Optional<double[]> theory = theory(Mlp.deep(f, width, depth), rule);
    List<List<String>> rows = new ArrayList<>();
    for (NumberFormat format : NumberFormat.values()) {
      double[] seen =
          LongStream.rangeClosed(1, SEEDS)
              .mapToDouble(seed -> of(format, f, width, depth, rule, seed))
              .toArray();
      rows.add(
          List.of(
              format.toString(),
              theory.map(moments -> words(leaves(format, moments), depth)).orElse("unknown"),
              words(Quantiles.median(seen), depth),
              words(Quantiles.of(seen, 0), depth),
              words(Quantiles.of(seen, 1), depth)));
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

  private static String words(double layer, int depth) {
    return layer > depth ? "none" : "" + (int) layer;
  }
}
