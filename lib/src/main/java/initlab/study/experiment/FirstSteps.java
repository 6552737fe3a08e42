package initlab.study.experiment;

import initlab.base.Args;
import initlab.init.Initializer;
import initlab.math.Moments;
import initlab.nn.Network;
import initlab.nn.Parameter;
import initlab.nn.Start;
import initlab.study.probe.Worksheet;
import initlab.train.Training;
import initlab.view.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;

/**
 * Which weights move first: the size of every weight's gradient at the start and after the first
 * steps, for several starts. A factor whose gradient is 0 waits for another one to move.
 *
 * <pre>{@code
 * FirstSteps.of(training).compare(Init.zeros(), Init.xavierNormal()).at(0, 1, 2)
 * }</pre>
 */
public final class FirstSteps {
  private static final long SEED = 1;

  private final Training training;
  private final List<Start> starts;

  private FirstSteps(Training training, List<Start> starts) {
    this.training = training;
    this.starts = starts;
  }

  /** Of this training; say which starts. */
  public static FirstSteps of(Training training) {
    Args.given(training, "the training", "Such as Training.of(plan, Data.xor(200, 1)).");
    return new FirstSteps(training, List.of());
  }

  /** The same with these initializers too. */
  public FirstSteps compare(Initializer... initializers) {
    return and(Stream.of(initializers).map(Start::drawn).toArray(Start[]::new));
  }

  /** The same with these starts too. */
  public FirstSteps and(Start... more) {
    List<Start> all = new ArrayList<>(starts);
    all.addAll(List.of(more));
    return new FirstSteps(training, List.copyOf(all));
  }

  /**
   * One row a start, and for each step and each weight the root mean square of dL/dW over all data,
   * exactly 0 where no gradient arrives. Each start is drawn with seed 1.
   *
   * @param steps 0 is the start
   * @throws IllegalArgumentException if nothing is compared, or a step is negative
   */
  public Table at(int... steps) {
    Args.atLeast(1, starts.size(), "the number of starts", "Add some: compare(Init.zeros()).");
    Args.atLeast(1, steps.length, "the number of steps", "Such as at(0, 1, 2).");
    Table table =
        Table.of("Size (RMS) of the gradient of each weight, " + training.plan())
            .words("start", starts.stream().map(Start::name).toList());
    for (int step : steps) {
      List<Network> nets = starts.stream().map(start -> after(step, start)).toList();
      for (String label : labels(nets.get(0))) {
        double[] sizes = nets.stream().mapToDouble(net -> size(net, label)).toArray();
        table = table.numbers("dL/d" + label + ", step " + step, sizes);
      }
    }
    return table;
  }

  private Network after(int step, Start start) {
    Args.atLeast(0, step, "a step", "0 is the start.");
    return step == 0
        ? training.plan().init(start, SEED)
        : training.steps(step).from(start, SEED).net();
  }

  private static List<String> labels(Network net) {
    return net.parameters().stream().filter(p -> p.drawn()).map(Parameter::label).toList();
  }

  private double size(Network net, String label) {
    return net.parameters().stream()
        .filter(p -> p.label().equals(label))
        .mapToDouble(p -> rms(Worksheet.gradient(net, training.data(), p)))
        .findFirst()
        .orElseThrow();
  }

  private static double rms(DMatrixRMaj gradient) {
    return Math.sqrt(Moments.of(gradient).secondMoment());
  }
}
