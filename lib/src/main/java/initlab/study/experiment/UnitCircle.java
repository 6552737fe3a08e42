package initlab.study.experiment;

import initlab.base.Args;
import initlab.base.Numbers;
import initlab.base.Parallel;
import initlab.base.Progress;
import initlab.init.Initializer;
import initlab.init.WeightShape;
import initlab.math.Interval;
import initlab.math.Quantiles;
import initlab.math.RandomStreams;
import initlab.view.scatter.Scatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.SingularOps_DDRM;

/**
 * What linear layers of two neurons make of a circle: x W1 W2 ... for all x of length 1. It is an
 * ellipse, and its half axes are the singular values of the product.
 *
 * <pre>{@code
 * UnitCircle.after(1, 3, 10).compare(Init.lecunNormal(), Init.orthogonal()).plot()
 * }</pre>
 */
public final class UnitCircle {
  private static final int DRAWS = 1000;
  private static final int POINTS = 181;
  private static final WeightShape TWO = WeightShape.dense(2, 2);

  private final int[] depths;
  private final List<Initializer> rules;

  private UnitCircle(int[] depths, List<Initializer> rules) {
    this.depths = depths;
    this.rules = List.copyOf(rules);
  }

  /**
   * After so many layers, a panel each; nothing compared yet.
   *
   * @throws IllegalArgumentException unless there is a number, and each is 1 to 20: beyond,
   *     rounding eats the short axis
   */
  public static UnitCircle after(int... layers) {
    Args.atLeast(1, layers.length, "the number of depths", "Try after(1, 3, 10).");
    return new UnitCircle(Arrays.stream(layers).map(UnitCircle::checked).toArray(), List.of());
  }

  private static int checked(int layers) {
    if (Args.atLeast(1, layers, "the number of layers", "Try 10.") > 20) {
      throw Args.bad("the number of layers", layers, "at most 20", "Rounding eats the short axis.");
    }
    return layers;
  }

  /** The same with these rules too. */
  public UnitCircle compare(Initializer... more) {
    List<Initializer> all = new ArrayList<>(rules);
    all.addAll(List.of(more));
    return new UnitCircle(depths, all);
  }

  /** Long half axis over short one after so many layers, over 1000 draws: median, 5 % and 95 %. */
  public Interval ratio(Initializer rule, int layers) {
    return Interval.of(ratios(rule, checked(layers)));
  }

  private static double[] ratios(Initializer rule, int layers) {
    return Parallel.seeds(DRAWS, seed -> ratio(product(rule, layers, seed))).stream()
        .mapToDouble(ratio -> ratio)
        .toArray();
  }

  private static double ratio(DMatrixRMaj product) {
    double[] axes = SingularOps_DDRM.singularValues(product);
    return axes[0] / axes[1];
  }

  private static DMatrixRMaj product(Initializer rule, int layers, long seed) {
    Progress.checkInterrupted();
    DMatrixRMaj product = CommonOps_DDRM.identity(2);
    DMatrixRMaj w = new DMatrixRMaj(2, 2);
    for (int layer = 0; layer < layers; layer++) {
      rule.fill(TWO, RandomStreams.layer(seed, layer), w);
      product = CommonOps_DDRM.mult(product, w, null);
    }
    return product;
  }

  /**
   * A panel for each depth. Of each rule one draw is shown, of 1000 the one whose ellipses come
   * nearest to the median ratio at every depth, so that it is typical; every ellipse is divided by
   * its long half axis, and the panel says how many times the short one is shorter.
   */
  public Scatter plot() {
    Args.atLeast(1, rules.size(), "the number of rules", "Add some: compare(Init.orthogonal()).");
    long[] seeds = rules.stream().mapToLong(this::typical).toArray();
    Scatter picture =
        Scatter.of("The unit circle, each image divided by its long half axis")
            .axes("neuron 1", "neuron 2");
    for (int depth : depths) {
      List<DMatrixRMaj> drawn = new ArrayList<>();
      for (int i = 0; i < seeds.length; i++) {
        drawn.add(product(rules.get(i), depth, seeds[i]));
      }
      picture = picture.panel(title(depth, drawn));
      for (int i = 0; i < seeds.length; i++) {
        picture = with(picture, rules.get(i), drawn.get(i));
      }
    }
    return picture;
  }

  /** Such as "3 layers, axes 18:1": short enough for a slide, so circles are left out. */
  private static String title(int depth, List<DMatrixRMaj> drawn) {
    List<String> ratios =
        drawn.stream()
            .mapToDouble(UnitCircle::ratio)
            .filter(ratio -> !(ratio < 1.05))
            .mapToObj(ratio -> Numbers.brief(ratio, 2) + ":1")
            .toList();
    String axes = ratios.isEmpty() ? "1:1" : String.join(" and ", ratios);
    return depth + (depth == 1 ? " layer" : " layers") + ", axes " + axes;
  }

  /** The seed whose ratios are nearest to the medians, by the decades between them. */
  private long typical(Initializer rule) {
    double[] far = new double[DRAWS];
    for (int depth : depths) {
      double[] ratios = ratios(rule, depth);
      double median = Quantiles.median(ratios);
      for (int i = 0; i < DRAWS; i++) {
        far[i] += Math.abs(Math.log10(ratios[i] / median));
      }
    }
    int nearest = 0;
    for (int i = 1; i < DRAWS; i++) {
      nearest = far[i] < far[nearest] ? i : nearest;
    }
    return nearest + 1L;
  }

  private static Scatter with(Scatter picture, Initializer rule, DMatrixRMaj w) {
    double longest = SingularOps_DDRM.singularValues(w)[0];
    double[] x = new double[POINTS];
    double[] y = new double[POINTS];
    for (int i = 0; i < POINTS; i++) {
      double angle = 2 * Math.PI * i / (POINTS - 1);
      x[i] = (Math.cos(angle) * w.get(0, 0) + Math.sin(angle) * w.get(1, 0)) / longest;
      y[i] = (Math.cos(angle) * w.get(0, 1) + Math.sin(angle) * w.get(1, 1)) / longest;
    }
    return picture.line(rule.name(), x, y);
  }

  @Override
  public String toString() {
    return "unit circle, " + rules.stream().map(Initializer::name).toList();
  }
}
