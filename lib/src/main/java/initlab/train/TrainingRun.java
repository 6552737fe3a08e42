package initlab.train;

import initlab.base.Progress;
import initlab.nn.Gradients;
import initlab.nn.Network;
import initlab.nn.Start;
import initlab.nn.Trace;
import initlab.train.data.Dataset;
import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.jspecify.annotations.Nullable;

/** One training while it goes. */
final class TrainingRun {
  private final Training training;
  private final Start start;
  private final long seed;
  private final Network net;
  private final Trace trace;
  private final Gradients gradients;
  private final DMatrixRMaj outputGradient = new DMatrixRMaj(0, 0);
  private final Parameters parameters;
  private final Batches batches;
  private final SeriesRecorder recorder = new SeriesRecorder();
  private final double[] losses;
  private int step;
  private double loss;

  TrainingRun(Training training, Start start, long seed) {
    this.training = training;
    this.start = start;
    this.seed = seed;
    net = training.plan().init(start, seed);
    trace = new Trace(net.depth());
    gradients = new Gradients(net.depth());
    parameters = new Parameters(net, training.optimizer());
    batches = new Batches(training.data(), training.schedule().batch(), seed);
    losses = new double[training.stepCount()];
  }

  History go(Progress progress) {
    Ending ending = train(progress);
    return new History(
        training,
        start.name(),
        seed,
        net,
        Arrays.copyOf(losses, step),
        recorder.steps(),
        recorder.series(),
        ending);
  }

  private Ending train(Progress progress) {
    int stride = training.schedule().stride(training.data().samples());
    for (; step < losses.length; step++) {
      boolean due = step % stride == 0;
      if (due || batches.whole()) {
        Ending ending = look(due);
        if (ending != null) {
          return ending;
        }
      }
      losses[step] = forwardOnBatch();
      if (!Double.isFinite(losses[step])) {
        return diverged(losses[step]);
      }
      backward();
      if (due) {
        parameters.updateRatios().forEach(recorder::add);
      }
      progress.step();
    }
    Ending ending = look(true);
    return ending == null ? closed(Ending.finished(step, loss)) : ending;
  }

  /** Computes the loss on all data; records it, if due; gives the ending, if it is one. */
  private @Nullable Ending look(boolean due) {
    Dataset data = training.data();
    loss = forward(data.x(), data.y());
    if (!Double.isFinite(loss)) {
      return diverged(loss);
    }
    double until = training.schedule().until();
    if (due || loss < until) {
      record(data);
    }
    return loss < until ? closed(Ending.reached(step, loss, until)) : null;
  }

  private void record(Dataset data) {
    recorder.look(step);
    recorder.add("loss", loss);
    double accuracy = training.loss().accuracy(trace.output(), data.y());
    if (!Double.isNaN(accuracy)) {
      recorder.add("accuracy", accuracy);
    }
    for (Watch watch : training.watches()) {
      recorder.add(watch.name(), watch.look(net, step));
    }
  }

  private double forwardOnBatch() {
    if (batches.whole()) {
      return loss;
    }
    batches.next();
    return forward(batches.x(), batches.y());
  }

  private double forward(DMatrixRMaj x, DMatrixRMaj y) {
    net.forward(x, trace);
    return training.loss().value(trace.output(), y);
  }

  private void backward() {
    training.loss().gradient(trace.output(), batches.y(), outputGradient);
    net.backward(trace, outputGradient, gradients);
    parameters.step(gradients);
  }

  private Ending diverged(double now) {
    return closed(Ending.diverged(step, now, step == 0 ? now : losses[step - 1]));
  }

  /** Gives the last look the ratio of the last update, where it has none yet. */
  private Ending closed(Ending ending) {
    recorder.level(parameters.updateRatios());
    return ending;
  }
}
