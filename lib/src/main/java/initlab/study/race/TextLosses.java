package initlab.study.race;

import initlab.base.Args;
import initlab.base.Numbers;
import initlab.math.Band;
import initlab.train.Histories;
import initlab.train.data.Text;
import initlab.view.figure.Curve;
import initlab.view.figure.Figure;
import initlab.view.figure.Panel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Races on a made-up language in one figure: how far the loss on held-out texts lies above the
 * language's entropy, below which no net comes on new texts, over the steps. Two lines lie across:
 * ln V, a guess by chance, and what is left where only the words' frequencies are known.
 *
 * <pre>{@code
 * TextLosses.of(text).and(tied, "std 0.02", "std 1").and(untied, "untied").plot()
 * }</pre>
 */
public final class TextLosses {
  private static final String SERIES = "held-out loss";

  /** What a loss below the entropy, by luck of the texts held out, is drawn as. */
  private static final double LEAST = 1e-3;

  /** A curve that ends above a line by less than this factor would run through its name. */
  private static final double CLOSE = 1.6;

  /** Where no loss lies farther above the entropy, plain values show more than decades. */
  private static final double PLAIN = 2;

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
      double rate = race.bestRate(start);
      String name = rate > 0 ? start + ", rate " + Numbers.brief(rate) : start;
      more.add(curve(name, race.best(start)).looksLike(start));
    }
    return new TextLosses(text, more);
  }

  private Curve curve(String name, Histories runs) {
    Band band = runs.band(SERIES);
    double[] steps = Arrays.stream(runs.steps()).asDoubleStream().toArray();
    return Curve.band(name, steps, above(band.median()), above(band.low()), above(band.high()));
  }

  private double[] above(double... losses) {
    return Arrays.stream(losses).map(loss -> Math.max(LEAST, loss - text.entropy())).toArray();
  }

  /**
   * The figure.
   *
   * @throws IllegalArgumentException if there are no curves
   */
  public Figure plot() {
    Args.atLeast(1, curves.size(), "the number of curves", "Add a race: and(race, \"std 1\").");
    double alone = text.entropyOfWords() - text.entropy();
    Panel panel =
        Panel.of("held-out loss above the entropy", "step", "loss - entropy", curves)
            .level("ln V", Math.log(text.vocabulary()) - text.entropy());
    panel =
        curves.stream().anyMatch(curve -> endsJustAbove(alone, curve))
            ? panel.levelUnder("words alone", alone)
            : panel.level("words alone", alone);
    boolean plain = curves.stream().allMatch(c -> Arrays.stream(c.high()).allMatch(v -> v < PLAIN));
    return Figure.of(text.toString(), plain ? panel.linear().level("", 0) : panel);
  }

  /** Whether a curve ends so little above a line that its name would be run through. */
  static boolean endsJustAbove(double line, Curve curve) {
    double end = curve.median()[curve.median().length - 1];
    return end > line && end < CLOSE * line;
  }
}
