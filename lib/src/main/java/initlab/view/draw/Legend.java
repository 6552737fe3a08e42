package initlab.view.draw;

import java.util.List;
import java.util.Map;

/**
 * Names in rows below a picture's panels, each beside its mark.
 *
 * @param names what is named, in order
 * @param styles a style for each name; names without one are left out
 * @param lines whether the marks are pieces of a curve with its marker, or the marker alone
 */
public record Legend(List<String> names, Map<String, Style> styles, boolean lines) {

  private static double cell(List<String> names, Sizes look) {
    double widest = names.stream().mapToDouble(n -> Sizes.widthOf(n, look.font())).max().orElse(0);
    return widest + look.swatch() + 3 * look.gap();
  }

  private int columns(Sizes look) {
    return Math.max(1, (int) ((look.width() - 2 * look.gap()) / cell(names, look)));
  }

  /** The height that the rows take. */
  public double height(Sizes look) {
    int rows = (names.size() + columns(look) - 1) / columns(look);
    return rows * look.row() + look.gap();
  }

  /** Writes the names, from this height down. */
  public void paint(Pen pen, double top) {
    Sizes look = pen.look();
    for (int i = 0; i < names.size(); i++) {
      double x = 2 * look.gap() + (i % columns(look)) * cell(names, look);
      int row = i / columns(look);
      double y = top + (row + 0.5) * look.row();
      Style style = styles.get(names.get(i));
      if (style != null) {
        mark(pen, style, x, y);
        pen.write(names.get(i), x + look.swatch() + look.gap(), y, look.font(), style.ink());
      }
    }
  }

  private void mark(Pen pen, Style style, double x, double y) {
    if (lines) {
      pen.swatch(style, x, y);
    } else {
      pen.marker(style, x + pen.look().swatch() / 2, y);
    }
  }
}
