package initlab.web;

import initlab.math.Band;
import initlab.math.Interval;
import initlab.study.probe.Measure;
import initlab.study.probe.Report;
import java.util.List;

/**
 * What was measured so far.
 *
 * @param seeds how many, in all
 * @param curves one for each start
 */
public record Seen(int seeds, List<Curves> curves) {

  /** One start, both ways; the name is its text. */
  public record Curves(String name, Side forward, Side backward) {}

  /**
   * Median, 5 % and 95 % over the seeds, from layer 0 on.
   *
   * @param end what the median's own interval is where the measure's way ends, lower and upper end;
   *     empty below six seeds, where there is none
   */
  public record Side(double[] median, double[] low, double[] high, double[] end) {

    static Side of(List<Report> reports, Measure measure) {
      Band band = Band.of(reports.stream().map(r -> r.profile(measure)).toList());
      Interval end = band.medianInterval(measure == Measure.GRADIENT ? 0 : band.size() - 1);
      boolean known = !Double.isInfinite(end.low());
      double[] ends = known ? new double[] {end.low(), end.high()} : new double[0];
      return new Side(band.median(), band.low(), band.high(), ends);
    }
  }
}
