package initlab.nn;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ejml.data.DMatrixRMaj;

/** Matrices that the layers of one pass borrow from each other, by purpose and number. */
final class Lending {
  static final String GRADIENT = "gradient";
  static final String SCRATCH = "scratch";

  private final Map<List<Object>, DMatrixRMaj> matrices = new HashMap<>();

  /** The matrix of this purpose, of layers at this depth of nesting, with this number. */
  DMatrixRMaj matrix(String purpose, int level, int number) {
    return matrices.computeIfAbsent(List.of(purpose, level, number), key -> new DMatrixRMaj(0, 0));
  }

  /** Whether this is a scratch matrix, which the next layer writes over. */
  boolean isScratch(DMatrixRMaj matrix) {
    return matrices.entrySet().stream()
        .anyMatch(lent -> lent.getKey().get(0).equals(SCRATCH) && lent.getValue() == matrix);
  }

  /**
   * How many doubles it holds by now for each sample of the batch: all but gradients of weights.
   */
  long doubles() {
    return matrices.entrySet().stream()
        .filter(lent -> !lent.getKey().get(0).equals(GRADIENT))
        .mapToLong(lent -> lent.getValue().data.length)
        .sum();
  }
}
