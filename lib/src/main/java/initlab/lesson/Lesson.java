package initlab.lesson;

import initlab.base.BaseSeed;
import initlab.base.Numbers;
import initlab.ledger.Ledger;
import initlab.view.Displayable;
import initlab.view.NotebookHost;
import java.util.Map;

/** A notebook of the course, opened by its number in its second cell. */
public final class Lesson {
  private static final Map<String, String> TITLES = Resource.entries("titles.properties");
  private static String current = "";

  private Lesson() {}

  /**
   * Opens a lesson: pictures will show, its predictions are forgotten. Says the same on every
   * machine, but for a warning where OpenBLAS did not load, and the base seed where one was given.
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
    return Note.info(
        greeting(number + " " + title, About.version(), About.isFast(), BaseSeed.get()));
  }

  static String greeting(String title, String version, boolean fast, long baseSeed) {
    return title
        + " (initlab "
        + version
        + "). Commit to a guess before you run: predictions and checks are yours alone, nothing is"
        + " stored or sent, and any cell may be run twice."
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

  /** One number under its name, to six digits: {@code E max(0, Z)^2 = 0.5}. */
  public static Displayable value(String name, double number) {
    return Note.info(name + " = " + Numbers.inWords(number, 6));
  }

  /** What this machine is: for a cell tagged {@code volatile}, because it differs between them. */
  public static Displayable machine() {
    return Note.info(About.machine());
  }
}
