package initlab.math;

import static org.assertj.core.api.Assertions.assertThat;

import initlab.Stopped;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

/** A hundred million draws take seconds: an interrupt ends them within a few milliseconds. */
class FillsStopTest {
  private static final int MANY = 300_000;
  private static final int AT = 70_000;

  @FunctionalInterface
  interface Fill {
    void into(UniformRandomProvider rng, double[] out, int n);
  }

  /**
   * Interrupts its own thread after 70,000 numbers, of a fill that needs more than four times that.
   */
  private static void stops(Fill fill) {
    UniformRandomProvider source = RandomStreams.layer(1, 1);
    AtomicInteger asked = new AtomicInteger();
    UniformRandomProvider interrupting =
        () -> {
          if (asked.incrementAndGet() == AT) {
            Thread.currentThread().interrupt();
          }
          return source.nextLong();
        };
    Stopped.onTheWay(() -> fill.into(interrupting, new double[MANY], MANY));
    assertThat(asked.get()).isBetween(AT, MANY / 2 + AT);
    Stopped.atOnce(() -> fill.into(RandomStreams.layer(1, 1), new double[2], 2));
  }

  @Test
  void normalsLookForAnInterrupt() {
    stops((rng, out, n) -> Normals.fill(1, rng, out, n));
  }

  @Test
  void everyWayOfDrawingATruncatedNormalDoesToo() {
    stops((rng, out, n) -> TruncatedGaussian.fill(-2, 2, rng, out, n));
    stops((rng, out, n) -> TruncatedGaussian.fill(-0.5, 0.5, rng, out, n));
    stops((rng, out, n) -> TruncatedGaussian.fill(3, 9, rng, out, n));
    stops((rng, out, n) -> TruncatedGaussian.fill(-9, -3, rng, out, n));
  }
}
