package initlab.study;

import initlab.base.Args;
import initlab.math.Interval;
import initlab.study.probe.Measure;
import initlab.theory.FiniteWidth;
import initlab.view.Table;
import initlab.view.density.Histogram;
import initlab.view.figure.Figure;
import java.util.List;
import java.util.Optional;

/**
 * What a study found. Asked for a number, it gives the one at the end of the way: of the last layer
 * going forward, of the input going backward; {@link #at} asks elsewhere.
 *
 * <pre>{@code
 * var seen = Study.of(Mlp.deep(RELU, 256, 50)).compare(Init.heNormal()).measure();
 * seen.plot()                  // theory beside measurement, forward beside backward
 * seen.median("He")            // E a^2 of layer 50
 * seen.growth()                // the factor per layer of every start
 * }</pre>
 *
 * @param study what was asked
 * @param rows one for each start, in the order asked
 */
public record Results(Study study, List<Result> rows) implements Readings {

  public Results {
    rows = List.copyOf(rows);
  }

  /**
   * Everything about one start.
   *
   * @throws IllegalArgumentException if there is none of this name
   */
  public Result of(String start) {
    return rows.stream()
        .filter(row -> row.name().equals(start))
        .findFirst()
        .orElseThrow(
            () ->
                Args.bad(
                    "the name of a start",
                    start,
                    "one of " + names(),
                    "Names are those in the figure."));
  }

  List<String> names() {
    return rows.stream().map(Result::name).toList();
  }

  int depth() {
    return study.plan().layers().size();
  }

  /**
   * The numbers of this layer.
   *
   * @param layer 0 (the input) to L
   * @throws IllegalArgumentException if the plan has no such layer
   */
  public Readings at(int layer) {
    return new LayerReadings(this, layerOf(layer));
  }

  int layerOf(int layer) {
    if (layer >= 0 && layer <= depth()) {
      return layer;
    }
    throw Args.bad("a layer", layer, "0 to " + depth(), "Layer 0 is the input.");
  }

  @Override
  public Interval interval(String start, Measure measure) {
    return at(of(start).lastOf(measure)).interval(start, measure);
  }

  @Override
  public Interval medianInterval(String start, Measure measure) {
    return at(of(start).lastOf(measure)).medianInterval(start, measure);
  }

  /** What the activations of a start do from the input to the last layer: see {@link #trend}. */
  public String trend(String start) {
    return trend(start, Measure.ACTIVATION);
  }

  /**
   * What a measure's median does on its way, forward or backward: "grows" by more than a factor 10,
   * "shrinks" by more than that, or "keeps its size"; "is not a number" where it ends as none.
   */
  public String trend(String start, Measure measure) {
    return of(start).trend(measure);
  }

  /** By what a layer multiplies E a^2 going forward: the median of {@link Result#factor}. */
  public double factor(String start) {
    return factor(start, Measure.ACTIVATION);
  }

  /** By what a layer multiplies this measure on its way: the median of {@link Result#factor}. */
  public double factor(String start, Measure measure) {
    return of(start).factor(measure).median();
  }

  /** Layers until the activations' size has changed a thousandfold: {@link Result#thousandfold}. */
  public double thousandfold(String start) {
    return thousandfold(start, Measure.ACTIVATION);
  }

  /** The same of another second moment, forward or backward. */
  public double thousandfold(String start, Measure measure) {
    return of(start).thousandfold(measure);
  }

  /**
   * What one net of this width is likely to show of a start: median and 5-95 % of activations and
   * gradients, layer by layer, where mean-field theory has only the mean over many nets. For a
   * batch of one sample it is the law of what is measured; the samples of a larger one share their
   * net, and average part of it away.
   *
   * <p>The input is one of the study's: where each seed draws its own, N(0, 1), activations have
   * its share of the spread too. Gradients begin as N(0, 1) at the output, drawn for each seed.
   *
   * @return empty where no such law is known: of tied or dependent weights, and of layers that are
   *     not dense
   * @throws IllegalArgumentException if there is no such start
   */
  public Optional<FiniteWidth> law(String start) {
    int row = rows.indexOf(of(start));
    double input = study.inputMoment(rows.get(row).reports());
    return new TheoryOf(study.plan(), study.starts().get(row), input).law(study.drawsInputs());
  }

  /**
   * The second moment of the last layer's activations as a histogram over the nets, in decades,
   * with its median and its mean over the nets marked: a typical net beside the average. Several
   * starts lie over each other. With one input in the batch, {@code Study.batch(1)}, the law of
   * nets of this width is drawn behind them, where it is known.
   *
   * @param starts which; none named means all
   * @throws IllegalArgumentException if there is no such start
   */
  public Histogram histogram(String... starts) {
    return Histograms.of(this, starts);
  }

  /** Every start's factor per layer, forward and backward, with 5-95 % over seeds and theory. */
  public Table growth() {
    return Growth.table(this);
  }

  /** Theory beside measurement, forward beside backward: the standard figure. */
  public Figure plot() {
    return StandardPages.figure(this);
  }

  /**
   * The standard figure with a point every so many layers: of widths that come in pairs, {@code
   * plotEvery(2)} shows the ends of the pairs, and leaves the swing between them out.
   *
   * @throws IllegalArgumentException if the number is below 1
   */
  public Figure plotEvery(int layers) {
    return StandardPages.every(this, layers);
  }

  /** These measures, a panel each, in the order given: median and 5-95 % band, no theory. */
  public Figure plot(Measure... measures) {
    return Profiles.plot(this, measures);
  }

  /** The numbers at the figure's ends. */
  public Table table() {
    return StandardPages.table(this);
  }

  /**
   * The median of one measure at these layers, one row a start.
   *
   * @param layers 0 (the input) to L; none given, where the measure's way ends
   * @throws IllegalArgumentException if the plan has no such layer
   */
  public Table table(Measure measure, int... layers) {
    return Profiles.table(this, measure, layers);
  }
}
