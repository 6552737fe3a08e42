package initlab.nn.layer;

import initlab.base.Args;
import initlab.nn.Signal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The window of a convolution.
 *
 * @param size taps in each dimension: one for texts, two for images, three for volumes
 * @param stride places between neighbouring windows, in every dimension
 * @param padding zeros at either end of every dimension; {@link #SAME} for as many as keep all
 *     places
 * @param dilation places between neighbouring taps
 * @param transposed whether it spreads instead of gathers
 */
record Stencil(List<Integer> size, int stride, int padding, int dilation, boolean transposed) {
  static final int SAME = -1;

  private static final List<String> NAMES = List.of("depth", "height", "width");

  Stencil {
    size = List.copyOf(size);
    size.forEach(k -> Args.atLeast(1, k, "the kernel size", "1 is a layer of one tap."));
    Args.atLeast(1, stride, "the stride", "1 visits every place.");
    Args.atLeast(1, dilation, "the dilation", "1 takes neighbouring places.");
    if (padding == SAME) {
      keepsPlaces(size, stride);
    } else {
      Args.atLeast(0, padding, "the padding", "0 adds none; .same() keeps all places.");
    }
  }

  private static void keepsPlaces(List<Integer> size, int stride) {
    if (stride > 1) {
      throw Args.bad(
          "the stride of a convolution that is to keep all places",
          stride,
          "1",
          "Say padding(" + size.get(0) / 2 + ") instead of same().");
    }
    for (int k : size) {
      if (k % 2 == 0) {
        throw Args.bad(
            "the kernel size of a convolution that is to keep all places",
            k,
            "odd",
            "Take " + (k + 1) + ", or padding(...) instead of same().");
      }
    }
  }

  /** A window that visits every place. */
  static Stencil of(Integer... size) {
    return new Stencil(List.of(size), 1, 0, 1, false);
  }

  Stencil stride(int other) {
    return new Stencil(size, other, padding, dilation, transposed);
  }

  Stencil padding(int other) {
    return new Stencil(size, stride, other, dilation, transposed);
  }

  Stencil dilation(int other) {
    return new Stencil(size, stride, padding, other, transposed);
  }

  Stencil spreading() {
    return new Stencil(size, stride, padding, dilation, true);
  }

  /**
   * What one sample becomes.
   *
   * @throws IllegalArgumentException if the signal has dimensions that the window has not, or
   *     nothing is left
   */
  Signal out(Signal in, int channels) {
    List<Axis> axes = axes(in);
    List<Integer> out =
        axes.stream().map(axis -> transposed ? axis.spread() : axis.windows()).toList();
    return new Signal(out.get(0), out.get(1), out.get(2), channels);
  }

  /** The places over which its windows slide: those that go in, or, transposed, come out. */
  Grid grid(Signal in, int channels) {
    List<Axis> axes = axes(in);
    return new Grid(
        axes.stream().map(axis -> transposed ? axis.over(axis.spread()) : axis).toList(),
        Math.max(in.channels(), channels));
  }

  private List<Axis> axes(Signal in) {
    List<Integer> places = List.of(in.depth(), in.height(), in.width());
    int others = places.size() - size.size();
    for (int d = 0; d < others; d++) {
      if (places.get(d) > 1) {
        throw Args.bad(
            "the " + NAMES.get(d) + " of the input",
            places.get(d),
            "1 for a kernel of " + this,
            "Take Conv" + (places.size() - d) + "d.");
      }
    }
    return IntStream.range(0, places.size())
        .mapToObj(d -> axis(NAMES.get(d), places.get(d), d - others))
        .toList();
  }

  private Axis axis(String name, int places, int dimension) {
    if (dimension < 0) {
      return new Axis(name, places, 1, 1, 0, 1);
    }
    int taps = size.get(dimension);
    long same = (long) dilation * (taps / 2);
    int pad = padding == SAME ? (int) Math.min(same, Integer.MAX_VALUE) : padding;
    return new Axis(name, places, taps, stride, pad, dilation);
  }

  /** Such as "3 x 3, stride 2". */
  @Override
  public String toString() {
    String taps = size.stream().map(String::valueOf).collect(Collectors.joining(" x "));
    return taps
        + (transposed ? ", transposed" : "")
        + (stride == 1 ? "" : ", stride " + stride)
        + (padding == SAME ? ", same" : padding == 0 ? "" : ", padding " + padding)
        + (dilation == 1 ? "" : ", dilation " + dilation);
  }
}
