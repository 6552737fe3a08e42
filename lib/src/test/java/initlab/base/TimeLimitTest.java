package initlab.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class TimeLimitTest {
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch interrupted = new CountDownLatch(1);

  private String never() throws InterruptedException {
    begun.countDown();
    try {
      TimeUnit.MINUTES.sleep(1);
    } catch (InterruptedException told) {
      interrupted.countDown();
      throw told;
    }
    return "too late";
  }

  @Test
  void workThatEndsGivesItsResult() throws Exception {
    assertThat(TimeLimit.within(10_000, () -> "done")).isEqualTo("done");
  }

  /** On a busy machine the work may not even have begun when its time is over: then once more. */
  @Test
  void workThatTakesLongerIsInterruptedAndLeft() throws Exception {
    for (long millis = 20; begun.getCount() > 0; millis *= 2) {
      long limit = millis;
      assertThatThrownBy(() -> TimeLimit.within(limit, this::never))
          .isInstanceOf(TimeoutException.class);
    }
    assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void anInterruptOfTheCallerEndsTheWork() throws Exception {
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> TimeLimit.within(60_000, this::never))
        .isInstanceOf(CancellationException.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void whatTheWorkThrowsIsThrown() {
    assertThatThrownBy(
            () ->
                TimeLimit.within(
                    10_000,
                    () -> {
                      throw new IOException("no file");
                    }))
        .isInstanceOf(IOException.class)
        .hasMessage("no file");
    assertThatThrownBy(
            () ->
                TimeLimit.within(
                    10_000,
                    () -> {
                      throw new StackOverflowError();
                    }))
        .isInstanceOf(StackOverflowError.class);
  }
}
