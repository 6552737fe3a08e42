package initlab.train;

import initlab.base.Progress;
import initlab.nn.Network;
import initlab.nn.NotANumber;
import initlab.nn.Pass;
import initlab.nn.Start;
import initlab.train.data.Dataset;
import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.MatrixFeatures_DDRM;
import org.jspecify.annotations.Nullable;

/** One training while it goes. */
final class TrainingRun {
  private final Training training;
  private final Start start;
  private final long seed;
  private final Network net;
  private final Pass pass;
  private final DMatrixRMaj outputGradient = new DMatrixRMaj(0, 0);
  private final Updates updates;
  private final Batches batches;
  private final SeriesRecorder recorder = new SeriesRecorder();
  private final int steps;
  private final boolean looksApart;
  private double[] losses = new double[64];
  private int step;
  private double loss;

  TrainingRun(Training training, Start start, long seed) {
    this.training = training;
    this.start = start;
    this.seed = seed;
    net = training.plan().init(start, seed);
    pass = net.pass();
    updates = new Updates(net, training.optimizer(), training.moved());
    batches = new Batches(training.data(), training.schedule().batch(), seed);
    steps = training.stepCount();
    looksApart = net.differsInTraining();
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
    for (; step < steps; step++) {
      boolean due = step % stride == 0;
      if (due || batches.whole()) {
        Ending ending = look(due);
        if (ending != null) {
          return ending;
        }
      }
      double now = forwardOnBatch();
      if (!Double.isFinite(now)) {
        return diverged(now);
      }
      note(now);
      backward();
      if (due) {
        updates.ratios().forEach(recorder::add);
      }
      progress.step();
    }
    Ending ending = look(true);
    return ending == null ? closed(Ending.finished(step, loss)) : ending;
  }

  /** Keeps the loss of this step; room grows with what was done, not with what was asked for. */
  private void note(double now) {
    if (step == losses.length) {
      losses = Arrays.copyOf(losses, (int) Math.min(steps, 2L * step));
    }
    losses[step] = now;
  }

  /** Computes the loss on all data; records it, if due; gives the ending, if it is one. */
  private @Nullable Ending look(boolean due) {
    Dataset data = training.data();
    loss = forward(Pass.Mode.EVALUATION, data.x(), data.y());
    if (!Double.isFinite(loss)) {
      if (!looksApart || step == steps) {
        return diverged(loss);
      }
      loss = Double.POSITIVE_INFINITY; // norms that remember no batch yet; training may be well
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
    double accuracy = training.loss().accuracy(pass.output(), pass.targets(data.y()));
    if (!Double.isNaN(accuracy)) {
      recorder.add("accuracy", accuracy);
    }
    for (Watch watch : training.watches()) {
      recorder.add(watch.name(), watch.look(net, step));
    }
  }

  private double forwardOnBatch() {
    if (batches.whole() && !looksApart) {
      return loss; // the look has just passed these samples
    }
    batches.next();
    pass.noise(seed, step);
    return forward(Pass.Mode.TRAINING, batches.x(), batches.y());
  }

  private double forward(Pass.Mode mode, DMatrixRMaj x, DMatrixRMaj y) {
    pass.mode(mode).forward(x);
    return training.loss().value(pass.output(), pass.targets(y));
  }

  private void backward() {
    training.loss().gradient(pass.output(), pass.targets(batches.y()), outputGradient);
    pass.backward(outputGradient);
    updates.step(pass);
  }

  private Ending diverged(double now) {
    blame();
    return closed(Ending.diverged(step, now, step == 0 ? now : losses[step - 1]));
  }

  /** A NaN that a reader's own activation or layer made is a mistake, and no divergence. */
  private void blame() {
    for (int l = 1; l <= net.depth(); l++) {
      if (MatrixFeatures_DDRM.hasNaN(pass.a(l))) {
        NotANumber.blame(pass.layer(l));
        return;
      }
    }
  }

  /** Gives the last look the ratio of the last update, where it has none yet. */
  private Ending closed(Ending ending) {
    recorder.level(updates.ratios());
    return ending;
  }
}
