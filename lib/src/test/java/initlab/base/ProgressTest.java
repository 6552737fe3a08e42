package initlab.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import initlab.Stopped;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private final List<String> shown = new CopyOnWriteArrayList<>();
  private final CountDownLatch first = new CountDownLatch(1);

  @AfterEach
  void silence() {
    Thread.interrupted();
    Progress.showOn(null);
  }

  private void listen() {
    Progress.showOn(
        () ->
            text -> {
              shown.add(text);
              first.countDown();
            });
  }

  @Test
  void longWorkShowsALineAndTakesItAway() throws InterruptedException {
    listen();
    try (var progress = Progress.of("seeds", 30, 1, 5)) {
      progress.step();
      for (int i = 0; i < 1000 && !says("seeds: 1 of 30"); i++) {
        Thread.sleep(10);
      }
      assertThat(says("seeds: 1 of 30")).isTrue();
    }
    assertThat(shown.get(shown.size() - 1)).isEmpty();
  }

  private boolean says(String beginning) {
    return shown.stream().anyMatch(text -> text.startsWith(beginning));
  }

  @Test
  void shortWorkShowsNothing() {
    listen();
    try (var progress = Progress.of("seeds", 30)) {
      progress.step();
    }
    assertThat(shown).isEmpty();
  }

  @Test
  void ofWorkWithinWorkOnlyTheOuterShows() throws InterruptedException {
    listen();
    try (var outer = Progress.of("outer", 3, 1, 5)) {
      assertThat(first.await(10, TimeUnit.SECONDS)).isTrue();
      try (var inner = Progress.of("inner", 3, 1, 5)) {
        Thread.sleep(30);
        inner.step();
      }
      outer.step();
    }
    assertThat(shown).noneMatch(text -> text.startsWith("inner"));
  }

  @Test
  void aLineThatFailsDoesNotStopTheWork() throws InterruptedException {
    Progress.showOn(
        () ->
            text -> {
              first.countDown();
              throw new IllegalStateException("the notebook is gone");
            });
    try (var progress = Progress.of("seeds", 2, 1, 5)) {
      assertThat(first.await(10, TimeUnit.SECONDS)).isTrue();
      progress.step();
    }
  }

  @Test
  void stepsOfManyThreadsAreAllCounted() {
    try (var progress = Progress.of("seeds", 10_000)) {
      IntStream.range(0, 10_000).parallel().forEach(i -> progress.step());
      assertThat(progress).hasToString("seeds: 10000 of 10000");
    }
  }

  @Test
  void anInterruptStopsTheNextStepAndKeepsItsFlag() {
    try (var progress = Progress.of("seeds", 10)) {
      Thread.currentThread().interrupt();
      assertThatThrownBy(progress::step).isInstanceOf(CancellationException.class);
      assertThatThrownBy(Progress::checkInterrupted).isInstanceOf(CancellationException.class);
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  /** A look costs more than a draw, so a loop of draws looks in every 65,536th of its turns. */
  @Test
  void loopsOfQuickTurnsLookNowAndThen() {
    Progress.checkInterrupted(0);
    for (int turn : new int[] {0, 1 << 16, 5 << 16, 1 << 30}) {
      Stopped.atOnce(() -> Progress.checkInterrupted(turn));
    }
    Thread.currentThread().interrupt();
    Progress.checkInterrupted(1);
    Progress.checkInterrupted((1 << 16) - 1);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void anInterruptOfTheOwnerStopsTheHelpersToo() {
    try (var progress = Progress.of("seeds", 10)) {
      Thread.currentThread().interrupt();
      var helper = CompletableFuture.runAsync(progress::step);
      while (!helper.isDone()) {
        Thread.onSpinWait(); // a join would clear the flag while it waits
      }
      assertThat(helper).isCompletedExceptionally();
    }
  }

  @Test
  void emptyWorkIsRefused() {
    assertThatThrownBy(() -> Progress.of("seeds", 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("the number of seeds is 0");
  }
}
