package initlab.view.draw;

import java.awt.BasicStroke;
import java.awt.Color;

/**
 * How a curve looks: colour, dashes in units of the line's width (none for a solid line), marker.
 */
public record Style(Color color, Dash dash, Marker marker) {
  /** Dash patterns, told apart also where two curves coincide. */
  public enum Dash {
    SOLID,
    DASHED,
    DOTTED,
    MIXED;

    /** Lengths of ink and gap in units of the line's width; a round cap adds one to the ink. */
    private float[] pattern() {
      return switch (this) {
        case SOLID -> new float[0];
        case DASHED -> new float[] {3.2f, 2.2f};
        case DOTTED -> new float[] {0.1f, 2.2f};
        case MIXED -> new float[] {4.5f, 2f, 0.1f, 2f};
      };
    }

    public BasicStroke stroke(float width) {
      int cap = BasicStroke.CAP_ROUND;
      float[] scaled = pattern();
      if (scaled.length == 0) {
        return new BasicStroke(width, cap, BasicStroke.JOIN_ROUND);
      }
      for (int i = 0; i < scaled.length; i++) {
        scaled[i] *= width;
      }
      return new BasicStroke(width, cap, BasicStroke.JOIN_ROUND, 10f, scaled, 0f);
    }

    Dash next() {
      return switch (this) {
        case SOLID -> DASHED;
        case DASHED -> DOTTED;
        case DOTTED -> MIXED;
        case MIXED -> SOLID;
      };
    }
  }

  /** The same hue with the next dashes and marker: for a second curve of one initializer. */
  Style sibling() {
    return new Style(color, dash.next(), marker.next());
  }

  /** The colour darkened until text in it reads on white (contrast 4.5 or more, as WCAG asks). */
  public Color ink() {
    Color ink = color;
    while (contrastOnWhite(ink) < 4.5) {
      ink =
          new Color(
              (int) (ink.getRed() * 0.94),
              (int) (ink.getGreen() * 0.94),
              (int) (ink.getBlue() * 0.94));
    }
    return ink;
  }

  /** The colour as a band shows it, see-through. */
  public Color veil() {
    return new Color(color.getRed(), color.getGreen(), color.getBlue(), 46);
  }

  public static double contrastOnWhite(Color c) {
    double luminance =
        0.2126 * linear(c.getRed()) + 0.7152 * linear(c.getGreen()) + 0.0722 * linear(c.getBlue());
    return 1.05 / (luminance + 0.05);
  }

  private static double linear(int channel) {
    double s = channel / 255.0;
    return s <= 0.04045 ? s / 12.92 : Math.pow((s + 0.055) / 1.055, 2.4);
  }
}
