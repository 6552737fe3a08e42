package initlab.base;

import java.util.function.Supplier;

/** Asks for memory before it is taken, and says in a sentence that there is too little of it. */
public final class FreeMemory {
  private static final double GB = 1e9;

  private FreeMemory() {}

  /**
   * Refuses a matrix that there is no room for, before anything is filled.
   *
   * @param what it is: "the batch"
   * @param rows 0 or more
   * @param cols 0 or more
   * @param cure what to do: "Take fewer samples."
   * @throws IllegalArgumentException if it has 2^31 entries or more, or takes more than is free
   */
  public static void forMatrix(String what, long rows, long cols, String cure) {
    double entries = (double) rows * cols;
    if (entries > Integer.MAX_VALUE) {
      String size = rows + " x " + cols;
      throw Args.bad("the size of " + what, size, "below 2^31 numbers in all", cure);
    }
    require("the memory for " + what + " of " + rows + " x " + cols, Double.BYTES * entries, cure);
  }

  /**
   * Refuses work that takes more bytes than are free.
   *
   * @param memory for what: "the memory for one of these networks"
   * @throws IllegalArgumentException if so, with both sizes
   */
  public static void require(String memory, double bytes, String cure) {
    double free = Machine.free(bytes);
    if (!(bytes <= free)) {
      throw Args.bad(memory, gb(bytes), "at most " + gb(free) + ", which is free", cure);
    }
  }

  /**
   * Does this work. If the memory runs out on the way, which no one could foresee, the reader is
   * told how much there is.
   *
   * @param what is done: "this study"
   * @param cure what to do: "Take fewer samples."
   * @throws IllegalStateException if the memory runs out, with this cure
   */
  public static <T> T orSay(String what, String cure, Supplier<T> work) {
    try {
      return work.get();
    } catch (OutOfMemoryError full) {
      double all = (double) Machine.memory();
      double free = Machine.free(Double.POSITIVE_INFINITY);
      String sizes = gb(free) + " of " + gb(all) + " are free without it. ";
      String others = " Large variables of other cells take their part: restart the kernel.";
      throw new IllegalStateException(
          "The memory ran out in " + what + "; " + sizes + cure + others, full);
    }
  }

  /** Bytes as a reader thinks of them: "0.360 GB". */
  public static String gb(double bytes) {
    return Numbers.fixed(bytes / GB) + " GB";
  }
}
