package initlab.nn;

import initlab.init.Init;
import initlab.init.Initializer;
import java.util.Optional;

/**
 * What frameworks begin the parameters of recurrent layers with, where these differ from others.
 */
final class RecurrentDefaults {
  private RecurrentDefaults() {}

  /**
   * PyTorch: U(-l, l), l = 1 / sqrt(hidden), for all. It adds two biases for each gate, drawn
   * alike; a slot that stands for both gets their sum. A GRU keeps those of its candidate apart,
   * "bn" and "bhn", and each is one of the two.
   *
   * @param recurrent the recurrent weights of the parameter's layer
   */
  static Initializer torch(Parameter parameter, Parameter recurrent) {
    if (parameter.role() == Role.BIAS && !apart(parameter)) {
      return Init.torchRecurrentBias();
    }
    return Init.uniform(1 / Math.sqrt(recurrent.shape().fanIn())).named("PyTorch RNN");
  }

  private static boolean apart(Parameter bias) {
    String other = "bh" + bias.name().substring(1);
    return bias.name().startsWith("bh")
        || bias.uses().get(0).node().parameters().stream().anyMatch(p -> p.name().equals(other));
  }

  /** Keras: an LSTM's forget bias is 1, {@code unit_forget_bias=True}; empty for all else. */
  static Optional<Initializer> kerasBias(Parameter parameter) {
    return parameter.name().equals("bf") && recurrent(parameter).isPresent()
        ? Optional.of(Init.ones().named("Keras forget bias"))
        : Optional.empty();
  }

  /** Flax: an orthogonal matrix for each gate. */
  static Initializer flax(Parameter recurrent) {
    return recurrent.shape().rows() == recurrent.shape().cols()
        ? Init.orthogonal()
        : Init.orthogonalGates();
  }

  /** The recurrent weights of this parameter's layer, where it has some. */
  static Optional<Parameter> recurrent(Parameter parameter) {
    return parameter.uses().get(0).node().parameters().stream()
        .filter(p -> p.role() == Role.RECURRENT)
        .findFirst();
  }
}
