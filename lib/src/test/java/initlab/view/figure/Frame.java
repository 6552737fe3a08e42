package initlab.view.figure;

import initlab.view.Shapes;
import initlab.view.draw.Sizes;
import java.awt.geom.Point2D;
import java.util.List;

/**
 * Where a point of a panel is due by what its ticks say, read from the picture alone: the only
 * witness that a reader has. Ticks of x are 10 or more, those of y are decades from 0.001 to 1.
 */
record Frame(Point2D low, Point2D pixelLow, Point2D high, Point2D pixelHigh) {
  private static final List<String> DECADES = List.of("0.001", "0.01", "0.1", "1");

  /** The frame of the left or the right panel of a picture so wide. */
  static Frame of(Shapes drawn, double width, Sizes look, boolean left) {
    List<Shapes.Text> ticks =
        drawn.texts().stream()
            .filter(t -> t.color().equals(Sizes.TICKS))
            .filter(t -> t.x() < width / 2 == left)
            .toList();
    List<Shapes.Text> x = ticks.stream().filter(t -> t.words().matches("[1-9]0+")).toList();
    List<Shapes.Text> y = ticks.stream().filter(t -> DECADES.contains(t.words())).toList();
    Shapes.Text firstX = x.get(0);
    Shapes.Text lastX = x.get(x.size() - 1);
    Shapes.Text firstY = y.get(0);
    Shapes.Text lastY = y.get(y.size() - 1);
    return new Frame(
        new Point2D.Double(value(firstX), Math.log10(value(firstY))),
        new Point2D.Double(middle(firstX, look), firstY.y()),
        new Point2D.Double(value(lastX), Math.log10(value(lastY))),
        new Point2D.Double(middle(lastX, look), lastY.y()));
  }

  private static double value(Shapes.Text t) {
    return Double.parseDouble(t.words());
  }

  private static double middle(Shapes.Text t, Sizes look) {
    return t.x() + Sizes.widthOf(t.words(), look.font()) / 2;
  }

  /** The pixel of a value, of which y is the logarithm. */
  Point2D at(double x, double value) {
    double across = (x - low.getX()) / (high.getX() - low.getX());
    double upward = (Math.log10(value) - low.getY()) / (high.getY() - low.getY());
    return new Point2D.Double(
        pixelLow.getX() + across * (pixelHigh.getX() - pixelLow.getX()),
        pixelLow.getY() + upward * (pixelHigh.getY() - pixelLow.getY()));
  }
}
