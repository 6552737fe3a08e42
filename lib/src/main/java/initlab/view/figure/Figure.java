package initlab.view.figure;

import initlab.base.Args;
import initlab.view.Displayable;
import initlab.view.draw.Picture;
import initlab.view.draw.Sizes;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Panels side by side on one y axis, as PNG, SVG and words. Immutable; the same data give the same
 * bytes on one machine (fonts differ from machine to machine).
 */
public final class Figure implements Displayable {
  private final String title;
  private final List<Panel> panels;
  private final Scale scale;
  private final Sizes look;

  private Figure(String title, List<Panel> panels, Scale scale, Sizes look) {
    this.title = title;
    this.panels = panels;
    this.scale = scale;
    this.look = look;
  }

  /**
   * A figure for a page, 800 x 400 (560 x 360 for one panel), in which everything shows, or where
   * that takes more than 80 decades, the 80 around 1.
   *
   * @throws IllegalArgumentException if there is no panel, or some are in decades and some are not
   */
  public static Figure of(String title, Panel... panels) {
    List<Panel> list = List.of(panels);
    Args.notBlank(title, "title");
    Args.that(!list.isEmpty(), "figure \"" + title + "\" has no panels: give it at least one.");
    Args.that(
        list.stream().map(Panel::log).distinct().count() == 1,
        "figure \"" + title + "\" mixes decades and plain values on one y axis: draw two figures.");
    return new Figure(title, list, Scale.fit(list), Sizes.page(list.size()));
  }

  /** The same figure, readable from the back row: 1280 x 680. */
  public Figure lecture() {
    return new Figure(title, panels, scale, Sizes.lecture());
  }

  /**
   * The same figure between two levels, in decades where y is in decades: {@code window(-40, 40)}.
   * What lies outside is clipped, and the exit marked.
   *
   * @throws IllegalArgumentException unless lo < hi and both are finite
   */
  public Figure window(double lo, double hi) {
    Args.that(
        lo < hi && Double.isFinite(hi - lo),
        String.format(
            Locale.ROOT,
            "window(lo = %s, hi = %s) needs lo < hi, both finite; in decades, -40 stands for 1e-40.",
            lo,
            hi));
    return new Figure(title, panels, Scale.within(panels, lo, hi), look);
  }

  /** The picture as PNG, at twice its size in pixels. */
  public byte[] png() {
    return picture().png();
  }

  /** The picture as SVG, with the words of {@link #text()} as its title. */
  public String svg() {
    return picture().svg(text());
  }

  /** What the picture shows, curve by curve, in words and numbers: also its alternative text. */
  @Override
  public String text() {
    return FigureWords.figure(title, panels, scale);
  }

  @Override
  public Map<String, String> display() {
    return picture().display(text());
  }

  private Picture picture() {
    return new Picture(
        look.width(), look.height(), new FigurePainter(title, panels, scale, look)::paint);
  }

  @Override
  public String toString() {
    return text();
  }
}
