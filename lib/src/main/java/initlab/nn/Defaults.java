package initlab.nn;

import initlab.init.ConvKernel;
import initlab.init.Distribution;
import initlab.init.FanMode;
import initlab.init.Init;
import initlab.init.Initializer;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What a parameter begins with where no rule names it. */
interface Defaults {

  /** The initializer of this parameter; empty where a rule has to draw it. */
  Optional<Initializer> of(Parameter parameter);

  /** Why, in a few words. */
  default String why(Parameter parameter) {
    return parameter.hasItsOwnStart()
        ? "usual for " + parameter.name() + " of such a layer"
        : parameter.drawn() ? "all weights" : "usual for a " + parameter.role();
  }

  /** All weights by this rule, the rest as usual. */
  static Defaults weights(Initializer all) {
    return parameter -> parameter.usual().or(() -> Optional.of(all));
  }

  /** Nothing for weights, the rest as usual. */
  static Defaults noWeights() {
    return Parameter::usual;
  }

  /**
   * As PyTorch does it: U(-l, l) for weights and biases, l = 1 / sqrt(fan_in) with the fan_in of
   * the layer's weights for both. Recurrent layers, attention and transposed convolutions differ:
   * {@link RecurrentDefaults#torch}, {@link AttentionDefaults}, {@link ConvDefaults}.
   */
  static Defaults torch() {
    return framework(
        "PyTorch's default",
        parameter ->
            switch (parameter.role()) {
              case WEIGHT, RECURRENT, BIAS -> torch(parameter);
              case EMBEDDING -> Optional.of(Init.torchEmbedding());
              case SCALE, SHIFT, STATISTIC -> Optional.empty();
            });
  }

  private static Optional<Initializer> torch(Parameter parameter) {
    Optional<Parameter> recurrent = RecurrentDefaults.recurrent(parameter);
    if (recurrent.isPresent()) {
      return recurrent.map(u -> RecurrentDefaults.torch(parameter, u));
    }
    return AttentionDefaults.torch(parameter).or(() -> linear(parameter));
  }

  private static Optional<Initializer> linear(Parameter parameter) {
    if (parameter.role() == Role.BIAS) {
      return weightOf(parameter).map(w -> within(w, "PyTorch bias"));
    }
    boolean own = ConvDefaults.torchFanIn(parameter.shape()) == parameter.shape().fanIn();
    return Optional.of(own ? Init.torchLinear() : within(parameter, "PyTorch ConvTranspose"));
  }

  /** The weights that a bias is added behind: of "bup" those called "up", else the first. */
  private static Optional<Parameter> weightOf(Parameter bias) {
    Node node = bias.uses().get(0).node();
    Stream<Parameter> named =
        node.parameters().stream().filter(w -> bias.name().equals("b" + w.name()));
    return Stream.concat(named, node.drawn().stream()).findFirst();
  }

  /** U(-l, l), l = 1 / sqrt(fan_in) of these weights, whatever is drawn by it. */
  private static Initializer within(Parameter weights, String name) {
    return Init.uniform(1 / Math.sqrt(ConvDefaults.torchFanIn(weights.shape()))).named(name);
  }

  /** A rule for convolutions, and another for all other weights. */
  private static Optional<Initializer> weights(
      Parameter parameter, Function<ConvKernel, Initializer> conv, Initializer otherwise) {
    ConvKernel kernel = parameter.shape().kernel();
    return Optional.of(kernel == null ? otherwise : conv.apply(kernel));
  }

  /**
   * As Keras does it: Xavier uniform, recurrent weights orthogonal, all gates as one matrix, biases
   * 0, an LSTM's forget bias 1.
   */
  static Defaults keras() {
    return framework(
        "Keras' default",
        parameter ->
            switch (parameter.role()) {
              case WEIGHT -> weights(parameter, ConvDefaults::keras, Init.kerasDense());
              case RECURRENT -> Optional.of(Init.orthogonal());
              case EMBEDDING -> Optional.of(Init.kerasEmbedding());
              case BIAS -> RecurrentDefaults.kerasBias(parameter);
              case SCALE, SHIFT, STATISTIC -> Optional.empty();
            });
  }

  /**
   * As Flax does it: LeCun truncated normal, recurrent weights orthogonal, gate by gate, biases 0,
   * and rows of length 1 in embeddings.
   */
  static Defaults flax() {
    return framework(
        "Flax' default",
        parameter ->
            switch (parameter.role()) {
              case WEIGHT -> weights(parameter, ConvDefaults::flax, Init.flaxDense());
              case RECURRENT -> Optional.of(RecurrentDefaults.flax(parameter));
              case EMBEDDING ->
                  Optional.of(
                      Init.varianceScaling(1, FanMode.OUT, Distribution.NORMAL)
                          .named("Flax Embed"));
              case BIAS, SCALE, SHIFT, STATISTIC -> Optional.empty();
            });
  }

  /** What a framework does, or, where it does nothing special, what is usual. */
  private static Defaults framework(String why, Defaults special) {
    return new Defaults() {
      @Override
      public Optional<Initializer> of(Parameter parameter) {
        return parameter.hasItsOwnStart()
            ? parameter.usual()
            : special.of(parameter).or(parameter::usual);
      }

      @Override
      public String why(Parameter parameter) {
        return why;
      }
    };
  }
}
