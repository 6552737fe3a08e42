package initlab.view.draw;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferInt;
import java.awt.image.IndexColorModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A picture with at most 256 colours, which a PNG keeps in half of the bytes. A figure has few
 * colours and the blends at the edges of its lines; a blend moves by a step that no eye sees.
 */
final class PalettePng {
  private static final int MOST = 256;

  /** So many of the most frequent colours never move: lines, bands and paper, not blends. */
  private static final int KEPT = 64;

  private PalettePng() {}

  /**
   * The same picture; exactly the same where it has no more than 256 colours, or very many.
   *
   * @param image of TYPE_INT_RGB
   */
  static BufferedImage of(BufferedImage image) {
    int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    return ColourCounts.of(pixels).map(colours -> of(image, pixels, colours)).orElse(image);
  }

  private static BufferedImage of(BufferedImage image, int[] pixels, ColourCounts colours) {
    List<Integer> palette = new ArrayList<>();
    byte[] places = places(colours, palette);
    BufferedImage out =
        new BufferedImage(
            image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, model(palette));
    byte[] bytes = ((DataBufferByte) out.getRaster().getDataBuffer()).getData();
    for (int i = 0; i < bytes.length; i++) {
      boolean same = i > 0 && pixels[i] == pixels[i - 1];
      bytes[i] = same ? bytes[i - 1] : places[colours.slot(pixels[i])];
    }
    return out;
  }

  /** Each colour's place in the palette, which is made: by ever fewer bits, until all fit. */
  private static byte[] places(ColourCounts colours, List<Integer> palette) {
    List<Integer> slots = colours.byFrequency();
    byte[] places = new byte[0];
    for (int bits = 8; places.length == 0 || palette.size() > MOST; bits--) {
      palette.clear();
      places = places(colours, slots, bits, palette);
    }
    return places;
  }

  /**
   * Colours equal in the leading bits of each channel share one palette entry, that of the
   * commonest.
   */
  private static byte[] places(
      ColourCounts colours, List<Integer> slots, int bits, List<Integer> palette) {
    int mask = (0xFF00 >> bits & 0xFF) * 0x010101;
    byte[] places = new byte[ColourCounts.SLOTS];
    Map<Integer, Integer> cells = new HashMap<>();
    int seen = 0;
    for (int slot : slots) {
      int rgb = colours.rgb(slot);
      Integer place = seen++ < KEPT ? null : cells.get(rgb & mask);
      if (place == null) {
        place = palette.size();
        palette.add(rgb);
        cells.putIfAbsent(rgb & mask, place);
      }
      places[slot] = place.byteValue();
    }
    return places;
  }

  private static IndexColorModel model(List<Integer> palette) {
    int[] colours = palette.stream().mapToInt(rgb -> rgb).toArray();
    return new IndexColorModel(8, colours.length, colours, 0, false, -1, DataBuffer.TYPE_BYTE);
  }
}
