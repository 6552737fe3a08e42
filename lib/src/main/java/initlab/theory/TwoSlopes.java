package initlab.theory;

import initlab.init.Activation;

/**
 * Neurons of an f with one slope on each side of 0: k ~ Binomial(n, 1/2) of them are open, and
 * their sums of squares are chi-square, a^2 chi^2_k + b^2 chi^2_(n-k), with no neuron drawn by
 * itself.
 */
final class TwoSlopes extends LayerDraw {
  private final Activation f;
  private final int n;
  private final Draws draws;
  private final double up;
  private final double down;
  private double s;
  private int open;
  private double squaresOpen;
  private double squaresClosed;

  TwoSlopes(Activation f, int n, Draws draws) {
    this.f = f;
    this.n = n;
    this.draws = draws;
    up = f.apply(1) * f.apply(1);
    down = f.apply(-1) * f.apply(-1);
  }

  @Override
  double forward(double std, long net) {
    s = std;
    open = up == down ? n : draws.coins(n);
    squaresOpen = up * s * s * draws.chiSquare(open);
    squaresClosed = down * s * s * draws.chiSquare(n - open);
    return squaresOpen + squaresClosed;
  }

  @Override
  Back backward(double along, double variance) {
    double[] parts = parts(along, variance);
    double gradient = parts[0] + parts[1];
    if (s == 0) { // every z is 0: no neuron of a ReLU layer is open
      return new Back(gradient, f.slope(0) * f.slope(0) * gradient, 0);
    }
    double product = Math.sqrt(squaresOpen + squaresClosed) * along; // z f'(z) = f(z)
    return new Back(gradient, up * parts[0] + down * parts[1], product);
  }

  /** |g|^2 over the open neurons, and over the closed ones. */
  private double[] parts(double along, double variance) {
    int closed = n - open;
    if (open == 0 || closed == 0) {
      double all = along * along + variance * draws.chiSquare(n - 1);
      return open == 0 ? new double[] {0, all} : new double[] {all, 0};
    }
    // in the plane of both parts of a: one component along a, one at right angles to it
    double share =
        squaresOpen + squaresClosed > 0 ? squaresOpen / (squaresOpen + squaresClosed) : 1;
    double cos = Math.sqrt(share);
    double sin = Math.sqrt(1 - share);
    double across = Math.sqrt(variance) * draws.normal();
    double first = along * cos + across * sin;
    double second = along * sin - across * cos;
    return new double[] {
      first * first + variance * draws.chiSquare(open - 1),
      second * second + variance * draws.chiSquare(closed - 1)
    };
  }
}
