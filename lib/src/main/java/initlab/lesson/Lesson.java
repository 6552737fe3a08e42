package initlab.lesson;

import initlab.base.BaseSeed;
import initlab.base.Numbers;
import initlab.ledger.Ledger;
import initlab.lesson.exercise.Exercises;
import initlab.view.Displayable;
import initlab.view.NotebookHost;
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

  /**
   * What texts say on the subject of this lesson: every claim measured and judged, one row each, in
   * a few seconds.
   */
  public static synchronized Displayable claims() {
    return Ledger.of(current).isEmpty()
        ? Note.of(false, "No claims are judged in lesson " + current + ".")
        : Ledger.judge(current);
  }

  /** One claim by its id, such as "C10": measured, judged and shown as a card. */
  public static Displayable claim(String id) {
    return Ledger.claim(id)
        .<Displayable>map(claim -> claim.judge())
        .orElseGet(() -> Note.of(false, "No claim " + id + ". There are " + Ledger.ids() + "."));
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
   * What came out, for programs: a line for each prediction that was revealed since the lesson was
   * opened, {@code prediction ID number 0.652} or {@code prediction ID choice shrinks}, and for
   * each claim of the lesson, judged now, {@code claim ID holds}. Numbers have all their digits, or
   * are inf, -inf, nan.
   */
  public static synchronized String record() {
    var lines = new StringBuilder();
    Predictions.SESSION.of(current).forEach(p -> lines.append(p.line()));
    for (var claim : Ledger.of(current)) {
      lines.append("claim " + claim.id() + " " + claim.judge().verdict().label() + "\n");
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
