package initlab.nn.lsuv;

import initlab.base.Args;
import initlab.base.Numbers;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Every look at every layer, in the order of execution. Prints as a table.
 *
 * @param attempts the looks
 */
public record LsuvTrace(List<Attempt> attempts) {

  public LsuvTrace {
    attempts = List.copyOf(attempts);
  }

  /** The looks at one layer, 1 ... L, and at the layers inside it. */
  public List<Attempt> layer(int layer) {
    return attempts.stream().filter(a -> a.layer() == layer).toList();
  }

  /** The looks at the layer of this path, as "3.dense". */
  public List<Attempt> layer(String path) {
    return attempts.stream().filter(a -> a.path().equals(path)).toList();
  }

  /** What the weights of the layer of this path were multiplied by in all. */
  public double scale(String path) {
    return layer(path).stream().mapToDouble(Attempt::scale).reduce(1, (a, b) -> a * b);
  }

  /**
   * What the weights of layer 1 ... L were multiplied by in all.
   *
   * @throws IllegalArgumentException if layers with weights lie inside it
   */
  public double scale(int layer) {
    List<String> paths = layer(layer).stream().map(Attempt::path).distinct().toList();
    if (paths.size() > 1) {
      throw Args.bad("the layer", layer, "one of " + paths, "It holds several: name one by path.");
    }
    return scale(String.valueOf(layer));
  }

  /** How often the weights of layer 1 ... L were rescaled. */
  public int rescalings(int layer) {
    return (int) layer(layer).stream().filter(a -> a.verdict() == Attempt.Verdict.RESCALED).count();
  }

  /** How often each layer that was looked at was rescaled, from the first on. */
  public List<Integer> rescalings() {
    return attempts.stream().map(Attempt::layer).distinct().map(this::rescalings).toList();
  }

  /** How often the layer that was rescaled most was rescaled. */
  public int mostRescalings() {
    return rescalings().stream().mapToInt(n -> n).max().orElse(0);
  }

  /** How many layers were rescaled so often at most. */
  public int settledWithin(int most) {
    return (int) rescalings().stream().filter(n -> n <= most).count();
  }

  /**
   * The variance that the last look at layer 1 ... L found.
   *
   * @throws IllegalArgumentException if nobody looked at it
   */
  public double variance(int layer) {
    List<Attempt> looks = layer(layer);
    if (looks.isEmpty()) {
      throw Args.bad("the layer", layer, "one that was looked at", "Print the trace to see them.");
    }
    return looks.get(looks.size() - 1).variance();
  }

  /** Whether every layer that was looked at was accepted in the end. */
  public boolean converged() {
    return attempts.stream().noneMatch(a -> a.verdict() == Attempt.Verdict.GIVEN_UP);
  }

  @Override
  public String toString() {
    int longest = attempts.stream().mapToInt(a -> a.path().length()).max().orElse(0);
    int width = Math.max("layer".length(), longest);
    String head = "layer" + " ".repeat(width - "layer".length());
    return attempts.stream()
        .map(a -> "\n" + a.line(width))
        .collect(
            Collectors.joining("", head + "  attempt        mean         std       scale", ""));
  }

  /**
   * One look at one layer while LSUV runs, and what followed.
   *
   * @param path of the layer: "3", or "3.dense" inside layer 3
   * @param attempt how often the layer had been rescaled before this look
   * @param mean of what is brought to variance 1, over the batch
   * @param variance of the same
   * @param scale what the weights were multiplied by after this look; 1 if they stayed
   * @param verdict what followed
   */
  public record Attempt(
      String path, int attempt, double mean, double variance, double scale, Verdict verdict) {
    /** Room for the errors of a million sums; no float keeps a spread as small beside its mean. */
    private static final double ROUNDING = 1e-12;

    /** What follows a look. */
    public enum Verdict {
      RESCALED,
      ACCEPTED,
      GIVEN_UP
    }

    /** The layer of the plan, 1 ... L. */
    public int layer() {
      int dot = path.indexOf('.');
      return Integer.parseInt(dot < 0 ? path : path.substring(0, dot));
    }

    /**
     * Whether numbers of this mean and variance are all one number: equal numbers leave a variance
     * of rounding errors, some 1e-16 of their size squared.
     */
    static boolean flat(double mean, double variance) {
      double std = Math.sqrt(variance);
      return std <= ROUNDING * Math.hypot(mean, std);
    }

    boolean flat() {
      return flat(mean, variance);
    }

    /** The standard deviation, sqrt(variance). */
    public double std() {
      return Math.sqrt(variance);
    }

    @Override
    public String toString() {
      return line("layer".length());
    }

    private String line(int width) {
      String what = verdict.name().toLowerCase(Locale.ROOT).replace('_', ' ');
      return String.format(
          Locale.ROOT,
          "%" + width + "s %8d %11s %11s %11s  %s",
          path,
          attempt,
          Numbers.fixed(mean, 4),
          Numbers.fixed(std(), 4),
          Numbers.fixed(scale, 4),
          what);
    }
  }
}
