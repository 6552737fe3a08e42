package initlab.math;

import initlab.base.Args;
import java.util.Arrays;

/**
 * A window that slides along lines of places, as a kernel does over images that were laid out as
 * lines, their padding included.
 *
 * <p>A place carries numbers of so many channels. The window at place i of a line sees its taps t
 * at the places i + shift(t), and makes of them
 *
 * <pre>y(i) = sum over t of x(i + shift(t)) W(t)</pre>
 *
 * <p>for x(i) (1 x in), y(i) (1 x out) and W(t) (in x out). The W(t) stand one below another in one
 * matrix. In groups, each group of outputs sees its own group of inputs alone: W(t) is (in / groups
 * x out).
 */
public final class SlidingWindow {
  private final int[] shifts;
  private final int length;
  private final int count;
  private final int in;
  private final int out;
  private final int groups;

  /**
   * A window.
   *
   * @param shifts for each tap, how far ahead it looks; not modified
   * @param length places of a line of x
   * @param count places of a line of y
   * @param in channels of x
   * @param out channels of y
   * @param groups into which both are divided; divides both
   * @throws IllegalArgumentException if a tap looks beyond its line, or groups do not divide
   */
  public SlidingWindow(int[] shifts, int length, int count, int in, int out, int groups) {
    Args.atLeast(1, count, "the places of y", "A window has one place at least.");
    int most = Arrays.stream(shifts).max().orElse(0);
    if (Arrays.stream(shifts).anyMatch(shift -> shift < 0) || most > length - count) {
      throw Args.bad("a shift", most, "0 to " + (length - count), "Lengthen the line.");
    }
    if (in % groups != 0 || out % groups != 0) {
      throw Args.bad("groups", groups, "a divisor of " + in + " and of " + out, "1 always is.");
    }
    this.shifts = shifts.clone();
    this.length = length;
    this.count = count;
    this.in = in;
    this.out = out;
    this.groups = groups;
  }

  /** How many taps. */
  public int taps() {
    return shifts.length;
  }

  /** How far ahead this tap looks. */
  public int shift(int tap) {
    return shifts[tap];
  }

  /** Places of a line of x. */
  public int length() {
    return length;
  }

  /** Places of a line of y. */
  public int count() {
    return count;
  }

  /** Channels of x. */
  public int in() {
    return in;
  }

  /** Channels of y. */
  public int out() {
    return out;
  }

  /** Into how many groups both are divided. */
  public int groups() {
    return groups;
  }

  /** Channels of x in a group. */
  public int groupIn() {
    return in / groups;
  }

  /** Channels of y in a group. */
  public int groupOut() {
    return out / groups;
  }
}
