package initlab.view.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Puts labels on a vertical line: each as near as it can be to its place, none on another. */
final class LabelSpacing {
  private LabelSpacing() {}

  /** Neighbouring labels that touch, and move as one. */
  private record Block(List<Integer> members, double start, double sumOfStarts) {}

  static boolean fits(int count, double row, double top, double bottom) {
    return count * row <= bottom - top + 1e-9;
  }

  /**
   * Centres for labels of equal height, in the order of the wishes: at least {@code row} apart,
   * within {@code [top, bottom]}, with the least sum of squared moves.
   */
  static double[] place(double[] wished, double row, double top, double bottom) {
    List<Block> blocks = new ArrayList<>();
    IntStream.range(0, wished.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> wished[i]))
        .forEach(
            i ->
                push(
                    blocks,
                    block(List.of(i), wished[i] - row / 2, row, top, bottom),
                    row,
                    top,
                    bottom));
    double[] centres = new double[wished.length];
    for (Block b : blocks) {
      for (int k = 0; k < b.members.size(); k++) {
        centres[b.members.get(k)] = b.start + (k + 0.5) * row;
      }
    }
    return centres;
  }

  private static Block block(
      List<Integer> members, double sumOfStarts, double row, double top, double bottom) {
    double best = sumOfStarts / members.size();
    double start = Math.max(top, Math.min(bottom - members.size() * row, best));
    return new Block(members, start, sumOfStarts);
  }

  private static void push(List<Block> blocks, Block next, double row, double top, double bottom) {
    Block last = next;
    while (!blocks.isEmpty()) {
      Block above = blocks.get(blocks.size() - 1);
      if (above.start + above.members.size() * row <= last.start) {
        break;
      }
      blocks.remove(blocks.size() - 1);
      List<Integer> members = new ArrayList<>(above.members);
      members.addAll(last.members);
      double shift = last.members.size() * above.members.size() * row;
      last = block(members, above.sumOfStarts + last.sumOfStarts - shift, row, top, bottom);
    }
    blocks.add(last);
  }
}
