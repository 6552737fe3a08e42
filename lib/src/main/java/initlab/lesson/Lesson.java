package initlab.lesson;

import initlab.view.Displayable;
import initlab.view.NotebookHost;
import initlab.view.Table;
import java.util.Map;
import java.util.TreeMap;

/** A notebook of the course, opened by its number in its second cell. */
public final class Lesson {
  private static final Map<String, String> TITLES = titles();
  private static String current = "";

  private Lesson() {}

  /**
   * Opens a lesson: pictures will show, its predictions and all claims are forgotten. Says the same
   * on every machine, but for a warning where OpenBLAS did not load.
   *
   * @param number two digits: "00"
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
    return Note.info(greeting(number + " " + title, About.version(), About.isFast()));
  }

  static String greeting(String title, String version, boolean fast) {
    return title
        + " (initlab "
        + version
        + "). Commit to a guess before you run: predictions and checks are yours alone, nothing is"
        + " stored or sent, and any cell may be run twice."
        + (fast
            ? ""
            : "\nOpenBLAS did not load on this machine: products run in plain Java, slower, all"
                + " numbers the same to 1e-12.");
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

  /** One number under its name, to six digits: {@code E max(0, Z)^2 = 0.5}. */
  public static Displayable value(String name, double number) {
    return Note.info(name + " = " + Say.number(number, 6));
  }

  /** What this machine is: for a cell tagged {@code volatile}, because it differs between them. */
  public static Displayable machine() {
    return Note.info(About.machine());
  }

  private static Map<String, String> titles() {
    var titles = new TreeMap<String, String>();
    titles.put("00", "Start here");
    titles.put("01", "Zero and symmetry");
    titles.put("02", "Too small, too large");
    titles.put("03", "Xavier");
    titles.put("04", "He");
    titles.put("05", "Orthogonal");
    titles.put("06", "LSUV");
    titles.put("07", "A gain for any activation");
    titles.put("08", "The edge of chaos");
    titles.put("09", "Layer by layer");
    titles.put("10", "Residual and attention");
    titles.put("11", "The clinic");
    titles.put("12", "Does it matter?");
    titles.put("13", "Rosetta");
    titles.put("14", "The claims");
    return titles;
  }
}
