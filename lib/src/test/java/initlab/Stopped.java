package initlab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CancellationException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Work that must end when its reader presses interrupt. */
public final class Stopped {
  private Stopped() {}

  /** Asserts that the work looks for an interrupt that came before it, and leaves the flag set. */
  public static void atOnce(ThrowingCallable work) {
    Thread.currentThread().interrupt();
    onTheWay(work);
  }

  /** Asserts the same of work that interrupts its own thread. */
  public static void onTheWay(ThrowingCallable work) {
    try {
      assertThatThrownBy(work).isInstanceOf(CancellationException.class);
      assertThat(Thread.currentThread().isInterrupted()).isTrue();
    } finally {
      Thread.interrupted();
    }
  }
}
