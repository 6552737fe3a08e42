package initlab.theory;

import initlab.base.Args;
import initlab.init.Activation;
import org.ejml.data.DMatrixRMaj;

/** The number formats that nets are trained in: how far they reach, and how fine they are. */
public enum NumberFormat {
  /** IEEE half precision: 65504 at most. */
  FP16(11, -14, 15),
  /** bfloat16: the reach of single precision, 8 bits of precision. */
  BF16(8, -126, 127),
  /** IEEE single precision. */
  FP32(24, -126, 127),
  /** IEEE double precision. */
  FP64(53, -1022, 1023);

  private final int bits;
  private final int least;
  private final int most;

  NumberFormat(int bits, int leastExponent, int mostExponent) {
    this.bits = bits;
    this.least = leastExponent;
    this.most = mostExponent;
  }

  /** The largest finite number, (2 - 2^(1 - bits)) 2^most. */
  public double max() {
    return Math.scalb(2 - Math.scalb(1.0, 1 - bits), most);
  }

  /** The smallest number above 0, a subnormal one: 2^(least + 1 - bits). */
  public double smallest() {
    return Math.scalb(1.0, least + 1 - bits);
  }

  /** The distance from 1 to the next number, 2^(1 - bits). */
  public double epsilon() {
    return Math.scalb(1.0, 1 - bits);
  }

  /** The nearest number of this format, ties to even; infinity beyond its reach. */
  public double round(double x) {
    if (this == FP64 || x == 0 || !Double.isFinite(x)) {
      return x;
    }
    int unit = Math.max(Math.getExponent(x), least) + 1 - bits;
    double rounded = Math.scalb(Math.rint(Math.scalb(x, -unit)), unit);
    return Math.abs(rounded) > max() ? Math.copySign(Double.POSITIVE_INFINITY, x) : rounded;
  }

  /** Rounds every entry, in place. */
  public void round(DMatrixRMaj matrix) {
    for (int i = 0; i < matrix.getNumElements(); i++) {
      matrix.data[i] = round(matrix.data[i]);
    }
  }

  /**
   * The same activation, its results rounded: a net made of it stores activations in this format.
   */
  public Activation rounded(Activation f) {
    return Activation.of(f.name() + " in " + this, z -> round(f.apply(z)), f::slope);
  }

  /**
   * The first layer at which numbers of size start times growth^layer {@link #round(double) round}
   * to infinity (an overflow) or to 0 (the signal is lost), layer 0 being the start itself; {@link
   * Integer#MAX_VALUE} if that never happens.
   *
   * @param start root mean square at layer 0, positive
   * @param growth of the root mean square a layer, positive: the square root of the second moment's
   */
  public int leavesAt(double start, double growth) {
    Args.positive(start, "start", "Give the root mean square of the input.");
    Args.positive(growth, "growth", "Give the factor a layer, such as sqrt(n Var W).");
    if (!holds(start)) {
      return 0;
    }
    double limit = growth > 1 ? Math.log(max()) : Math.log(smallest()) - Math.log(2);
    double layers = (limit - Math.log(start)) / Math.log(growth);
    if (growth == 1 || !(layers < Integer.MAX_VALUE - 2.0)) {
      return Integer.MAX_VALUE;
    }
    int layer = Math.max(0, (int) layers - 2); // the logarithms may be off by a layer
    while (holds(size(start, growth, layer))) {
      layer++;
    }
    return layer;
  }

  private boolean holds(double x) {
    double rounded = round(x);
    return rounded > 0 && rounded < Double.POSITIVE_INFINITY;
  }

  /** start growth^layer, in steps none of which leaves the range of doubles before its end does. */
  private static double size(double start, double growth, int layer) {
    int step = (int) Math.max(1, 300 / Math.abs(Math.log(growth)));
    double size = start;
    for (int left = layer; left > 0; left -= step) {
      size *= Math.pow(growth, Math.min(left, step));
    }
    return size;
  }
}
