package initlab.view.figure;

import initlab.view.draw.Pen;
import initlab.view.draw.Sizes;
import initlab.view.draw.Style;
import java.util.List;
import java.util.Map;

/** Names in rows below the panels: only where labels at the curves' ends have no room. */
record Legend(Pen pen, List<String> names, Map<String, Style> styles) {

  private double cell() {
    double widest =
        names.stream().mapToDouble(n -> Sizes.widthOf(n, pen.look().font())).max().orElse(0);
    return widest + pen.look().swatch() + 3 * pen.look().gap();
  }

  private int columns() {
    return Math.max(1, (int) ((pen.look().width() - 2 * pen.look().gap()) / cell()));
  }

  double height() {
    int rows = (names.size() + columns() - 1) / columns();
    return rows * pen.look().row() + pen.look().gap();
  }

  void paint(double top) {
    Sizes look = pen.look();
    for (int i = 0; i < names.size(); i++) {
      double x = 2 * look.gap() + (i % columns()) * cell();
      int row = i / columns();
      double y = top + (row + 0.5) * look.row();
      Style style = styles.get(names.get(i));
      if (style != null) {
        LabelPainter.swatch(pen, style, x, y);
        double after = x + look.swatch() + look.gap();
        pen.write(names.get(i), after, y, look.font(), style.ink());
      }
    }
  }
}
