package initlab.view.density;

import initlab.view.draw.Axes;
import initlab.view.draw.Axis;
import initlab.view.draw.Heading;
import initlab.view.draw.Palette;
import initlab.view.draw.Pen;
import initlab.view.draw.Plot;
import initlab.view.draw.Sizes;
import initlab.view.draw.Style;
import initlab.view.draw.Ticks;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Paints a histogram: the laws, the bars over them, and medians and means with their labels. */
final class HistogramPainter {
  private static final int BINS = 32;
  private static final double AIR = 0.06;

  /** Of a law so many numbers of a thousand at either end may lie beyond the axis. */
  private static final double TAIL = 0.002;

  private final String title;
  private final String xLabel;
  private final List<Sample> samples;
  private final Sizes look;
  private final Map<String, Style> styles;
  private final Bins bins;

  HistogramPainter(String title, String xLabel, List<Sample> samples, Sizes look) {
    this.title = title;
    this.xLabel = xLabel;
    this.samples = samples;
    this.look = look;
    this.styles = Palette.styles(samples.stream().map(Sample::name).toList());
    this.bins = bins(samples);
  }

  private static Bins bins(List<Sample> samples) {
    double[] all =
        samples.stream()
            .flatMapToDouble(
                s ->
                    DoubleStream.concat(
                        Arrays.stream(Sample.exponents(s.values())),
                        ends(s).filter(Double::isFinite)))
            .sorted()
            .toArray();
    double lo = all.length == 0 ? 0 : all[0];
    double hi = all.length == 0 ? 0 : all[all.length - 1];
    double air = hi - lo > 1e-6 ? AIR * (hi - lo) : 0.5;
    return Bins.covering(lo - air, hi + air, BINS);
  }

  /** Where a sample's mean and nearly all of its law lie. */
  private static DoubleStream ends(Sample s) {
    double mean = Math.log10(s.mean());
    double[] law = Sample.exponents(s.law());
    return law.length == 0
        ? DoubleStream.of(mean)
        : DoubleStream.of(
            mean, law[(int) (TAIL * law.length)], law[(int) ((1 - TAIL) * (law.length - 1))]);
  }

  void paint(Graphics2D g) {
    Pen pen = new Pen(g, look);
    Heading heading = new Heading(title, key());
    heading.paint(pen);
    double top = heading.height(look) + 2 * samples.size() * look.row();
    Rectangle2D area = new Rectangle2D.Double(0, top, look.width(), look.height() - top);
    Axis x = Axis.across(bins.lo(), bins.hi(), xLabel, look).with(Ticks::decades);
    Axis y = Axis.upward(0, most() * 1.05, "share of nets", look);
    Axes axes = new Axes(x, y, Axes.Side.LEFT, true);
    Plot plot = axes.in(area, look);
    axes.paint(pen, plot);
    samples.forEach(s -> law(pen, s, plot));
    samples.forEach(s -> bars(pen, s, plot));
    for (int i = 0; i < samples.size(); i++) {
      Sample s = samples.get(i);
      double row = heading.height(look) + look.row() * (2 * i + 0.8);
      mark(pen, s.median(), style(s), plot, row, Style.Dash.SOLID);
      mark(pen, s.mean(), style(s), plot, row + look.row(), Style.Dash.DASHED);
    }
    for (int i = 0; i < samples.size(); i++) {
      Sample s = samples.get(i);
      double row = heading.height(look) + look.row() * (2 * i + 0.8);
      label(pen, s, "median", s.median(), plot, row);
      label(pen, s, "mean", s.mean(), plot, row + look.row());
    }
  }

  private String key() {
    return samples.stream().anyMatch(s -> s.law().size() > 0) ? "grey beneath: theory" : "";
  }

  private double most() {
    return samples.stream()
        .flatMap(s -> Stream.of(s.values(), s.law()))
        .flatMapToDouble(row -> Arrays.stream(Sample.shares(row, bins)))
        .filter(share -> share > 0)
        .max()
        .orElse(1);
  }

  /** One line over the middles of the bins, wide and pale. */
  private void law(Pen pen, Sample s, Plot plot) {
    if (s.law().size() > 0) {
      double[] shares = Sample.shares(s.law(), bins);
      int from = first(shares);
      int to = last(shares);
      Path2D line = new Path2D.Double();
      line.moveTo(plot.pixelX(edge(from)), plot.pixelY(0));
      for (int i = from; i <= to; i++) {
        line.lineTo(plot.pixelX(edge(i + 0.5)), plot.pixelY(shares[i]));
      }
      line.lineTo(plot.pixelX(edge(to + 1.0)), plot.pixelY(0));
      pen.g().setColor(Sizes.THEORY_UNDER);
      pen.g().setStroke(look.underlay());
      pen.g().draw(line);
    }
  }

  /** The first bin that is not empty; 0 if all are. */
  private static int first(double... shares) {
    return IntStream.range(0, shares.length).filter(i -> shares[i] > 0).findFirst().orElse(0);
  }

  /** The last bin that is not empty; 0 if all are. */
  private static int last(double... shares) {
    return IntStream.range(0, shares.length).filter(i -> shares[i] > 0).max().orElse(0);
  }

  private double edge(double bin) {
    return bins.lo() + (bins.hi() - bins.lo()) * bin / bins.count();
  }

  private void bars(Pen pen, Sample s, Plot plot) {
    double[] shares = Sample.shares(s.values(), bins);
    int from = first(shares);
    int to = last(shares);
    Path2D path = new Path2D.Double();
    path.moveTo(plot.pixelX(edge(from)), plot.pixelY(0));
    for (int i = from; i <= to; i++) {
      path.lineTo(plot.pixelX(edge(i)), plot.pixelY(shares[i]));
      path.lineTo(plot.pixelX(edge(i + 1.0)), plot.pixelY(shares[i]));
    }
    path.lineTo(plot.pixelX(edge(to + 1.0)), plot.pixelY(0));
    pen.g().setColor(style(s).veil());
    pen.g().fill(path);
    pen.stroke(path, style(s).color(), Style.Dash.SOLID, look.thin() * 1.6f);
  }

  private Style style(Sample s) {
    return Objects.requireNonNull(styles.get(s.name()));
  }

  /** A line from the base up to its label. */
  private void mark(Pen pen, double value, Style style, Plot plot, double row, Style.Dash dash) {
    double exponent = Math.log10(value);
    if (bins.holds(exponent)) {
      double x = plot.pixelX(exponent);
      Path2D line = new Path2D.Double();
      line.moveTo(x, plot.box().getMaxY());
      line.lineTo(x, row);
      pen.stroke(line, style.ink(), dash, look.thick() * 0.7f);
    }
  }

  /** What a line is, on paper of its own, on the side of the line that has room. */
  private void label(Pen pen, Sample s, String what, double value, Plot plot, double row) {
    double exponent = Math.log10(value);
    if (bins.holds(exponent)) {
      double x = plot.pixelX(exponent);
      String words = s.name() + ", " + Histogram.said(what, value);
      double width = Sizes.widthOf(words, look.font());
      boolean room = x + width + 2 * look.gap() < look.width();
      double left = room ? x + look.gap() : x - look.gap() - width;
      double top = row - look.row() / 2;
      pen.fill(new Rectangle2D.Double(left, top, width, look.row()), Sizes.PAPER);
      pen.write(words, left, row, look.font(), style(s).ink());
    }
  }
}
