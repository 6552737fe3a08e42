package initlab.view.map;

import initlab.base.Args;
import initlab.view.Drawing;
import initlab.view.draw.Picture;
import java.awt.Graphics2D;

/** Two heat maps side by side, for a comparison at one look. Immutable. */
public final class HeatMapPair implements Drawing {
  private final HeatMap left;
  private final HeatMap right;

  private HeatMapPair(HeatMap left, HeatMap right) {
    this.left = left;
    this.right = right;
  }

  /** These two; each keeps its own colours, so that they should show the same thing. */
  public static HeatMapPair of(HeatMap left, HeatMap right) {
    Args.given(left, "the left map", "Such as HeatMap.of(\"Growth\", x, y, values).");
    Args.given(right, "the right map", "Such as HeatMap.of(\"Growth\", x, y, values).");
    return new HeatMapPair(left.half(), right.half());
  }

  /** The same pair, readable from the back row: 1280 x 560. */
  @Override
  public HeatMapPair lecture() {
    return new HeatMapPair(left.halfOfLecture(), right.halfOfLecture());
  }

  @Override
  public Picture picture() {
    Picture one = left.picture();
    Picture other = right.picture();
    int width = one.width() + other.width();
    int height = Math.max(one.height(), other.height());
    return new Picture(width, height, g -> paint(g, one, other));
  }

  private static void paint(Graphics2D g, Picture one, Picture other) {
    one.painter().accept(g);
    g.translate(one.width(), 0);
    other.painter().accept(g);
    g.translate(-one.width(), 0);
  }

  /** What the left one shows, then the right one. */
  @Override
  public String text() {
    return left.text() + "\n" + right.text();
  }

  @Override
  public String toString() {
    return text();
  }
}
