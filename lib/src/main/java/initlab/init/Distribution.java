package initlab.init;

import initlab.base.Args;
import initlab.base.Progress;
import initlab.math.Normals;
import initlab.math.TruncatedGaussian;
import java.util.Locale;
import org.apache.commons.rng.UniformRandomProvider;

/** The three zero-mean laws that weights are drawn from, each given by its standard deviation. */
public enum Distribution {
  /** N(0, std^2). */
  NORMAL {
    @Override
    void draw(double std, UniformRandomProvider rng, double[] out, int n) {
      Normals.fill(std, rng, out, n);
    }

    @Override
    public double limit(double std) {
      return Double.POSITIVE_INFINITY;
    }
  },

  /**
   * A normal cut at two of its own standard deviations, widened so that std holds after the cut.
   */
  TRUNCATED_NORMAL {
    @Override
    void draw(double std, UniformRandomProvider rng, double[] out, int n) {
      double parent = std / STD_OF_NORMAL_CUT_AT_2;
      TruncatedGaussian.fill(-2, 2, rng, out, n);
      for (int i = 0; i < n; i++) {
        out[i] *= parent;
      }
    }

    @Override
    public double limit(double std) {
      return 2 * (std / STD_OF_NORMAL_CUT_AT_2);
    }
  },

  /** U(-limit, limit) with limit = sqrt(3) std. */
  UNIFORM {
    @Override
    void draw(double std, UniformRandomProvider rng, double[] out, int n) {
      double limit = limit(std);
      for (int i = 0; i < n; i++) {
        Progress.checkInterrupted(i);
        out[i] = limit * (2 * rng.nextDouble() - 1);
      }
    }

    @Override
    public double limit(double std) {
      return SQRT_3 * std;
    }
  };

  private static final double SQRT_3 = Math.sqrt(3);

  /** sqrt(1 - 2 * 2 phi(2) / (Phi(2) - Phi(-2))). */
  static final double STD_OF_NORMAL_CUT_AT_2 = 0.8796256610342398;

  /** Its name in a sentence: "truncated normal". */
  String words() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  abstract void draw(double std, UniformRandomProvider rng, double[] out, int n);

  /** The largest size that a draw of this standard deviation can have; infinity for a normal. */
  public abstract double limit(double std);

  /**
   * Fills the first n entries of out.
   *
   * @param std the standard deviation of what is drawn, 0 or more
   * @throws IllegalArgumentException if std is negative, NaN or infinite
   * @throws java.util.concurrent.CancellationException if this thread is interrupted meanwhile
   */
  public void fill(double std, UniformRandomProvider rng, double[] out, int n) {
    draw(Args.notNegative(std, "std", "Pass a standard deviation."), rng, out, n);
  }
}
