package initlab.web;

import initlab.math.Band;
import initlab.math.Interval;
import initlab.study.experiment.AlongCircle;
import initlab.theory.MeanField;
import java.util.List;

/**
 * What the live parts beside the standard figure ask of the library. As {@link Live}, it knows no
 * browser, and refuses in sentences for the reader.
 */
public final class Parts {
  private final Growing angles = new Growing();
  private final Growing losses = new Growing();
  private final Growing formats = new Growing();
  private final Growing functions = new Growing();
  private double[] angleTheory = new double[0];
  private Object angleSetting = "";

  private static MeanField field(String activation, double sigmaW, double sigmaB) {
    return MeanField.of(Typed.activation(activation)).gain(sigmaW).bias(sigmaB * sigmaB);
  }

  /** The plane of an activation's name, or of a formula in x. */
  public static Plane plane(String activation) {
    return Plane.of(Typed.activation(activation));
  }

  /**
   * Where it has its edge of chaos, for each sigma_b of {@link #plane}; NaN where there is none.
   */
  public static double[] edge(String activation) {
    return Plane.edge(Typed.activation(activation));
  }

  /**
   * One place of the plane.
   *
   * @param whole whether to wait for c and depth beyond the edge of chaos, which takes longer
   */
  public static Place place(String activation, double sigmaW, double sigmaB, boolean whole) {
    MeanField field = field(activation, sigmaW, sigmaB);
    return whole ? Place.whole(field) : Place.soon(field);
  }

  /** The cosine of two inputs, layer by layer, over so many nets. */
  public Band angles(
      String activation, double sigmaW, double sigmaB, int width, int depth, int seeds) {
    Angles nets = new Angles(field(activation, sigmaW, sigmaB), width, depth);
    String setting = String.join(" ", activation, "" + sigmaW, "" + sigmaB, width + " " + depth);
    return angles.upTo(setting, seeds, nets::measured);
  }

  /** Theory's cosine up to this layer; a call for a few layers more goes on from there. */
  public double[] angleTheory(String activation, double sigmaW, double sigmaB, int layers) {
    String setting = String.join(" ", activation, "" + sigmaW, "" + sigmaB);
    if (!setting.equals(angleSetting)) {
      angleSetting = setting;
      angleTheory = new double[0];
    }
    Angles nets = new Angles(field(activation, sigmaW, sigmaB), 1, 1);
    angleTheory = nets.theory(layers, angleTheory);
    return angleTheory.clone();
  }

  /** An activation, and what a gain makes of the variance in so many layers. */
  public static GainWalk gainWalk(String activation, double gain, int layers) {
    return GainWalk.of(Typed.activation(activation), gain, layers);
  }

  /** The loss before step one of so many words, over the size of logits. */
  public static LossLine lossLine(int vocabulary) {
    return LossLine.of(vocabulary);
  }

  /** The same where logits have this standard deviation. */
  public static LossLine.Here lossHere(int vocabulary, double std) {
    return LossLine.Here.of(vocabulary, std);
  }

  /** The loss of so many batches of drawn logits, each from a seed of its own. */
  public double[] losses(int vocabulary, double std, int seeds) {
    List<double[]> all =
        losses.all(
            vocabulary + " " + std,
            seeds,
            seed -> new double[] {LossLine.drawn(vocabulary, std, seed)});
    return all.stream().mapToDouble(loss -> loss[0]).toArray();
  }

  /** By theory, the layer at which a net leaves each number format. */
  public static Formats formats(String activation, double gain, int width, int depth) {
    return new Formats.Net(Typed.activation(activation), gain, width, depth).theory();
  }

  /** That layer, measured: a number for each format, over so many nets. */
  public Band formatDepths(String activation, double gain, int width, int depth, int seeds) {
    Formats.Net net = new Formats.Net(Typed.activation(activation), gain, width, depth);
    String setting = String.join(" ", activation, "" + gain, width + " " + depth);
    return formats.upTo(setting, seeds, net::measured);
  }

  /**
   * The functions of so many nets along a circle of inputs.
   *
   * @param shown how many of them are given whole
   */
  public Functions functions(
      String activation, double sigmaW, double sigmaB, int width, int depth, int shown, int seeds) {
    MeanField field = field(activation, sigmaW, sigmaB);
    Circle circle = new Circle(field, width, depth);
    String setting = String.join(" ", activation, "" + sigmaW, "" + sigmaB, width + " " + depth);
    List<double[]> all = functions.all(setting, seeds, circle::output);
    double[] crossings = all.stream().mapToDouble(Circle::crossings).toArray();
    return new Functions(
        all.subList(0, Math.min(shown, seeds)), Interval.of(crossings), expected(circle, sigmaW));
  }

  /** NaN where theory knows none: the functions are seen all the same. */
  private static double expected(Circle circle, double sigmaW) {
    MeanField field = circle.field();
    try {
      return AlongCircle.of(field.activation(), circle.width(), circle.depth())
          .bias(field.biasVariance())
          .expectedCrossings(sigmaW);
    } catch (IllegalArgumentException | ArithmeticException none) {
      return Double.NaN;
    }
  }

  /**
   * Functions before step one.
   *
   * @param outputs of some nets, once around the circle
   * @param crossings how often an output changes its sign, over all nets: median, 5 % and 95 %
   * @param expected the mean of that by theory for wide nets; NaN where it knows none
   */
  public record Functions(List<double[]> outputs, Interval crossings, double expected) {}
}
