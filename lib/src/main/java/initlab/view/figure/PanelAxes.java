package initlab.view.figure;

import initlab.view.draw.Axes;
import initlab.view.draw.Axis;
import initlab.view.draw.Sizes;
import initlab.view.draw.Ticks;
import java.util.Arrays;

/** The axes of a panel of curves. */
final class PanelAxes {
  /** Positions nearer to each other than this are one place. */
  private static final double NEAREST = 1e-300;

  private PanelAxes() {}

  static Axes of(Panel panel, Scale scale, Sizes look) {
    double lo = panel.curves().stream().mapToDouble(c -> c.x()[0]).min().orElse(0);
    double hi = panel.curves().stream().mapToDouble(c -> c.x()[c.x().length - 1]).max().orElse(1);
    Axis x =
        hi - lo > NEAREST
            ? Axis.across(lo, hi, panel.xLabel(), look).with(counts(panel))
            : Axis.across(lo - 1, hi + 1, panel.xLabel(), look);
    // Beyond the window, in its strips, there are no numbers.
    Ticks.Chooser numbers = scale.log() ? Ticks::decades : Ticks::round;
    Axis y =
        Axis.upward(scale.bottom(), scale.top(), panel.yLabel(), look)
            .with(
                (from, to, most) ->
                    numbers.between(
                        Math.max(from, scale.windowBottom()),
                        Math.min(to, scale.windowTop()),
                        most));
    return new Axes(x, y, panel.endsLeft() ? Axes.Side.RIGHT : Axes.Side.LEFT, true);
  }

  /** Layers and steps are whole: no tick stands between two of them. */
  private static Ticks.Chooser counts(Panel panel) {
    if (panel.logX()) {
      return Ticks::decadesWithEnd;
    }
    boolean whole =
        panel.curves().stream()
            .flatMapToDouble(c -> Arrays.stream(c.x()))
            .allMatch(x -> x == Math.rint(x));
    return whole ? Ticks::counted : Ticks::withEnds;
  }
}
