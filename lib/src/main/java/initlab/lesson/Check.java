package initlab.lesson;

import initlab.lesson.exercise.Exercise;
import initlab.lesson.exercise.Exercises;
import initlab.view.Displayable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the answer to an exercise. What is right, what readers get wrong and what helps is kept
 * with the exercise, by its id:
 *
 * <pre>{@code
 * var std = 0.01;                     // TODO: the line that the reader edits
 * Check.exercise("00-level", std)     // the next cell
 * }</pre>
 */
public final class Check {
  private Check() {}

  /**
   * Says whether an answer is right, or the mistake by its name, with the hints folded beneath.
   * Never throws: an answer that throws, never ends, is no number or of another type gets a
   * sentence, and so does an unknown id.
   *
   * @param id the lesson's number, a dash, and a word: "02-factor"
   * @param answer a number, an array, an initializer, a matrix, a {@code Formula} ... as the
   *     exercise asks; may be null
   */
  public static Displayable exercise(String id, @Nullable Object answer) {
    Optional<Exercise<?>> found = Exercises.of(String.valueOf(id));
    return found.isEmpty()
        ? unknown(id)
        : new Checked(id, found.get().check(answer), found.get().hints());
  }

  /** The ids of that lesson, in a sentence. */
  static Note unknown(String id) {
    var known = String.join(", ", Exercises.idsBeside(String.valueOf(id)));
    return Note.of(false, "There is no exercise \"" + id + "\". There are " + known + ".");
  }
}
