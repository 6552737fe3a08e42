package initlab.lesson.exercise;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All exercises of the course, by id. */
public final class Exercises {
  private static final List<Exercise<?>> ALL =
      Stream.of(
              StartExercises.ALL,
              ZeroExercises.ALL,
              ScaleExercises.ALL,
              XavierExercises.ALL,
              HeExercises.ALL,
              OrthogonalExercises.ALL,
              LsuvExercises.ALL,
              GainExercises.ALL,
              ChaosExercises.ALL,
              LayerExercises.ALL,
              BlockExercises.ALL,
              EndsExercises.ALL)
          .<Exercise<?>>flatMap(Collection::stream)
          .toList();

  private Exercises() {}

  /** The exercise of an id, if there is one. */
  public static Optional<Exercise<?>> of(String id) {
    return ALL.stream().filter(e -> e.id().equals(id)).findFirst();
  }

  /** The ids of those whose answers can be typed. */
  public static List<String> typed() {
    return ALL.stream().filter(Exercise::canBeTyped).<String>map(Exercise::id).toList();
  }

  /** The ids of a lesson, given the id of one of its exercises; all ids if that lesson has none. */
  public static List<String> idsBeside(String id) {
    String lesson = id.replaceFirst("-.*", "-");
    List<String> all = ALL.stream().<String>map(Exercise::id).toList();
    List<String> beside = all.stream().filter(other -> other.startsWith(lesson)).toList();
    return beside.isEmpty() ? all : beside;
  }
}
