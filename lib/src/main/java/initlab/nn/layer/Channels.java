package initlab.nn.layer;

import initlab.base.Args;
import initlab.nn.Signal;

/**
 * The channels that come out of a convolution.
 *
 * @param count how many; of a depthwise one, how many for each channel that goes in
 * @param groups into which both sides are divided; of a depthwise one each channel is a group
 * @param depthwise whether it is one
 */
record Channels(int count, int groups, boolean depthwise) {

  Channels {
    String what = depthwise ? "the outputs for each channel" : "the output channels";
    Args.atLeast(1, count, what, "A layer needs at least one.");
    Args.atLeast(1, groups, "groups", "1 is an ordinary convolution.");
  }

  Channels groups(int other) {
    Args.that(
        !depthwise, "A depthwise convolution has a group for each channel: leave groups out.");
    return new Channels(count, other, false);
  }

  /** Refuses groups that do not divide both sides. */
  void mustFit(Signal in) {
    if (in.channels() % groups(in) != 0 || out(in) % groups(in) != 0) {
      throw Args.bad(
          "groups",
          groups,
          "a divisor of the "
              + in.channels()
              + " channels that go in and of the "
              + count
              + " that come out",
          "Each group takes its share of both.");
    }
  }

  /** How many come out; more than any signal has where that would be beyond 2^31. */
  int out(Signal in) {
    return depthwise ? (int) Math.min(Integer.MAX_VALUE, (long) count * in.channels()) : count;
  }

  int groups(Signal in) {
    return depthwise ? in.channels() : groups;
  }

  @Override
  public String toString() {
    String more = groups == 1 ? "" : " in " + groups + " groups";
    return depthwise ? "depthwise, times " + count : "to " + count + more;
  }
}
