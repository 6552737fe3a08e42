package initlab.nn.lsuv;

/** LSUV could not bring a layer to variance 1; the message says which one and why. */
public final class LsuvException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  private final transient LsuvTrace trace;

  LsuvException(String message, LsuvTrace trace) {
    super(message);
    this.trace = trace;
  }

  /** Every look at every layer so far; the last one is at the layer that failed. */
  public LsuvTrace trace() {
    return trace;
  }
}
