package initlab.ledger;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A measurement that several claims share: made when it is first asked for, and kept. */
final class Once<T> implements Supplier<T> {
  private final Supplier<T> measurement;
  private @Nullable T found;

  private Once(Supplier<T> measurement) {
    this.measurement = measurement;
  }

  /** Of this measurement, not made yet. */
  static <T> Once<T> of(Supplier<T> measurement) {
    return new Once<>(measurement);
  }

  @Override
  public synchronized T get() {
    T known = found;
    if (known == null) {
      known = measurement.get();
      found = known;
    }
    return known;
  }
}
