package initlab.view.map;

import initlab.base.Args;
import initlab.view.Drawing;
import initlab.view.draw.Heading;
import initlab.view.draw.Pen;
import initlab.view.draw.Picture;
import initlab.view.draw.Sizes;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/**
 * Small grey pictures side by side, ten a row or fewer larger ones, each square, with a word below
 * it: {@code Images.of("Digits").and("3", pixels)}. Pixels go from 0, paper, to 1, ink, line after
 * line; what lies beyond counts as 0 or 1. Immutable.
 */
public final class Images implements Drawing {
  private static final int A_ROW = 10;
  private static final int LEAST_A_ROW = 5; // fewer pictures do not grow any more

  private final String title;
  private final List<String> words;
  private final List<double[]> images;
  private final boolean lecture;

  private Images(String title, List<String> words, List<double[]> images, boolean lecture) {
    this.title = title;
    this.words = List.copyOf(words);
    this.images = List.copyOf(images);
    this.lecture = lecture;
  }

  /** No picture yet. */
  public static Images of(String title) {
    return new Images(Args.notBlank(title, "title"), List.of(), List.of(), false);
  }

  /**
   * The same and one picture more.
   *
   * @throws IllegalArgumentException if the number of pixels is no square, as 144 is
   */
  public Images and(String word, double... pixels) {
    int side = (int) Math.round(Math.sqrt(pixels.length));
    if (side < 1 || side * side != pixels.length) {
      throw Args.bad("the number of pixels", pixels.length, "a square", "12 x 12 is 144.");
    }
    List<String> more = new ArrayList<>(words);
    more.add(word);
    List<double[]> all = new ArrayList<>(images);
    all.add(pixels.clone());
    return new Images(title, more, all, lecture);
  }

  @Override
  public Images lecture() {
    return new Images(title, words, images, true);
  }

  @Override
  public Picture picture() {
    int rows = (images.size() + inRow() - 1) / inRow();
    Sizes page = lecture ? Sizes.lecture() : Sizes.page(2);
    double cell = (page.width() - 2 * page.margin()) / inRow();
    double top = page.row() * 2;
    Sizes look = page.resized(page.width(), top + rows * (cell + page.row()));
    return new Picture(look.width(), look.height(), g -> paint(new Pen(g, look), cell, top));
  }

  private int inRow() {
    return Math.max(LEAST_A_ROW, Math.min(A_ROW, images.size()));
  }

  private void paint(Pen pen, double cell, double top) {
    new Heading(title, "").paint(pen);
    Sizes look = pen.look();
    for (int i = 0; i < images.size(); i++) {
      double x = look.margin() + i % inRow() * cell;
      double y = top + Math.floorDiv(i, inRow()) * (cell + look.row());
      image(pen, images.get(i), new Rectangle2D.Double(x, y, cell * 0.92, cell * 0.92));
      double middle = x + cell * 0.46 - Sizes.widthOf(words.get(i), look.font()) / 2;
      pen.write(words.get(i), middle, y + cell * 0.92 + look.row() * 0.5, look.font(), Sizes.QUIET);
    }
  }

  private static void image(Pen pen, double[] pixels, Rectangle2D area) {
    int side = (int) Math.round(Math.sqrt(pixels.length));
    double w = area.getWidth() / side;
    for (int i = 0; i < pixels.length; i++) {
      int grey = (int) Math.round(242 * (1 - Math.max(0, Math.min(1, pixels[i]))));
      double x = area.getX() + i % side * w;
      double y = area.getY() + Math.floorDiv(i, side) * w;
      pen.fill(new Rectangle2D.Double(x, y, w, w), new Color(grey, grey, grey));
    }
  }

  /** How many pictures there are, of how many pixels, and the words below them. */
  @Override
  public String text() {
    return title + "\n" + images.size() + " pictures: " + String.join(", ", words);
  }

  @Override
  public String toString() {
    return text();
  }
}
