package initlab.view;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A picture with at most 256 colours, which a PNG keeps in half of the bytes. A figure has few
 * colours and the blends at the edges of its lines; a blend may move by a step that no eye sees.
 */
final class Indexed {
  private static final int MOST = 256;

  /** Of 256 steps in a channel: by so many a blend may move, and by so many more until all fit. */
  private static final int STEP = 4;

  /** So many of the most frequent colours never move: lines, bands and paper, not blends. */
  private static final int KEPT = 64;

  private Indexed() {}

  /** The same picture; exactly the same where it has no more than 256 colours. */
  static BufferedImage of(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
    Map<Integer, Integer> counts = counts(pixels);
    List<Integer> palette = palette(counts);
    Map<Integer, Integer> places = new HashMap<>();
    counts.keySet().forEach(rgb -> places.put(rgb, nearest(rgb, palette)));
    BufferedImage out =
        new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED, model(palette));
    byte[] bytes = new byte[pixels.length];
    for (int i = 0; i < bytes.length; i++) {
      boolean same = i > 0 && pixels[i] == pixels[i - 1];
      bytes[i] = same ? bytes[i - 1] : places.getOrDefault(pixels[i], 0).byteValue();
    }
    out.getRaster().setDataElements(0, 0, width, height, bytes);
    return out;
  }

  /** How often each colour occurs; most pixels are like their neighbour. */
  private static Map<Integer, Integer> counts(int[] pixels) {
    Map<Integer, Integer> counts = new HashMap<>();
    int from = 0;
    for (int i = 1; i <= pixels.length; i++) {
      if (i == pixels.length || pixels[i] != pixels[from]) {
        counts.merge(pixels[from], i - from, Integer::sum);
        from = i;
      }
    }
    return counts;
  }

  /** The most frequent colours, so that none of all is farther from one of them than it must be. */
  private static List<Integer> palette(Map<Integer, Integer> counts) {
    List<Integer> all = new ArrayList<>(counts.keySet());
    all.sort(
        Comparator.<Integer>comparingInt(rgb -> -counts.getOrDefault(rgb, 0))
            .thenComparing(rgb -> rgb));
    List<Integer> palette = all;
    for (int near = STEP; palette.size() > MOST; near += STEP) {
      palette = apart(all, near);
    }
    return palette;
  }

  /** Those kept, and those not near a more frequent one; one too many where there are too many. */
  private static List<Integer> apart(List<Integer> all, int near) {
    List<Integer> palette = new ArrayList<>(all.subList(0, KEPT));
    for (int i = KEPT; i < all.size() && palette.size() <= MOST; i++) {
      int rgb = all.get(i);
      if (palette.stream().noneMatch(chosen -> distance(rgb, chosen) < near)) {
        palette.add(rgb);
      }
    }
    return palette;
  }

  private static int nearest(int rgb, List<Integer> palette) {
    int best = 0;
    for (int i = 1; i < palette.size(); i++) {
      if (distance(rgb, palette.get(i)) < distance(rgb, palette.get(best))) {
        best = i;
      }
    }
    return best;
  }

  /** The largest difference of a channel. */
  static int distance(int a, int b) {
    int red = Math.abs((a >> 16 & 255) - (b >> 16 & 255));
    int green = Math.abs((a >> 8 & 255) - (b >> 8 & 255));
    return Math.max(red, Math.max(green, Math.abs((a & 255) - (b & 255))));
  }

  private static IndexColorModel model(List<Integer> palette) {
    int[] colours = palette.stream().mapToInt(rgb -> rgb).toArray();
    return new IndexColorModel(
        8, colours.length, colours, 0, false, -1, java.awt.image.DataBuffer.TYPE_BYTE);
  }
}
