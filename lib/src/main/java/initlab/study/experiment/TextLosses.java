package initlab.study.experiment;

import initlab.base.Args;
import initlab.math.Band;
import initlab.study.race.Race;
import initlab.train.Histories;
import initlab.train.data.Text;
import initlab.view.figure.Curve;
import initlab.view.figure.Figure;
import initlab.view.figure.Panel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Races on a made-up language in one figure: the loss on held-out texts over the steps, and three
 * lines across: ln V, the loss of a guess by chance; what is left when only the words' frequencies
 * are known; and the language's entropy, below which no net comes on new texts.
 *
 * <pre>{@code
 * TextLosses.of(text).and(tied, "std 0.02", "std 1").and(untied, "untied").plot()
 * }</pre>
 */
public final class TextLosses {
  private static final String SERIES = "held-out loss";

  private final Text text;
  private final List<Curve> curves;

  private TextLosses(Text text, List<Curve> curves) {
    this.text = text;
    this.curves = List.copyOf(curves);
  }

  /** Without curves yet. */
  public static TextLosses of(Text text) {
    return new TextLosses(Args.given(text, "the text", "Such as Text.madeUp(50)."), List.of());
  }

  /**
   * The same with these starts of a race, each with the rate that suited it best.
   *
   * @param race its training has held-out texts
   * @throws IllegalArgumentException if none is named, or one is not in the race
   */
  public TextLosses and(Race.Result race, String... starts) {
    Args.given(race, "the race", "Run it first.");
    Args.atLeast(1, starts.length, "the number of starts", "Name those that are to be drawn.");
    List<Curve> more = new ArrayList<>(curves);
    for (String start : starts) {
      more.add(curve(start, race.best(start)));
    }
    return new TextLosses(text, more);
  }

  /** Step 0 has no place on a scale of decades: a look stands at its step plus 1. */
  private static Curve curve(String name, Histories runs) {
    Band band = runs.band(SERIES);
    double[] steps = Arrays.stream(runs.steps()).mapToDouble(step -> step + 1.0).toArray();
    return Curve.band(name, steps, band.median(), band.low(), band.high());
  }

  /**
   * The figure.
   *
   * @throws IllegalArgumentException if there are no curves
   */
  public Figure plot() {
    Args.atLeast(1, curves.size(), "the number of curves", "Add a race: and(race, \"std 1\").");
    Panel panel =
        Panel.of("loss on held-out texts", "step, counted from 1", "loss", curves)
            .decadesAcross()
            .level("ln V", Math.log(text.vocabulary()))
            .level("words alone", text.entropyOfWords())
            .level("entropy", text.entropy());
    return Figure.of(text + ", median and 5-95 % over seeds", panel);
  }
}
