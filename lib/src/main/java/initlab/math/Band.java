package initlab.math;

import initlab.base.Args;
import initlab.base.Numbers;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What many seeds gave, layer by layer: the median, and the 5 % and 95 % quantiles. A layer in
 * which any seed gave NaN is NaN; infinite numbers count as what they are, very small or very
 * large.
 *
 * <pre>{@code
 * band.at(50)               // layer 50: median, 5 % and 95 %
 * band.medianInterval(50)   // how well its median is known
 * }</pre>
 */
public final class Band {
  private final List<Interval> layers;
  private final List<Interval> medians;

  /** The samples themselves are not kept: those of a law may be a hundred thousand a layer. */
  private Band(double[][] samples) {
    this(
        Arrays.stream(samples).map(Interval::of).toList(),
        Arrays.stream(samples).map(Interval::ofMedian).toList());
  }

  private Band(List<Interval> layers, List<Interval> medians) {
    this.layers = layers;
    this.medians = medians;
  }

  /**
   * The band of these profiles, one for each seed, one number for each layer. Not modified.
   *
   * @throws IllegalArgumentException if there are none, or they are not equally long
   */
  public static Band of(List<double[]> profiles) {
    Args.atLeast(1, profiles.size(), "the number of profiles", "Measure at least one seed.");
    int layers = profiles.get(0).length;
    for (double[] profile : profiles) {
      if (profile.length != layers) {
        throw Args.bad("a profile's length", profile.length, "" + layers, "One number a layer.");
      }
    }
    double[][] byLayer = new double[layers][profiles.size()];
    for (int seed = 0; seed < profiles.size(); seed++) {
      for (int l = 0; l < layers; l++) {
        byLayer[l][seed] = profiles.get(seed)[l];
      }
    }
    return new Band(byLayer);
  }

  /**
   * The band of these samples, one row for each layer, one number for each seed. Not modified.
   *
   * @throws IllegalArgumentException if a row is empty
   */
  public static Band ofLayers(double[][] samples) {
    return new Band(samples);
  }

  /** How many layers it has: L + 1 where layer 0, the input, is one of them. */
  public int size() {
    return layers.size();
  }

  /**
   * Median, 5 % and 95 % quantile of this layer over the seeds.
   *
   * @param layer counted from 0
   * @throws IllegalArgumentException unless 0 &lt;= layer &lt; size
   */
  public Interval at(int layer) {
    return layers.get(known(layer));
  }

  /**
   * The median of this layer with its own uncertainty, see {@link Interval#ofMedian}.
   *
   * @param layer counted from 0
   * @throws IllegalArgumentException unless 0 &lt;= layer &lt; size
   */
  public Interval medianInterval(int layer) {
    return medians.get(known(layer));
  }

  /** The band of the layers from this one on, counted from 0 again. */
  public Band from(int layer) {
    int first = known(layer);
    return new Band(layers.subList(first, size()), medians.subList(first, size()));
  }

  private int known(int layer) {
    if (layer >= 0 && layer < size()) {
      return layer;
    }
    throw Args.bad("the layer", layer, "0 to " + (size() - 1), "Layer 0 is the input.");
  }

  /** The medians, layer by layer; the array is the caller's own. */
  public double[] median() {
    return each(Interval::median);
  }

  /** The 5 % quantiles, layer by layer; the array is the caller's own. */
  public double[] low() {
    return each(Interval::low);
  }

  /** The 95 % quantiles, layer by layer; the array is the caller's own. */
  public double[] high() {
    return each(Interval::high);
  }

  private double[] each(ToDoubleFunction<Interval> number) {
    return layers.stream().mapToDouble(number).toArray();
  }

  @Override
  public String toString() {
    return "median " + Arrays.stream(median()).mapToObj(Numbers::brief).toList();
  }
}
