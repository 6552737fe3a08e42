package initlab.init;

/** There is no such gain for this activation; the message says why. */
public final class NoGainException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  NoGainException(String reason) {
    super(reason);
  }
}
