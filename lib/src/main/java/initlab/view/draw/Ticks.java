package initlab.view.draw;

import initlab.base.Numbers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Where an axis has its ticks, and what they say; the numbers of one axis have one style. */
public final class Ticks {
  /** More ticks than this stand on no axis, whatever rounding makes of its ends. */
  private static final int MOST = 1000;

  private Ticks() {}

  /** Chooses the ticks of an axis. */
  @FunctionalInterface
  public interface Chooser {
    /** Ticks from lo to hi, in their order, at most so many. */
    List<Tick> between(double lo, double hi, int most);
  }

  /** The round numbers from lo to hi, 1, 2 or 5 times a power of ten apart, at most so many. */
  public static double[] between(double lo, double hi, int most) {
    return apart(step(lo, hi, most), lo, hi);
  }

  /** The multiples of a step from lo to hi; where it is lost in rounding, lo alone. */
  private static double[] apart(double step, double lo, double hi) {
    if (!(step > 0 && hi > lo && Math.abs(lo) / step < 1e15)) {
      return new double[] {lo};
    }
    long first = (long) Math.ceil(lo / step - 1e-9);
    long last = (long) Math.floor(hi / step + 1e-9);
    return LongStream.rangeClosed(first, Math.min(last, first + MOST))
        .mapToDouble(k -> k * step)
        .toArray();
  }

  /** The least 1, 2 or 5 times a power of ten that has at most so many ticks. */
  private static double step(double lo, double hi, int most) {
    double least = (hi - lo) / Math.max(1, most);
    double power = Math.pow(10, Math.floor(Math.log10(least)));
    return Arrays.stream(new double[] {1, 2, 5})
        .map(k -> k * power)
        .filter(s -> s >= least * 0.999)
        .findFirst()
        .orElse(10 * power);
  }

  /** Round numbers. */
  public static List<Tick> round(double lo, double hi, int most) {
    return spelled(between(lo, hi, most));
  }

  /**
   * Round numbers, and both ends whatever they are: a reader wants to know how many layers there
   * were. Round numbers too near to an end give way.
   */
  public static List<Tick> withEnds(double lo, double hi, int most) {
    return withEnds(step(lo, hi, most), lo, hi);
  }

  private static List<Tick> withEnds(double step, double lo, double hi) {
    double room = 0.6 * step;
    List<Double> at = new ArrayList<>(List.of(lo));
    for (double t : apart(step, lo, hi)) {
      if (t - lo > room && hi - t > room) {
        at.add(t);
      }
    }
    at.add(hi);
    return spelled(at.stream().mapToDouble(t -> t).toArray());
  }

  /** As {@link #withEnds} with no tick between whole numbers, for places that are counted. */
  public static List<Tick> counted(double lo, double hi, int most) {
    return withEnds(Math.max(1, step(lo, hi, most)), lo, hi);
  }

  /**
   * Powers of ten at their exponents: 0.01, 0.1, 1 where none is below 0.001 or above 1000, else
   * all of them as 10 with an exponent.
   */
  public static List<Tick> decades(double lo, double hi, int most) {
    int[] decades =
        Arrays.stream(apart(Math.max(1, step(lo, hi, most)), lo, hi))
            .mapToInt(t -> (int) Math.rint(t))
            .toArray();
    boolean plain = IntStream.of(decades).allMatch(k -> Math.abs(k) <= 3);
    return IntStream.of(decades)
        .mapToObj(k -> plain ? Tick.plain(k, Numbers.brief(Math.pow(10, k), 1)) : Tick.power(k, k))
        .toList();
  }

  /**
   * Powers of ten at their exponents, and the greatest number whatever it is: of an axis in decades
   * whose end a reader wants to know, such as the last step. A power too near to it gives way.
   */
  public static List<Tick> decadesWithEnd(double lo, double hi, int most) {
    double room = 0.6 * Math.max((hi - lo) / Math.max(1, most), 1e-9);
    List<Tick> ticks = new ArrayList<>();
    for (Tick tick : decades(lo, hi, Math.max(1, most - 1))) {
      if (hi - tick.at() > room) {
        ticks.add(tick);
      }
    }
    ticks.add(Tick.plain(hi, Numbers.brief(Math.pow(10, hi), 3)));
    return List.copyOf(ticks);
  }

  /** Numbers as they are; where some need a power of ten, all but 0 have one. */
  private static List<Tick> spelled(double[] at) {
    double most = Arrays.stream(at).map(Math::abs).max().orElse(0);
    double least = at.length < 2 ? most : at[1] - at[0];
    int digits = most > 0 ? (int) Math.max(6, Math.min(17, 2 + Math.log10(most / least))) : 6;
    List<String> words = Arrays.stream(at).mapToObj(t -> Numbers.brief(t, digits)).toList();
    boolean mixed = words.stream().anyMatch(w -> w.contains("e"));
    List<Tick> ticks = new ArrayList<>();
    for (int i = 0; i < at.length; i++) {
      boolean power = mixed && at[i] != 0 && !words.get(i).contains("e");
      ticks.add(Tick.plain(at[i], power ? withPower(at[i], digits) : words.get(i)));
    }
    return ticks;
  }

  private static String withPower(double v, int digits) {
    int k = (int) Math.floor(Math.log10(Math.abs(v)) + 1e-9);
    return Numbers.brief(v / Math.pow(10, k), digits) + "e" + k;
  }
}
