package initlab.view.density;

import initlab.base.Args;
import initlab.base.Numbers;
import initlab.view.Drawing;
import initlab.view.draw.Picture;
import initlab.view.draw.Sizes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How numbers of many nets are distributed, in decades, with their median and their mean marked:
 * {@code Histogram.of("He", "second moment").sample("He", values)}. Several samples lie over each
 * other, and behind each the law that theory expects. Exact zeros and numbers that are not finite
 * have no place, and are said. Immutable.
 */
public final class Histogram implements Drawing {
  private final String title;
  private final String xLabel;
  private final List<Sample> samples;
  private final boolean lecture;

  private Histogram(String title, String xLabel, List<Sample> samples, boolean lecture) {
    this.title = title;
    this.xLabel = xLabel;
    this.samples = List.copyOf(samples);
    this.lecture = lecture;
  }

  /**
   * An empty picture: add samples.
   *
   * @param quantity what is counted, for the x axis
   * @throws IllegalArgumentException if the title is blank
   */
  public static Histogram of(String title, String quantity) {
    Args.notBlank(title, "title");
    return new Histogram(title, quantity, List.of(), false);
  }

  /**
   * The same with the numbers of one start, one for each net.
   *
   * @param name what its label says; a known initializer's name fixes its colour
   * @throws IllegalArgumentException if the name is blank or taken, there is no number, or one is
   *     negative
   */
  public Histogram sample(String name, double... values) {
    Args.notBlank(name, "name");
    Args.that(
        samples.stream().noneMatch(s -> s.name().equals(name)),
        "sample \"" + name + "\" is there already; give this one another name.");
    List<Sample> more = new ArrayList<>(samples);
    more.add(Sample.of(name, values));
    return new Histogram(title, xLabel, more, lecture);
  }

  /**
   * The same with the law that theory expects of a sample, as many numbers drawn from it.
   *
   * @throws IllegalArgumentException if there is no such sample, no number, or one is negative
   */
  public Histogram law(String name, double... values) {
    Args.that(
        samples.stream().anyMatch(s -> s.name().equals(name)),
        "there is no sample \"" + name + "\" for this law: add it first.");
    List<Sample> more = new ArrayList<>();
    for (Sample s : samples) {
      more.add(s.name().equals(name) ? s.withLaw(values) : s);
    }
    return new Histogram(title, xLabel, more, lecture);
  }

  /** The same picture, readable from the back row: 1280 x 680. */
  @Override
  public Histogram lecture() {
    return new Histogram(title, xLabel, samples, true);
  }

  @Override
  public Picture picture() {
    Args.atLeast(1, samples.size(), "the number of samples", "Add some: sample(name, ...).");
    Sizes look = lecture ? Sizes.lecture() : Sizes.page(1);
    return new Picture(
        look.width(), look.height(), new HistogramPainter(title, xLabel, samples, look)::paint);
  }

  /** Sample by sample: median and mean, where nine of ten lie, and what theory's law has. */
  @Override
  public String text() {
    List<String> lines = new ArrayList<>(List.of(title, xLabel + ", in decades"));
    for (Sample s : samples) {
      lines.add("  " + s.name() + ": " + s.words());
    }
    return String.join("\n", lines);
  }

  /** Such as {@code median 0.28}. */
  static String said(String what, double value) {
    return String.format(Locale.ROOT, "%s %s", what, Numbers.brief(value, 2));
  }

  @Override
  public String toString() {
    return text();
  }
}
