package initlab.nn.layer;

import initlab.base.Args;
import java.util.List;

/**
 * How places of images, or of texts and volumes, are laid out as lines over which windows slide.
 *
 * <p>A line holds the places of one sample, padding included, row after row. With a stride of s it
 * holds, one behind another, those that leave the remainder 0 when divided by s, those that leave
 * 1, and so on, in each dimension: then neighbouring windows look at neighbouring places of the
 * line whatever the stride, and tap t is always the same number of places ahead.
 */
final class Grid {
  private final Axis depth;
  private final Axis height;
  private final Axis width;

  /**
   * A grid of three dimensions; those that a window does not slide along have one tap.
   *
   * @param channels the most numbers that a place carries, in the line or in that of its windows
   * @throws IllegalArgumentException if a line has more numbers than an array can
   */
  Grid(List<Axis> axes, int channels) {
    depth = axes.get(0).withinPlaces();
    height = axes.get(1).withinPlaces();
    width = axes.get(2).withinPlaces();
    double numbers = channels * part() * phases();
    if (!(numbers <= Integer.MAX_VALUE)) {
      throw Args.bad(
          "the numbers of one sample with its padding",
          (long) numbers,
          "below 2^31",
          "Take less padding, a smaller stride or fewer channels.");
    }
  }

  private double part() {
    return 1.0 * depth.strided() * height.strided() * width.strided();
  }

  private double phases() {
    return 1.0 * depth.stride() * height.stride() * width.stride();
  }

  /** Places of a line. */
  int length() {
    return (int) (part() * phases());
  }

  /** Places of a line of windows: from the first to the last. */
  int count() {
    return place(depth.windows() - 1, height.windows() - 1, width.windows() - 1) + 1;
  }

  /** Place (d, h, w) of the first part of a line. */
  private int place(int d, int h, int w) {
    return (d * height.strided() + h) * width.strided() + w;
  }

  /** Where a place of the padded image lies in the line. */
  private int inLine(int d, int h, int w) {
    int phase = d % depth.stride();
    phase = phase * height.stride() + h % height.stride();
    phase = phase * width.stride() + w % width.stride();
    int within = place(d / depth.stride(), h / height.stride(), w / width.stride());
    return phase * (int) part() + within;
  }

  /** For each tap, how far ahead of its window it looks. */
  int[] shifts() {
    int[] shifts = new int[depth.taps() * height.taps() * width.taps()];
    int t = 0;
    for (int d = 0; d < depth.taps(); d++) {
      for (int h = 0; h < height.taps(); h++) {
        for (int w = 0; w < width.taps(); w++) {
          shifts[t++] = inLine(d * depth.dilation(), h * height.dilation(), w * width.dilation());
        }
      }
    }
    return shifts;
  }

  /** Where the places of a sample lie in its line. */
  Runs places() {
    int together = width.stride() == 1 ? width.in() : 1;
    int[] starts = new int[depth.in() * height.in() * width.in() / together];
    int r = 0;
    for (int d = 0; d < depth.in(); d++) {
      for (int h = 0; h < height.in(); h++) {
        for (int w = 0; w < width.in(); w += together) {
          starts[r++] = inLine(d + depth.padding(), h + height.padding(), w + width.padding());
        }
      }
    }
    return new Runs(starts, together, length());
  }

  /** Where the windows of a sample lie in their line. */
  Runs windowPlaces() {
    int[] starts = new int[depth.windows() * height.windows()];
    for (int r = 0; r < starts.length; r++) {
      starts[r] = place(r / height.windows(), r % height.windows(), 0);
    }
    return new Runs(starts, width.windows(), count());
  }
}
