package initlab.study.experiment;

import initlab.base.Args;
import initlab.base.Numbers;
import initlab.base.Parallel;
import initlab.base.Progress;
import initlab.theory.MeanField;
import initlab.view.scatter.Scatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * What a layer makes of the correlation of two inputs, as a picture, by theory for wide layers.
 * Across stands c, the correlation of two inputs' pre-activations, upward the next layer's. Stairs
 * between that curve and the diagonal walk from layer to layer. The size of the pre-activations has
 * settled; where it cannot settle, because any size is kept, it is 1.
 *
 * <pre>{@code
 * CorrelationWeb.of(MeanField.of(TANH).gain(0.9), MeanField.of(RELU).weights(2)).plot()
 * }</pre>
 */
public final class CorrelationWeb {
  private static final int POINTS = 41;
  private static final int LAYERS = 12;
  private static final double[] STARTS = {0.1, 0.9};

  private final List<MeanField> fields;

  private CorrelationWeb(List<MeanField> fields) {
    this.fields = List.copyOf(fields);
  }

  /**
   * A panel for each of these: twelve layers, from the correlations 0.1 and 0.9.
   *
   * @throws IllegalArgumentException if there is none, or pre-activations die or explode
   */
  public static CorrelationWeb of(MeanField... fields) {
    Args.atLeast(1, fields.length, "the number of nets", "Such as MeanField.of(TANH).gain(1.5).");
    for (MeanField field : fields) {
      settled(field);
    }
    return new CorrelationWeb(List.of(fields));
  }

  /** The variance that pre-activations of variance 1 run into. */
  private static double settled(MeanField field) {
    double q = field.fixedVariance();
    if (!(q > 0 && q < Double.POSITIVE_INFINITY)) {
      String what = "the variance that " + field + " runs into";
      throw Args.bad(what, q, "between 0 and infinity", "Change sigma_w, or give it a sigma_b.");
    }
    return q;
  }

  /**
   * The correlation that c has become so many layers on.
   *
   * @throws IllegalArgumentException unless -1 &lt;= c &lt;= 1 and layers &gt;= 0
   */
  public static double after(MeanField field, double c, int layers) {
    Args.atLeast(0, layers, "the number of layers", "8 show where stairs lead.");
    return walk(field, c, layers).get(layers);
  }

  /** c of this layer, of the next, and so on. */
  private static List<Double> walk(MeanField field, double c, int layers) {
    double q = settled(field);
    List<Double> walked = new ArrayList<>(List.of(c));
    for (int layer = 0; layer < layers; layer++) {
      Progress.checkInterrupted();
      walked.add(next(field, q, walked.get(layer)));
    }
    return walked;
  }

  /** The map, whose rounding must not leave what a correlation can be. */
  private static double next(MeanField field, double q, double c) {
    return Math.min(1, Math.max(-1, field.correlation(q, c)));
  }

  /** A panel for each net: the curve, the diagonal, and the stairs. */
  public Scatter plot() {
    List<Callable<double[]>> curves = new ArrayList<>();
    for (MeanField field : fields) {
      curves.add(() -> curve(field));
    }
    List<double[]> drawn = Parallel.all(curves);
    Scatter picture =
        Scatter.of("What a layer makes of the correlation of two inputs, by f and sigma_w")
            .axes("c, this layer", "c, next layer");
    for (int i = 0; i < fields.size(); i++) {
      picture = panel(picture, fields.get(i), drawn.get(i));
    }
    return picture;
  }

  private static double[] curve(MeanField field) {
    double q = settled(field);
    return at().map(c -> next(field, q, c)).toArray();
  }

  private static DoubleStream at() {
    return IntStream.range(0, POINTS).mapToDouble(i -> i / (POINTS - 1.0));
  }

  private static Scatter panel(Scatter picture, MeanField field, double[] curve) {
    double[] ends = {0, 1};
    Scatter panel =
        picture
            .panel(title(field))
            .line("identity: no change", ends, ends)
            .line("next c", at().toArray(), curve);
    for (double start : STARTS) {
      panel = stairs(panel, field, start);
    }
    return panel;
  }

  private static String title(MeanField field) {
    String gain = Numbers.brief(Math.sqrt(field.weightVariance()), 3);
    return field.activation().name() + " " + gain;
  }

  /** Up or down to the curve, then across to the diagonal. */
  private static Scatter stairs(Scatter panel, MeanField field, double start) {
    double[] walked = walk(field, start, LAYERS).stream().mapToDouble(c -> c).toArray();
    double[] x = new double[2 * LAYERS];
    double[] y = new double[2 * LAYERS];
    for (int layer = 0; layer < LAYERS; layer++) {
      x[2 * layer] = walked[layer];
      x[2 * layer + 1] = walked[layer + 1];
      Arrays.fill(y, 2 * layer, 2 * layer + 2, walked[layer + 1]);
    }
    double[] first = {start};
    String name = "from " + Numbers.brief(start, 2);
    return panel.line(name, x, y).points(name, first, first);
  }

  @Override
  public String toString() {
    return "correlation maps of " + fields;
  }
}
