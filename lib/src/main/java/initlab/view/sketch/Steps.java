package initlab.view.sketch;

import initlab.base.Args;
import initlab.view.Drawing;
import initlab.view.draw.Picture;
import initlab.view.draw.Sizes;
import java.util.ArrayList;
import java.util.List;

/**
 * Something that is done to one layer after another, drawn as a staircase: a row a step, a box a
 * layer. In row k the boxes before the k-th are finished, the k-th is at work, those behind it have
 * not been reached. {@code Steps.of("LSUV").step("std 0.69", "W / 0.69", "std 1.00")}. Immutable.
 */
public final class Steps implements Drawing {

  /**
   * One step.
   *
   * @param found what the box at work says
   * @param done what is done about it, to the right of the row
   * @param after what the box says from then on
   */
  record Step(String found, String done, String after) {}

  private final String title;
  private final List<Step> steps;
  private final boolean lecture;

  private Steps(String title, List<Step> steps, boolean lecture) {
    this.title = title;
    this.steps = List.copyOf(steps);
    this.lecture = lecture;
  }

  /** No step yet. */
  public static Steps of(String title) {
    return new Steps(Args.notBlank(title, "title"), List.of(), false);
  }

  /** The same and one layer more. */
  public Steps step(String found, String done, String after) {
    List<Step> more = new ArrayList<>(steps);
    more.add(new Step(found, done, after));
    return new Steps(title, more, lecture);
  }

  @Override
  public Steps lecture() {
    return new Steps(title, steps, true);
  }

  @Override
  public Picture picture() {
    Sizes wide =
        lecture ? new Sizes(1280, 680, 24, 5.2f, 11.5) : new Sizes(800, 400, 13, 2.9f, 6.5);
    double height = wide.row() * (3.2 + 2.3 * steps.size());
    Sizes look = wide.resized(wide.width(), height);
    return new Picture(look.width(), look.height(), new StepsPainter(title, steps, look)::paint);
  }

  /** What is found at every layer, what is done, and what comes of it. */
  @Override
  public String text() {
    StringBuilder out = new StringBuilder(title);
    for (int k = 0; k < steps.size(); k++) {
      Step step = steps.get(k);
      out.append("\nlayer ").append(k + 1).append(": ").append(step.found());
      out.append("; ").append(step.done()).append("; then ").append(step.after());
    }
    return out.toString();
  }

  @Override
  public String toString() {
    return text();
  }
}
