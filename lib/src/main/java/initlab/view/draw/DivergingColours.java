package initlab.view.draw;

import java.awt.Color;

/**
 * Colours around a middle value: blue below, pale at the middle, orange to brown above. They differ
 * in lightness too, and blue and orange remain distinct to colour-blind readers.
 *
 * @param middle the value that is pale
 * @param reach distance from it at which the colours end
 */
public record DivergingColours(double middle, double reach) {
  /** Where a value is not a number. */
  public static final Color NONE = new Color(0xBDBDBD);

  private static final int STEPS = 20;
  private static final Color[] STOPS = {
    new Color(0x08305C),
    new Color(0x2F7FBF),
    new Color(0xF7F5F0),
    new Color(0xE58A2E),
    new Color(0x702A00)
  };

  /** The colour of a value, in steps that an eye can follow; beyond the reach the last colour. */
  public Color of(double value) {
    if (Double.isNaN(value)) {
      return NONE;
    }
    double t = Math.max(-1, Math.min(1, (value - middle) / reach));
    double at = (Math.rint(t * STEPS) / STEPS + 1) * (STOPS.length - 1) / 2;
    int k = (int) Math.min(STOPS.length - 2, Math.floor(at));
    return mixed(STOPS[k], STOPS[k + 1], at - k);
  }

  /** The hue of a value thinned with paper, so that points on it stand out; never dark. */
  public Color paleOf(double value) {
    return mixed(of(middle + (value - middle) / 2), Sizes.PAPER, 0.55);
  }

  /** A colour on the way from a to b: a for t = 0, b for t = 1. */
  static Color mixed(Color a, Color b, double t) {
    return new Color(
        (int) Math.round(a.getRed() + t * (b.getRed() - a.getRed())),
        (int) Math.round(a.getGreen() + t * (b.getGreen() - a.getGreen())),
        (int) Math.round(a.getBlue() + t * (b.getBlue() - a.getBlue())));
  }
}
