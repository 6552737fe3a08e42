package initlab.study;

import initlab.math.Band;
import initlab.math.Interval;
import initlab.math.Moments;
import initlab.study.probe.Measure;
import initlab.study.probe.Report;
import initlab.theory.Propagation;
import initlab.view.Table;
import java.util.List;
import java.util.Optional;

/**
 * One start, measured over many seeds, and what theory says of it.
 *
 * @param name of the start
 * @param reports one for each seed
 * @param theory the prediction, where there is one
 */
public record Result(String name, List<Report> reports, Optional<Propagation> theory) {

  public Result {
    reports = List.copyOf(reports);
  }

  /** The same under another name. */
  Result named(String other) {
    return new Result(other, reports, theory);
  }

  /** The band of this measure over the seeds, from layer 0 on; NaN where a layer has none. */
  public Band band(Measure measure) {
    return Band.of(reports.stream().map(r -> r.profile(measure)).toList());
  }

  /** The layer where the measure's way begins; layer 1 where the input is ids. */
  int firstOf(Measure measure) {
    return Math.max(reports.get(0).first(), measure.firstOf(depth()));
  }

  /** The layer where the measure's way ends; going backward layer 1 where the input is ids. */
  int lastOf(Measure measure) {
    return Math.max(reports.get(0).first(), measure.lastOf(depth()));
  }

  private int depth() {
    return reports.get(0).profile(Measure.ACTIVATION).length - 1;
  }

  /**
   * Median and 5-95 % where the measure's way ends: the last layer, or going backward the input,
   * or, where that is ids, layer 1.
   */
  public Interval interval(Measure measure) {
    return band(measure).at(lastOf(measure));
  }

  String trend(Measure measure) {
    return Growth.trend(band(measure), measure, reports.get(0).first());
  }

  /**
   * The factor by which a layer multiplies this measure on its way: (last / first)^(1 / layers) of
   * each seed, so that of a second moment it is 10 to the slope of the curve in the figure; its
   * root is the factor of the size.
   */
  public Interval factor(Measure measure) {
    return Growth.factor(this, measure);
  }

  /**
   * The factors a(l + apart) / a(l) of the second moments of activations, over all seeds and all
   * layers l that have such a partner: their mean and mean square.
   *
   * @throws IllegalArgumentException unless 1 &lt;= apart &lt;= L
   */
  public Moments factors(int apart) {
    return Growth.factors(this, apart);
  }

  /**
   * Layers until the size of activations, the root of their second moment, has changed a
   * thousandfold, by the median factor; infinite for a factor of 1 to rounding, and NaN where seeds
   * disagree (1 lies between the 5 % and 95 % quantiles of the factor).
   */
  public double thousandfold() {
    return thousandfold(Measure.ACTIVATION);
  }

  /** The same of the size of another second moment, as of gradients on their way back. */
  public double thousandfold(Measure measure) {
    return Growth.thousandfold(factor(measure));
  }

  /**
   * Second moments of activations, layer 1 ... L, and the root of their median, the root mean
   * square: what a text says, the median over seeds with 5-95 %, and theory.
   *
   * @param said one number a layer, as many as the text gives; may be none
   * @throws IllegalArgumentException if there are more numbers than layers
   */
  public Table table(double... said) {
    return LayerTable.moments(this, said);
  }

  /** The same for sizes: root mean squares, the roots of second moments. */
  public Table sizes(double... said) {
    return LayerTable.sizes(this, said);
  }

  /**
   * The medians of these measures over the seeds: one row a layer, from 0, one column a measure.
   */
  public Table measures(Measure... measures) {
    return LayerTable.measures(this, measures);
  }
}
