package initlab.init.parse;

import initlab.init.Activation;
import initlab.init.Init;
import initlab.init.Initializer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What has a name of its own; its names are those that figures and tables give it. */
final class Names {
  private static final List<Activation> ACTIVATIONS =
      List.of(
          Activation.RELU,
          Activation.TANH,
          Activation.SIGMOID,
          Activation.LINEAR,
          Activation.GELU,
          Activation.SILU,
          Activation.ELU,
          Activation.SELU,
          Activation.MISH,
          Activation.SOFTPLUS);

  private static final List<Initializer> RULES =
      List.of(
          Init.heNormal(),
          Init.heUniform(),
          Init.xavierNormal(),
          Init.xavierUniform(),
          Init.lecunNormal(),
          Init.lecunUniform(),
          Init.torchLinear(),
          Init.orthogonal(),
          Init.zeros(),
          Init.identity(),
          Init.looksLinear(),
          Init.randomWalk());

  /** A rule without another word is the normal one. */
  private static final String NORMAL = " normal";

  private Names() {}

  /** The activation of this name, in any case. */
  static Optional<Activation> activation(String name) {
    String wanted = name.equalsIgnoreCase("swish") ? Activation.SILU.name() : name;
    return ACTIVATIONS.stream().filter(f -> f.name().equalsIgnoreCase(wanted)).findFirst();
  }

  /**
   * The rule of this name, in any case, or as frameworks call it: {@code kaiming_uniform_} is He
   * uniform, {@code glorot normal} is Xavier.
   */
  static Optional<Initializer> rule(String name) {
    String plain = name.replace('_', ' ').strip().toLowerCase(Locale.ROOT);
    String author = plain.replace("kaiming", "he").replace("glorot", "xavier");
    String wanted =
        author.endsWith(NORMAL) ? author.substring(0, author.length() - NORMAL.length()) : author;
    return RULES.stream().filter(rule -> rule.name().equalsIgnoreCase(wanted)).findFirst();
  }

  /** The names of all rules. */
  static List<String> rules() {
    return RULES.stream().map(Initializer::name).toList();
  }

  /** The names of all activations. */
  static List<String> activations() {
    return ACTIVATIONS.stream().map(Activation::name).toList();
  }
}
