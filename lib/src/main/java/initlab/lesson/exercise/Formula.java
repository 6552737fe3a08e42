package initlab.lesson.exercise;

/**
 * An answer that computes a number from two numbers.
 *
 * <pre>{@code
 * Formula factor = (n, variance) -> 0;  // TODO
 * }</pre>
 */
@FunctionalInterface
public interface Formula {
  /** The number for these two. */
  double of(double first, double second);
}
