package initlab.nn;

import initlab.base.Args;
import org.ejml.data.DMatrixRMaj;

/** A batch as (batch * places x channels), which are the numbers of (batch x size) in a row. */
final class PlaceRows {
  private PlaceRows() {}

  /**
   * These numbers with a row for each place; not copied.
   *
   * @throws IllegalArgumentException if there are none, or they are no whole number of samples
   */
  static DMatrixRMaj of(DMatrixRMaj x, Signal signal, String what) {
    Args.given(x, what, "Pass a matrix (batch x " + signal.size() + ").");
    Args.atLeast(1, x.numRows, "the number of samples", "Pass at least one row.");
    if (signal.places() > 1 && x.numCols == signal.size()) {
      return DMatrixRMaj.wrap(x.numRows * signal.places(), signal.channels(), x.data);
    }
    if (x.numCols != signal.channels()) {
      throw Args.bad(
          "the width of " + what,
          x.numCols,
          signal.channels() + (signal.places() > 1 ? ", or " + signal.size() : ""),
          "Make the two equal.");
    }
    if (x.numRows % signal.places() != 0) {
      throw Args.bad(
          "the number of rows of " + what,
          x.numRows,
          "a multiple of " + signal.places(),
          "A sample has a row for each place.");
    }
    return x;
  }

  /**
   * The same for so many samples.
   *
   * @throws IllegalArgumentException if they are more or fewer
   */
  static DMatrixRMaj of(DMatrixRMaj x, Signal signal, String what, int samples) {
    DMatrixRMaj rows = of(x, signal, what);
    int due = samples * signal.places();
    if (rows.numRows != due) {
      String cure = "Give one for each row of the output.";
      throw Args.bad("the rows of " + what, rows.numRows, "" + due, cure);
    }
    return rows;
  }
}
