package initlab.lesson.exercise;

/**
 * An answer that computes a number from one number.
 *
 * <pre>{@code
 * Curve slope = z -> 0;  // TODO
 * }</pre>
 */
@FunctionalInterface
public interface Curve {
  /** The number at x. */
  double at(double x);
}
