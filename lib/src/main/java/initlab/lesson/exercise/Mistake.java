package initlab.lesson.exercise;

import java.util.Optional;

/**
 * Looks for a mistake in what a reader wrote. {@link Mistakes} has those that several lessons ask
 * for; a lesson may bring its own:
 *
 * <pre>{@code
 * Mistake negative = () -> std < 0 ? Optional.of("a std is positive") : Optional.empty();
 * }</pre>
 */
@FunctionalInterface
interface Mistake {

  /**
   * What is wrong, in words; empty if nothing is.
   *
   * @throws Exception whatever the reader's code throws: {@link Trial} says it in a sentence
   */
  Optional<String> find() throws Exception;
}
