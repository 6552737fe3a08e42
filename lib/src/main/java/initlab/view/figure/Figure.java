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
  private final List<Scale> scales;
  private final Sizes look;
  private final String words;

  private Figure(String title, List<Panel> panels, List<Scale> scales, Sizes look, String words) {
    this.title = title;
    this.panels = panels;
    this.scales = scales;
    this.look = look;
    this.words = words;
  }

  /**
   * A figure for a page, 800 x 400 (560 x 360 for one panel), in which everything shows, or where
   * that takes more than 80 decades, the 80 around 1. The panels share one range of y, unless one
   * of them would fill less than 30 % of it, or some are in decades and some are not: then each has
   * its own, and the key says so.
   *
   * @throws IllegalArgumentException if the title is blank, there is no panel, or one is in decades
   *     and holds a negative value
   */
  public static Figure of(String title, Panel... panels) {
    List<Panel> list = List.of(panels);
    Args.notBlank(title, "title");
    Args.that(!list.isEmpty(), "figure \"" + title + "\" has no panels: give it at least one.");
    list.forEach(Panel::requireDrawable);
    return new Figure(title, list, Scale.each(list), Sizes.page(list.size()), "");
  }

  /**
   * The same figure with one range of y for all panels, to compare heights.
   *
   * @throws IllegalArgumentException if some panels are in decades and some are not
   */
  public Figure sameScale() {
    Args.that(
        panels.stream().map(Panel::log).distinct().count() == 1,
        "figure \"" + title + "\" mixes decades and plain values on one y axis: draw two figures.");
    Scale one = Scale.fit(panels);
    return new Figure(title, panels, panels.stream().map(p -> one).toList(), look, words);
  }

  /** The same figure with a range of y for each panel, to see what is in each. */
  public Figure ownScales() {
    List<Scale> own = panels.stream().map(p -> Scale.fit(List.of(p))).toList();
    return new Figure(title, panels, own, look, words);
  }

  /** The same figure, readable from the back row: 1280 x 680. */
  @Override
  public Figure lecture() {
    return new Figure(title, panels, scales, Sizes.lecture(), words);
  }

  /**
   * The same figure with these words in place of its own, where what matters is not the curves'
   * ends; they too are to be computed from the data.
   *
   * @throws IllegalArgumentException if they are blank
   */
  public Figure saying(String others) {
    Args.notBlank(others, "the words");
    return new Figure(title, panels, scales, look, others);
  }

  /** What the picture shows, curve by curve, in words and numbers: also its alternative text. */
  @Override
  public String text() {
    return words.isEmpty() ? FigureWords.figure(title, panels, scales) : words;
  }

  @Override
  public Picture picture() {
    return new Picture(
        look.width(), look.height(), new FigurePainter(title, panels, scales, look)::paint);
  }

  @Override
  public String toString() {
    return text();
  }
}
