package initlab.study.experiment;

import initlab.base.Args;
import initlab.base.Numbers;
import initlab.base.Progress;
import initlab.init.Activation;
import initlab.init.Gain;
import initlab.theory.MeanField;
import initlab.view.scatter.Scatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * What a layer makes of a wrong size, as a picture. Across stands q, the second moment of a layer's
 * pre-activations; upward the next layer's, g^2 E f(sqrt(q) Z)^2, by theory for wide layers. Stairs
 * between that curve and the diagonal walk from layer to layer: a flat curve leads them to the
 * crossing, a steep one away from it. Both axes are powers of ten, so that a curve's slope is the
 * power of {@link GainTable#power}.
 *
 * <pre>{@code
 * Cobweb.of(TANH, RELU, SILU).plot()              // each with its own gain
 * Cobweb.of(SILU).gain(1.5).after(SILU, 4, 50)    // the q that 4 has become 50 layers on
 * }</pre>
 */
public final class Cobweb {
  /** The picture shows q from 10^-DECADES to 10^DECADES. */
  private static final double DECADES = 1;

  private static final int POINTS = 81;

  private final List<Activation> activations;
  private final double gain;
  private final double[] starts;
  private final int layers;

  private Cobweb(List<Activation> activations, double gain, double[] starts, int layers) {
    this.activations = activations;
    this.gain = gain;
    this.starts = starts;
    this.layers = layers;
  }

  /**
   * A panel for each of these, with the gain that maps q = 1 to itself, {@link Gain#secondMoment}:
   * eight layers, from q = 2 and from q = 1/2.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Cobweb of(Activation... activations) {
    Args.atLeast(1, activations.length, "the number of activations", "Such as TANH.");
    return new Cobweb(List.of(activations), Double.NaN, new double[] {2, 0.5}, 8);
  }

  /** The same with this gain for every activation. */
  public Cobweb gain(double other) {
    Args.positive(other, "the gain", "1 is LeCun's rule.");
    return new Cobweb(activations, other, starts, layers);
  }

  /** The same with stairs from these q, each positive and finite. */
  public Cobweb from(double... q) {
    for (double start : q) {
      Args.positive(start, "a q to start from", "1 is the size that is due.");
    }
    return new Cobweb(activations, gain, q.clone(), layers);
  }

  /** The same with stairs of so many layers. */
  public Cobweb layers(int count) {
    Args.atLeast(1, count, "the number of layers", "8 show where stairs lead.");
    return new Cobweb(activations, gain, starts, count);
  }

  /**
   * The q that a q has become so many layers on; 0 or infinity where it left what doubles hold.
   *
   * @throws IllegalArgumentException unless q is positive and finite
   */
  public double after(Activation f, double q, int layers) {
    return walk(f, q, layers).get(layers);
  }

  /** q of this layer, of the next, and so on. */
  private List<Double> walk(Activation f, double q, int layers) {
    Args.positive(q, "q", "1 is the size that is due.");
    MeanField field = field(f);
    List<Double> walked = new ArrayList<>(List.of(q));
    for (int l = 0; l < layers; l++) {
      Progress.checkInterrupted();
      walked.add(field.variance(Math.min(walked.get(l), Double.MAX_VALUE)));
    }
    return walked;
  }

  private MeanField field(Activation f) {
    return MeanField.of(f).gain(gainOf(f));
  }

  private double gainOf(Activation f) {
    return Double.isNaN(gain) ? Gain.secondMoment(f) : gain;
  }

  /** A panel for each activation: the curve, the diagonal, and the stairs. */
  public Scatter plot() {
    Scatter picture =
        Scatter.of("What a layer makes of a wrong size")
            .axes("log10 q, this layer", "log10 q, next layer");
    for (Activation f : activations) {
      picture = panel(picture, f);
    }
    return picture;
  }

  private Scatter panel(Scatter picture, Activation f) {
    MeanField field = field(f);
    double[] exponents = IntStream.range(0, POINTS).mapToDouble(Cobweb::at).toArray();
    double[] next = DoubleStream.of(exponents).map(Cobweb::power).map(field::variance).toArray();
    double[] ends = {-DECADES, DECADES};
    Scatter panel =
        picture
            .panel(f.name() + ", gain " + Numbers.brief(gainOf(f), 3))
            .line("identity: no change", ends, ends)
            .line("next q", exponents, DoubleStream.of(next).map(Math::log10).toArray());
    for (double start : starts) {
      panel = stairs(panel, f, start);
    }
    return panel;
  }

  /** Up or down to the curve, then across to the diagonal, until the picture ends. */
  private Scatter stairs(Scatter panel, Activation f, double start) {
    List<Double> x = new ArrayList<>();
    List<Double> y = new ArrayList<>();
    double here = Math.log10(start);
    for (double q : walk(f, start, layers)) {
      double next = Math.log10(q);
      if (Math.abs(next) > DECADES) {
        break;
      }
      x.addAll(List.of(here, next));
      y.addAll(List.of(next, next));
      here = next;
    }
    if (x.isEmpty()) {
      return panel;
    }
    String name = (start > 1 ? "too large: q " : "too small: q ") + Numbers.brief(start, 3);
    double[] first = {x.get(0)};
    return panel.line(name, numbers(x), numbers(y)).points(name, first, first);
  }

  private static double at(int point) {
    return DECADES * (2.0 * point / (POINTS - 1) - 1);
  }

  private static double power(double exponent) {
    return Math.pow(10, exponent);
  }

  private static double[] numbers(List<Double> list) {
    return list.stream().mapToDouble(v -> v).toArray();
  }

  @Override
  public String toString() {
    return "cobweb of " + activations.stream().map(Activation::name).toList();
  }
}
