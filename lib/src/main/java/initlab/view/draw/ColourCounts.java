package initlab.view.draw;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How often each colour occurs in a picture: a hash table of plain numbers, for a million pixels
 * are counted while a reader waits for the first figure.
 */
final class ColourCounts {
  /** A power of 2. */
  static final int SLOTS = 1 << 16;

  private static final int TAKEN = 0xFF000000;

  private final int[] keys = new int[SLOTS];
  private final int[] counts = new int[SLOTS];
  private int distinct;

  private ColourCounts() {}

  /** Counts 0xRRGGBB; empty for a picture of more colours than a figure ever has. */
  static Optional<ColourCounts> of(int[] pixels) {
    ColourCounts colours = new ColourCounts();
    int from = 0;
    for (int i = 1; i <= pixels.length && colours.distinct < SLOTS / 2; i++) {
      // Most pixels are like their neighbour.
      if (i == pixels.length || pixels[i] != pixels[from]) {
        colours.count(pixels[from], i - from);
        from = i;
      }
    }
    return colours.distinct < SLOTS / 2 ? Optional.of(colours) : Optional.empty();
  }

  private void count(int rgb, int times) {
    int slot = slot(rgb);
    distinct += keys[slot] == 0 ? 1 : 0;
    keys[slot] = rgb | TAKEN;
    counts[slot] += times;
  }

  /** Where this colour is counted. */
  int slot(int rgb) {
    int key = rgb | TAKEN;
    int slot = (key * 0x9E3779B1) >>> 16;
    while (keys[slot] != key && keys[slot] != 0) {
      slot = (slot + 1) & (SLOTS - 1);
    }
    return slot;
  }

  int rgb(int slot) {
    return keys[slot] & 0xFFFFFF;
  }

  /** The slots that are taken, those of the most frequent colours first. */
  List<Integer> byFrequency() {
    List<Integer> slots = new ArrayList<>();
    for (int slot = 0; slot < SLOTS; slot++) {
      if (keys[slot] != 0) {
        slots.add(slot);
      }
    }
    slots.sort(
        Comparator.<Integer>comparingInt(slot -> -counts[slot]).thenComparing(slot -> rgb(slot)));
    return slots;
  }
}
