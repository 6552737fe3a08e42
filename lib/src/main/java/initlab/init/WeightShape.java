package initlab.init;

import initlab.base.Args;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The shape of a layer's weights as a matrix (rows x cols), and its two fans.
 *
 * <p>fan_in counts the products that enter one output; fan_out counts the outputs that one input
 * reaches. Data are (batch x in) and z = x W, so a dense layer has rows = in and cols = out.
 *
 * @param layer what kind of layer, in words
 * @param rows rows of the weight matrix
 * @param cols columns of the weight matrix
 * @param fans fan_in and fan_out, and where they come from
 * @param kernel the geometry, for convolutions only
 */
public record WeightShape(
    String layer, int rows, int cols, Fans fans, @Nullable ConvKernel kernel) {

  public WeightShape {
    Args.atLeast(1, rows, "rows", "A layer needs at least one input.");
    Args.atLeast(1, cols, "cols", "A layer needs at least one output.");
    Args.given(fans, "fans", "Pass fan_in and fan_out.");
    if ((long) rows * cols > Integer.MAX_VALUE) {
      throw Args.bad(
          "rows x cols", (long) rows * cols, "at most " + Integer.MAX_VALUE, "Make it smaller.");
    }
  }

  /**
   * A layer of your own, by its matrix and its fans.
   *
   * @throws IllegalArgumentException if rows or cols is below 1, or a fan is not positive
   */
  public WeightShape(int rows, int cols, double fanIn, double fanOut) {
    this("layer", rows, cols, Fans.of(fanIn, fanOut), null);
  }

  /** A dense layer: weights (in x out), fan_in = in, fan_out = out. */
  public static WeightShape dense(int in, int out) {
    return matrix("dense layer", in, out, "" + in, "" + out);
  }

  /** A convolution in one dimension: weights (k cin x cout). */
  public static WeightShape conv1d(int k, int cin, int cout) {
    return convolution(new ConvKernel(List.of(k), cin, cout, 1, 1, false));
  }

  /** A convolution: weights (kh kw cin x cout), fan_in = kh kw cin, fan_out = kh kw cout. */
  public static WeightShape conv(int kh, int kw, int cin, int cout) {
    return convolution(new ConvKernel(List.of(kh, kw), cin, cout, 1, 1, false));
  }

  /** A convolution in three dimensions: weights (kd kh kw cin x cout). */
  public static WeightShape conv3d(int kd, int kh, int kw, int cin, int cout) {
    return convolution(new ConvKernel(List.of(kd, kh, kw), cin, cout, 1, 1, false));
  }

  /** A depthwise convolution, each channel by itself: fan_in = fan_out = kh kw. */
  public static WeightShape depthwise(int kh, int kw, int channels) {
    return depthwise(kh, kw, channels, 1);
  }

  /** A depthwise convolution with several outputs for each channel: fan_out = kh kw multiplier. */
  public static WeightShape depthwise(int kh, int kw, int channels, int multiplier) {
    Args.atLeast(1, multiplier, "multiplier", "1 gives as many channels as there were.");
    int out = Counts.product("channels", channels, multiplier);
    return convolution(new ConvKernel(List.of(kh, kw), channels, out, channels, 1, false));
  }

  /** A transposed convolution: weights (cin x kh kw cout); its {@link #stride} divides fan_in. */
  public static WeightShape transposed(int kh, int kw, int cin, int cout) {
    return convolution(new ConvKernel(List.of(kh, kw), cin, cout, 1, 1, true));
  }

  /**
   * A table with a row for each word (vocabulary x width). One product enters each output, for a
   * word is a row of zeros and a single one: fan_in = 1, fan_out = width.
   */
  public static WeightShape embedding(int vocabulary, int width) {
    Fans fans = new Fans(1, positive(width, "width"), "1", "" + width);
    return new WeightShape("embedding", vocabulary, width, fans, null);
  }

  /** The recurrent weights of a simple recurrent layer: (hidden x hidden). */
  public static WeightShape recurrent(int hidden) {
    return recurrent(hidden, 1);
  }

  /** The recurrent weights of all gates side by side (hidden x gates hidden): LSTM 4, GRU 3. */
  public static WeightShape recurrent(int hidden, int gates) {
    Args.atLeast(1, gates, "gates", "1 for a simple layer, 3 for a GRU, 4 for an LSTM.");
    String out = gates == 1 ? "" + hidden : gates + " gates * " + hidden;
    return matrix(
        "recurrent layer", hidden, Counts.product("cols", gates, hidden), "" + hidden, out);
  }

  /** The queries, keys or values of attention: weights (width x heads headWidth). */
  public static WeightShape attention(int width, int heads, int headWidth) {
    int out =
        Counts.product(
            "heads x headWidth", positive(heads, "heads"), positive(headWidth, "headWidth"));
    return matrix("attention projection", width, out, "" + width, heads + " * " + headWidth);
  }

  /** Queries, keys and values in one matrix (width x 3 heads headWidth). */
  public static WeightShape attentionFused(int width, int heads, int headWidth) {
    int out = Counts.product("cols", 3, positive(heads, "heads"), positive(headWidth, "headWidth"));
    String from = "3 * " + heads + " * " + headWidth;
    return matrix("three attention projections in one", width, out, "" + width, from);
  }

  /** What gathers the heads of attention: weights (heads headWidth x width). */
  public static WeightShape attentionOut(int heads, int headWidth, int width) {
    int in =
        Counts.product(
            "heads x headWidth", positive(heads, "heads"), positive(headWidth, "headWidth"));
    return matrix("attention output", in, width, heads + " * " + headWidth, "" + width);
  }

  private static int positive(int n, String name) {
    return Args.atLeast(1, n, name, "A layer needs at least one.");
  }

  private static WeightShape matrix(String layer, int in, int out, String inFrom, String outFrom) {
    positive(in, "the number of inputs");
    positive(out, "the number of outputs");
    return new WeightShape(layer, in, out, new Fans(in, out, inFrom, outFrom), null);
  }

  /** A convolution of any number of dimensions, with its stride and groups, transposed or not. */
  public static WeightShape convolution(ConvKernel kernel) {
    String kind = kernel.transposed() ? "transposed convolution" : "convolution";
    return new WeightShape(kind, kernel.rows(), kernel.cols(), kernel.fans(), kernel);
  }

  /** The same convolution in groups: both fans are divided by their number. */
  public WeightShape groups(int groups) {
    ConvKernel k = convolutional("groups");
    return convolution(
        new ConvKernel(k.size(), k.in(), k.out(), groups, k.stride(), k.transposed()));
  }

  /** The same convolution with a stride: divides fan_out, or fan_in of a transposed one. */
  public WeightShape stride(int stride) {
    ConvKernel k = convolutional("a stride");
    return convolution(
        new ConvKernel(k.size(), k.in(), k.out(), k.groups(), stride, k.transposed()));
  }

  /**
   * The kernel.
   *
   * @throws IllegalArgumentException if this is no convolution
   */
  ConvKernel convolutional(String what) {
    if (kernel == null) {
      throw Args.bad(
          "the layer with " + what, this, "a convolution", "Use WeightShape.conv(3, 3, 64, 128).");
    }
    return kernel;
  }

  /** The products that enter one output. */
  public double fanIn() {
    return fans.in();
  }

  /** The outputs that one input reaches. */
  public double fanOut() {
    return fans.out();
  }

  /**
   * Whether rows stand for outputs and columns for inputs, as in a table from numbers to words, z =
   * x W^T: then fan_in counts a row.
   */
  boolean rowsAreOutputs() {
    return kernel == null && rows != cols && fanIn() == cols && fanOut() == rows;
  }

  /** Rows of W in z = x W, whichever way it lies. */
  int inputs() {
    return rowsAreOutputs() ? cols : rows;
  }

  /** Columns of W in z = x W, whichever way it lies. */
  int outputs() {
    return rowsAreOutputs() ? rows : cols;
  }

  /** How many weights: rows x cols. */
  public int size() {
    return rows * cols;
  }

  @Override
  public String toString() {
    return kernel == null ? rows + " x " + cols : kernel.toString();
  }
}
