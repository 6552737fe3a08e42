package initlab.view.map;

import initlab.base.Numbers;
import initlab.view.figure.Curve;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Says in words and numbers what a heat map shows, from its top row to its bottom row. */
final class HeatMapWords {
  private static final int ROWS = 5;

  private HeatMapWords() {}

  static String of(HeatMap.Grid g) {
    List<String> lines = new ArrayList<>();
    lines.add(g.title());
    lines.add(
        String.format(
            Locale.ROOT,
            "%s; %d x %d cells; %s %s to %s",
            g.shown(),
            g.x().length,
            g.y().length,
            g.xLabel(),
            Numbers.brief(g.x()[0], 3),
            Numbers.brief(g.x()[g.x().length - 1], 3)));
    int last = g.y().length - 1;
    int most = Math.min(ROWS, g.y().length) - 1;
    IntStream.rangeClosed(0, most)
        .map(k -> most == 0 ? last : last - (int) Math.round((double) k * last / most))
        .forEach(j -> lines.add("  " + row(g, j)));
    return String.join("\n", lines);
  }

  /** Such as {@code sigma_b 0.2: -0.41 to 0.12, passes 0 at 1.33; theory 1.31}. */
  private static String row(HeatMap.Grid g, int j) {
    double[] v = g.values()[j];
    StringBuilder s = new StringBuilder(g.yLabel() + " " + Numbers.brief(g.y()[j], 3) + ": ");
    s.append(value(v[0])).append(" to ").append(value(v[v.length - 1]));
    double[] passes = passes(g, v);
    if (passes.length > 0) {
      s.append(", passes ").append(Numbers.brief(g.middle(), 2)).append(" at ");
      s.append(
          String.join(", ", Arrays.stream(passes).mapToObj(x -> Numbers.brief(x, 3)).toList()));
    } else {
      s.append(", does not pass ").append(Numbers.brief(g.middle(), 2));
    }
    g.curve()
        .map(c -> at(c, g.y()[j]))
        .filter(Double::isFinite)
        .ifPresent(
            x ->
                s.append("; ")
                    .append(g.curve().get().name())
                    .append(" at ")
                    .append(Numbers.brief(x, 3)));
    return s.toString();
  }

  private static String value(double v) {
    return Double.isInfinite(v) ? (v > 0 ? "infinite" : "-infinite") : Numbers.brief(v, 2);
  }

  /** Where a row passes the middle value, linear between two cells. */
  static double[] passes(HeatMap.Grid g, double[] v) {
    return IntStream.range(1, v.length)
        .filter(i -> (v[i - 1] < g.middle()) != (v[i] < g.middle()))
        .filter(i -> !Double.isNaN(v[i - 1]) && !Double.isNaN(v[i]))
        .mapToDouble(
            i -> {
              double t = (g.middle() - v[i - 1]) / (v[i] - v[i - 1]);
              boolean finite = t >= 0 && t <= 1;
              return g.x()[i - 1] + (finite ? t : 0.5) * (g.x()[i] - g.x()[i - 1]);
            })
        .toArray();
  }

  /** The curve at a height that it is given for, else NaN. */
  private static double at(Curve c, double y) {
    return IntStream.range(0, c.x().length)
        .filter(i -> Math.abs(c.x()[i] - y) < 1e-9 * Math.max(1, Math.abs(y)))
        .mapToDouble(i -> c.median()[i])
        .findFirst()
        .orElse(Double.NaN);
  }
}
