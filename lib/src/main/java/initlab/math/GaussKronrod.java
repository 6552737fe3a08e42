package initlab.math;

import java.util.function.DoubleUnaryOperator;

/**
 * The 15-point Kronrod rule on one interval, and two judgements of its error.
 *
 * <p>One is how far the 7-point Gauss rule inside it differs. No node lies in the last 0.4 % at
 * either end, where both rules are blind to a jump; so the other is a divided difference over the
 * nodes and both ends, which is 0 for any polynomial of degree below 16.
 *
 * @param integral of f
 * @param magnitude the integral of |f|, to judge rounding by
 * @param error the larger judgement, far above the true error of a smooth f
 */
record GaussKronrod(double integral, double magnitude, double error) {
  private static final double[] NODE = {
    0.9914553711208126,
    0.9491079123427585,
    0.8648644233597691,
    0.7415311855993945,
    0.5860872354676911,
    0.4058451513773972,
    0.20778495500789848,
    0.0
  };
  private static final double[] KRONROD = {
    0.022935322010529224,
    0.06309209262997856,
    0.10479001032225019,
    0.14065325971552592,
    0.1690047266392679,
    0.19035057806478542,
    0.20443294007529889,
    0.20948214108472782
  };

  /** Weights of the Gauss rule, whose nodes are the Kronrod nodes 1, 3, 5 and 7. */
  private static final double[] GAUSS = {
    0.1294849661688697, 0.27970539148927664, 0.3818300505051189, 0.4179591836734694
  };

  /** Weights of the divided difference at the nodes, where each end has weight 1. */
  private static final double[] DIFFERENCE = {
    -1.4602222597486538,
    0.7251255704515402,
    -0.45048550925125275,
    0.3346695118981657,
    -0.2788950888438051,
    0.24834933120650446,
    -0.2314707286314802,
    0.2258583458379636
  };

  /** What a jump beside an end may hide, as a share of half the interval. */
  private static final double END_GAP = 0.01;

  static GaussKronrod of(DoubleUnaryOperator f, double from, double to) {
    double centre = 0.5 * (from + to);
    double half = 0.5 * (to - from);
    double middle = f.applyAsDouble(centre);
    double gauss = GAUSS[3] * middle;
    double kronrod = KRONROD[7] * middle;
    double magnitude = KRONROD[7] * Math.abs(middle);
    double difference = f.applyAsDouble(from) + f.applyAsDouble(to) + DIFFERENCE[7] * middle;
    for (int i = 0; i < 7; i++) {
      double left = f.applyAsDouble(centre - half * NODE[i]);
      double right = f.applyAsDouble(centre + half * NODE[i]);
      kronrod += KRONROD[i] * (left + right);
      magnitude += KRONROD[i] * (Math.abs(left) + Math.abs(right));
      gauss += i % 2 == 1 ? GAUSS[i / 2] * (left + right) : 0;
      difference += DIFFERENCE[i] * (left + right);
    }
    double error = Math.max(Math.abs(gauss - kronrod), END_GAP * Math.abs(difference));
    return new GaussKronrod(half * kronrod, half * magnitude, half * error);
  }
}
