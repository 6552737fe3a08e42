package initlab.study.race;

import initlab.math.Band;
import initlab.train.Training;
import initlab.train.data.Dataset;
import initlab.view.figure.Curve;
import initlab.view.figure.Figure;
import initlab.view.figure.Panel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * A race as curves over the steps, a panel for each series: of every start, at the rate that suited
 * it best, the median and 5-95 % over the seeds. Accuracies are drawn from 0 to 1, all else in
 * decades unless told otherwise; a thin line says what a guess by chance has.
 *
 * @param entries all starts with all rates
 * @param logSteps whether steps are drawn in decades, from the first look after step 0 on
 * @param linear whether everything is drawn in plain values
 */
record RaceFigure(List<Entry> entries, boolean logSteps, boolean linear) {

  Figure of(String... series) {
    List<String> names = series.length > 0 ? List.of(series) : usual();
    Panel[] panels = names.stream().map(this::panel).toArray(Panel[]::new);
    return Figure.of(title(), panels).ownScales();
  }

  private List<String> usual() {
    List<String> names = new ArrayList<>(List.of("loss"));
    Entry.accuracy(entries).ifPresent(names::add);
    return names;
  }

  private Training training() {
    return entries.get(0).runs().runs().get(0).training();
  }

  private String title() {
    return title(training().plan().toString());
  }

  /** Such as "XOR quadrants: tanh nets, 150 steps, 10 seeds". */
  String title(String nets) {
    return String.format(
        Locale.ROOT,
        "%s: %s, %d steps, %d seeds",
        training().data().name(),
        nets,
        training().stepCount(),
        entries.get(0).runs().runs().size());
  }

  Panel panel(String series) {
    List<Curve> curves = BestRate.each(entries).stream().map(e -> curve(e, series)).toList();
    return across(scaled(Panel.of(words(series), "step", "", curves), series));
  }

  /** With the axis that suits a series, and the line of a guess. */
  Panel scaled(Panel plain, String series) {
    boolean share = series.endsWith("accuracy");
    Panel panel = share ? plain.linear().level("", 0).level("", 1) : plain;
    return guess(linear ? panel.linear() : panel, series);
  }

  private Panel across(Panel panel) {
    return logSteps ? panel.decadesAcross() : panel;
  }

  /** Such as {@code loss on training data}. */
  static String words(String series) {
    return switch (series) {
      case "loss", "accuracy" -> series + " on training data";
      case "held-out loss" -> "loss on held-out data";
      case "held-out accuracy" -> "accuracy on held-out data";
      default -> series;
    };
  }

  /** With the loss or the accuracy that a network has whose answer is always the same. */
  private Panel guess(Panel panel, String series) {
    Dataset data = training().data();
    double accuracy = data.largestClass();
    if (series.endsWith("accuracy")) {
      return panel.level("chance", accuracy);
    }
    boolean loss = series.equals("loss") || series.equals("held-out loss");
    double zero = Entry.lossOfZero(training());
    return loss && zero > 0 && !Double.isNaN(accuracy) ? panel.level("chance", zero) : panel;
  }

  private static Curve curve(Entry entry, String series) {
    double[] steps = IntStream.of(entry.runs().steps()).asDoubleStream().toArray();
    if (steps.length == 0) {
      return overflowed(entry, series);
    }
    Band band = entry.runs().band(series);
    return Curve.band(entry.label(), steps, band.median(), band.low(), band.high())
        .looksLike(entry.start());
  }

  /** Every run overflowed before the first look: the worst there is, from the start to the end. */
  private static Curve overflowed(Entry entry, String series) {
    double[] steps = {0, entry.runs().runs().get(0).training().stepCount()};
    double worst = series.endsWith("accuracy") ? 0 : Double.POSITIVE_INFINITY;
    return Curve.line(entry.label(), steps, new double[] {worst, worst}).looksLike(entry.start());
  }
}
