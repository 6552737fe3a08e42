package initlab.view.draw;

import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Names in rows below a picture's panels, each beside its mark.
 *
 * @param entries what is named, in order
 */
public record Legend(List<Entry> entries) {
  /** What stands before a name. */
  public enum Mark {
    /** A piece of a line with its marker. */
    CURVE,
    /** A piece of a line. */
    LINE,
    /** The marker alone. */
    POINT
  }

  /** A name with its style and its mark. */
  public record Entry(String name, Style style, Mark mark) {}

  /** A legend of curves; names without a style are left out. */
  public static Legend ofCurves(List<String> names, Map<String, Style> styles) {
    List<Entry> entries = new ArrayList<>();
    for (String name : names) {
      Style style = styles.get(name);
      if (style != null) {
        entries.add(new Entry(name, style, Mark.CURVE));
      }
    }
    return new Legend(List.copyOf(entries));
  }

  private double cell(Sizes look) {
    double widest =
        entries.stream().mapToDouble(e -> Sizes.widthOf(e.name, look.font())).max().orElse(0);
    return widest + look.swatch() + 3 * look.gap();
  }

  private int columns(Sizes look) {
    return Math.max(1, (int) ((look.width() - 2 * look.gap()) / cell(look)));
  }

  /** The height that the rows take. */
  public double height(Sizes look) {
    int rows = (entries.size() + columns(look) - 1) / columns(look);
    return rows * look.row() + look.gap();
  }

  /** Writes the names, from this height down. */
  public void paint(Pen pen, double top) {
    Sizes look = pen.look();
    for (int i = 0; i < entries.size(); i++) {
      Entry e = entries.get(i);
      double x = 2 * look.gap() + (i % columns(look)) * cell(look);
      int row = i / columns(look);
      double y = top + (row + 0.5) * look.row();
      mark(pen, e, x, y);
      double words = x + look.swatch() + look.gap();
      String name = Sizes.shortened(e.name, look.font(), look.width() - words - look.gap());
      pen.write(name, words, y, look.font(), e.style.ink());
    }
  }

  private static void mark(Pen pen, Entry e, double x, double y) {
    Sizes look = pen.look();
    switch (e.mark) {
      case CURVE -> pen.swatch(e.style, x, y);
      case LINE ->
          pen.stroke(
              new Line2D.Double(x, y, x + look.swatch(), y),
              e.style.color(),
              e.style.dash(),
              look.thick() * 0.7f);
      case POINT -> pen.marker(e.style, x + look.swatch() / 2, y);
    }
  }
}
