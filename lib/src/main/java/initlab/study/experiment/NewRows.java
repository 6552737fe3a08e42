package initlab.study.experiment;

import initlab.base.Args;
import initlab.init.Distribution;
import initlab.math.Matrices;
import initlab.math.Moments;
import initlab.math.RandomStreams;
import java.util.Locale;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/** How rows for new words begin below a table that was trained. */
public enum NewRows {
  /**
   * As the mean of all rows: no state gives the new word more than 1 / (words + 1). Hewitt (2021).
   */
  MEAN,
  /** As zeros: its logit is 0, whatever the others are. */
  ZERO,
  /** As N(0, std^2) with the table's own standard deviation. */
  NORMAL;

  /**
   * The table with so many rows more.
   *
   * @param table (words x width), finite, not modified
   * @return (words + count x width)
   * @throws IllegalArgumentException if the table is empty or count is below 1
   */
  public DMatrixRMaj append(DMatrixRMaj table, int count, long seed) {
    Matrices.finite(table, "the table");
    Args.atLeast(1, table.getNumElements(), "the numbers in the table", "Pass (words x width).");
    Args.atLeast(1, count, "the number of new words", "One is a word.");
    int width = table.numCols;
    DMatrixRMaj more = new DMatrixRMaj(count, width);
    if (this == NORMAL) {
      double std = Moments.of(table).std();
      Distribution.NORMAL.fill(
          std, RandomStreams.of(seed, "new rows", 0), more.data, count * width);
    } else if (this == MEAN) {
      DMatrixRMaj mean = CommonOps_DDRM.sumCols(table, null);
      CommonOps_DDRM.divide(mean, table.numRows);
      for (int row = 0; row < count; row++) {
        CommonOps_DDRM.insert(mean, more, row, 0);
      }
    }
    DMatrixRMaj all = new DMatrixRMaj(table.numRows + count, width);
    CommonOps_DDRM.concatRows(table, more, all);
    return all;
  }

  /** In small letters: "mean". */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
