package initlab.view.figure;

import initlab.base.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Says in words and numbers what a figure shows; computed from the data, never written by hand. */
final class FigureWords {
  private FigureWords() {}

  static String figure(String title, List<Panel> panels, List<Scale> scales) {
    List<String> lines = new ArrayList<>();
    lines.add(title);
    for (int k = 0; k < panels.size(); k++) {
      Panel p = panels.get(k);
      Scale scale = scales.get(k);
      lines.add(p.title() + levels(p));
      p.curves().forEach(c -> lines.add("  " + curve(c, p, scale)));
    }
    return String.join("\n", lines);
  }

  /** Such as {@code ; lines across: chance 0.69}. */
  private static String levels(Panel panel) {
    String named =
        panel.levels().stream()
            .filter(level -> !level.name().isBlank())
            .map(level -> level.name() + " " + value(level.value()))
            .collect(Collectors.joining(", "));
    return named.isEmpty() ? "" : "; line across: " + named;
  }

  /** Such as {@code He, layer 50: median 0.28, band 0.02-3.9; theory 1}. */
  static String curve(Curve given, Panel panel, Scale scale) {
    Curve c = panel.endsLeft() ? given.reversed() : given;
    int last = c.x().length - 1;
    StringBuilder s = new StringBuilder(c.name());
    s.append(", ")
        .append(place(panel))
        .append(" ")
        .append(Numbers.brief(c.x()[last], 6))
        .append(": ");
    s.append(c.hasBand() ? "median " : "").append(value(c.median()[last]));
    if (c.hasBand() && c.low()[last] != c.high()[last]) {
      s.append(", band ").append(range(c.low()[last], c.high()[last]));
    }
    if (c.hasTheory()) {
      String is = c.theoryIs().isBlank() ? "" : c.theoryIs() + " ";
      s.append("; theory ").append(is).append(value(c.theory()[last]));
    }
    if (c.hasTheoryBand()) {
      s.append(", its band ").append(range(c.theoryLow()[last], c.theoryHigh()[last]));
    }
    events(c, scale, place(panel)).forEach(e -> s.append("; ").append(e));
    return s.toString();
  }

  /** What x counts: layers, steps, ... */
  private static String place(Panel panel) {
    return panel.xLabel().isBlank() ? "x" : panel.xLabel();
  }

  private static String range(double low, double high) {
    return value(low) + " to " + value(high);
  }

  static String value(double v) {
    return Double.isInfinite(v) ? (v > 0 ? "" : "minus ") + "overflow" : Numbers.brief(v, 2);
  }

  /** Beside a mark: {@code too large leaves at layer 19}. */
  static String exit(Curve c, CurvePath.Exit exit, Panel panel) {
    CurvePath.Exit at = new CurvePath.Exit(exit.at(), exit.why(), panel.valueAt(exit.x()));
    return c.name() + " " + exitOnly(at, panel.valueAt(c.x()[0]), place(panel));
  }

  private static String exitOnly(CurvePath.Exit exit, double start, String place) {
    String at = place + " " + Numbers.brief(exit.x(), 6);
    if (exit.why() == Region.NAN) {
      return exit.x() == start ? "is NaN from the start" : "is NaN from " + at;
    }
    String side = exit.why() == Region.ABOVE ? "above" : "below";
    return exit.x() == start ? "starts " + side : "leaves at " + at;
  }

  private static List<String> events(Curve c, Scale scale, String place) {
    List<String> out = new ArrayList<>();
    first(c, scale, Region.ZERO).ifPresent(x -> out.add("exactly 0 from " + place + " " + x));
    first(c, scale, Region.OVERFLOW).ifPresent(x -> out.add("overflows at " + place + " " + x));
    for (CurvePath.Exit e : CurvePath.follow(c.x(), c.median(), scale).exits()) {
      String words = exitOnly(e, c.x()[0], place);
      out.add(words.replace("leaves", "leaves the window"));
    }
    return out;
  }

  private static Optional<String> first(Curve c, Scale scale, Region place) {
    double[] values = c.median();
    return IntStream.range(0, values.length)
        .filter(i -> scale.place(values[i]) == place)
        .mapToObj(i -> Numbers.brief(c.x()[i], 6))
        .findFirst();
  }
}
