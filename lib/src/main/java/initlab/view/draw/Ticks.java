package initlab.view.draw;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Round numbers on an axis: 1, 2 or 5 times a power of ten apart. */
public final class Ticks {
  private Ticks() {}

  /** The round numbers from lo to hi, at most so many. */
  public static double[] between(double lo, double hi, int most) {
    double least = (hi - lo) / Math.max(1, most);
    double power = Math.pow(10, Math.floor(Math.log10(least)));
    double step =
        Arrays.stream(new double[] {1, 2, 5, 10})
            .map(k -> k * power)
            .filter(s -> s >= least * 0.999)
            .findFirst()
            .orElse(10 * power);
    int first = (int) Math.ceil(lo / step - 1e-9);
    int last = (int) Math.floor(hi / step + 1e-9);
    return IntStream.rangeClosed(first, last).mapToDouble(k -> k * step).toArray();
  }
}
