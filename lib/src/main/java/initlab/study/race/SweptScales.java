package initlab.study.race;

import initlab.base.Args;
import initlab.base.Numbers;
import initlab.init.Initializer;
import initlab.math.Band;
import initlab.math.Interval;
import initlab.study.Result;
import initlab.study.Results;
import initlab.study.Study;
import initlab.study.probe.Measure;
import initlab.train.Histories;
import initlab.train.Training;
import initlab.view.figure.Curve;
import initlab.view.figure.Figure;
import initlab.view.figure.Panel;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** One net of a {@link ScaleSweep}: what every scale is before training, and what it becomes. */
final class SweptScales {
  private static final String ACROSS = "std of the weights";

  private final String name;
  private final double[] stds;
  private final Training training;
  private final Results before;
  private final List<Histories> after;

  private SweptScales(
      String name, double[] stds, Training training, Results before, List<Histories> after) {
    this.name = name;
    this.stds = stds;
    this.training = training;
    this.before = before;
    this.after = List.copyOf(after);
  }

  static SweptScales of(
      String name, double[] stds, Initializer[] rules, Training training, Race.Result race) {
    Results before = Study.of(training.plan()).on(training.data().x()).compare(rules).measure();
    List<Histories> after = Arrays.stream(rules).map(rule -> race.best(rule.name())).toList();
    return new SweptScales(name, stds, training, before, after);
  }

  String name() {
    return name;
  }

  /** The scales whose median accuracy is at least this. */
  DoubleStream learned(double accuracy) {
    return IntStream.range(0, stds.length)
        .filter(i -> after.get(i).end(accuracyName()).median() >= accuracy)
        .mapToDouble(i -> stds[i]);
  }

  double moment(double std) {
    return hidden(before.rows().get(indexOf(std))).median();
  }

  double startLoss(double std) {
    return atStart(after.get(indexOf(std))).median();
  }

  private int indexOf(double std) {
    for (int i = 0; i < stds.length; i++) {
      if (stds[i] == std) {
        return i;
      }
    }
    String asked = DoubleStream.of(stds).mapToObj(Numbers::exact).collect(Collectors.joining(", "));
    throw Args.bad("a scale", std, "one of " + asked, "Ask for one of these.");
  }

  private Interval hidden(Result row) {
    return row.band(Measure.ACTIVATION).at(training.plan().depth() - 1);
  }

  private static Interval atStart(Histories runs) {
    Band loss = runs.band("loss");
    return loss.size() > 0
        ? loss.at(0)
        : new Interval(
            Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
  }

  /** On held-out data where there are some. */
  private String accuracyName() {
    return after.stream().anyMatch(runs -> runs.has("held-out accuracy"))
        ? "held-out accuracy"
        : "accuracy";
  }

  static Figure figure(List<SweptScales> nets) {
    String title = title(nets);
    Panel moments =
        panel("before: second moment, last hidden layer", nets, SweptScales::momentCurve);
    Panel accuracy = panel("after: " + nets.get(0).accuracyName(), nets, SweptScales::accuracies);
    double chance = nets.get(0).training.data().largestClass();
    return Figure.of(
            title,
            moments.level("size kept", 1),
            accuracy.linear().level("", 0).level("", 1).level("chance", chance))
        .ownScales();
  }

  static Figure startLosses(List<SweptScales> nets) {
    String title = title(nets);
    Panel losses = panel("loss at step 0", nets, SweptScales::startLossCurve);
    return Figure.of(title, losses.level("output 0", nets.get(0).training.data().lossOfZero()));
  }

  private static String title(List<SweptScales> nets) {
    Args.atLeast(1, nets.size(), "the number of nets", "Train one first: train(...).");
    Training first = nets.get(0).training;
    return first.data().name()
        + ": one std for all layers, "
        + first.stepCount()
        + " steps, "
        + nets.get(0).after.get(0).runs().size()
        + " seeds";
  }

  private static Panel panel(
      String title, List<SweptScales> nets, Function<SweptScales, Curve> curve) {
    return Panel.of(title, ACROSS, "", nets.stream().map(curve).toList()).decadesAcross();
  }

  private Curve momentCurve() {
    return curve(before.rows().stream().map(this::hidden).toList());
  }

  private Curve accuracies() {
    return curve(after.stream().map(runs -> runs.end(accuracyName())).toList());
  }

  private Curve startLossCurve() {
    return curve(after.stream().map(SweptScales::atStart).toList());
  }

  private Curve curve(List<Interval> all) {
    return Curve.band(
        name,
        stds,
        all.stream().mapToDouble(Interval::median).toArray(),
        all.stream().mapToDouble(Interval::low).toArray(),
        all.stream().mapToDouble(Interval::high).toArray());
  }
}
