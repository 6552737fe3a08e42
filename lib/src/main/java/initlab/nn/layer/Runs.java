package initlab.nn.layer;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;

/** Runs of neighbouring places that stay together when a sample is laid out as a line. */
final class Runs {
  private final int[] starts;
  private final int places;
  private final int length;

  /**
   * Runs of so many places each.
   *
   * @param starts where each begins in the line
   * @param places of a run
   * @param length places of a line
   */
  Runs(int[] starts, int places, int length) {
    this.starts = starts;
    this.places = places;
    this.length = length;
  }

  /** Copies the samples from this one on into lines, as many as there are; zeros between them. */
  void lay(DMatrixRMaj samples, int first, DMatrixRMaj lines) {
    Arrays.fill(lines.data, 0, lines.getNumElements(), 0);
    int run = places * lines.numCols;
    int from = first * starts.length * run;
    for (int line = 0; line < lines.numRows; line += length) {
      for (int start : starts) {
        System.arraycopy(samples.data, from, lines.data, (line + start) * lines.numCols, run);
        from += run;
      }
    }
  }

  /** Copies them back; what lies between is left out. */
  void fetch(DMatrixRMaj lines, int first, DMatrixRMaj samples) {
    int run = places * lines.numCols;
    int to = first * starts.length * run;
    for (int line = 0; line < lines.numRows; line += length) {
      for (int start : starts) {
        System.arraycopy(lines.data, (line + start) * lines.numCols, samples.data, to, run);
        to += run;
      }
    }
  }
}
