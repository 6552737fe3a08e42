package initlab.nn.layer;

import initlab.base.Args;
import initlab.nn.Layer;
import initlab.nn.Memory;
import initlab.nn.Signal;
import java.util.List;

/**
 * Pooling: of each window of places one number a channel, the largest or the average. Windows are
 * as long as size says in each dimension that the signal has: along a text, over an image, through
 * a volume. An image of a single row is pooled as a text is. Places behind the last whole window
 * are left out.
 *
 * <p>The gradient of a largest number goes to where it was, the first place where there are
 * several; that of an average to all its places alike.
 *
 * @param largest whether it takes the largest
 * @param size of a window in each dimension; 0 for a window over all places
 * @param stride places between neighbouring windows
 */
public record Pool(boolean largest, int size, int stride) implements Layer {
  private static final int CHOSEN = 0; // the tap at which each maximum was

  public Pool {
    Args.atLeast(0, size, "the size of a window", "2 halves an image in each dimension.");
    Args.atLeast(1, stride, "the stride", "1 visits every place.");
  }

  /** The largest of each window of this size; windows stand side by side. */
  public static Pool max(int size) {
    return new Pool(true, sized(size), size);
  }

  /** The average of each window of this size; windows stand side by side. */
  public static Pool average(int size) {
    return new Pool(false, sized(size), size);
  }

  private static int sized(int size) {
    return Args.atLeast(1, size, "the size of a window", "Pool.global() takes all places.");
  }

  /** The average over all places: (places x channels) becomes a vector of so many channels. */
  public static Pool global() {
    return new Pool(false, 0, 1);
  }

  /** The same with windows so many places apart, so that they may overlap. */
  public Pool stride(int places) {
    return new Pool(largest, size, places);
  }

  @Override
  public Signal out(Signal in) {
    List<Integer> left = axes(in).stream().map(Axis::windows).toList();
    return new Signal(left.get(0), left.get(1), left.get(2), in.channels());
  }

  private List<Axis> axes(Signal in) {
    boolean volume = in.depth() > 1;
    return List.of(
        axis("depth", in.depth(), volume),
        axis("height", in.height(), volume || in.height() > 1),
        axis("width", in.width(), true));
  }

  private Axis axis(String name, int places, boolean pooled) {
    int taps = size == 0 ? places : pooled ? size : 1;
    return new Axis(name, places, taps, pooled && size > 0 ? stride : 1, 0, 1);
  }

  @Override
  public void forward(Memory m) {
    PoolWindows windows = new PoolWindows(axes(m.in()));
    if (largest) {
      windows.largest(m.x(), m.z(), m.keep(CHOSEN, m.z().numRows, m.z().numCols));
    } else {
      windows.average(m.x(), m.z());
    }
  }

  @Override
  public void backward(Memory m) {
    PoolWindows windows = new PoolWindows(axes(m.in()));
    m.dx().zero();
    if (largest) {
      windows.toLargest(m.dz(), m.keep(CHOSEN, m.dz().numRows, m.dz().numCols), m.dx());
    } else {
      windows.toAll(m.dz(), m.dx());
    }
  }

  @Override
  public boolean needsInput() {
    return false;
  }

  @Override
  public String toString() {
    return size == 0 ? "global pool" : (largest ? "max" : "average") + " pool " + size;
  }
}
