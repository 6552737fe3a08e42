package initlab.study.experiment;

import initlab.base.Args;
import initlab.base.Parallel;
import initlab.init.Init;
import initlab.math.Band;
import initlab.math.Interval;
import initlab.nn.Layer;
import initlab.nn.Pass;
import initlab.nn.Plan;
import initlab.nn.Signal;
import initlab.nn.layer.Attention;
import initlab.nn.layer.Residual;
import initlab.nn.layer.RmsNorm;
import initlab.study.probe.SampleLikeness;
import initlab.theory.TokenMixing;
import initlab.train.data.Data;
import initlab.view.figure.Curve;
import initlab.view.figure.Figure;
import initlab.view.figure.Panel;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How alike attention alone makes the tokens of a text, layer after layer, at the start by LeCun's
 * rule: the mean cosine of all pairs, measured beside {@link TokenMixing}. Dong et al. (2021).
 *
 * <pre>{@code
 * var seen = RankCollapse.of(128, 4, 64, 12);
 * seen.cosine(RankCollapse.Way.NO_SKIP, 2)
 * }</pre>
 */
public final class RankCollapse {
  private static final int DRAWS = 20;
  private static final int TEXTS = 1;

  private final int heads;
  private final Signal text;
  private final int layers;
  private final Map<Way, List<double[]>> found = new EnumMap<>(Way.class);
  private final Map<Way, double[]> theory = new EnumMap<>(Way.class);

  /** How attention layers follow each other. */
  public enum Way {
    /** Attention of what a norm gives. */
    NO_SKIP("no skip"),
    /** Beside a skip, a norm before it, as in a pre-norm block. */
    SKIP("skip, norm before"),
    /** Beside a skip, without a norm. */
    SKIP_ALONE("skip, no norm");

    private final String words;

    Way(String words) {
      this.words = words;
    }

    private List<Layer> layers(Attention attention) {
      return switch (this) {
        case NO_SKIP -> List.of(RmsNorm.of(), attention);
        case SKIP -> List.of(Residual.of(RmsNorm.of(), attention));
        case SKIP_ALONE -> List.of(Residual.of(attention));
      };
    }

    private TokenMixing theory(int tokens) {
      TokenMixing none = TokenMixing.of(tokens);
      return switch (this) {
        case NO_SKIP -> none;
        case SKIP -> none.withSkip();
        case SKIP_ALONE -> none.withSkip().withoutNorm();
      };
    }

    @Override
    public String toString() {
      return words;
    }
  }

  private RankCollapse(int heads, Signal text, int layers) {
    this.heads = heads;
    this.text = text;
    this.layers = layers;
    for (Way way : Way.values()) {
      found.put(way, Parallel.seeds(DRAWS, seed -> cosines(way, seed)));
      theory.put(way, way.theory(text.places()).cosines(layers));
    }
  }

  /**
   * Texts of N(0, 1) through so many layers of attention, 20 draws of weights and texts, measured
   * now.
   *
   * @throws IllegalArgumentException if heads do not divide the width, or a number is too small: at
   *     least 2 tokens, 1 layer
   */
  public static RankCollapse of(int width, int heads, int tokens, int layers) {
    Args.atLeast(2, tokens, "the number of tokens", "One token has no other to be like.");
    Args.atLeast(1, layers, "the number of layers", "Try 12.");
    return new RankCollapse(heads, Signal.tokens(tokens, width), layers);
  }

  private double[] cosines(Way way, long seed) {
    List<Layer> one = way.layers(Attention.of(heads));
    List<Layer> all = new ArrayList<>();
    IntStream.range(0, layers).forEach(layer -> all.addAll(one));
    Pass pass =
        Plan.of(text, all)
            .init(Init.lecunNormal(), seed)
            .forward(Data.normal(TEXTS, text.size(), seed));
    return IntStream.rangeClosed(0, layers)
        .mapToDouble(l -> SampleLikeness.ofTokens(pass.a(l * one.size()), text.places()))
        .toArray();
  }

  /** The mean cosine after 0 ... layers layers, over the draws: median, 5 % and 95 %. */
  public Interval cosine(Way way, int layer) {
    int l = known(layer);
    return Interval.of(draws(way).stream().mapToDouble(draw -> draw[l]).toArray());
  }

  private int known(int layer) {
    if (layer < 0 || layer > layers) {
      throw Args.bad("the layer", layer, "0 to " + layers, "0 is the input.");
    }
    return layer;
  }

  /** What theory says of it. */
  public double theory(Way way, int layer) {
    return theories(way)[known(layer)];
  }

  private double[] theories(Way way) {
    return theory.getOrDefault(way, new double[0]);
  }

  private List<double[]> draws(Way way) {
    return found.getOrDefault(way, List.of());
  }

  /** The cosine over the layers, a curve for each way: median and 5-95 %, theory beneath. */
  public Figure plot() {
    List<Curve> curves = Stream.of(Way.values()).map(this::curve).toList();
    Panel panel =
        Panel.of("mean cosine of two tokens", "layers of attention", "", curves)
            .linear()
            .level("all alike", 1)
            .level("", 0);
    return Figure.of("How alike attention makes " + text.places() + " tokens", panel);
  }

  private Curve curve(Way way) {
    double[] x = IntStream.rangeClosed(0, layers).asDoubleStream().toArray();
    Band band = Band.of(draws(way));
    return Curve.band(way.toString(), x, band.median(), band.low(), band.high())
        .theory(theories(way))
        .theoryIs("mean");
  }

  @Override
  public String toString() {
    return layers + " layers of attention, " + heads + " heads, " + text;
  }
}
