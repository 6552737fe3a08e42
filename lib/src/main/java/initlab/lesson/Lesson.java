package initlab.lesson;

import initlab.base.BaseSeed;
import initlab.base.Numbers;
import initlab.lesson.exercise.Exercises;
import initlab.view.Displayable;
import initlab.view.NotebookHost;
import initlab.view.Table;
import java.util.Map;

/** A notebook of the course, opened by its number in its second cell. */
public final class Lesson {
  private static final Map<String, String> TITLES = Resource.entries("titles.properties");
  private static String current = "";

  private Lesson() {}

  /**
   * Opens a lesson: pictures will show, its predictions and all claims are forgotten. Says the same
   * on every machine, but for a warning where OpenBLAS did not load, and the base seed where one
   * was given.
   *
   * @param number two digits: "00"
   * @throws IllegalArgumentException if the property initlab.seed is no whole number
   */
  public static synchronized Displayable open(String number) {
    NotebookHost.all().forEach(NotebookHost::install);
    var title = TITLES.get(number);
    if (title == null) {
      return Note.of(false, "No lesson " + number + ". There are " + TITLES.keySet() + ".");
    }
    current = number;
    Predictions.SESSION.forget(number);
    Claim.forgetAll();
    return Note.info(greeting(number + " " + title, About.isFast(), BaseSeed.get()));
  }

  static String greeting(String title, boolean fast, long baseSeed) {
    return title
        + " is open: guess first, then run."
        + (fast
            ? ""
            : "\nOpenBLAS did not load on this machine: products run in plain Java, slower. A product"
                + " is the same to 1e-12; what nets that explode make of it may differ from the"
                + " text.")
        + (baseSeed == 0
            ? ""
            : "\nEvery seed counts from the base seed "
                + baseSeed
                + ": seed 1 is "
                + (baseSeed + 1)
                + ", and numbers differ from those of the text.");
  }

  /** How the reader's predictions of this lesson turned out, one row each. */
  public static synchronized Displayable calibration() {
    return new Calibration(Predictions.SESSION.of(current));
  }

  /** The claims judged since the lesson was opened, by id, one row each. */
  public static Displayable claims() {
    var claims = Claim.judged();
    return Table.of("Claims judged in this notebook")
        .words("claim", claims.stream().map(Claim::id).toList())
        .words("what is said", claims.stream().map(Claim::words).toList())
        .words("verdict", claims.stream().map(claim -> claim.verdict().label()).toList());
  }

  /**
   * One hint of an exercise.
   *
   * @param exercise its id: "02-factor"
   * @param number which hint, from 1
   */
  public static Displayable hint(String exercise, int number) {
    var found = Exercises.of(exercise);
    if (found.isEmpty()) {
      return Check.unknown(exercise);
    }
    var hints = found.get().hints();
    if (number < 1 || number > hints.size()) {
      return Note.info(
          exercise + " has the hints 1 to " + hints.size() + ", and no " + number + ".");
    }
    return Note.info("Hint " + number + " of " + hints.size() + ": " + hints.get(number - 1));
  }

  /**
   * What came out since the lesson was opened, for programs: a line for each prediction that was
   * revealed, {@code prediction ID number 0.652} or {@code prediction ID choice shrinks}, and for
   * each claim that was judged, {@code claim ID holds}. Numbers have all their digits, or are inf,
   * -inf, nan.
   */
  public static synchronized String record() {
    var lines = new StringBuilder();
    Predictions.SESSION.of(current).forEach(p -> lines.append(p.line()));
    for (var claim : Claim.judged()) {
      lines.append("claim " + claim.id() + " " + claim.verdict().label() + "\n");
    }
    return lines.toString().strip();
  }

  /** One number under its name, to six digits: {@code E max(0, Z)^2 = 0.5}. */
  public static Displayable value(String name, double number) {
    return Note.info(name + " = " + Numbers.inWords(number, 6));
  }

  /** What this machine is: for a cell tagged {@code volatile}, because it differs between them. */
  public static Displayable machine() {
    return Note.info(About.machine());
  }
}
