package initlab.lesson.exercise;

import initlab.init.Activation;

/**
 * An answer that computes a gain from an activation.
 *
 * <pre>{@code
 * GainRule mine = f -> 0;  // TODO
 * }</pre>
 */
@FunctionalInterface
public interface GainRule {
  /** The gain for an activation. */
  double of(Activation f);
}
