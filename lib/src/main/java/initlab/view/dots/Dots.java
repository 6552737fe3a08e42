package initlab.view.dots;

import initlab.base.Args;
import initlab.view.Drawing;
import initlab.view.draw.Picture;
import initlab.view.draw.Sizes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A table as a picture: a row for each plan, in it a dot with a 5-95 % whisker for each start, and
 * a panel for each quantity, all in decades with a line at 1. {@code Dots.of("Second moments",
 * "forward", "backward").dot("tanh", "He", forward, backward)}. What lies beyond the 30 decades
 * around 1, exact zero and overflow stand as arrows at the edge. Immutable.
 */
public final class Dots implements Drawing {
  private static final int LEAST_HEIGHT = 220;
  private static final int MOST_HEIGHT = 400;

  private final String title;
  private final List<String> panels;
  private final List<Entry> entries;
  private final boolean lecture;

  /** One start in one row: a dot for each panel. */
  record Entry(String row, String name, List<Dot> dots) {}

  private Dots(String title, List<String> panels, List<Entry> entries, boolean lecture) {
    this.title = title;
    this.panels = List.copyOf(panels);
    this.entries = List.copyOf(entries);
    this.lecture = lecture;
  }

  /**
   * An empty picture: add dots.
   *
   * @throws IllegalArgumentException if the title is blank, or there is no panel
   */
  public static Dots of(String title, String... panels) {
    Args.notBlank(title, "title");
    Args.atLeast(1, panels.length, "the number of panels", "Name them: forward, backward.");
    return new Dots(title, List.of(panels), List.of(), false);
  }

  /**
   * The same with one more start in a row, which begins where its name is first said.
   *
   * @param row what stands at the left, such as a plan
   * @param name what the legend says; a known initializer's name fixes its colour
   * @param dots one for each panel
   * @throws IllegalArgumentException unless there are as many dots as panels, or if the row has
   *     this name already
   */
  public Dots dot(String row, String name, Dot... dots) {
    Args.notBlank(row, "row");
    Args.notBlank(name, "name");
    Args.that(
        dots.length == panels.size(),
        String.format(
            Locale.ROOT,
            "row \"%s\", %s has %d dots for %d panels; give one for each.",
            row,
            name,
            dots.length,
            panels.size()));
    Args.that(
        entries.stream().noneMatch(e -> e.row.equals(row) && e.name.equals(name)),
        "row \"" + row + "\" has a dot named " + name + " already; give each its own name.");
    List<Entry> more = new ArrayList<>(entries);
    more.add(new Entry(row, name, List.of(dots)));
    return new Dots(title, panels, more, lecture);
  }

  /** The same picture, readable from the back row: 1280 x 680. */
  @Override
  public Dots lecture() {
    return new Dots(title, panels, entries, true);
  }

  @Override
  public Picture picture() {
    Args.atLeast(1, entries.size(), "the number of dots", "Add some: dot(row, name, ...).");
    Sizes look = lecture ? Sizes.lecture() : page();
    DotsPainter painter = new DotsPainter(title, panels, entries, look);
    return new Picture(look.width(), look.height(), painter::paint);
  }

  /** As high as its rows need. */
  private Sizes page() {
    long rows = entries.stream().map(Entry::row).distinct().count();
    double needed = 130 + rows * Math.max(20, 9.0 * entries.size() / rows);
    return Sizes.page(800, (int) Math.max(LEAST_HEIGHT, Math.min(MOST_HEIGHT, needed)));
  }

  /** Row by row, start by start: the median and its whisker in every panel. */
  @Override
  public String text() {
    List<String> lines = new ArrayList<>(List.of(title, String.join(" | ", panels)));
    String row = "";
    for (Entry e : entries) {
      if (!e.row.equals(row)) {
        row = e.row;
        lines.add(row);
      }
      List<String> parts = new ArrayList<>();
      for (int k = 0; k < panels.size(); k++) {
        parts.add(e.dots.get(k).words());
      }
      lines.add("  " + e.name + ": " + String.join(" | ", parts));
    }
    return String.join("\n", lines);
  }

  @Override
  public String toString() {
    return text();
  }
}
