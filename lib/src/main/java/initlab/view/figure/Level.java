package initlab.view.figure;

import initlab.base.Args;
import initlab.base.Numbers;

/**
 * A thin line straight across a panel, such as the loss of a guess; y always reaches as far.
 *
 * @param name what is written on it; where it is empty no line is drawn, but y still reaches as far
 * @param value where it lies: finite, and above 0 where y is in decades
 * @param under whether its name stands under the line, as where a curve runs just above it
 */
public record Level(String name, double value, boolean under) {

  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException unless the value is finite
   */
  public Level {
    Args.given(name, "the name of a level", "Give \"\" for none.");
    Args.that(
        Double.isFinite(value),
        "level \"" + name + "\" is at " + Numbers.exact(value) + "; it must be finite.");
  }

  /** A line whose name stands on it. */
  public Level(String name, double value) {
    this(name, value, false);
  }
}
