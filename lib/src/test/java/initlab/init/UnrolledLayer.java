package initlab.init;

import java.util.Arrays;

/**
 * A small layer written out as one matrix of connections (inputs x outputs), to count fans by.
 * Convolutions go round a ring, or a torus, so that no border is missing neighbours.
 */
final class UnrolledLayer {
  private final boolean[][] connected;

  private UnrolledLayer(int inputs, int outputs) {
    connected = new boolean[inputs][outputs];
  }

  /** Places along each side of the torus, before the stride. */
  static UnrolledLayer of(ConvKernel k, int side) {
    int places = side * (k.size().size() == 1 ? 1 : side);
    int coarse = side / k.stride() * (k.size().size() == 1 ? 1 : side / k.stride());
    int inPlaces = k.transposed() ? coarse : places;
    int outPlaces = k.transposed() ? places : coarse;
    var layer = new UnrolledLayer(inPlaces * k.in(), outPlaces * k.out());
    for (int anchor = 0; anchor < coarse; anchor++) {
      for (int tap = 0; tap < k.taps(); tap++) {
        int place = place(k, side, anchor, tap);
        int from = k.transposed() ? anchor : place;
        int to = k.transposed() ? place : anchor;
        layer.channels(k, from, to);
      }
    }
    return layer;
  }

  private static int place(ConvKernel k, int side, int anchor, int tap) {
    if (k.size().size() == 1) {
      return (anchor * k.stride() + tap) % side;
    }
    int perRow = side / k.stride();
    int row = (anchor / perRow * k.stride() + tap / k.size().get(1)) % side;
    int col = (anchor % perRow * k.stride() + tap % k.size().get(1)) % side;
    return row * side + col;
  }

  private void channels(ConvKernel k, int from, int to) {
    for (int i = 0; i < k.in(); i++) {
      for (int o = 0; o < k.out(); o++) {
        connected[from * k.in() + i][to * k.out() + o] |= i / k.groupIn() == o / k.groupOut();
      }
    }
  }

  private long connections() {
    return Arrays.stream(connected)
        .mapToLong(
            row -> java.util.stream.IntStream.range(0, row.length).filter(o -> row[o]).count())
        .sum();
  }

  /** Products that enter an output, on average over outputs. */
  double fanIn() {
    return (double) connections() / connected[0].length;
  }

  /** Outputs that an input reaches, on average over inputs. */
  double fanOut() {
    return (double) connections() / connected.length;
  }
}
