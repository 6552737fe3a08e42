package initlab.study;

import initlab.nn.Start;
import initlab.study.probe.Measure;
import initlab.view.density.Histogram;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How the last layer's second moment is distributed over the nets of a study. */
final class Histograms {
  private Histograms() {}

  static Histogram of(Results found, String... starts) {
    List<String> names = starts.length > 0 ? List.of(starts) : found.names();
    int seeds = found.of(names.get(0)).reports().size();
    String title =
        String.format(Locale.ROOT, "%s: last layer in %d nets", found.study().plan(), seeds);
    Histogram out = Histogram.of(title, "second moment of the last layer");
    for (String name : names) {
      out = out.sample(name, moments(found.of(name), found.depth()));
      if (found.study().batchSize() == 1) {
        Optional<double[]> law = law(found, name);
        out = law.isPresent() ? out.law(name, law.get()) : out;
      }
    }
    return out;
  }

  private static double[] moments(Result row, int layer) {
    return row.reports().stream()
        .mapToDouble(report -> report.profile(Measure.ACTIVATION)[layer])
        .toArray();
  }

  private static Optional<double[]> law(Results found, String name) {
    int row = found.names().indexOf(name);
    Study study = found.study();
    Start start = study.starts().get(row);
    double input = study.inputMoment(found.rows().get(row).reports());
    return new TheoryOf(study.plan(), start, input).lastMoments(study.drawsInputs());
  }
}
