package initlab.nn;

import java.util.List;

/** LSUV could not bring a layer to variance 1. */
public final class LsuvException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  private final transient List<LsuvAttempt> trace;

  LsuvException(String what, List<LsuvAttempt> trace) {
    super(sentence(what, trace.get(trace.size() - 1)));
    this.trace = List.copyOf(trace);
  }

  private static String sentence(String what, LsuvAttempt last) {
    return "Layer %d %s: its pre-activations have variance %.3g after %d rescalings. "
            .formatted(last.layer(), what, last.variance(), last.attempt())
        + "Look at the layer's input: is the batch constant, not finite, or dead before it?";
  }

  /** Every look at every layer so far. */
  public List<LsuvAttempt> trace() {
    return trace;
  }
}
