package initlab.study.experiment;

import initlab.base.Args;
import initlab.base.Parallel;
import initlab.base.Progress;
import initlab.init.Activation;
import initlab.init.Init;
import initlab.math.Interval;
import initlab.nn.Plan;
import initlab.nn.Rules;
import initlab.nn.layer.Mlp;
import initlab.study.IntervalColumns;
import initlab.train.data.Data;
import initlab.view.Table;
import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;

/**
 * What a policy net of reinforcement learning prefers before it has learned anything: 8 numbers in,
 * N(0, 1); two tanh layers of 64, orthogonal with gain sqrt 2; a head with one logit for each
 * action, orthogonal with the gain in question. Softmax makes probabilities of the logits. 100
 * nets, 32 states each.
 */
public final class PolicyHead {
  private static final int SEEDS = 100;
  private static final int STATES = 32;
  private static final int IN = 8;

  private final int actions;

  private PolicyHead(int actions) {
    this.actions = Args.atLeast(2, actions, "the number of actions", "A choice needs two.");
  }

  /** A head with so many actions, at least 2. */
  public static PolicyHead of(int actions) {
    return new PolicyHead(actions);
  }

  /**
   * The entropy of the choice in nats, averaged over a net's states: median, 5 % and 95 % over
   * nets. It is log(actions) where all are equally likely.
   *
   * @throws IllegalArgumentException unless gain is positive and finite
   */
  public Interval entropy(double gain) {
    return over(gain, 0);
  }

  /** The probability of the likeliest action, averaged over a net's states, over nets. */
  public Interval likeliest(double gain) {
    return over(gain, 1);
  }

  private Interval over(double gain, int number) {
    return Interval.of(
        Parallel.seeds(SEEDS, seed -> measured(gain, seed)[number]).stream()
            .mapToDouble(value -> value)
            .toArray());
  }

  /** Mean entropy and mean largest probability of one net. */
  private double[] measured(double gain, long seed) {
    Progress.checkInterrupted();
    Plan plan = Mlp.of(Activation.TANH, IN, 64, 64, actions).onPlainJava();
    var hidden = Init.orthogonal(Math.sqrt(2));
    Rules rules = Rules.layerwise("policy", hidden, hidden, Init.orthogonal(gain));
    DMatrixRMaj logits = plan.init(rules, seed).forward(Data.normal(STATES, IN, seed)).output();
    double[] sum = new double[2];
    for (int row = 0; row < STATES; row++) {
      double[] p = softmax(Arrays.copyOfRange(logits.data, row * actions, (row + 1) * actions));
      for (double share : p) {
        sum[0] -= share > 0 ? share * Math.log(share) / STATES : 0;
      }
      sum[1] += Arrays.stream(p).max().orElseThrow() / STATES;
    }
    return sum;
  }

  private static double[] softmax(double[] logits) {
    double most = Arrays.stream(logits).max().orElseThrow();
    double[] p = Arrays.stream(logits).map(z -> Math.exp(z - most)).toArray();
    double all = Arrays.stream(p).sum();
    return Arrays.stream(p).map(x -> x / all).toArray();
  }

  /** One row a gain: entropy and probability of the likeliest action, median and 5-95 %. */
  public Table table(double... gains) {
    Args.atLeast(1, gains.length, "the number of gains", "Try table(0.01, 1).");
    List<Interval> entropies = Arrays.stream(gains).mapToObj(this::entropy).toList();
    List<Interval> likeliest = Arrays.stream(gains).mapToObj(this::likeliest).toList();
    Table table =
        Table.of("The first choices of a policy over " + actions + " actions, " + SEEDS + " nets")
            .numbers("gain of the head", gains);
    table = IntervalColumns.add(table, 4, "entropy", "entropy", entropies);
    return IntervalColumns.add(table, 3, "likeliest action", "likeliest", likeliest);
  }
}
