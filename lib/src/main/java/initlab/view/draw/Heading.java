package initlab.view.draw;

/**
 * The head of a picture: its title, and the key that says what is drawn how.
 *
 * @param title in bold, at the left
 * @param key small and grey: at the right of the title where both fit in one line, else below it;
 *     may be empty
 */
public record Heading(String title, String key) {

  /** Fills the picture with paper and writes title and key. */
  public void paint(Pen pen) {
    Sizes look = pen.look();
    pen.fill(look.page(), Sizes.PAPER);
    double margin = look.margin();
    double y = look.row() * 0.95;
    double room = look.width() - 2 * margin;
    pen.writeWithin(shown(), margin, y, room, look.titleFont(), Sizes.TITLE);
    if (oneLine(look)) {
      pen.writeTo(key, look.width() - margin, y, look.smallFont(), Sizes.QUIET);
    } else {
      pen.writeWithin(key, margin, y + look.row(), room, look.smallFont(), Sizes.QUIET);
    }
  }

  /** Height of the head: where the rest of the picture begins. */
  public double height(Sizes look) {
    return look.row() * (oneLine(look) ? 1.55 : 2.55);
  }

  /** An arrow in letters is drawn as one. */
  private String shown() {
    return title.replace("->", "\u2192");
  }

  private boolean oneLine(Sizes look) {
    double room = look.width() - 3 * look.margin() - Sizes.widthOf(shown(), look.titleFont());
    return Sizes.widthOf(key, look.smallFont()) <= room;
  }
}
