package initlab.web;

import initlab.nn.Plan;
import initlab.nn.Start;
import initlab.study.Study;
import initlab.study.probe.Measure;
import initlab.study.probe.Report;
import java.util.ArrayList;
import java.util.List;

/** One start of a growing study: what theory says, and a report for each seed so far. */
final class GrowingStart {
  private final String text;
  private final Study study;
  private final Theory theory;
  private final List<Report> reports = new ArrayList<>();

  private GrowingStart(String text, Study study, Theory theory) {
    this.text = text;
    this.study = study;
    this.theory = theory;
  }

  static GrowingStart of(Plan plan, Setting setting, String text) {
    Start start = Typed.start(text, setting.width());
    Study study = Study.of(plan).batch(setting.batch()).and(start);
    return new GrowingStart(text, study, Theory.of(plan, start));
  }

  Theory theory() {
    return theory;
  }

  /** The bands over seeds 1 to this one; those that are missing are measured. */
  Seen.Curves upTo(int seeds) {
    int known = reports.size();
    if (known < seeds) {
      Study missing = study.from(known + 1).seeds(seeds - known);
      reports.addAll(missing.measure().rows().get(0).reports());
    }
    List<Report> asked = reports.subList(0, seeds);
    return new Seen.Curves(
        text, Seen.Side.of(asked, Measure.ACTIVATION), Seen.Side.of(asked, Measure.GRADIENT));
  }
}
