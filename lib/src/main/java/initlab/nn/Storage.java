package initlab.nn;

import initlab.base.Args;
import initlab.base.FreeMemory;
import initlab.base.Machine;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.ejml.data.DMatrixRMaj;
import org.jspecify.annotations.Nullable;

/**
 * Where a parameter's numbers lie: in a matrix of its own, or, in a network too large for the
 * memory, in one matrix that all parameters of a shape fill by turns.
 */
sealed interface Storage {

  /** The numbers of this parameter, now. */
  DMatrixRMaj valueOf(Parameter parameter);

  /** Whether what is changed in the numbers is still there later. */
  boolean lasts();

  /** How many doubles it takes, once somebody has asked for them. */
  long doubles();

  /** Fills it by this recipe, which gives the same numbers each time. */
  void fill(Parameter parameter, Consumer<DMatrixRMaj> recipe);

  /**
   * Refuses what no heap of this machine can hold, before Java runs out of memory.
   *
   * @throws IllegalArgumentException unless 8 bytes for each double are fewer than the heap may
   *     have
   */
  static void mustFit(long doubles, String what, String cure) {
    double bytes = (double) Double.BYTES * doubles;
    double most = (double) Machine.memory();
    if (!(bytes < most)) {
      throw Args.bad(
          "the memory for " + what,
          FreeMemory.gb(bytes),
          "below " + FreeMemory.gb(most) + " here",
          cure);
    }
  }

  /** A matrix of its own. */
  record Own(DMatrixRMaj matrix) implements Storage {
    @Override
    public boolean lasts() {
      return true;
    }

    @Override
    public DMatrixRMaj valueOf(Parameter parameter) {
      return matrix;
    }

    @Override
    public long doubles() {
      return matrix.getNumElements();
    }

    @Override
    public void fill(Parameter parameter, Consumer<DMatrixRMaj> recipe) {
      recipe.accept(matrix);
    }
  }

  /**
   * A matrix that is filled anew whenever another parameter than the last asks for its numbers; it
   * takes no memory before the first does.
   */
  final class Redrawn implements Storage {
    private final int rows;
    private final int cols;
    private final DMatrixRMaj matrix = new DMatrixRMaj(0, 0);
    private final Map<Parameter, Consumer<DMatrixRMaj>> recipes = new HashMap<>();
    private @Nullable Parameter last;

    Redrawn(int rows, int cols) {
      this.rows = rows;
      this.cols = cols;
    }

    @Override
    public boolean lasts() {
      return false;
    }

    @Override
    public DMatrixRMaj valueOf(Parameter parameter) {
      if (!parameter.equals(last)) {
        mustFit(doubles(), parameter.path(), "Plan narrower layers.");
        matrix.reshape(rows, cols);
        recipes.getOrDefault(parameter, DMatrixRMaj::zero).accept(matrix);
        last = parameter;
      }
      return matrix;
    }

    @Override
    public long doubles() {
      return (long) rows * cols;
    }

    @Override
    public void fill(Parameter parameter, Consumer<DMatrixRMaj> recipe) {
      recipes.put(parameter, recipe);
      last = null;
    }
  }
}
