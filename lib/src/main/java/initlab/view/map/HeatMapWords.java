package initlab.view.map;

import initlab.base.Numbers;
import initlab.view.draw.Values;
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
    Values x = g.cells().x();
    Values y = g.cells().y();
    List<String> lines = new ArrayList<>();
    lines.add(g.title());
    lines.add(
        String.format(
            Locale.ROOT,
            "%s; %d x %d cells; %s %s to %s",
            g.shown(),
            x.size(),
            y.size(),
            g.xLabel(),
            Numbers.brief(x.first(), 3),
            Numbers.brief(x.last(), 3)));
    int last = y.size() - 1;
    int most = Math.min(ROWS, y.size()) - 1;
    IntStream.rangeClosed(0, most)
        .map(k -> most == 0 ? last : last - (int) Math.round((double) k * last / most))
        .forEach(j -> lines.add("  " + row(g, j)));
    return String.join("\n", lines);
  }

  /** Such as {@code sigma_b 0.2: -0.41 to 0.12, passes 0 at 1.33; theory 1.31}. */
  private static String row(HeatMap.Grid g, int j) {
    Values v = g.cells().rows().get(j);
    Values y = g.cells().y();
    StringBuilder s = new StringBuilder(g.yLabel() + " " + Numbers.brief(y.at(j), 3) + ": ");
    s.append(value(v.first())).append(" to ").append(value(v.last()));
    double[] passes = passes(g, v);
    if (passes.length > 0) {
      s.append(", passes ").append(Numbers.brief(g.middle(), 2)).append(" at ");
      s.append(
          String.join(", ", Arrays.stream(passes).mapToObj(x -> Numbers.brief(x, 3)).toList()));
    } else {
      s.append(", does not pass ").append(Numbers.brief(g.middle(), 2));
    }
    g.curve()
        .filter(c -> Double.isFinite(at(c, y.at(j))))
        .ifPresent(c -> s.append("; " + c.name() + " at " + Numbers.brief(at(c, y.at(j)), 3)));
    return s.toString();
  }

  private static String value(double v) {
    return Double.isInfinite(v) ? (v > 0 ? "infinite" : "-infinite") : Numbers.brief(v, 2);
  }

  /** Where a row passes the middle value: linear between two cells, half way to an infinite one. */
  static double[] passes(HeatMap.Grid g, Values v) {
    Values x = g.cells().x();
    return IntStream.range(1, v.size())
        .filter(i -> (v.at(i - 1) < g.middle()) != (v.at(i) < g.middle()))
        .filter(i -> !Double.isNaN(v.at(i - 1)) && !Double.isNaN(v.at(i)))
        .mapToDouble(
            i -> {
              double t = (g.middle() - v.at(i - 1)) / (v.at(i) - v.at(i - 1));
              boolean finite = Double.isFinite(v.at(i - 1)) && Double.isFinite(v.at(i));
              return x.at(i - 1) + (finite ? t : 0.5) * (x.at(i) - x.at(i - 1));
            })
        .toArray();
  }

  /** The curve at a height that it is given for, else NaN. */
  private static double at(Curve c, double y) {
    double[] heights = c.x();
    double[] across = c.median();
    return IntStream.range(0, heights.length)
        .filter(i -> Math.abs(heights[i] - y) < 1e-9 * Math.max(1, Math.abs(y)))
        .mapToDouble(i -> across[i])
        .findFirst()
        .orElse(Double.NaN);
  }
}
