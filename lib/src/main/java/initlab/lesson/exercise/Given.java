package initlab.lesson.exercise;

import initlab.base.Numbers;
import initlab.init.Initializer;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.MatrixFeatures_DDRM;
import org.jspecify.annotations.Nullable;

/** What a reader gave, in a few words. */
final class Given {
  private static final int LONGEST = 40;

  private Given() {}

  /** "the number 3", "the text "0.1"", "a 3 x 4 matrix"; never calls what the reader wrote. */
  static String words(@Nullable Object answer) {
    if (answer == null) {
      return "null, nothing at all";
    } else if (answer instanceof Number number) {
      return "the number " + Numbers.inWords(number.doubleValue());
    } else if (answer instanceof String text) {
      return "the text \"" + clipped(text) + "\"";
    } else if (answer instanceof double[] numbers) {
      return "an array of " + numbers.length + " numbers";
    } else if (answer instanceof DMatrixRMaj w) {
      return "a " + w.numRows + " x " + w.numCols + " matrix";
    } else if (answer instanceof Initializer) {
      return "an initializer";
    }
    return "of type " + clipped(answer.getClass().getSimpleName().replaceAll("\\$.*", ""));
  }

  /** A matrix with an entry that is NaN or infinite, in words; empty if all are numbers. */
  static Optional<String> noNumbers(DMatrixRMaj w) {
    return MatrixFeatures_DDRM.hasUncountable(w)
        ? Optional.of(
            "some weights are NaN, not a number, or infinite: look for a division by 0, or for the"
                + " root of a negative number")
        : Optional.empty();
  }

  private static String clipped(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + " ...";
  }
}
