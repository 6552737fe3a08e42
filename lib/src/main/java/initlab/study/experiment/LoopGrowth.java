package initlab.study.experiment;

import initlab.base.Args;
import initlab.base.Parallel;
import initlab.base.Progress;
import initlab.init.Initializer;
import initlab.init.WeightShape;
import initlab.math.Interval;
import initlab.math.Moments;
import initlab.math.RandomStreams;
import initlab.train.data.Data;
import initlab.view.scatter.Scatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.ejml.data.Complex_F64;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * One square matrix, applied again and again, beside its largest |eigenvalue| rho: the second
 * moment of x W W ... W after T steps, from x ~ N(0, 1), should go like rho^(2T). A point for each
 * draw.
 *
 * <pre>{@code
 * LoopGrowth.of(64, 200).compare(Init.lecunNormal(), Init.orthogonal()).plot()
 * }</pre>
 */
public final class LoopGrowth {
  private static final int BATCH = 16;
  private static final int DRAWS = 60;

  private final int width;
  private final int steps;
  private final Map<Initializer, List<Draw>> found;

  /** One matrix: its radius, and the second moment after all steps. */
  private record Draw(double radius, double end) {}

  private LoopGrowth(int width, int steps, Map<Initializer, List<Draw>> found) {
    this.width = width;
    this.steps = steps;
    this.found = found;
  }

  /**
   * Matrices (width x width), so many steps, 60 draws; nothing compared yet.
   *
   * @throws IllegalArgumentException unless 1 &lt;= width &lt;= 256 and steps &gt;= 1
   */
  public static LoopGrowth of(int width, int steps) {
    Eigenvalues.of(width); // refuses what it cannot do
    return new LoopGrowth(
        width, Args.atLeast(1, steps, "the number of steps", "Try 200."), Map.of());
  }

  /** The same with these rules too, measured now. */
  public LoopGrowth compare(Initializer... more) {
    Map<Initializer, List<Draw>> all = new LinkedHashMap<>(found);
    for (Initializer rule : more) {
      all.put(rule, Parallel.seeds(DRAWS, seed -> draw(rule, seed)));
    }
    return new LoopGrowth(width, steps, all);
  }

  private Draw draw(Initializer rule, long seed) {
    DMatrixRMaj w = new DMatrixRMaj(0, 0);
    rule.fill(WeightShape.dense(width, width), RandomStreams.layer(seed, 0), w);
    DMatrixRMaj now = Data.normal(BATCH, width, seed);
    DMatrixRMaj next = new DMatrixRMaj(BATCH, width);
    for (int step = 0; step < steps; step++) {
      Progress.checkInterrupted();
      CommonOps_DDRM.mult(now, w, next);
      DMatrixRMaj spare = now;
      now = next;
      next = spare;
    }
    double radius =
        Eigenvalues.of(w).stream().mapToDouble(Complex_F64::getMagnitude).max().orElse(0);
    return new Draw(radius, Moments.of(now).secondMoment());
  }

  /** The largest |eigenvalue| over the draws: median, 5 % and 95 %. */
  public Interval radius(Initializer rule) {
    return over(rule, Draw::radius);
  }

  /** The second moment after all steps over the draws: median, 5 % and 95 %. */
  public Interval end(Initializer rule) {
    return over(rule, Draw::end);
  }

  /** What is left of that when rho^(2T) is divided out: median, 5 % and 95 %. */
  public Interval rest(Initializer rule) {
    return over(rule, draw -> draw.end() / Math.pow(draw.radius(), 2.0 * steps));
  }

  /** The share of draws whose second moment has at the end changed less than a hundredfold. */
  public double shareLevel(Initializer rule) {
    return draws(rule).stream().filter(d -> d.end() > 0.01 && d.end() < 100).count()
        / (double) DRAWS;
  }

  private Interval over(Initializer rule, ToDoubleFunction<Draw> number) {
    return Interval.of(draws(rule).stream().mapToDouble(number).toArray());
  }

  private List<Draw> draws(Initializer rule) {
    List<Draw> draws = found.get(rule);
    if (draws == null) {
      String known = "one of " + found.keySet().stream().map(Initializer::name).toList();
      throw Args.bad("the rule", rule.name(), known, "Compare it first.");
    }
    return draws;
  }

  /** A point for each draw, in decades: rho^(2T) across, the second moment at the end upward. */
  public Scatter plot() {
    Args.atLeast(1, found.size(), "the number of rules", "Add some: compare(Init.orthogonal()).");
    Scatter picture =
        Scatter.of("One matrix, " + steps + " times: each point is a draw")
            .axes("log10 of radius^" + 2 * steps, "log10 second moment at the end");
    double[] ends = ends();
    picture = picture.line("radius^" + 2 * steps + " alone", ends, ends);
    for (Map.Entry<Initializer, List<Draw>> rule : found.entrySet()) {
      List<Draw> draws = rule.getValue();
      double[] x = draws.stream().mapToDouble(d -> 2 * steps * Math.log10(d.radius())).toArray();
      double[] y = draws.stream().mapToDouble(d -> Math.log10(d.end())).toArray();
      picture = picture.points(rule.getKey().name(), x, y);
    }
    return picture;
  }

  /** The least and the largest decade across, for the line. */
  private double[] ends() {
    double[] decades =
        found.values().stream()
            .flatMap(List::stream)
            .mapToDouble(draw -> 2 * steps * Math.log10(draw.radius()))
            .filter(Double::isFinite)
            .sorted()
            .toArray();
    return decades.length < 2
        ? new double[] {0, 1}
        : new double[] {decades[0], decades[decades.length - 1]};
  }

  @Override
  public String toString() {
    return width
        + " wide, "
        + steps
        + " steps; "
        + found.keySet().stream().map(Initializer::name).toList();
  }
}
