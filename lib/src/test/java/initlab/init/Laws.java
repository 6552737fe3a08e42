package initlab.init;

import initlab.math.Moments;
import initlab.math.RandomStreams;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TruncatedNormalDistribution;
import org.apache.commons.statistics.inference.KolmogorovSmirnovTest;

/**
 * Checks that independent weights follow a law; returns what fails, as sentences.
 *
 * <p>n &gt;= 160,000 weights of one draw. Mean, std and the correlation of neighbours must lie
 * within 5 standard errors (false alarm 6e-7 each), the Kolmogorov-Smirnov p-value above 1e-6:
 * together a false alarm in 400,000 draws, and none at the fixed seed used. Power: a std wrong by 2
 * % lies 11 standard errors out; by 10 %, it also moves the distribution by 0.024 where 0.0067 is
 * let pass.
 */
public final class Laws {
  static final int LEAST = 160_000;

  private Laws() {}

  /** What contradicts a law of this mean, std, bounds and distribution function. */
  public static List<String> failures(
      Initializer rule, WeightShape shape, Law due, DoubleUnaryOperator cdf) {
    double[] w = rule.draw(shape, RandomStreams.layer(7, 3)).data;
    if (w.length < LEAST || w.length != shape.size()) {
      throw new IllegalArgumentException("too few weights: " + w.length);
    }
    List<String> failures = new ArrayList<>();
    Moments seen = Moments.of(w);
    near("mean", seen.mean(), due.mean(), due.std() / Math.sqrt(w.length), failures);
    near("std", seen.std(), due.std(), due.std() / Math.sqrt(2.0 * w.length), failures);
    near("neighbours' correlation", neighbours(w, seen), 0, 1 / Math.sqrt(w.length), failures);
    if (Arrays.stream(w).anyMatch(x -> !(x >= due.low() && x <= due.high()))) {
      failures.add("a weight lies outside " + due.bounds());
    }
    var ks = KolmogorovSmirnovTest.withDefaults().test(w, cdf);
    if (!(ks.getPValue() > 1e-6)) {
      failures.add("shape: KS distance " + ks.getStatistic());
    }
    return failures;
  }

  private static void near(String what, double seen, double due, double error, List<String> to) {
    if (!(Math.abs(seen - due) <= 5 * error)) {
      to.add("%s is %.6g where %.6g is due".formatted(what, seen, due));
    }
  }

  private static double neighbours(double[] w, Moments m) {
    double sum = 0;
    for (int i = 1; i < w.length; i++) {
      sum += (w[i] - m.mean()) * (w[i - 1] - m.mean());
    }
    return sum / (w.length * m.variance());
  }

  /** Normal, mean 0. */
  public static List<String> normal(Initializer rule, WeightShape shape, double std) {
    var law = NormalDistribution.of(0, std);
    return failures(rule, shape, Law.normal("", std), law::cumulativeProbability);
  }

  /** Uniform on +-sqrt(3) std. */
  public static List<String> uniform(Initializer rule, WeightShape shape, double std) {
    double limit = Math.sqrt(3) * std;
    DoubleUnaryOperator cdf = x -> Math.min(Math.max(0.5 + 0.5 * x / limit, 0), 1);
    return failures(rule, shape, Law.within("", std, limit), cdf);
  }

  /** Normal cut at two of its own standard deviations, std after the cut. */
  public static List<String> truncated(Initializer rule, WeightShape shape, double std) {
    double before = std / 0.8796256610342398;
    var law = TruncatedNormalDistribution.of(0, before, -2 * before, 2 * before);
    return failures(rule, shape, Law.within("", std, 2 * before), law::cumulativeProbability);
  }
}
