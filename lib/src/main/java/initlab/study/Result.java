package initlab.study;

import initlab.math.Band;
import initlab.study.probe.Measure;
import initlab.study.probe.Report;
import initlab.theory.Propagation;
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

  /** The band of this measure over the seeds, from layer 0 on; NaN where a layer has none. */
  public Band band(Measure measure) {
    return Band.of(reports.stream().map(r -> r.profile(measure)).toList());
  }
}
