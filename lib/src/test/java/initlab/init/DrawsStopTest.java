package initlab.init;

import initlab.Stopped;
import initlab.math.RandomStreams;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Weights of a great layer take seconds to draw: a reader's interrupt ends each rule's draw. */
class DrawsStopTest {
  private static final WeightShape SHAPE = WeightShape.dense(400, 500);

  static Stream<Initializer> rules() {
    return Stream.of(
        Init.normal(1),
        Init.uniform(-1, 2),
        Init.bert(),
        Init.heNormal(),
        Init.heUniform(),
        Init.flaxDense(),
        Init.sparse(0.5, 1),
        Init.orthogonal());
  }

  /** 200,000 weights, and an interrupt after 100,000 numbers (of sparse, among its zeros). */
  @ParameterizedTest
  @MethodSource("rules")
  void anInterruptEndsADraw(Initializer rule) {
    UniformRandomProvider source = RandomStreams.layer(1, 1);
    AtomicInteger asked = new AtomicInteger();
    UniformRandomProvider interrupting =
        () -> {
          if (asked.incrementAndGet() == 100_000) {
            Thread.currentThread().interrupt();
          }
          return source.nextLong();
        };
    Stopped.onTheWay(() -> rule.draw(SHAPE, interrupting));
  }

  /** The zeros too are drawn, after the numbers that they replace. */
  @org.junit.jupiter.api.Test
  void theZerosOfASparseDrawLookAsWell() {
    UniformRandomProvider source = RandomStreams.layer(1, 1);
    AtomicInteger asked = new AtomicInteger();
    UniformRandomProvider interrupting =
        () -> {
          if (asked.incrementAndGet() == 6000) {
            Thread.currentThread().interrupt();
          }
          return source.nextLong();
        };
    Stopped.onTheWay(() -> Init.sparse(0.5, 1).draw(WeightShape.dense(50, 100), interrupting));
  }
}
