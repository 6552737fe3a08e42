package initlab.study;

import initlab.Stopped;
import initlab.init.Activation;
import initlab.init.Init;
import initlab.nn.Network;
import initlab.nn.Plan;
import initlab.nn.Start;
import initlab.nn.layer.Mlp;
import initlab.study.probe.Probe;
import initlab.study.probe.UnitShares;
import initlab.study.race.LearningTime;
import initlab.study.race.Race;
import initlab.train.Training;
import initlab.train.data.Data;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

/** Whatever takes long here ends when its reader presses interrupt. */
class InterruptsTest {
  private static final Plan PLAN = Mlp.deep(Activation.TANH, 8, 3).onPlainJava();
  private static final Study STUDY = Study.of(PLAN).seeds(3).batch(4).compare(Init.zeros());

  @Test
  void studiesEnd() {
    Stopped.atOnce(STUDY::measure);
    Stopped.atOnce(STUDY::plot);
    Stopped.atOnce(() -> STUDY.explore("gain", 1, 2, 3, Init::orthogonal));
    Stopped.atOnce(() -> STUDY.activations(1));
    Start slow =
        Start.of(
            "slow",
            (plan, seed) -> {
              Network net = plan.init(Init.zeros(), seed);
              for (int i = 0; i < 1_000_000; i++) {
                net.forward(new DMatrixRMaj(1, 8));
              }
              return net;
            });
    Thread reader = Thread.currentThread();
    Stopped.onTheWay(
        () -> {
          Thread key = new Thread(() -> press(reader));
          key.start();
          STUDY.and(slow).measure();
        });
  }

  private static void press(Thread reader) {
    try {
      Thread.sleep(30);
      reader.interrupt();
    } catch (InterruptedException gone) {
      throw new IllegalStateException(gone);
    }
  }

  /** Theory too: an interrupt is no reason to leave it out. */
  @Test
  void theoryEnds() {
    Activation pressed =
        z -> {
          Thread.currentThread().interrupt();
          return z;
        };
    Plan plan = Mlp.deep(pressed.named("pressed"), 4, 1);
    Stopped.onTheWay(() -> new TheoryOf(plan, Start.drawn(Init.heNormal()), 1).law());
  }

  @Test
  void racesEnd() {
    var plan = Mlp.of(Activation.TANH, 2, 4, 1).onPlainJava();
    Race race = Race.of(seed -> Training.of(plan, Data.xor(20, seed)).steps(1_000_000));
    Stopped.atOnce(() -> race.compare(Init.zeros()).run());
    Stopped.atOnce(() -> new LearningTime(200, 3).table(Init.orthogonal()));
    Stopped.atOnce(() -> new LearningTime(200, 3).steps(3, Init.orthogonal()));
  }

  @Test
  void onePassEnds() {
    Network net = PLAN.init(Init.xavierNormal(), 1);
    DMatrixRMaj x = Data.normal(4, 8, 1);
    Stopped.atOnce(() -> Probe.forward(net, x));
    Stopped.atOnce(() -> Probe.backward(net, x, x));
    Stopped.atOnce(() -> UnitShares.saturated(x, Activation.TANH));
  }
}
