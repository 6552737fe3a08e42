package initlab.nn.lsuv;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Every look at every layer, in the order of execution. Prints as a table.
 *
 * @param attempts the looks
 */
public record LsuvTrace(List<LsuvAttempt> attempts) {

  public LsuvTrace {
    attempts = List.copyOf(attempts);
  }

  /** The looks at one layer, 1 ... L. */
  public List<LsuvAttempt> layer(int layer) {
    return attempts.stream().filter(a -> a.layer() == layer).toList();
  }

  /** What the weights of layer 1 ... L were multiplied by in all. */
  public double scale(int layer) {
    return layer(layer).stream().mapToDouble(LsuvAttempt::scale).reduce(1, (a, b) -> a * b);
  }

  /** How often the weights of layer 1 ... L were rescaled. */
  public int rescalings(int layer) {
    return (int)
        layer(layer).stream().filter(a -> a.verdict() == LsuvAttempt.Verdict.RESCALED).count();
  }

  /** How often each layer that was looked at was rescaled, from the first on. */
  public List<Integer> rescalings() {
    return attempts.stream().map(LsuvAttempt::layer).distinct().map(this::rescalings).toList();
  }

  /** Whether every layer that was looked at was accepted in the end. */
  public boolean converged() {
    return attempts.stream().noneMatch(a -> a.verdict() == LsuvAttempt.Verdict.GIVEN_UP);
  }

  @Override
  public String toString() {
    return attempts.stream()
        .map(a -> "\n" + a)
        .collect(Collectors.joining("", "layer  attempt        mean         std       scale", ""));
  }
}
