package initlab.view.sketch;

import initlab.base.Args;
import initlab.view.Drawing;
import initlab.view.draw.Picture;
import initlab.view.draw.Sizes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A net of layers as columns of circles, a circle a neuron: weights between them, what goes forward
 * above, and the gradient that comes back below. {@code Sketch.of("Two layers", 3, 4, 1)}. Of more
 * than five columns the first two and the last two are drawn, of more than six neurons five.
 */
public final class Sketch implements Drawing {
  private static final int MOST_COLUMNS = 5;

  private final String title;
  private final List<Integer> widths;
  private final boolean lecture;

  private Sketch(String title, List<Integer> widths, boolean lecture) {
    this.title = title;
    this.widths = List.copyOf(widths);
    this.lecture = lecture;
  }

  /**
   * A net of these widths: of the input, and of every layer.
   *
   * @throws IllegalArgumentException if the title is blank, there is no layer, or a width is below
   *     1
   */
  public static Sketch of(String title, int... widths) {
    Args.notBlank(title, "title");
    Args.atLeast(2, widths.length, "the number of widths", "The input's and a layer's: 3, 4.");
    for (int width : widths) {
      Args.atLeast(1, width, "a width", "A layer has neurons.");
    }
    return new Sketch(title, IntStream.of(widths).boxed().toList(), false);
  }

  /** The same picture, readable from the back row: 1280 x 680. */
  @Override
  public Sketch lecture() {
    return new Sketch(title, widths, true);
  }

  /** The columns that are drawn, by the number of their layer; a gap where some are left out. */
  private List<Integer> shown() {
    int last = widths.size() - 1;
    return last < MOST_COLUMNS
        ? IntStream.rangeClosed(0, last).boxed().toList()
        : List.of(0, 1, last - 1, last);
  }

  @Override
  public Picture picture() {
    Sizes look =
        lecture ? new Sizes(1280, 680, 27, 5.2f, 11.5) : new Sizes(800, 400, 16, 2.9f, 6.5);
    List<Column> columns = new ArrayList<>();
    for (int layer : shown()) {
      columns.add(new Column(layer, widths.get(layer)));
    }
    return new Picture(look.width(), look.height(), new SketchPainter(title, columns, look)::paint);
  }

  /** How wide every layer is, and what goes which way. */
  @Override
  public String text() {
    int last = widths.size() - 1;
    String all = widths.stream().map(String::valueOf).collect(Collectors.joining(", "));
    boolean alike = widths.stream().distinct().count() == 1;
    return title
        + "\nneurons of a0 (the input) to a"
        + last
        + (alike ? ": " + widths.get(0) + " each" : ": " + all)
        + "\nforward, layer by layer: z = a W, then a = f(z)"
        + "\nbackward, from the loss: dL/da"
        + last
        + " to dL/da0";
  }

  @Override
  public String toString() {
    return text();
  }
}
