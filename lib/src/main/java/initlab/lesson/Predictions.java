package initlab.lesson;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The predictions of this session by id, in the order of their first asking. */
final class Predictions {
  static final Predictions SESSION = new Predictions();

  private final Map<String, Prediction> byId = new LinkedHashMap<>();

  /** Asks, or asks again: the answer replaces the one before, what was shown stays known. */
  synchronized void ask(String id, String question, @Nullable Object guess) {
    var before = byId.get(id);
    var truth = before == null ? null : before.truth();
    byId.put(id, new Prediction(id, question, guess, truth));
  }

  /** Shows the truth; null where the question was never asked. */
  synchronized @Nullable Prediction reveal(String id, Object truth) {
    return byId.computeIfPresent(id, (key, asked) -> asked.being(truth));
  }

  /** Forgets a lesson: all ids that begin with its number and a dash. */
  synchronized void forget(String lesson) {
    byId.keySet().removeIf(id -> id.startsWith(lesson + "-"));
  }

  /** The predictions of a lesson; of all lessons for the empty text. */
  synchronized List<Prediction> of(String lesson) {
    return byId.values().stream()
        .filter(p -> lesson.isEmpty() || p.id().startsWith(lesson + "-"))
        .toList();
  }
}
