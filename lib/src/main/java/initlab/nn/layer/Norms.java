package initlab.nn.layer;

import initlab.nn.Role;
import initlab.nn.Signal;
import initlab.nn.Slot;
import java.util.List;

/** What all normalizing layers agree on. */
final class Norms {
  static final double EPSILON = 1e-5;
  static final String EPSILON_CURE = "1e-5 is usual: it keeps equal numbers from a division by 0.";

  private Norms() {}

  /** A scale that begins at 1 and, where it is wanted, a shift that begins at 0. */
  static List<Slot> slots(Signal in, boolean shift) {
    Slot scale = Slot.vector("scale", in.channels(), Role.SCALE);
    return shift ? List.of(scale, Slot.vector("shift", in.channels(), Role.SHIFT)) : List.of(scale);
  }
}
