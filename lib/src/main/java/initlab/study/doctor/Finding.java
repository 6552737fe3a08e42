package initlab.study.doctor;

import initlab.base.Numbers;
import initlab.view.Displayable;
import initlab.view.Table;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One fault, where it is seen first, and what a repair changes.
 *
 * @param fault what is wrong
 * @param layer where it begins, 1 ... L; 0 is the input
 * @param what the name of the number
 * @param number what was measured
 * @param low the least that is healthy for this activation
 * @param high the most that is healthy
 * @param cause what usually brings it about
 * @param repair one line of code that brings the number into its range, or half of the way there in
 *     decades; where none does, what was tried
 * @param after the same number when the repair was tried on a copy; NaN where none helps
 */
public record Finding(
    Diagnosis fault,
    int layer,
    String what,
    double number,
    double low,
    double high,
    String cause,
    String repair,
    double after)
    implements Displayable {

  /** Whether the repair brought the number into its healthy range. */
  public boolean repaired() {
    return after >= low && after <= high;
  }

  /** The finding as a table of its parts. */
  public Table table() {
    return new Findings("", List.of(this)).table();
  }

  @Override
  public Map<String, String> display() {
    return table().display();
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "layer %d: %s: %s is %s, healthy %s to %s; cause: %s; repair: %s%s",
        layer,
        fault.words(),
        what,
        Numbers.fixed(number),
        Numbers.fixed(low),
        Numbers.fixed(high),
        cause,
        repair,
        Double.isNaN(after) ? "" : "; then " + Numbers.fixed(after));
  }
}
