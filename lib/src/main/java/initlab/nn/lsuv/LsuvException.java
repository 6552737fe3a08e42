package initlab.nn.lsuv;

import initlab.nn.Memory;
import initlab.nn.Pass;
import initlab.nn.lsuv.LsuvTrace.Attempt;
import java.util.List;

/** LSUV could not bring a layer to variance 1; the message says which one and why. */
public final class LsuvException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  private final transient LsuvTrace trace;

  private LsuvException(String message, LsuvTrace trace) {
    super(message);
    this.trace = trace;
  }

  /** For the layer of the last look, which has m in its hands. */
  static LsuvException at(Memory m, Pass pass, LsuvOptions options, List<Attempt> made) {
    String words = new LsuvCause(m, pass, options, made.get(made.size() - 1)).toString();
    return new LsuvException(words, new LsuvTrace(made));
  }

  /** Every look at every layer so far; the last one is at the layer that failed. */
  public LsuvTrace trace() {
    return trace;
  }
}
