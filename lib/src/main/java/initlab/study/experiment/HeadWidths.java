package initlab.study.experiment;

import initlab.base.Args;
import initlab.base.Parallel;
import initlab.init.Init;
import initlab.math.Band;
import initlab.math.Interval;
import initlab.nn.Plan;
import initlab.nn.Signal;
import initlab.nn.layer.Attention;
import initlab.study.probe.AttentionLook;
import initlab.theory.AttentionShares;
import initlab.train.data.Data;
import initlab.view.figure.Curve;
import initlab.view.figure.Figure;
import initlab.view.figure.Panel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How evenly one attention head looks at a text of N(0, 1) tokens before it has learned anything,
 * by its width, with and without the division by sqrt(width): the variance of its logits, and the
 * entropy of its shares. Weights by LeCun's rule, 20 draws of weights and texts. Vaswani et al.
 * (2017).
 *
 * <pre>{@code
 * var heads = HeadWidths.of(32, 4, 16, 64, 256);
 * heads.entropy(256, false)
 * }</pre>
 */
public final class HeadWidths {
  private static final int DRAWS = 20;
  private static final int TEXTS = 2;

  private final int tokens;
  private final Map<Integer, Pair> found = new LinkedHashMap<>();

  /** What was seen at one width: divided, and as it is. */
  private record Pair(List<AttentionLook> scaled, List<AttentionLook> plain) {
    List<AttentionLook> of(boolean divided) {
      return divided ? scaled : plain;
    }
  }

  private HeadWidths(int tokens) {
    this.tokens = tokens;
  }

  /**
   * Heads of these widths on texts of so many tokens, measured now.
   *
   * @param widths increasing
   * @throws IllegalArgumentException if tokens is below 2, there are no widths, they do not
   *     increase, or one is below 1
   */
  public static HeadWidths of(int tokens, int... widths) {
    Args.atLeast(2, tokens, "the number of tokens", "One token has all there is.");
    Args.atLeast(1, widths.length, "the number of widths", "Try 4, 16, 64, 256.");
    Args.increasing(Arrays.stream(widths).asDoubleStream().toArray(), "the widths");
    HeadWidths all = new HeadWidths(tokens);
    for (int width : widths) {
      Args.atLeast(1, width, "a width", "64 is usual.");
      Attention head = Attention.of(1);
      all.found.put(width, new Pair(all.looks(width, head), all.looks(width, head.unscaled())));
    }
    return all;
  }

  private List<AttentionLook> looks(int width, Attention head) {
    Signal text = Signal.tokens(tokens, width);
    Plan plan = Plan.of(text, head);
    return Parallel.seeds(
        DRAWS,
        seed ->
            AttentionLook.of(
                    plan.init(Init.lecunNormal(), seed), Data.normal(TEXTS, text.size(), seed))
                .get(0));
  }

  /** The entropy of the shares in nats, over draws: ln(tokens) where a head looks at all alike. */
  public Interval entropy(int width, boolean divided) {
    return Interval.of(
        looks(width, divided).stream().mapToDouble(AttentionLook::entropy).toArray());
  }

  /** The largest share of a row, over draws: 1 where one token has all. */
  public Interval largest(int width, boolean divided) {
    return Interval.of(
        looks(width, divided).stream().mapToDouble(AttentionLook::largest).toArray());
  }

  /** The variance of the logits, over draws: theory says 1 where divided, else the width. */
  public Interval logitVariance(int width, boolean divided) {
    return Interval.of(
        looks(width, divided).stream().mapToDouble(AttentionLook::logitVariance).toArray());
  }

  /** What theory says of the entropy, for independent logits of variance 1, or of the width. */
  public double theory(int width, boolean divided) {
    looks(width, divided);
    return new AttentionShares(tokens, divided ? 1 : width).entropy();
  }

  private List<AttentionLook> looks(int width, boolean divided) {
    Pair pair = found.get(width);
    if (pair == null) {
      throw Args.bad("the width", width, "one of " + found.keySet(), "Measure it: of(32, 64).");
    }
    return pair.of(divided);
  }

  /** The entropy over the width of a head, theory beneath. */
  public Figure plot() {
    List<Curve> curves = new ArrayList<>();
    curves.add(curve("divided by √width", true));
    curves.add(curve("not divided", false));
    Panel panel =
        Panel.of("entropy of the shares, in nats", "width of the head", "", curves)
            .linear()
            .decadesAcross()
            .level("all alike", Math.log(tokens))
            .level("one token", 0);
    return Figure.of("How evenly a new head looks at " + tokens + " tokens, 20 draws", panel);
  }

  private Curve curve(String name, boolean divided) {
    double[] widths = found.keySet().stream().mapToDouble(width -> width).toArray();
    List<double[]> draws = new ArrayList<>();
    for (int draw = 0; draw < DRAWS; draw++) {
      int at = draw;
      draws.add(
          found.values().stream().mapToDouble(p -> p.of(divided).get(at).entropy()).toArray());
    }
    Band band = Band.of(draws);
    double[] theory = found.keySet().stream().mapToDouble(w -> theory(w, divided)).toArray();
    return Curve.band(name, widths, band.median(), band.low(), band.high())
        .theory(theory)
        .theoryIs("mean");
  }

  @Override
  public String toString() {
    return "one head on " + tokens + " tokens, widths " + found.keySet();
  }
}
