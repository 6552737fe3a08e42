package initlab.web;

import initlab.base.Args;
import initlab.init.Activation;
import initlab.init.Gain;
import initlab.init.Gains;
import initlab.init.parse.Parse;
import initlab.lesson.exercise.Exercise;
import initlab.lesson.exercise.Exercises;
import initlab.lesson.exercise.Verdict;
import initlab.nn.Plan;
import initlab.nn.layer.Mlp;
import initlab.study.probe.TiedNeurons;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a page asks of the library: a study that grows, gains, the check of an exercise. It knows no
 * browser. What the library refuses is an IllegalArgumentException or an IllegalStateException
 * whose message is a sentence for the reader.
 */
public final class Live {
  /** A reader may press the button of the check before anything is typed. */
  private static final String NOTHING = "Type an answer, then check it.";

  private static final String UNTOUCHED = "This is what the exercise starts from: change it.";

  private @Nullable GrowingStudy study;

  /**
   * Begins a study, in place of the one before: an Mlp of depth layers, width x width, without
   * biases.
   *
   * @param activation a name, or a formula in x
   * @param batch inputs to each net
   * @param starts names of rules, or formulas, as {@link Parse#rule} reads them
   * @return what theory says of each, by the text of the start
   */
  public Map<String, Theory> begin(
      String activation, int width, int depth, int batch, List<String> starts) {
    study = GrowingStudy.of(new Setting(activation, width, depth, batch), starts, study);
    return study.theory();
  }

  /**
   * Measures further seeds, and gives the bands over all since the study began.
   *
   * @param seeds how many, 1 or more
   */
  public Seen more(int seeds) {
    if (study == null) {
      throw new IllegalStateException("No study has begun: ask for \"begin\" before \"more\".");
    }
    return study.more(seeds);
  }

  /** The gains of an activation's name, or of a formula in x. */
  public static Gains gains(String activation) {
    return Gain.of(Typed.activation(activation));
  }

  /** How many different neurons the first layer has, width x width, as this start draws it. */
  public static int different(String start, int width) {
    Plan layer = Mlp.deep(Activation.LINEAR, width, 1);
    return (int) TiedNeurons.different(Typed.start(start, width).start(layer, 1), 1);
  }

  /**
   * What the notebook's own check says of an answer.
   *
   * @param id the lesson's number, a dash, and a word: "04-leaky"
   * @param answer as {@link Exercise#checkTyped} reads it
   */
  public static Checked check(String id, String answer) {
    Exercise<?> exercise =
        Exercises.of(id)
            .filter(Exercise::canBeTyped)
            .orElseThrow(
                () ->
                    Args.bad(
                        "the exercise", id, "one of " + Exercises.typed(), "Use the notebook."));
    String typed = answer == null ? "" : answer.strip();
    Verdict verdict =
        typed.isEmpty() ? new Verdict(Verdict.Kind.OPEN, NOTHING) : exercise.checkTyped(typed);
    boolean untouched = verdict.kind() == Verdict.Kind.OPEN && !typed.isEmpty();
    return new Checked(
        verdict.kind().name(), untouched ? UNTOUCHED : verdict.sentence(), exercise.hints());
  }

  /** What can be typed by name. */
  public static Names names() {
    return new Names(Parse.activations(), Parse.rules(), Exercises.typed());
  }

  /**
   * What a check says.
   *
   * @param kind RIGHT, WRONG or OPEN
   * @param hints from the first, which tells little, to the last; words between backticks are code
   */
  public record Checked(String kind, String sentence, List<String> hints) {}

  /** Names of activations and rules, and the ids of exercises whose answers can be typed. */
  public record Names(List<String> activations, List<String> rules, List<String> exercises) {}
}
