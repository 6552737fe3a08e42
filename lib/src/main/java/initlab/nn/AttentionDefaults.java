package initlab.nn;

import initlab.init.Init;
import initlab.init.Initializer;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What PyTorch's MultiheadAttention begins with: queries, keys and values are one array of (3 heads
 * head width x width), drawn by Xavier's uniform rule as a whole; all biases are 0. Its output is
 * like any linear layer's. A layer with slots q, k, v and out is one.
 */
final class AttentionDefaults {
  private static final Set<String> FUSED = Set.of("q", "k", "v");

  private AttentionDefaults() {}

  /** The rule for a parameter of attention; empty for any other, and for the output's weights. */
  static Optional<Initializer> torch(Parameter parameter) {
    if (!isAttention(parameter.uses().get(0).node())) {
      return Optional.empty();
    }
    if (parameter.role() == Role.BIAS) {
      return Optional.of(Init.zeros().named("PyTorch attention bias"));
    }
    if (!FUSED.contains(parameter.name())) {
      return Optional.empty();
    }
    double fans = parameter.shape().fanIn() + 3 * parameter.shape().fanOut();
    return Optional.of(Init.uniform(Math.sqrt(6 / fans)).named("PyTorch attention"));
  }

  private static boolean isAttention(Node node) {
    Set<String> names = node.parameters().stream().map(Parameter::name).collect(Collectors.toSet());
    return names.containsAll(FUSED) && names.contains("out");
  }
}
