package initlab.view.figure;

import initlab.base.Args;
import initlab.view.Drawing;
import initlab.view.draw.Picture;
import initlab.view.draw.Sizes;
import java.util.List;

/**
 * Panels of curves side by side on one y axis, such as the second moment of activations and of
 * gradients over layers. Immutable.
 */
public final class Figure implements Drawing {
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
  @Override
  public Figure lecture() {
    return new Figure(title, panels, scale, Sizes.lecture());
  }

  /** What the picture shows, curve by curve, in words and numbers: also its alternative text. */
  @Override
  public String text() {
    return FigureWords.figure(title, panels, scale);
  }

  @Override
  public Picture picture() {
    return new Picture(
        look.width(), look.height(), new FigurePainter(title, panels, scale, look)::paint);
  }

  @Override
  public String toString() {
    return text();
  }
}
